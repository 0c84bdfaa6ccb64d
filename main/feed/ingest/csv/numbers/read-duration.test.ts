import { describe, expect, test } from 'vitest'
import { readDuration } from './read-duration.ts'

const seconds = (text: string, rules = {}) => {
  const reading = readDuration(text, rules)
  return 'fault' in reading ? reading.fault : reading.value
}

describe('[F101] a length of time', () => {
  test.each([
    ['143', 143],
    ['0:02:23', 143],
    ['00:02:23.5', 143.5],
    ['1:00:00', 3600],
    ['27:02:23', 97_343],
    ['1.03:02:23', 97_343],
    ['1 day 03:02:23', 97_343],
    ['2 days, 0:00:01', 172_801],
    ['02:23.5', 143.5],
    ['12m 3s', 723],
    ['12m3s', 723],
    ['1h 2m 3s', 3723],
    ['1h30', 5400],
    ['00h 12m 03s', 723],
    ['1 hr 2 min', 3720],
    ['2 minutes and 23 seconds', 143],
    ['12 Min. 3 Sek.', 723],
    ['1 Std. 2 Min.', 3720],
    ['2 minutes 23 secondes', 143],
    ['1 ч 2 мин', 3720],
    ['2分23秒', 143],
    ['1時間2分', 3720],
    ['12.5 min', 750],
    ['143000 ms', 143],
    ['2\' 23"', 143],
    ['PT2M23S', 143],
    ['P1DT1H', 90_000],
    ['12:02:23 AM', 143],
    ['1900-01-00 00:02:23', 143],
    ['٢ د ٣ ث', 123],
    ['2:23', 'can be 2 minutes or 2 hours; say which with clock: m:ss or clock: h:mm'],
    ['0:75:00', 'is not a length of time'],
    ['-5', 'is not a length of time'],
    ['3s 12m', 'is not a length of time'],
    ['5 apples', 'is not a length of time'],
    ['1,234 s', 'can be 1234 or 1.234'],
  ])('%s', (text, value) => {
    const read = seconds(text)
    if (typeof value === 'string') expect(read).toContain(value)
    else expect(read).toBe(value)
  })

  test('of bare numbers counts what the mapping says', () => {
    expect(seconds('143250', { unit: 'milliseconds' })).toBe(143.25)
    expect(seconds('2,5', { unit: 'minutes' })).toBe(150)
    expect(seconds('0.00165509259', { unit: 'days' })).toBe(143)
    expect(seconds('2:23', { clock: 'm:ss' })).toBe(143)
    expect(seconds('2:23', { clock: 'h:mm' })).toBe(8580)
  })
})
