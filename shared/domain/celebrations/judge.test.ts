import { describe, expect, test } from 'vitest'
import { Fact } from '../../wire/fact.ts'
import { createEngine } from '../counting/engine.ts'
import { createFloorModel } from '../counting/floor-model.ts'
import { decideFact } from '../facts/deal-history.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { createNumbers } from '../standing/numbers.ts'
import {
  call,
  calls,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
  wins,
} from '../test-support/test-floor.ts'
import type { Cause } from './cause.ts'
import { createJudge } from './judge.ts'

const now = '2026-11-20T12:00:00Z'
const dials = metricOf(
  'dials',
  { from: 'activity', where: [{ field: 'kind', is: 'call' }], date: 'at' },
  { indicator: 'input', window: 'day' },
)
const rule = (on: object, more: object = {}): object => ({ id: 'rule', name: 'Rule', on, ...more })

/** A floor with rules, that is fed with facts as their sources send them. */
const floorWith = (rules: readonly object[], parts: Record<string, unknown> = {}) => {
  const file = floorOf({
    teams: [team('all'), team('east', { parent: 'all' }), team('west', { parent: 'all' })],
    roles: [
      { id: 'ae', name: 'AE' },
      { id: 'smb', name: 'SMB' },
    ],
    people: [
      person('ann', { team: 'east', role: 'ae' }),
      person('bob', { team: 'east', role: 'ae' }),
      person('eve', { team: 'west', role: 'smb' }),
    ],
    metrics: [calls, dials, revenue, wins],
    celebrations: rules,
    ...parts,
  })
  const model = createFloorModel(file)
  const engine = createEngine(model)
  const numbers = createNumbers(engine)
  const judge = createJudge(numbers)
  const stored = new Map<string, StoredFact>()
  const put = (id: string, fact: Fact | null, at: string): readonly Cause[] => {
    const before = stored.get(id) ?? null
    const receivedAt = Date.parse(at)
    const after = decideFact(before, { fact, receivedAt }, file.floor.stages)
    const found = judge.before(before, after, receivedAt)
    engine.apply(before, after, receivedAt)
    if (after) stored.set(id, after)
    else stored.delete(id)
    return found?.() ?? []
  }
  return {
    judge,
    stored,
    /** The names of the causes. */
    hears: (fact: object, at: string = now): readonly string[] => {
      const parsed = Fact.parse(fact)
      return put(parsed.id, parsed, at).map(({ id }) => id)
    },
    causes: (fact: object, at: string = now): readonly Cause[] => {
      const parsed = Fact.parse(fact)
      return put(parsed.id, parsed, at)
    },
    withdraw: (id: string, at: string = now): readonly Cause[] => put(id, null, at),
    past: (...facts: readonly object[]): void => {
      for (const fact of facts) {
        const parsed = Fact.parse(fact)
        put(parsed.id, parsed, '2026-11-19T00:00:00Z')
      }
    },
    isTrue: (cause: Cause, id: string, isToCome = true): boolean =>
      judge.isTrue(cause, stored.get(id) ?? null, isToCome),
  }
}

const today = '2026-11-20T11:00:00Z'
const deal = (id: string, rep: string, dollars: number, more: object = {}) =>
  win(rep, today, dollars, { id, ...more })

describe('deals', () => {
  test('[C14] a deal is for its first owner, of the rule’s team and role', () => {
    const floor = floorWith([rule({ over: 100 }, { team: 'east' })])
    expect(floor.hears(deal('a', 'eve', 200))).toEqual([])
    const credits = [
      { rep: 'eve', share: 0.5, role: 'assist' },
      { rep: 'bob', share: 0.5 },
    ]
    expect(floor.causes(deal('b', '', 200, { credits }))).toMatchObject([
      { id: 'rule:crm:b', about: { kind: 'fact', person: 'bob', atLeastMinor: 10_000 } },
    ])
    expect(floorWith([rule({ over: 100 }, { role: 'smb' })]).hears(deal('c', 'ann', 200))).toEqual([])
  })

  test('[C5] the past and the future are celebrated by nothing', () => {
    const floor = floorWith([rule({ over: 100 })])
    for (const closedAt of ['2026-11-19T11:59:00Z', '2026-11-20T13:06:00Z', '2026-11-18', '2026-11-21'])
      expect(floor.hears(win('ann', closedAt, 200))).toEqual([])
    for (const closedAt of ['2026-11-19T12:01:00Z', '2026-11-20T13:03:00Z', '2026-11-19', '2026-11-20'])
      expect(floor.hears(win('ann', closedAt, 200))).toHaveLength(1)
  })

  test('[C29] it happened when its source says so, unless it was seen to, or has a date only', () => {
    const floor = floorWith([rule({ over: 100 })])
    const happened = (closedAt: string, seen = false) => {
      const id = `${closedAt} ${seen}`
      if (seen) floor.hears({ ...win('ann', closedAt, 200, { id }), status: 'open', closedAt: null })
      const [cause] = floor.causes(win('ann', closedAt, 200, { id }))
      return cause && new Date(cause.happenedAt).toISOString()
    }
    const noon = new Date(now).toISOString()
    expect(happened(today)).toBe('2026-11-20T11:00:00.000Z')
    expect([happened(today, true), happened('2026-11-20'), happened('2026-11-20T00:00:00Z')]).toEqual([
      noon,
      noon,
      noon,
    ])
  })

  test('[C15] a name that is corrected is nothing new, an amount that comes over the bar is', () => {
    const floor = floorWith([rule({ over: 100 })])
    expect(floor.hears(deal('a', 'ann', 90))).toEqual([])
    expect(floor.hears(deal('a', 'ann', 110))).toEqual(['rule:crm:a'])
    expect(floor.hears(deal('a', 'ann', 120, { name: 'Renamed' }))).toEqual([])
  })

  test('[C3] it holds as long as the deal is won, over the bar, and its owner’s', () => {
    const floor = floorWith([rule({ over: 100 })])
    const [cause] = floor.causes(deal('a', 'ann', 200))
    if (!cause) throw new Error('nothing was found')
    expect(floor.isTrue(cause, 'a')).toBe(true)
    for (const change of [
      deal('a', 'ann', 99),
      deal('a', 'bob', 200),
      deal('a', 'ann', 200, { status: 'open', closedAt: null }),
    ]) {
      floor.hears(change)
      expect(floor.isTrue(cause, 'a')).toBe(false)
      floor.hears(deal('a', 'ann', 200))
      expect(floor.isTrue(cause, 'a')).toBe(true)
    }
    floor.withdraw('a')
    expect(floor.isTrue(cause, 'a')).toBe(false)
  })

  test('[C16] over the percentile: of the floor, the team, the role, the rep, or a segment', () => {
    const segment = (name: string) => ({ fields: { Segment: name } })
    const history = (rep: string, dollars: readonly number[], more: object = {}) =>
      dollars.map((each) => win(rep, '2026-10-20T11:00:00Z', each, more))
    const hears = (of: unknown, dollars: number) => {
      const floor = floorWith([rule({ over: { percentile: 0.8, of } })], {
        floor: { breakdowns: ['fields.Segment'] },
      })
      floor.past(
        ...history('ann', [1000, 1100, 1200, 1300, 1400], segment('large')),
        ...history('eve', [10, 20, 30, 40, 50], segment('small')),
        // Longer ago than 90 days.
        ...[5000, 6000, 7000].map((each) => win('eve', '2026-08-01T11:00:00Z', each, segment('small'))),
      )
      return floor.hears(deal('x', 'eve', dollars, segment('small'))).length
    }
    expect([hears('floor', 41), hears('floor', 1200), hears('floor', 1201)]).toEqual([0, 0, 1])
    for (const of of ['team', 'role', 'rep', { field: 'fields.Segment' }])
      expect([hears(of, 40), hears(of, 41)]).toEqual([0, 1])
  })

  test('[C16] with fewer than five to compare with, and where all are alike, nothing is over', () => {
    const over = rule({ over: { percentile: 0.5, of: 'floor' } })
    const few = floorWith([over])
    few.past(...[1, 2, 3, 4].map((each) => win('ann', '2026-11-10', each)))
    expect(few.hears(deal('a', 'ann', 9999))).toEqual([])
    const alike = floorWith([over])
    alike.past(...Array.from({ length: 9 }, () => win('ann', '2026-11-10', 99)))
    expect(alike.hears(deal('a', 'ann', 99))).toEqual([])
    expect(alike.hears(deal('b', 'ann', 100))).toEqual(['rule:crm:b'])
  })

  test('[C17] the first ever of somebody, and of two at one instant the one that was heard of first', () => {
    const floor = floorWith([rule({ first: 'ever' })])
    expect(floor.hears(win('ann', '2026-11-20', 10, { id: 'a' }))).toEqual(['rule:crm:a'])
    expect(floor.hears(win('ann', '2026-11-20', 10, { id: 'b' }))).toEqual([])
    expect(floor.hears(win('bob', '2026-11-20', 10, { id: 'c' }))).toEqual(['rule:crm:c'])
  })

  test('[C17] an older deal that comes later makes it untrue', () => {
    const floor = floorWith([rule({ first: 'ever' })])
    const [cause] = floor.causes(deal('a', 'ann', 10))
    if (!cause) throw new Error('nothing was found')
    floor.past(win('ann', '2026-03-01', 10))
    expect(floor.isTrue(cause, 'a')).toBe(false)
  })

  test('[C17] the first of the day on the floor', () => {
    const floor = floorWith([rule({ first: 'of-the-day' })])
    floor.past(win('ann', '2026-11-19T11:00:00Z', 10))
    expect(floor.hears(deal('a', 'ann', 10))).toEqual(['rule:crm:a'])
    expect(floor.hears(deal('b', 'bob', 10))).toEqual([])
  })

  test('[C17] back after a dry spell of so many days', () => {
    const hears = (last: string | null) => {
      const floor = floorWith([rule({ afterDays: 10 })])
      if (last !== null) floor.past(win('ann', last, 10))
      return floor.hears(deal('a', 'ann', 10)).length
    }
    expect([hears('2026-11-11'), hears('2026-11-10'), hears(null)]).toEqual([0, 1, 0])
  })

  test('[C17] the first with an account, whose name differs in nothing that can be seen', () => {
    const floor = floorWith([rule({ newAccount: true })])
    floor.past(win('bob', '2026-03-01', 10, { account: 'Acme' }))
    expect(floor.hears(deal('a', 'ann', 10, { account: 'Acme' }))).toEqual([])
    expect(floor.hears(deal('b', 'ann', 10, { account: 'Globex' }))).toEqual(['rule:crm:b'])
    expect(floor.hears(deal('c', 'ann', 10, { account: 'Globex' }))).toEqual([])
    expect(floor.hears(deal('d', 'ann', 10))).toEqual([])
  })

  test('[N87] a meeting that the calendar and the CRM report is celebrated once', () => {
    const booked = rule({ from: 'activity', where: [{ field: 'kind', is: 'meeting' }] })
    const takenFrom = [{ kinds: ['meeting'], source: 'calendar' }]
    const floor = floorWith([booked], { floor: { takenFrom } })
    const meeting = (source: string) => call('ann', today, { id: 'm', kind: 'meeting', source })
    expect(floor.hears(meeting('crm'))).toEqual([])
    expect(floor.hears(meeting('calendar'))).toEqual(['rule:calendar:m'])
  })

  test('[F123] a deal that is entered by hand and is in the CRM rings once, by its state and by its history', () => {
    const takenFrom = [{ kinds: ['deal'], source: 'by-hand' }]
    const won = rule({ from: 'activity', where: [{ field: 'kind', is: 'deal.won' }] })
    const cases = [
      [rule({ over: 5 }), 'rule:by-hand:a'],
      [won, 'rule:by-hand:a:deal.won'],
    ] as const
    for (const [of, heard] of cases) {
      const floor = floorWith([of], { floor: { takenFrom } })
      expect(floor.hears(deal('a', 'ann', 10))).toEqual([])
      expect(floor.hears({ ...deal('a', 'ann', 10), source: 'by-hand' })).toEqual([heard])
    }
  })

  test('[H96] what is left out is not celebrated, and a deal is as big as it is corrected to be', () => {
    const corrections = [
      { id: 'x', kind: 'left-out', source: 'crm', fact: 'a' },
      {
        ...{ id: 'y', kind: 'fact', source: 'crm', fact: 'b', field: 'amount' },
        was: { minor: 100_000, currency: 'USD' },
        is: { minor: 100, currency: 'USD' },
      },
    ]
    const floor = floorWith([rule({ over: 500 })], { corrections })
    for (const id of ['a', 'b']) expect(floor.hears(deal(id, 'ann', 1000))).toEqual([])
    expect(floor.hears(deal('c', 'ann', 1000))).toEqual(['rule:crm:c'])
  })

  test('[C2] other steps: an activity, and a deal that advances, once for each stage', () => {
    const booked = rule({ from: 'activity', where: [{ field: 'kind', is: 'meeting' }] })
    expect(floorWith([booked]).hears(call('ann', today, { id: 'm', kind: 'meeting' }))).toEqual([
      'rule:dialer:m',
    ])
    const moved = rule({ from: 'activity', where: [{ field: 'kind', is: 'deal.advanced' }] })
    const floor = floorWith([moved], { floor: { stages: ['New', 'Proposal', 'Closed'] } })
    const open = (stage: string) => ({
      ...deal('a', 'ann', 10),
      status: 'open',
      closedAt: null,
      stage,
      stageEnteredAt: today,
    })
    expect(floor.hears(open('New'))).toEqual([])
    expect(floor.hears(open('Proposal'))).toEqual(['rule:crm:a:deal.advanced:Proposal'])
    expect(floor.hears(open('New'))).toEqual([])
    expect(floor.hears(open('Closed'))).toEqual(['rule:crm:a:deal.advanced:Closed'])
  })

  test('a rule that is off hears nothing, and a floor without rules does no work', () => {
    expect(floorWith([rule({ over: 1 }, { off: true })]).judge.hearsFacts).toBe(false)
    expect(floorWith([rule({ day: 'birthday' })]).judge.hearsFacts).toBe(false)
  })
})

describe('figures', () => {
  const goals = [
    { metric: 'dials', window: 'day', rep: 'ann', value: 2 },
    { metric: 'dials', window: 'day', rep: 'bob', value: 1 },
    { metric: 'dials', window: 'day', team: 'east', value: 4 },
  ]
  const dial = (rep: string, at: string = today) => call(rep, at)

  test('[C18] a goal is celebrated once, by the fact that reaches it', () => {
    const floor = floorWith([rule({ metric: 'dials', crosses: 'goal' })], { goals })
    expect(floor.hears(dial('ann'))).toEqual([])
    expect(floor.causes(dial('ann'))).toMatchObject([
      { id: 'rule:ann:2026-11-20', about: { subject: 'ann', line: 2, was: 1, of: 'rep' } },
    ])
    expect(floor.hears(dial('ann'))).toEqual([])
    expect(floor.hears(dial('eve'))).toEqual([])
  })

  test('[C18] neither a fact of the past nor a withdrawal brings anybody over', () => {
    const floor = floorWith([rule({ metric: 'dials', window: 'month', crosses: { value: 2 } })])
    expect(floor.hears(dial('ann', '2026-11-02T11:00:00Z'))).toEqual([])
    expect(floor.hears(dial('ann', '2026-11-03T11:00:00Z'))).toEqual([])
    expect(floor.hears(dial('ann'))).toEqual([])
    const ofTeam = floorWith([rule({ metric: 'dials', of: 'team', crosses: { value: 2 } })])
    ofTeam.hears({ ...dial('ann'), id: 'x' })
    expect(ofTeam.hears(dial('bob')).toSorted()).toEqual(['rule:all:2026-11-20', 'rule:east:2026-11-20'])
    expect(ofTeam.withdraw('x')).toEqual([])
  })

  test('[C18] money is written in whole units', () => {
    const floor = floorWith([
      rule({ metric: 'revenue', of: 'org', window: 'quarter', crosses: { value: 500 } }),
    ])
    expect(floor.hears(deal('a', 'ann', 499))).toEqual([])
    expect(floor.hears(deal('b', 'bob', 1))).toEqual(['rule:org:2026-10-01'])
  })

  test('[C24] a goal that is raised while it waits is not reached any more', () => {
    const floor = floorWith([rule({ metric: 'dials', crosses: 'goal' })], { goals })
    const [cause] = floor.causes(dial('bob'))
    if (!cause) throw new Error('nothing was found')
    const raised = floorWith([rule({ metric: 'dials', crosses: 'goal' })], {
      goals: [{ metric: 'dials', window: 'day', rep: 'bob', value: 5 }],
    })
    raised.hears(dial('bob'))
    expect([raised.isTrue(cause, '', true), raised.isTrue(cause, '', false)]).toEqual([false, true])
  })

  test('[C23] of the rungs of a ladder the highest that one fact takes', () => {
    const ladder = [{ at: { share: 0.5 } }, { at: { share: 1 }, reward: 'Lunch' }, { at: { value: 100 } }]
    const floor = floorWith([rule({ metric: 'dials', of: 'team', crosses: { ladder } }, { team: 'east' })], {
      goals,
    })
    expect(floor.hears(dial('ann'))).toEqual([])
    expect(floor.hears(dial('ann'))).toEqual(['rule:east:2026-11-20:1'])
    expect(floor.hears(dial('ann'))).toEqual([])
    expect(floor.hears(dial('bob'))).toEqual(['rule:east:2026-11-20:2'])
  })

  test('[C22] everybody on the team, when the last of them reaches their own', () => {
    const floor = floorWith([rule({ metric: 'dials', crosses: 'everybody' }, { team: 'east' })], { goals })
    expect(floor.hears(dial('bob'))).toEqual([])
    expect(floor.hears(dial('ann'))).toEqual([])
    const [cause] = floor.causes(dial('ann'))
    expect(cause).toMatchObject({ id: 'rule:east:2026-11-20', about: { of: 'team', subject: 'east' } })
    expect(floor.hears(dial('ann'))).toEqual([])
  })

  test('[C20] a new number one is alone in front, and was not before', () => {
    const floor = floorWith([rule({ metric: 'dials', crosses: 'first-place' })])
    expect(floor.hears(dial('ann'))).toEqual([])
    expect(floor.hears(dial('bob'))).toEqual([])
    expect(floor.hears(dial('bob'))).toEqual(['rule:bob:2026-11-20'])
    expect(floor.hears(dial('bob'))).toEqual([])
    expect([floor.hears(dial('ann')), floor.hears(dial('ann'))]).toEqual([[], []])
    expect(floor.hears(dial('ann'))).toEqual(['rule:ann:2026-11-20'])
  })

  test('[C19] a record is beyond the best of the windows before', () => {
    const past = (rep: string, counts: readonly number[]) =>
      counts.flatMap((count, back) =>
        Array.from({ length: count }, () =>
          call(rep, `2026-11-${String(19 - back).padStart(2, '0')}T11:00:00Z`),
        ),
      )
    const personal = rule({ metric: 'dials', crosses: { record: 'personal' } })
    const floor = floorWith([personal])
    floor.past(...past('ann', [1, 2, 1]), ...past('bob', [1, 1]))
    expect([floor.hears(dial('ann')), floor.hears(dial('ann'))]).toEqual([[], []])
    expect(floor.hears(dial('ann'))).toEqual(['rule:ann:2026-11-20'])
    expect([floor.hears(dial('ann')), floor.hears(dial('bob')), floor.hears(dial('bob'))]).toEqual([
      [],
      [],
      [],
    ])
    const ofFloor = floorWith([rule({ metric: 'dials', crosses: { record: 'floor' } })])
    ofFloor.past(...past('ann', [1, 3, 1]), ...past('bob', [1]))
    expect([1, 2, 3].map(() => ofFloor.hears(dial('bob')))).toEqual([[], [], []])
    expect(ofFloor.hears(dial('bob'))).toEqual(['rule:bob:2026-11-20'])
  })

  test('[C21] a streak is celebrated at its length and at each multiple of it', () => {
    const floor = floorWith([rule({ metric: 'dials', crosses: { streak: 2 } })], { goals })
    // 18 and 19 November are a Wednesday and a Thursday.
    const on = (day: number) => `2026-11-${day}T11:00:00Z`
    const hears = (day: number) => floor.hears(dial('bob', on(day)), `2026-11-${day}T12:00:00Z`)
    expect(hears(17)).toEqual([])
    expect(hears(18)).toEqual(['rule:bob:2026-11-18:2'])
    expect(hears(18)).toEqual([])
    expect(hears(19)).toEqual([])
    expect(hears(20)).toEqual(['rule:bob:2026-11-20:4'])
    const weekly = floorWith([rule({ metric: 'dials', window: 'week', crosses: { streak: 2 } })], {
      goals: [{ metric: 'dials', window: 'week', rep: 'bob', value: 1 }],
    })
    weekly.past(dial('bob', on(12)))
    expect(weekly.hears(dial('bob', on(19)), on(19))).toEqual(['rule:bob:2026-11-16:2'])
  })

  test('[C13] whoever wants none is in none of their own', () => {
    const people = [person('ann', { celebrate: 'none' }), person('bob')]
    const floor = floorWith(
      [rule({ over: 1 }), { ...rule({ metric: 'dials', crosses: { value: 1 } }), id: 'n' }],
      {
        people,
        teams: [],
        roles: [],
      },
    )
    expect([floor.hears(deal('a', 'ann', 10)), floor.hears(dial('ann'))]).toEqual([[], []])
    expect(floor.hears(dial('bob'))).toEqual(['n:bob:2026-11-20'])
  })
})

describe('days', () => {
  const people = [
    person('ann', { birthday: '11-20', startedOn: '2020-02-29' }),
    person('bob', { birthday: '02-29', startedOn: '2026-11-20', team: 'tokyo' }),
  ]
  const teams = [team('tokyo', { timeZone: 'Asia/Tokyo' })]
  const found = (day: string, since: string, until: string) =>
    floorWith([rule({ day, at: '10:00' })], { people, teams, roles: [] })
      .judge.days.flatMap((each) => each.causes(Date.parse(since), Date.parse(until)))
      .map(({ id, at, about }) => [id, new Date(at).toISOString(), about.kind === 'day' ? about.years : null])

  test('[C25] a birthday is celebrated when its hour has come where the person is, and not before', () => {
    expect(found('birthday', '2026-11-20T00:00:00Z', '2026-11-20T09:59:59Z')).toEqual([])
    expect(found('birthday', '2026-11-20T00:00:00Z', '2026-11-20T10:00:00Z')).toEqual([
      ['rule:ann:2026', '2026-11-20T10:00:00.000Z', null],
    ])
    // The rule is younger than the hour, or it was a day ago.
    expect(found('birthday', '2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z')).toEqual([])
    expect(found('birthday', '2026-11-01T00:00:00Z', '2026-11-21T10:00:01Z')).toEqual([])
    expect(found('birthday', '2026-02-27T12:00:00Z', '2026-02-28T12:00:00Z')).toEqual([])
  })

  test('[C25] 29 February is the 28th where there is none, and an anniversary counts its years', () => {
    expect(found('anniversary', '2026-02-27T12:00:00Z', '2026-02-28T12:00:00Z')).toEqual([
      ['rule:ann:2026', '2026-02-28T10:00:00.000Z', 6],
    ])
    expect(found('anniversary', '2028-02-28T12:00:00Z', '2028-02-29T12:00:00Z')).toEqual([
      ['rule:ann:2028', '2028-02-29T10:00:00.000Z', 8],
    ])
    expect(found('first-day', '2026-11-19T12:00:00Z', '2026-11-20T12:00:00Z')).toEqual([
      ['rule:bob:2026', '2026-11-20T01:00:00.000Z', null],
    ])
  })
})
