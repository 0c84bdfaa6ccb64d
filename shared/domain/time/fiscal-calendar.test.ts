import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FloorSettings } from '../../wire/floor.ts'
import { parseWindow, type WindowSpec } from '../../wire/window.ts'
import { formatDay, includes, parseDay, weekdayOf } from './calendar-date.ts'
import { createFiscalCalendar, undatedDay } from './fiscal-calendar.ts'

const calendarOf = (settings: object) =>
  createFiscalCalendar(FloorSettings.parse({ name: 'F', timeZone: 'UTC', currency: 'USD', ...settings }))

const windowOf = (text: string): WindowSpec => parseWindow(text) ?? { kind: 'all' }

const datesOf = (settings: object, window: string, today: string): string => {
  const { from, to } = calendarOf(settings).resolve(windowOf(window), parseDay(today))
  return `${formatDay(from)} ${formatDay(to)}`
}

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const
const anyDay = fc.integer({ min: parseDay('1990-01-01'), max: parseDay('2060-12-31') })
const anySettings = fc.record(
  {
    weekStartsOn: fc.constantFrom('monday', 'saturday', 'sunday'),
    fiscalYearStartsIn: fc.integer({ min: 1, max: 12 }),
    fiscalWeeks: fc.constantFrom('4-4-5', '4-5-4', '5-4-4'),
  },
  { requiredKeys: ['fiscalYearStartsIn'] },
)

describe('periods', () => {
  test.each([
    ['day', '2024-02-29 2024-03-01'],
    ['yesterday', '2024-02-28 2024-02-29'],
    ['week', '2024-02-26 2024-03-04'],
    ['last week', '2024-02-19 2024-02-26'],
    ['month', '2024-02-01 2024-03-01'],
    ['next month', '2024-03-01 2024-04-01'],
    ['quarter', '2024-01-01 2024-04-01'],
    ['previous quarter', '2023-10-01 2024-01-01'],
    ['next quarter', '2024-04-01 2024-07-01'],
    ['last year', '2023-01-01 2024-01-01'],
    ['last 7 days', '2024-02-23 2024-03-01'],
    ['2024-01-01..2024-02-01', '2024-01-01 2024-02-01'],
  ])('[W2] %s on a leap day is %s', (window, dates) => {
    expect(datesOf({}, window, '2024-02-29')).toBe(dates)
  })

  test.each([
    ['monday', '2026-11-16'],
    ['sunday', '2026-11-15'],
    ['saturday', '2026-11-14'],
    ['friday', '2026-11-20'],
  ])('[W3] a week that starts on %s starts on %s', (weekStartsOn, start) => {
    expect(datesOf({ weekStartsOn }, 'week', '2026-11-20').slice(0, 10)).toBe(start)
  })

  test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    '[W4] a year that starts in month %i holds four quarters of three months',
    (fiscalYearStartsIn) => {
      const calendar = calendarOf({ fiscalYearStartsIn })
      const start = parseDay(`2026-${String(fiscalYearStartsIn).padStart(2, '0')}-01`)
      const year = calendar.period('year', start + 200, 0)
      expect(formatDay(year.from)).toBe(formatDay(start))
      expect(formatDay(year.to)).toBe(`2027${formatDay(start).slice(4)}`)
      let day = year.from
      for (let quarter = 0; quarter < 4; quarter++) {
        const range = calendar.period('quarter', year.from, quarter)
        expect(range.from).toBe(day)
        day = range.to
      }
      expect(day).toBe(year.to)
    },
  )

  test('[W4] the quarter before the first of a fiscal year is the last of the year before', () => {
    expect(datesOf({ fiscalYearStartsIn: 2 }, 'previous quarter', '2026-02-01')).toBe('2025-11-01 2026-02-01')
  })
})

describe('years of weeks', () => {
  // The National Retail Federation's calendar: 4-5-4, Sunday to Saturday, from the Sunday nearest to 1 February.
  const retail = { fiscalWeeks: '4-5-4', fiscalYearStartsIn: 2, weekStartsOn: 'sunday' }

  test.each([
    ['2021-06-01', '2021-01-31 2022-01-30'],
    ['2022-06-01', '2022-01-30 2023-01-29'],
    ['2023-06-01', '2023-01-29 2024-02-04'],
    ['2024-06-01', '2024-02-04 2025-02-02'],
    ['2025-06-01', '2025-02-02 2026-02-01'],
  ])('[W5] the retail year around %s runs %s', (today, dates) => {
    expect(datesOf(retail, 'year', today)).toBe(dates)
  })

  test('[W6] a 53rd week belongs to the last month of its year', () => {
    expect(datesOf(retail, 'month', '2024-02-03')).toBe('2023-12-31 2024-02-04')
    expect(datesOf(retail, 'quarter', '2024-02-03')).toBe('2023-10-29 2024-02-04')
  })

  test.each([
    ['4-4-5', [28, 28, 35]],
    ['4-5-4', [28, 35, 28]],
    ['5-4-4', [35, 28, 28]],
  ])('[W6] the months of a %s quarter are %j days', (fiscalWeeks, lengths) => {
    const calendar = calendarOf({ fiscalWeeks })
    const { from } = calendar.period('year', parseDay('2025-06-01'), 0)
    const months = [0, 1, 2].map((offset) => calendar.period('month', from, offset))
    expect(months.map((month) => month.to - month.from)).toEqual(lengths)
  })

  test('[W5] a day before the 1st of January may open the new year', () => {
    expect(datesOf({ fiscalWeeks: '4-4-5' }, 'year', '2025-12-30')).toBe('2025-12-29 2027-01-04')
    expect(datesOf({ fiscalWeeks: '4-4-5' }, 'year', '2027-01-03')).toBe('2025-12-29 2027-01-04')
  })

  test('[W21] every year to a last weekday is 52 or 53 weeks, and the week after its end holds the 1st', () => {
    fc.assert(
      fc.property(
        anyDay,
        anySettings.filter(({ fiscalWeeks }) => fiscalWeeks !== undefined),
        (day, settings) => {
          const { from, to } = calendarOf({ ...settings, fiscalYearEnds: 'last' }).period('year', day, 0)
          expect([364, 371]).toContain(to - from)
          const firstWeek = [0, 1, 2, 3, 4, 5, 6].map((shift) => formatDay(from + shift).slice(5))
          expect(firstWeek).toContain(`${String(settings.fiscalYearStartsIn).padStart(2, '0')}-01`)
        },
      ),
    )
  })

  test('[W5] every year is 52 or 53 weeks and starts at most three days from its 1st', () => {
    fc.assert(
      fc.property(
        anyDay,
        anySettings.filter(({ fiscalWeeks }) => fiscalWeeks !== undefined),
        (day, settings) => {
          const { from, to } = calendarOf(settings).period('year', day, 0)
          expect([364, 371]).toContain(to - from)
          const days = [-3, -2, -1, 0, 1, 2, 3].map((shift) => formatDay(from + shift).slice(5))
          expect(days).toContain(`${String(settings.fiscalYearStartsIn).padStart(2, '0')}-01`)
          expect(weekdayOf(from)).toBe(
            { monday: 0, saturday: 5, sunday: 6 }[settings.weekStartsOn ?? 'monday'],
          )
        },
      ),
    )
  })
})

describe('years that end on the last weekday of a month', () => {
  // Apple's: to the last Saturday of September; the year to 30 September 2023 had 53 weeks.
  const september = {
    fiscalWeeks: '5-4-4',
    fiscalYearStartsIn: 10,
    weekStartsOn: 'sunday',
    fiscalYearEnds: 'last',
  }
  test.each([
    ['2022-06-01', '2021-09-26 2022-09-25'],
    ['2023-06-01', '2022-09-25 2023-10-01'],
    ['2024-06-01', '2023-10-01 2024-09-29'],
    ['2025-06-01', '2024-09-29 2025-09-28'],
  ])('[W21] the year around %s runs %s', (today, dates) => {
    expect(datesOf(september, 'year', today)).toBe(dates)
  })

  // To the last Saturday of January, where the nearest one is in February of some years.
  const january = { fiscalWeeks: '4-5-4', fiscalYearStartsIn: 2, weekStartsOn: 'sunday' }
  test('[W21] on the last Saturday of January, and not on the one nearest to its end', () => {
    expect(datesOf({ ...january, fiscalYearEnds: 'last' }, 'year', '2023-06-01')).toBe(
      '2023-01-29 2024-01-28',
    )
    expect(datesOf({ ...january, fiscalYearEnds: 'nearest' }, 'year', '2023-06-01')).toBe(
      '2023-01-29 2024-02-04',
    )
  })

  test('[W21] a year that ends in December is called by the year in which it ends', () => {
    const calendar = calendarOf({ fiscalWeeks: '4-4-5', fiscalYearEnds: 'last', weekStartsOn: 'saturday' })
    const day = parseDay('2026-12-27')
    expect(formatDay(calendar.period('year', day, 0).from)).toBe('2026-12-26')
    expect(calendar.label(windowOf('year'), day)).toBe('2027')
  })
})

describe('any calendar', () => {
  test('[W1] periods of every grain follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(
        anyDay,
        anySettings,
        fc.constantFrom(...grains),
        fc.integer({ min: -9, max: 9 }),
        (day, settings, grain, offset) => {
          const calendar = calendarOf(settings)
          expect(includes(calendar.period(grain, day, 0), day)).toBe(true)
          const [here, next] = [calendar.period(grain, day, offset), calendar.period(grain, day, offset + 1)]
          expect(here.to).toBe(next.from)
          expect(here.from).toBeLessThan(here.to)
          expect(calendar.period(grain, here.to - 1, 0)).toEqual(here)
        },
      ),
    )
  })
})

describe('windows that are no periods', () => {
  test('[W9] overdue is every day before today, older than N days what lies more than N days back', () => {
    const calendar = calendarOf({})
    const today = parseDay('2026-11-20')
    expect(includes(calendar.resolve(windowOf('overdue'), today), today - 1)).toBe(true)
    expect(includes(calendar.resolve(windowOf('overdue'), today), today)).toBe(false)
    expect(includes(calendar.resolve(windowOf('older than 14 days'), today), today - 14)).toBe(false)
    expect(includes(calendar.resolve(windowOf('older than 14 days'), today), today - 15)).toBe(true)
  })

  test.each(['overdue', 'year', '..2026-01-01', '2026-01-01..'])(
    '[W10] %s holds nothing undated',
    (window) => {
      expect(includes(calendarOf({}).resolve(windowOf(window), parseDay('2026-11-20')), undatedDay)).toBe(
        false,
      )
    },
  )

  test('[W12] an open end holds every dated fact on its side', () => {
    const calendar = calendarOf({})
    expect(calendar.resolve(windowOf('2026-01-01..'), 0).to).toBe(Number.POSITIVE_INFINITY)
    const before = calendar.resolve(windowOf('..2026-01-01'), 0)
    // An instant of 1970-01-01 in UTC is the evening before in New York.
    expect(includes(before, parseDay('1969-12-31'))).toBe(true)
    expect(includes(before, parseDay('2026-01-01'))).toBe(false)
  })
})

describe('labels', () => {
  test.each([
    [{}, 'quarter', 'Q4 2026'],
    [{}, 'year', '2026'],
    [{}, 'month', 'November 2026'],
    [{}, 'week', 'Week of Nov 16'],
    [{}, 'day', 'Fri, Nov 20'],
    [{ fiscalYearStartsIn: 2 }, 'quarter', 'Q4 FY27'],
    [{ fiscalYearStartsIn: 2 }, 'year', 'FY27'],
    [{ fiscalYearStartsIn: 12 }, 'year', 'FY26'],
    [{ fiscalYearStartsIn: 2, fiscalYearNamedAfter: 'start' }, 'year', 'FY26'],
    [{ fiscalYearStartsIn: 2, fiscalYearNamedAfter: 'end' }, 'quarter', 'Q4 FY27'],
    [{ fiscalYearStartsIn: 7, fiscalYearNamedAfter: 'start' }, 'quarter', 'Q2 FY26'],
    [{ fiscalYearNamedAfter: 'start' }, 'year', '2026'],
    [{ fiscalWeeks: '4-4-5', fiscalYearStartsIn: 10 }, 'month', 'Month 2, FY27'],
    [{}, 'last 28 days', 'Last 28 days'],
    [{}, 'last 1 day', 'Today'],
    [{}, 'older than 14 days', 'Older than 14 days'],
    [{}, 'overdue', 'Before today'],
    [{}, 'all', 'All time'],
  ])('[W11] with %j, %s is called %s', (settings, window, label) => {
    expect(calendarOf(settings).label(windowOf(window), parseDay('2026-11-20'))).toBe(label)
  })
})
