import { expect, test } from 'vitest'
import { Fact } from '../../wire/fact.ts'
import { createFloorModel } from '../counting/floor-model.ts'
import { decideFact } from '../facts/deal-history.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { orgSubject } from '../people/roster.ts'
import { floorOf, person, team } from '../test-support/test-floor.ts'
import { dayOf } from '../time/calendar-date.ts'
import { createKeptDeals } from './kept-deals.ts'

const file = floorOf({
  floor: { stages: ['Discovery', 'Demo', 'Proposal'] },
  teams: [team('east'), team('west')],
  people: [
    person('ana', {
      team: [{ team: 'east' }, { team: 'west', from: '2026-03-01' }],
    }),
  ],
})
const model = createFloorModel(file)
const subjectOf = (id: string): number => model.roster.subjectOf(id) ?? -1

const open = {
  source: 'crm',
  id: 'a',
  type: 'deal',
  status: 'open',
  createdAt: '2026-02-01',
  credits: [{ rep: 'ana' }],
}
const kept = (...versions: object[]) => {
  const deals = createKeptDeals()
  let stored: StoredFact | null = null
  for (const version of versions) {
    stored = decideFact(
      stored,
      { fact: Fact.parse({ ...open, ...version }), receivedAt: 0 },
      file.floor.stages,
    )
    deals.put('crm', 'a', stored)
  }
  return deals
}
const [feb1, feb10, feb20, mar5] = [
  dayOf(2026, 2, 1),
  dayOf(2026, 2, 10),
  dayOf(2026, 2, 20),
  dayOf(2026, 3, 5),
]

test('[O2] [O3] a deal was in each stage until its source says that it left it, and is won on the day of its closing', () => {
  const amount = { minor: 500, currency: 'USD' }
  const moves = [
    { stage: 'Discovery', stageEnteredAt: '2026-02-01' },
    { stage: 'Demo', stageEnteredAt: '2026-02-10' },
    { stage: 'Proposal', stageEnteredAt: '2026-02-20' },
  ]
  const stays = [
    { stage: 'Discovery', from: feb1, to: feb10 },
    { stage: 'Demo', from: feb10, to: feb20 },
  ]
  expect(kept(...moves).lives(model, orgSubject)).toEqual([
    {
      stays: [...stays, { stage: 'Proposal', from: feb20, to: Number.POSITIVE_INFINITY }],
      wonOn: null,
      amountMinor: null,
    },
  ])
  const won = kept(...moves, { stage: 'Won', status: 'won', closedAt: '2026-03-05', amount })
  expect(won.lives(model, orgSubject)).toEqual([
    { stays: [...stays, { stage: 'Proposal', from: feb20, to: mar5 }], wonOn: mar5, amountMinor: 500 },
  ])
  won.put('crm', 'a', null)
  expect(won.lives(model, orgSubject)).toEqual([])
})

test('[O2] one that was loaded at once was open in no known stage; it is the team’s in which its owner was when it began', () => {
  const lost = kept({ status: 'lost', stage: 'Lost', closedAt: '2026-03-05' })
  expect(lost.lives(model, subjectOf('east'))).toEqual([
    { stays: [{ stage: null, from: feb1, to: mar5 }], wonOn: null, amountMinor: null },
  ])
  expect(lost.lives(model, subjectOf('west'))).toEqual([])
})
