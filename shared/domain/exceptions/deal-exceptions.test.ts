import { describe, expect, test } from 'vitest'
import { Fact } from '../../wire/fact.ts'
import { decideFact } from '../facts/deal-history.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { createTestFloor, floorOf, person, team } from '../test-support/test-floor.ts'
import { findExceptions } from './find-exceptions.ts'
import { createOpenDeals } from './open-deals.ts'

const people = [
  person('ana', { name: 'Ana Ruiz', team: 'east', role: 'ae' }),
  person('aki', { name: 'Aki Mori', team: 'tokyo', role: 'ae' }),
  person('lou', { name: 'Lou Hart', team: 'east', role: 'ae', endedOn: '2026-10-31' }),
]
const teams = [team('east'), team('tokyo', { timeZone: 'Asia/Tokyo' })]

const stages = ['Discovery', 'Demo', 'Proposal']

const lookWith = (rule: object, at: string, ...facts: readonly object[]) => {
  const file = floorOf({
    floor: { stages },
    roles: [{ id: 'ae', name: 'AE' }],
    people,
    teams,
    exceptions: [{ id: 'off', name: 'Off', ...rule }],
  })
  const deals = createOpenDeals()
  const known = new Map<string, StoredFact | null>()
  for (const fact of facts.map((each) => Fact.parse(each))) {
    const before = known.get(fact.id) ?? null
    const after = decideFact(before, { fact, receivedAt: Date.parse(at) }, file.floor.stages)
    known.set(fact.id, after)
    deals.put(fact.source, fact.id, after)
  }
  const [looked] = findExceptions(createTestFloor(file).numbers, deals, Date.parse(at))
  return looked?.found ?? []
}

const deal = (id: string, more: object = {}): object => ({
  source: 'crm',
  id,
  type: 'deal',
  name: `Deal ${id}`,
  status: 'open',
  stage: 'Demo',
  credits: [{ rep: 'Ana Ruiz' }],
  ...more,
})
const noon = '2026-11-20T12:00:00Z'
const ids = (found: ReturnType<typeof lookWith>) =>
  found.map(({ subject }) => (subject.kind === 'deal' ? subject.id : ''))

describe('rules on deals', () => {
  test('[E1] a deal is overdue from the day after its close date, by the date where its owner is', () => {
    const rule = { deal: { overdue: 0 } }
    const due = { expectedCloseOn: '2026-11-20' }
    expect(lookWith(rule, noon, deal('a', due))).toEqual([])
    // Half past one in the night of the 21st in Tokyo, the afternoon of the 20th here.
    const evening = '2026-11-20T16:30:00Z'
    const found = lookWith(
      rule,
      evening,
      deal('a', due),
      deal('b', { ...due, credits: [{ rep: 'Aki Mori' }] }),
    )
    expect(found).toEqual([
      {
        rule: 'off',
        subject: { kind: 'deal', source: 'crm', id: 'b' },
        title: 'Deal b',
        owner: 'aki',
        ownerName: 'Aki Mori',
        team: 'tokyo',
        why: { kind: 'overdue', on: '2026-11-20', days: 1 },
        since: Date.parse('2026-11-20T15:00:00Z'),
      },
    ])
  })

  test('[E1] more than so many days, and only of open deals that pass all conditions', () => {
    const rule = { deal: { overdue: 7, where: [{ field: 'stage', is: 'Demo' }] } }
    const found = lookWith(
      rule,
      noon,
      deal('seven', { expectedCloseOn: '2026-11-13' }),
      deal('eight', { expectedCloseOn: '2026-11-12' }),
      deal('won', { expectedCloseOn: '2026-11-01', status: 'won' }),
      deal('elsewhere', { expectedCloseOn: '2026-11-01', stage: 'Proposal' }),
    )
    expect(ids(found)).toEqual(['eight'])
  })

  test('[E2] what its source gives for no deal at all, none is without; a deal that was never touched counts from its beginning', () => {
    const untouched = { deal: { untouched: 14 } }
    const never = deal('never', { createdAt: '2026-10-01T09:00:00Z' })
    expect(lookWith(untouched, noon, never)).toEqual([])
    const touched = deal('touched', { lastActivityAt: '2026-11-19T09:00:00Z' })
    expect(lookWith(untouched, noon, never, touched).map(({ why }) => why)).toEqual([
      { kind: 'untouched', on: null, days: 50 },
    ])
    const step = { deal: { missing: 'fields.nextStep' } }
    expect(lookWith(step, noon, deal('a'), deal('b', { fields: { nextStep: ' ' } }))).toEqual([])
    const said = deal('said', { fields: { nextStep: 'Call on Monday' } })
    const other = deal('other', { source: 'elsewhere' })
    expect(
      ids(lookWith(step, noon, deal('a'), deal('b', { fields: { nextStep: ' ' } }), said, other)),
    ).toEqual(['a', 'b'])
  })

  test('[E3] longer in its stage than deals take on average, once ten have left it', () => {
    const rule = { deal: { overAverage: 14 } }
    const moves = (id: string, days: number) => {
      const left = new Date(Date.parse('2026-09-01T00:00:00Z') + days * 86_400_000).toISOString()
      return [
        deal(id, { stageEnteredAt: '2026-09-01T00:00:00Z' }),
        deal(id, { stage: 'Proposal', stageEnteredAt: left }),
      ]
    }
    const stuck = (id: string, days: number) =>
      deal(id, { stageEnteredAt: new Date(Date.parse(noon) - days * 86_400_000).toISOString() })
    const nine = Array.from({ length: 9 }, (_, nth) => moves(`past ${nth}`, 6)).flat()
    const now = [stuck('24', 24), stuck('25', 25)]
    expect(lookWith(rule, noon, ...nine, ...now)).toEqual([])
    const found = lookWith(rule, noon, ...nine, ...moves('past 9', 46), ...now)
    expect(found.map(({ why }) => why)).toEqual([{ kind: 'in stage', stage: 'Demo', days: 25, usual: 10 }])
  })

  test('[E1] of a team or a role; the deal of somebody who left is still theirs, one of nobody is of no team', () => {
    const overdue = { expectedCloseOn: '2026-11-01' }
    const facts = [
      deal('left', { ...overdue, credits: [{ rep: 'Lou Hart' }] }),
      deal('nobody', { ...overdue, credits: [{ rep: 'Ghost' }] }),
      deal('far', { ...overdue, credits: [{ rep: 'Aki Mori' }] }),
      deal('helped', {
        ...overdue,
        credits: [
          { rep: 'Aki Mori', role: 'assist', share: 0.5 },
          { rep: 'Ana Ruiz', role: 'owner', share: 0.5 },
        ],
      }),
    ]
    const all = lookWith({ deal: { overdue: 0 } }, noon, ...facts)
    expect(all.map(({ owner, ownerName, team: of }) => [owner, ownerName, of])).toEqual([
      ['lou', 'Lou Hart', 'east'],
      [null, 'Ghost', null],
      ['aki', 'Aki Mori', 'tokyo'],
      ['ana', 'Ana Ruiz', 'east'],
    ])
    expect(ids(lookWith({ deal: { overdue: 0 }, team: 'east' }, noon, ...facts))).toEqual(['left', 'helped'])
  })

  test('[E3] an average is the same whatever was taken back on the way', () => {
    const deals = createOpenDeals()
    const stored = (id: string, days: number): StoredFact => {
      const fact = Fact.parse(deal(id, { stage: 'Proposal' }))
      const at = new Date(Date.parse('2026-09-01') + days * 86_400_000).toISOString()
      const left = { stage: 'Demo', since: '2026-09-01T00:00:00Z' }
      return { fact, history: [{ kind: 'deal.advanced', at, left }], receivedAt: 0 }
    }
    for (let nth = 0; nth < 10; nth += 1) deals.put('crm', `${nth}`, stored(`${nth}`, nth))
    expect(deals.averageStay('Demo')).toBe(4.5)
    deals.put('crm', '9', stored('9', 100))
    deals.put('crm', '9', stored('9', 9))
    expect(deals.averageStay('Demo')).toBe(4.5)
    deals.put('crm', '9', null)
    expect([deals.averageStay('Demo'), deals.isOpen('crm', '9'), deals.isOpen('crm', '8')]).toEqual([
      null,
      null,
      true,
    ])
  })
})
