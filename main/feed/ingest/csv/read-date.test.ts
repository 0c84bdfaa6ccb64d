import { describe, expect, test } from 'vitest'
import { createDateReader, type DateReader } from './read-date.ts'

const reader = (format?: string, zone?: string): DateReader => {
  const made = createDateReader(format, zone)
  if (typeof made === 'string') throw new Error(made)
  return made
}
const when = (text: string, format?: string, zone?: string) => {
  const reading = reader(format, zone).readWhen(text)
  return 'fault' in reading ? reading.fault : reading.value
}

describe('without a declared format', () => {
  test.each([
    ['2026-11-20', '2026-11-20'],
    ['2026/1/5', '2026-01-05'],
    ['2026-11-20T15:02:10Z', '2026-11-20T15:02:10Z'],
    ['2026-11-20 15:02:10.5+01:00', '2026-11-20T14:02:10.5Z'],
    ['2026-11-20 15:02 -0800', '2026-11-20T23:02:00Z'],
    ['25/04/2026', '2026-04-25'],
    ['04/25/2026', '2026-04-25'],
    ['03.03.2026', '2026-03-03'],
  ])('%s has one reading', (text, value) => {
    expect(when(text)).toBe(value)
  })

  test('a date with two readings is refused with both', () => {
    expect(when('03/04/2026')).toBe(
      'can be 3 April 2026 or 4 March 2026; say which with dateFormat: DD/MM/YYYY or MM/DD/YYYY',
    )
  })

  test.each([
    ['2026-02-30', 'is not a date of the calendar'],
    ['2026-11-20 25:00Z', 'is not a time of the day'],
    ['2026-11-20 10:00', 'has a time, but neither an offset nor a time zone'],
    ['1763650000', 'is only a number'],
    ['03/04/26', 'is not a date such as'],
    ['soon', 'is not a date such as'],
  ])('%s is refused', (text, fault) => {
    expect(when(text)).toContain(fault)
  })

  test('a time without an offset is the declared zone’s', () => {
    expect(when('2026-07-01 10:00', undefined, 'Europe/London')).toBe('2026-07-01T09:00:00Z')
  })
})

describe('with a declared format', () => {
  test.each([
    ['DD/MM/YYYY', '03/04/2026', '2026-04-03'],
    ['M/D/YYYY', '3/4/2026', '2026-03-04'],
    ['M/D/YY', '3/4/69', '2069-03-04'],
    ['M/D/YY', '3/4/70', '1970-03-04'],
    ['D MMM YYYY', '5 jan 2026', '2026-01-05'],
    ['MMMM D, YYYY', 'January 5, 2026', '2026-01-05'],
    ['YYYYMMDD', '20260105', '2026-01-05'],
    ['YYYY-MM-DDTHH:mm:ss.SSSZ', '2026-01-05T10:00:00.250+0530', '2026-01-05T04:30:00.25Z'],
    ['D.M.YYYY [um] H:mm', '5.1.2026 um 9:05', '2026-01-05T08:05:00Z'],
    ['M/D/YY h:mm A', '1/5/26 12:05 AM', '2026-01-04T23:05:00Z'],
    ['M/D/YY h:mm A', '1/5/26 12:05 pm', '2026-01-05T11:05:00Z'],
    ['epoch-seconds', '1763650000', '2025-11-20T14:46:40Z'],
    ['epoch-ms', '1763650000123', '2025-11-20T14:46:40.123Z'],
    ['ISO', '2026-11-20', '2026-11-20'],
    ['ISO', '2026-11-20T15:02+01:00', '2026-11-20T14:02:00Z'],
    ['ISO', '2026-11-20 15:02', '2026-11-20T14:02:00Z'],
  ])('%s reads %s', (format, text, value) => {
    expect(when(text, format, 'Europe/Berlin')).toBe(value)
  })

  test.each([
    [
      'DD/MM/YYYY',
      '2026-04-03',
      'is not written as DD/MM/YYYY; a column of such dates can have dateFormat: ISO',
    ],
    ['ISO', '25/04/2026', 'is not written as ISO'],
    ['ISO', '03/04/2026', 'is not written as ISO'],
    ['DD/MM/YYYY', '31/02/2026', 'is not a date of the calendar'],
    ['M/D/YY h:mm A', '1/5/26 13:05 PM', 'is not a time of the day'],
    ['epoch-seconds', 'yesterday', 'is not a number of seconds'],
  ])('%s refuses %s', (format, text, fault) => {
    expect(when(text, format, 'Europe/Berlin')).toContain(fault)
  })

  test.each([
    ['DD/QQ/YYYY', 'stands for nothing'],
    ['DD/YYYY', 'has no month'],
    ['DD/MM/YYYY h:mm', 'has no half of the day'],
    ['DD/MM/YYYY DD', 'has two places for the day'],
    ['DD/MM/YYYY HH:mm', 'say whose time it is with timeZone'],
  ])('%s itself is refused', (format, sentence) => {
    expect(createDateReader(format, undefined)).toContain(sentence)
  })
})

describe('when clocks change', () => {
  test('a time that was skipped is refused', () => {
    expect(when('2026-03-29 01:30', undefined, 'Europe/London')).toBe(
      'is a time that Europe/London skipped when its clocks went forward',
    )
  })
  test('of a time that came twice the first is taken', () => {
    expect(when('2026-10-25 01:30', undefined, 'Europe/London')).toBe('2026-10-25T00:30:00Z')
  })
})

test('where only the day is wanted, an instant needs a zone to have one', () => {
  expect(reader().readDay('2026-11-20T23:30:00Z')).toEqual({
    fault: expect.stringContaining('say whose day it is'),
  })
  expect(reader(undefined, 'Asia/Tokyo').readDay('2026-11-20T23:30:00Z')).toEqual({ value: '2026-11-21' })
  expect(reader().readDay('2026-11-20')).toEqual({ value: '2026-11-20' })
})
