import { expect, test } from 'vitest'
import { call, calls, createTestFloor, floorOf, person, revenue, win } from '../test-support/test-floor.ts'
import { parseDay } from '../time/calendar-date.ts'
import { rememberedDays } from './contest-steps.ts'

const hour = {
  ...{ id: 'hour', name: 'Hour', counts: 'calls', win: { by: 'most' }, state: 'announced' },
  ...{ from: '2025-01-06T09:00', until: '2025-01-06T10:00', repeats: { every: 'day' } },
}
const year = {
  ...{ id: 'year', name: 'Year', counts: 'revenue', win: { by: 'most' }, state: 'announced' },
  ...{ from: '2025-01-01', until: '2026-12-31' },
}

const floorWith = (...contests: readonly object[]) => {
  const floor = createTestFloor(
    floorOf({ people: [person('ana')], metrics: [calls, revenue], contests: [...contests] }),
  )
  const { contestSteps, model } = floor.engine
  const days = (metric: string): readonly string[] =>
    contestSteps
      .of(model.metric(metric)?.index ?? -1, model.roster.subjectOf('ana') ?? -1)
      .map(({ at }) => new Date(at).toISOString().slice(0, 10))
  return { ...floor, contestSteps, days }
}

test('[K91] what counted in one of many that come again is let go of after a quarter, in a single one it stays', () => {
  const floor = floorWith(hour, year)
  const old = call('ana', '2025-02-03T09:30:00Z', { id: 'old' })
  floor.write(old, call('ana', '2026-11-02T09:30:00Z'), win('ana', '2025-02-03', 100))
  floor.contestSteps.forget(parseDay('2026-11-20'))
  expect(floor.days('calls')).toEqual(['2026-11-02'])
  expect(floor.days('revenue')).toEqual(['2025-02-03'])
  // What comes late, or is taken back, counts nowhere where nothing is kept.
  floor.withdraw('old')
  floor.write(call('ana', '2025-03-03T09:30:00Z'))
  expect(floor.days('calls')).toEqual(['2026-11-02'])
})

test('[K91] the days of the newest one are kept whole, and all that another contest of the metric asks for', () => {
  const today = parseDay('2026-11-20')
  const facts = ['2025-02-03', '2026-08-18', '2026-08-21', '2026-11-19'].map((on) =>
    call('ana', `${on}T09:30:00Z`),
  )
  const repeating = floorWith(hour)
  repeating.write(...facts)
  repeating.contestSteps.forget(today)
  expect(today - rememberedDays).toBeGreaterThan(parseDay('2026-08-18'))
  expect(repeating.days('calls')).toEqual(['2026-08-18', '2026-08-21', '2026-11-19'])
  const both = floorWith(hour, { ...year, counts: 'calls' })
  both.write(...facts)
  both.contestSteps.forget(today)
  expect(both.days('calls')).toHaveLength(4)
})
