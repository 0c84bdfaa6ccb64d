// When a contest that comes again is held, against a walk from its first one on.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { floorOf } from '../test-support/test-floor.ts'
import { formatDay, parseDay, partsOf } from '../time/calendar-date.ts'
import { occasionsUntil } from './contest-occasions.ts'
import { createFloorModel } from './floor-model.ts'

const model = createFloorModel(
  floorOf({
    floor: {
      timeZone: 'America/New_York',
      workingDays: ['monday', 'tuesday', 'wednesday', 'friday'],
      holidays: ['2026-11-25', '2026-12-25'],
    },
  }),
)
const first = parseDay('2026-10-31')
const datesOf = (every: 'day' | 'week' | 'month', until: string | undefined, at: string, most: number) =>
  occasionsUntil(
    { from: '2026-10-31', until: '2026-10-31', repeats: { every, ...(until !== undefined && { until }) } },
    model,
    Date.parse(`${at}T17:00:00Z`),
    most,
  ).map(({ on }) => on)

/** Day after day: is one held? The last day of a month stays the last one. */
const walked = (every: 'day' | 'week' | 'month', until: string | undefined, at: string, most: number) => {
  const dates: string[] = []
  for (let day = first; day < first + 1500; day += 1) {
    const isHeld =
      every === 'day'
        ? day === first || model.workingTime.isWorkingDay(day)
        : every === 'week'
          ? (day - first) % 7 === 0
          : partsOf(day + 1).day === 1
    if (!isHeld || (until !== undefined && formatDay(day) > until)) continue
    dates.push(formatDay(day))
    if (formatDay(day) > at) break
  }
  return dates.slice(-most - 1)
}

test('[K8] those of a contest that comes again are the latest that began, and the one after them', () => {
  const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
  const date = fc.integer({ min: -40, max: 1000 }).map((days) => formatDay(first + days))
  fc.assert(
    fc.property(
      fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      fc.option(
        fc.integer({ min: 0, max: 900 }).map((days) => formatDay(first + days)),
        { nil: undefined },
      ),
      date,
      fc.integer({ min: 1, max: 45 }),
      (every, until, at, most) => {
        expect(datesOf(every, until, at, most), `FLOORBOARD_SEED=${seed}`).toEqual(
          walked(every, until, at, most),
        )
      },
    ),
    { seed, numRuns: propertyRuns(200) },
  )
})

test('[K8] one that has come daily for decades has a next one', () => {
  expect(datesOf('day', undefined, '2060-11-17', 1)).toEqual(['2060-11-17', '2060-11-19'])
})
