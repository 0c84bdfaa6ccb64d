import { describe, expect, test } from 'vitest'
import { call, calls, createTestFloor, floorOf, person, team } from '../test-support/test-floor.ts'
import { findExceptions, howCleared, termsOf } from './find-exceptions.ts'
import { createOpenDeals } from './open-deals.ts'

const floorWith = (rule: object, more: object = {}) =>
  floorOf({
    roles: [{ id: 'sdr', name: 'SDR' }],
    teams: [team('here', { timeZone: 'America/New_York' })],
    people: [person('ana', { role: 'sdr', team: 'here' }), person('bo', { role: 'sdr', team: 'here' })],
    metrics: [calls],
    exceptions: [{ id: 'off', name: 'Off', ...rule }],
    ...more,
  })

const lookOn = (file: ReturnType<typeof floorOf>, ...facts: readonly object[]) => {
  const floor = createTestFloor(file)
  floor.write(...facts)
  return (at: string) => {
    const [looked] = findExceptions(floor.numbers, createOpenDeals(), Date.parse(at))
    return looked?.found?.map(({ owner }) => owner) ?? null
  }
}

const twoByWednesday = {
  rep: { metric: 'calls', window: 'week', below: 2, by: { day: 'wednesday', at: '11:00' } },
}

describe('by a time of the week', () => {
  const facts = [
    call('ana', '2026-11-16T15:00:00Z'),
    call('bo', '2026-11-17T15:00:00Z'),
    call('bo', '2026-11-17T15:00:00Z'),
  ]

  test('[E4] nobody is judged before it, and whoever is short is until they are not, or the week ends', () => {
    const floor = createTestFloor(floorWith(twoByWednesday))
    floor.write(...facts)
    const deals = createOpenDeals()
    const at = (when: string) => findExceptions(floor.numbers, deals, Date.parse(when))[0]?.found ?? null
    const who = (when: string) => at(when)?.map(({ owner }) => owner)
    expect(who('2026-11-18T15:59:59Z')).toEqual([])
    expect(who('2026-11-18T16:00:00Z')).toEqual(['ana'])
    const [found] = at('2026-11-20T20:00:00Z') ?? []
    expect(found).toMatchObject({
      since: Date.parse('2026-11-18T16:00:00Z'),
      why: {
        kind: 'value',
        value: 1,
        limit: 2,
        than: 'below',
        start: '2026-11-16',
        by: { day: 'wednesday', at: '11:00' },
      },
    })
    // Monday, by the clock of their office.
    expect(who('2026-11-23T04:59:00Z')).toEqual(['ana'])
    expect(who('2026-11-23T05:00:00Z')).toEqual([])
    const [rule] = floor.numbers.model.file.exceptions
    if (!found || !rule) throw new Error('nothing was found')
    const how = (when: string) =>
      howCleared(floor.numbers, deals, { ...found, terms: termsOf(rule) }, Date.parse(when))
    expect([how('2026-11-21T12:00:00Z'), how('2026-11-23T05:00:00Z')]).toEqual(['mended', 'period over'])
    expect(
      howCleared(floor.numbers, deals, { ...found, terms: 'other' }, Date.parse('2026-11-21T12:00:00Z')),
    ).toBe('rule changed')
  })

  test('[E4] a deadline that a clock change skips is reached at the change; one that clocks show twice, when they show it first', () => {
    const sunday = (at: string) => ({
      rep: { metric: 'calls', window: 'week', below: 2, by: { day: 'sunday', at } },
    })
    const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    // In New York clocks go from 2 to 3 on 8 March 2026, and from 2 back to 1 on 1 November.
    const spring = lookOn(
      floorWith(sunday('02:30'), { floor: { workingDays: everyDay } }),
      call('ana', '2026-03-03T15:00:00Z'),
    )
    expect([spring('2026-03-08T06:59:59Z'), spring('2026-03-08T07:00:00Z')]).toEqual([[], ['ana', 'bo']])
    const autumn = lookOn(
      floorWith(sunday('01:30'), { floor: { workingDays: everyDay } }),
      call('ana', '2026-10-27T15:00:00Z'),
    )
    expect([autumn('2026-11-01T05:29:59Z'), autumn('2026-11-01T05:30:00Z')]).toEqual([[], ['ana', 'bo']])
    // Wednesday at eleven is eleven in the weeks before and after.
    const weekly = lookOn(
      floorWith(twoByWednesday),
      call('ana', '2026-10-27T15:00:00Z'),
      call('ana', '2026-11-03T15:00:00Z'),
    )
    expect([weekly('2026-10-28T14:59:59Z'), weekly('2026-10-28T15:00:00Z')]).toEqual([[], ['ana', 'bo']])
    expect([weekly('2026-11-04T15:59:59Z'), weekly('2026-11-04T16:00:00Z')]).toEqual([[], ['ana', 'bo']])
  })

  test('[E5] nobody is judged who was away on a day of theirs before it, who has just come, or who is gone', () => {
    const away = person('away', {
      role: 'sdr',
      team: 'here',
      leave: [{ from: '2026-11-17', until: '2026-11-17' }],
    })
    const later = person('later', {
      role: 'sdr',
      team: 'here',
      leave: [{ from: '2026-11-19', until: '2026-11-20' }],
    })
    const young = person('young', { role: 'sdr', team: 'here', startedOn: '2026-11-17' })
    const gone = person('gone', { role: 'sdr', team: 'here', endedOn: '2026-11-17' })
    const offOnTuesday = person('part', { role: 'sdr', team: 'here', workingDays: ['monday', 'wednesday'] })
    const look = lookOn(
      floorWith(twoByWednesday, {
        people: [person('bo', { role: 'sdr', team: 'here' }), away, later, young, gone, offOnTuesday],
      }),
      ...facts.slice(1),
    )
    expect(look('2026-11-18T16:00:00Z')).toEqual(['later', 'part'])
  })

  test('[E5] while no source has spoken, nothing can be said', () => {
    expect(lookOn(floorWith(twoByWednesday))('2026-11-18T16:00:00Z')).toBeNull()
  })
})

describe('other numbers', () => {
  test('[E6] well behind in so many windows in a row; the running one counts once half of it is over', () => {
    const file = floorWith(
      { rep: { metric: 'calls', window: 'week', wellBehind: 2 } },
      { goals: [{ metric: 'calls', window: 'week', role: 'sdr', value: 10 }] },
    )
    const many = (rep: string, on: string, count: number) =>
      Array.from({ length: count }, () => call(rep, `${on}T15:00:00Z`))
    const look = lookOn(
      file,
      ...many('ana', '2026-11-03', 5),
      ...many('ana', '2026-11-10', 5),
      ...many('ana', '2026-11-17', 9),
      ...many('bo', '2026-11-03', 5),
      ...many('bo', '2026-11-10', 6),
      ...many('bo', '2026-11-17', 1),
    )
    // Two weeks are over.
    expect(look('2026-11-17T16:00:00Z')).toEqual(['ana'])
    // This one is on its way again.
    expect(look('2026-11-19T16:00:00Z')).toEqual([])
    const [looked] = findExceptions(
      (() => {
        const floor = createTestFloor(file)
        floor.write(...many('ana', '2026-11-03', 5), ...many('ana', '2026-11-10', 5))
        return floor.numbers
      })(),
      createOpenDeals(),
      Date.parse('2026-11-16T16:00:00Z'),
    )
    expect(looked?.found?.find(({ owner }) => owner === 'ana')).toMatchObject({
      since: Date.parse('2026-11-16T05:00:00Z'),
      why: {
        windows: [
          { value: 5, goal: 10, running: false },
          { value: 5, goal: 10, running: false },
        ],
      },
    })
  })

  test('[E6] more than so many of what should stay low, at any time', () => {
    const look = lookOn(
      floorWith({ rep: { metric: 'calls', window: 'last 7 days', above: 1 } }),
      call('ana', '2026-11-16T15:00:00Z'),
      call('ana', '2026-11-17T15:00:00Z'),
      call('bo', '2026-11-17T15:00:00Z'),
    )
    expect(look('2026-11-18T16:00:00Z')).toEqual(['ana'])
  })
})
