// What the fields of facts are called outside of files.
import { useSay } from '../../words/words.tsx'

export const useFieldWord = (): ((field: string) => string) => {
  const say = useSay()
  const words: Readonly<Record<string, string>> = {
    at: say({ id: 'console.field.at', defaultMessage: 'date' }),
    createdAt: say({ id: 'console.field.created', defaultMessage: 'date of creation' }),
    stageEnteredAt: say({ id: 'console.field.entered', defaultMessage: 'date of entering its stage' }),
    closedAt: say({ id: 'console.field.closed', defaultMessage: 'closing date' }),
    expectedCloseOn: say({ id: 'console.field.expected', defaultMessage: 'expected closing date' }),
    lastActivityAt: say({ id: 'console.field.last', defaultMessage: 'date of its last activity' }),
    amount: say({ id: 'console.field.amount', defaultMessage: 'amount' }),
    product: say({ id: 'console.field.product', defaultMessage: 'product' }),
    stage: say({ id: 'console.field.stage', defaultMessage: 'stage' }),
    outcome: say({ id: 'console.field.outcome', defaultMessage: 'outcome' }),
  }
  return (field) => words[field] ?? field.replace(/^fields\./, '')
}
