// What the fields of facts are called outside of files.
import { useSay } from '../../words/words.tsx'

export const useFieldWord = (): ((field: string) => string) => {
  const say = useSay()
  const words: Readonly<Record<string, string>> = {
    at: say({ id: 'console.faults.of.at', defaultMessage: 'date' }),
    createdAt: say({ id: 'console.faults.of.created', defaultMessage: 'date of creation' }),
    stageEnteredAt: say({ id: 'console.faults.of.entered', defaultMessage: 'date of entering its stage' }),
    closedAt: say({ id: 'console.faults.of.closed', defaultMessage: 'closing date' }),
    expectedCloseOn: say({ id: 'console.faults.of.expected', defaultMessage: 'expected closing date' }),
    lastActivityAt: say({ id: 'console.faults.of.last', defaultMessage: 'date of its last activity' }),
    amount: say({ id: 'console.faults.of.amount', defaultMessage: 'amount' }),
    product: say({ id: 'console.faults.of.product', defaultMessage: 'product' }),
    stage: say({ id: 'console.faults.of.stage', defaultMessage: 'stage' }),
    outcome: say({ id: 'console.faults.of.outcome', defaultMessage: 'outcome' }),
  }
  return (field) => words[field] ?? field.replace(/^fields\./, '')
}
