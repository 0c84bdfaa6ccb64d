import { describe, expect, test } from 'vitest'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
} from '../test-support/test-floor.ts'
import { createStreaks, mostStreakDays, type Streak } from './streak.ts'

/** A Wednesday, in working hours. */
const now = '2026-11-18T12:00:00Z'
const daily = { metric: 'calls', window: 'day', rep: 'ana', value: 2 }

const floor = (goals: readonly object[] = [daily], settings: object = {}, ana: object = {}) =>
  createTestFloor(
    floorOf({
      floor: settings,
      teams: [team('east'), team('west')],
      people: [person('ana', { team: 'east', ...ana })],
      metrics: [
        calls,
        revenue,
        metricOf(
          'talk-rate',
          {
            ratio: ['talks', 'calls'],
          },
          { unit: 'percent' },
        ),
        metricOf('talks', {
          from: 'activity',
          date: 'at',
          where: [{ field: 'outcome', is: 'talk' }],
        }),
      ],
      goals,
    }),
  )

const callsOn = (day: string, count: number, more: object = {}) =>
  Array.from({ length: count }, () => call('ana', day, more))

const streakOf = (under: ReturnType<typeof floor>, at = now, metric = 'calls'): Streak | null => {
  const { model } = under.numbers
  const [plan, member] = [model.metric(metric), model.roster.people[0]]
  if (!plan || !member) throw new Error('the floor lacks its people')
  return createStreaks(under.numbers, plan).of(member, Date.parse(at))
}

describe('a streak', () => {
  test('[B104] counts working days back to the first that was missed', () => {
    const under = floor()
    for (const day of ['11-10', '11-12', '11-13', '11-16', '11-17', '11-18'])
      under.write(...callsOn(`2026-${day}`, 2))
    under.write(...callsOn('2026-11-11', 1))
    expect(streakOf(under)).toEqual({ days: 5, today: 'reached' })
  })

  test('[B104] weekends and holidays neither count nor break, whatever is done on them', () => {
    const under = floor([daily], { holidays: ['2026-11-17'] })
    for (const day of ['13', '14', '16', '18']) under.write(...callsOn(`2026-11-${day}`, 2))
    expect(streakOf(under)).toEqual({ days: 3, today: 'reached' })
    expect(streakOf(under, '2026-11-22T12:00:00Z')).toEqual({ days: 0, today: 'off' })
    under.write(...callsOn('2026-11-19', 2), ...callsOn('2026-11-20', 2))
    expect(streakOf(under, '2026-11-22T12:00:00Z')).toEqual({ days: 5, today: 'off' })
  })

  test('[B104] days of leave and days off break none; on one of them it counts where it was reached all the same', () => {
    const under = floor(
      [daily],
      {},
      { leave: [{ from: '2026-11-12', until: '2026-11-16' }], workingDays: ['monday', 'thursday', 'friday'] },
    )
    for (const day of ['10', '13', '17']) under.write(...callsOn(`2026-11-${day}`, 2))
    // The 11th and the 18th are Wednesdays, the 10th and the 17th Tuesdays.
    expect(streakOf(under)).toEqual({ days: 3, today: 'off' })
    expect(streakOf(floor([daily], {}, { workingDays: ['sunday'] }))).toEqual({ days: 0, today: 'off' })
  })

  test('[B104] today counts once it is reached and breaks nothing before it is over', () => {
    const under = floor()
    under.write(...callsOn('2026-11-16', 2), ...callsOn('2026-11-17', 2), ...callsOn('2026-11-18', 1))
    expect(streakOf(under, '2026-11-18T23:59:59Z')).toEqual({ days: 2, today: 'open' })
    expect(streakOf(under, '2026-11-19T00:00:00Z')).toEqual({ days: 0, today: 'open' })
    under.write(...callsOn('2026-11-18', 1))
    expect(streakOf(under)).toEqual({ days: 3, today: 'reached' })
  })

  test('[B104] what is withdrawn takes the streak with it', () => {
    const under = floor()
    const [first, second] = [call('ana', '2026-11-17'), call('ana', '2026-11-17')]
    under.write(first, second, ...callsOn('2026-11-16', 2))
    expect(streakOf(under)?.days).toBe(2)
    under.withdraw('id' in second ? String(second.id) : '')
    expect(streakOf(under)?.days).toBe(0)
  })

  test('[B105] without a goal for the day it is the week’s share, in whole pieces, more where a holiday is in it', () => {
    const weekly = { metric: 'calls', window: 'week', rep: 'ana', value: 12 }
    const under = floor([weekly], { holidays: ['2026-11-12'] })
    under.write(...callsOn('2026-11-13', 2), ...callsOn('2026-11-16', 3), ...callsOn('2026-11-17', 3))
    // 12 in four days are 3 a day, in five days 2.4.
    expect(streakOf(under)).toEqual({ days: 2, today: 'open' })
    under.write(...callsOn('2026-11-13', 1))
    expect(streakOf(under)?.days).toBe(3)
    expect(streakOf(floor([weekly, { ...daily, value: 1 }]))).toEqual({ days: 0, today: 'open' })
  })

  test('[B105] a week’s goal of money is shared out in minor units, one of a rate holds for each day', () => {
    const money = floor([{ metric: 'revenue', window: 'week', rep: 'ana', value: 0.07 }])
    money.write(win('ana', '2026-11-16', 0.02), win('ana', '2026-11-17', 0.01))
    expect(streakOf(money, '2026-11-17T12:00:00Z', 'revenue')).toEqual({ days: 1, today: 'open' })
    const rate = floor([{ metric: 'talk-rate', window: 'week', rep: 'ana', value: 0.5 }])
    rate.write(...callsOn('2026-11-17', 1), ...callsOn('2026-11-17', 1, { outcome: 'talk' }))
    expect(streakOf(rate, now, 'talk-rate')).toEqual({ days: 1, today: 'open' })
  })

  test('[B105] a day without a goal ends it; without one today there is none', () => {
    const under = floor([{ ...daily, from: '2026-11-17' }])
    for (const day of ['13', '16', '17', '18']) under.write(...callsOn(`2026-11-${day}`, 2))
    expect(streakOf(under)).toEqual({ days: 2, today: 'reached' })
    expect(streakOf(floor([]))).toBeNull()
    expect(streakOf(floor([{ ...daily, value: 0 }]))).toBeNull()
    expect(streakOf(floor([daily], {}, { endedOn: '2026-11-17' }))).toBeNull()
  })

  test('[B105] asked again the next day, it goes by the goals that hold then', () => {
    const under = createTestFloor(
      floorOf({
        roles: [
          { id: 'senior', name: 'Senior' },
          { id: 'junior', name: 'Junior' },
        ],
        people: [person('ana', { role: [{ role: 'senior' }, { role: 'junior', from: '2026-11-18' }] })],
        metrics: [calls],
        goals: [
          { metric: 'calls', window: 'week', role: 'senior', value: 10 },
          { metric: 'calls', window: 'week', role: 'junior', value: 5 },
        ],
      }),
    )
    under.write(...callsOn('2026-11-16', 1), ...callsOn('2026-11-17', 1))
    const { model } = under.numbers
    const [plan, ana] = [model.metric('calls'), model.roster.people[0]]
    if (!plan || !ana) throw new Error('the floor lacks its people')
    const streaks = createStreaks(under.numbers, plan)
    // The week's goal is that of the role held today (G1).
    expect(streaks.of(ana, Date.parse('2026-11-17T12:00:00Z'))?.days).toBe(0)
    expect(streaks.of(ana, Date.parse('2026-11-18T12:00:00Z'))?.days).toBe(2)
  })

  test('[B106] all of a person’s work counts, on whichever team', () => {
    const under = floor([daily], {}, { team: [{ team: 'east' }, { team: 'west', from: '2026-11-17' }] })
    for (const day of ['16', '17', '18']) under.write(...callsOn(`2026-11-${day}`, 2))
    expect(streakOf(under)?.days).toBe(3)
  })

  test('[B106] is counted no further than a year of working days', () => {
    const under = floor([{ ...daily, value: 1 }])
    for (let day = 0; day < 400; day++)
      under.write(call('ana', new Date(Date.parse(now) - day * 86_400_000).toISOString()))
    expect(streakOf(under)).toEqual({ days: mostStreakDays, today: 'reached' })
  })
})
