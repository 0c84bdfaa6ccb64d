// A fact as people look at it who mend the data: as its source wrote it, with the way to its page there.
import { factLink } from '../../../shared/domain/facts/fact-link.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { FaultyFact } from '../../../shared/wire/mending.ts'

const dateFields = ['createdAt', 'stageEnteredAt', 'expectedCloseOn', 'closedAt', 'lastActivityAt'] as const

const datesOf = (fact: Fact): Record<string, string> => {
  if (fact.type === 'activity') return { at: fact.at }
  return Object.fromEntries(
    dateFields.flatMap((field) => {
      const date = fact[field]
      return date == null ? [] : [[field, date]]
    }),
  )
}

export const faultyFact = ({ fact, receivedAt }: StoredFact, { links }: FloorFile['floor']): FaultyFact => ({
  source: fact.source,
  id: fact.id,
  name: fact.type === 'deal' ? (fact.name ?? fact.account ?? fact.id) : fact.kind,
  type: fact.type,
  status: fact.type === 'deal' ? fact.status : null,
  stage: fact.type === 'deal' ? (fact.stage ?? null) : null,
  amount: fact.type === 'deal' ? (fact.amount ?? null) : null,
  reps: fact.credits.map(({ rep }) => rep),
  dates: datesOf(fact),
  receivedAt,
  link: factLink(links, fact),
})
