import { describe, expect, test } from 'vitest'
import { TimeZone } from './text.ts'
import { zoneFault } from './zone-names.ts'

const mustBe = (cities: string): string =>
  `must name the city whose clocks count, so that summer time is theirs: ${cities}`

describe('[W20] a time zone is a city’s, or UTC', () => {
  test.each([
    'UTC',
    'Etc/UTC',
    'Europe/London',
    'America/New_York',
    'America/Argentina/Buenos_Aires',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'Pacific/Apia',
    'Arctic/Longyearbyen',
  ])('%s is taken', (zone) => {
    expect(TimeZone.safeParse(zone).success).toBe(true)
  })

  test.each([
    ['EST', 'America/New_York, or America/Panama where clocks never change'],
    ['MST', 'America/Denver, or America/Phoenix where clocks never change'],
    ['HST', 'Pacific/Honolulu'],
    ['EST5EDT', 'America/New_York, or America/Panama where clocks never change'],
    ['PST8PDT', 'America/Los_Angeles'],
    ['pst', 'America/Los_Angeles'],
    ['BST', 'Europe/London'],
    ['CET', 'Europe/Berlin'],
    ['AEST', 'Australia/Sydney, or Australia/Brisbane where clocks never change'],
    ['GMT', 'Europe/London, or UTC where clocks never change'],
    ['Zulu', 'Europe/London, or UTC where clocks never change'],
    ['Etc/GMT+5', 'America/New_York, or America/Panama where clocks never change'],
    ['Etc/GMT-1', 'Europe/Berlin, or Africa/Lagos where clocks never change'],
    ['GMT+1', 'Europe/Berlin, or Africa/Lagos where clocks never change'],
    ['UTC-5', 'America/New_York, or America/Panama where clocks never change'],
    ['+05:30', 'Asia/Kolkata'],
    ['SystemV/EST5', 'America/New_York, or America/Panama where clocks never change'],
    ['US/Eastern', 'America/New_York'],
    ['Japan', 'Asia/Tokyo'],
    ['GB', 'Europe/London'],
    ['europe/london', 'Europe/London'],
  ])('%s is refused, with the city to use', (zone, cities) => {
    expect(TimeZone.safeParse(zone).error?.issues.map(({ message }) => message)).toEqual([mustBe(cities)])
  })

  test.each(['', 'Mars/Olympus', 'Europe/Nowhere', 'New York', 'Etc/GMT+13', '+25:00', '__proto__'])(
    '"%s" is no zone at all',
    (zone) => {
      expect(zoneFault(zone)).toBe('is not an IANA time zone such as Europe/London')
    },
  )

  test('every zone that the runtime lists by its city is taken, and no other but UTC', () => {
    const refused = Intl.supportedValuesOf('timeZone').filter((zone) => zoneFault(zone) !== null)
    expect(refused.filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))).toEqual([])
  })

  test('every city that is named instead is taken', () => {
    const hours = Array.from({ length: 105 }, (_, index) => (index - 48) / 4)
    const named = hours.flatMap((offset) => {
      const size = Math.abs(offset)
      const minutes = String((size % 1) * 60).padStart(2, '0')
      const fault = zoneFault(`${offset < 0 ? '-' : '+'}${Math.floor(size)}:${minutes}`)
      return [...(fault ?? '').matchAll(/[A-Z]\w+\/\w+/g)].map(([city]) => city)
    })
    expect(named.length).toBeGreaterThan(30)
    expect(named.map(zoneFault).filter((fault) => fault !== null && !fault.startsWith('is not an'))).toEqual(
      [],
    )
    expect(named.filter((city) => city !== 'Europe/London' && zoneFault(city) !== null)).toEqual([])
  })
})
