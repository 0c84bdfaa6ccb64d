import { describe, expect, test } from 'vitest'
import { locales } from '../locales.ts'
import { createDateReader, type DateReader } from './read-date.ts'

const reader = (format?: string, zone?: string): DateReader => {
  const made = createDateReader({ ...(format !== undefined && { formats: [format] }), zone })
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
    ['2026. 11. 20.', '2026-11-20'],
    ['20. 11. 2026.', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['2026년 11월 20일', '2026-11-20'],
    ['20261120', '2026-11-20'],
    ['20261120T150210Z', '2026-11-20T15:02:10Z'],
    ['２０２６／１１／２０', '2026-11-20'],
    ['\u200f٢٠/١١/٢٠٢٦', '2026-11-20'],
    ['Fri 11/20/2026', '2026-11-20'],
    ['Freitag, 20.11.2026', '2026-11-20'],
    ['2026/11/20(金)', '2026-11-20'],
    ['2026-11-20Z', '2026-11-20'],
    ['2026-11-20-08:00', '2026-11-20'],
    ['2026-11-20 24:00Z', '2026-11-21T00:00:00Z'],
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
    ['176365000', 'is only a number'],
    ['1.76365E+12', 'is a number that a spreadsheet shortened'],
    ['45981', "is only a number; if it is a spreadsheet's number of a day, say so with dateFormat: excel"],
    ['20/11/2569', 'has the year 2569; if that is of the Buddhist era, say so with dateFormat: DD/MM/BBBB'],
    ['2026-11-20 10:00 CST', 'ends in "CST", which is no offset that can be told'],
    ['20 Listopad 2026', 'has "Listopad", which is November in Czech and October in Croatian'],
    ['2026-11-20 3 11', 'is not a date such as'],
    [
      '03/04/26',
      'has a year of two digits; say which part it is with dateFormat, such as DD/MM/YY or M/D/YY',
    ],
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
    [
      'DD/MM/YYYY',
      '45981',
      "is not written as DD/MM/YYYY; if some of the column are a spreadsheet's numbers of days, say dateFormat: [DD/MM/YYYY, excel]",
    ],
    ['YYYY-MM-DD HH:mm', '2026-11-20 15:02 (GMT+1)', 'is not written as YYYY-MM-DD HH:mm'],
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
    expect(createDateReader({ formats: [format] })).toContain(sentence)
  })
})

describe('[F96] an offset that is written goes before the declared zone', () => {
  test.each([
    ['2026-11-20 15:02:10 UTC', '2026-11-20T15:02:10Z'],
    ['2026-11-20 15:02:10 GMT', '2026-11-20T15:02:10Z'],
    ['2026-11-20T15:02:10.123456789012Z', '2026-11-20T15:02:10.123456789Z'],
    ['2026-11-20 15:02:10 +0000 UTC', '2026-11-20T15:02:10Z'],
    ['2026-11-20 15:02:10-05', '2026-11-20T20:02:10Z'],
    ['2026-11-20 15:02:10 GMT-0500', '2026-11-20T20:02:10Z'],
    ['2026-11-20 15:02:10 UTC+5:30', '2026-11-20T09:32:10Z'],
    ['2026-11-20T15:02:10+01:00[Europe/Paris]', '2026-11-20T14:02:10Z'],
    ['Fri Nov 20 2026 15:02:10 GMT+0100 (Central European Standard Time)', '2026-11-20T14:02:10Z'],
    ['2026-11-20 15:02 (GMT+1)', '2026-11-20T14:02:00Z'],
    ['Fri, 20 Nov 2026 15:02:10 -0800', '2026-11-20T23:02:10Z'],
    ['Nov 20, 2026 3:02 PM EST', '2026-11-20T20:02:00Z'],
    ['2026-11-20 15:02', '2026-11-20T06:02:00Z'],
    ['2026-11-20 15:02 JST', '2026-11-20T06:02:00Z'],
  ])('%s', (text, value) => {
    expect(when(text, undefined, 'Asia/Tokyo')).toBe(value)
  })

  test.each([
    ['YYYY-MM-DD HH:mm:ss', '2026-11-20 15:02:10 UTC', '2026-11-20T15:02:10Z'],
    ['YYYY-MM-DD HH:mm:ss', '2026-11-20 15:02:10+02:00', '2026-11-20T13:02:10Z'],
    ['YYYY-MM-DD HH:mm:ss [UTC]', '2026-11-20 15:02:10 UTC', '2026-11-20T15:02:10Z'],
    ['YYYY-MM-DDTHH:mm:ss[Z]', '2026-11-20T15:02:10Z', '2026-11-20T15:02:10Z'],
    ['YYYY-MM-DD HH:mm:ss UTC', '2026-11-20 15:02:10 UTC', '2026-11-20T15:02:10Z'],
    ['ISO', '2026-11-20 15:02:10Z', '2026-11-20T15:02:10Z'],
  ])('also where %s has none: %s', (format, text, value) => {
    expect(when(text, format, 'Asia/Tokyo')).toBe(value)
  })

  test('a short name that is of several zones is understood where the declared one has it, also in the hour that comes twice', () => {
    expect(when('2026-11-20 15:02 CST', undefined, 'America/Chicago')).toBe('2026-11-20T21:02:00Z')
    expect(when('2026-11-01 01:30 CDT', undefined, 'America/Chicago')).toBe('2026-11-01T06:30:00Z')
    expect(when('2026-11-01 01:30 CST', undefined, 'America/Chicago')).toBe('2026-11-01T07:30:00Z')
    expect(when('2026-07-20 15:02 BST', undefined, 'Europe/London')).toBe('2026-07-20T14:02:00Z')
    expect(when('2026-07-20 15:02 IST', undefined, 'Asia/Kolkata')).toBe('2026-07-20T09:32:00Z')
    expect(when('2026-07-20 15:02 IST', undefined, 'Europe/London')).toContain(
      'is no offset that can be told',
    )
  })
})

describe('times as people and programs write them', () => {
  test.each([
    ['2026-11-20 15h02', '15:02:00'],
    ['20.11.2026 15.02.10', '15:02:10'],
    ['20/11/2026 a las 15:02', '15:02:00'],
    ['20/11/2026, 15:02', '15:02:00'],
    ['20.11.2026 um 15:02 Uhr', '15:02:00'],
    ['20/11/2026 5 pm', '17:00:00'],
    ['20/11/2026 3:02:10 p.m.', '15:02:10'],
    ['20/11/2026 12:02 a. m.', '00:02:00'],
    ['2026/11/20 下午3:02:10', '15:02:10'],
    ['2026-11-20 오후 3:02', '15:02:00'],
    ['2026年11月20日 15时02分10秒', '15:02:10'],
    ['20/11/2026 3:02 μ.μ.', '15:02:00'],
    ['20/11/2026 3:02 م', '15:02:00'],
    ['20-NOV-26 03.02.10.123456 PM', '15:02:10.123456'],
    ['2026-11-20 15:02:10,5', '15:02:10.5'],
    ['2026-11-20 - 15:02', '15:02:00'],
  ])('%s', (text, time) => {
    expect(when(text, undefined, 'UTC')).toBe(`2026-11-20T${time}Z`)
  })

  test.each([
    ['YYYY-MM-DD HH:mm:ss.SSS', '2026-11-20 15:02:10', '15:02:10'],
    ['YYYY-MM-DD HH:mm:ss.SSS', '2026-11-20 15:02:10.1234567', '15:02:10.1234567'],
    ['YYYY-MM-DD HH:mm:ss', '2026-11-20 15:02:10.5', '15:02:10.5'],
    ['ddd MMM D YYYY HH:mm', 'Fri Nov 20 2026 15:02', '15:02:00'],
    ['D/M/YYYY h:mm A', '20/11/2026 3:02 odp.', '15:02:00'],
  ])('%s reads %s', (format, text, time) => {
    expect(when(text, format, 'UTC')).toBe(`2026-11-20T${time}Z`)
  })
})

describe('[F97] numbers that count time', () => {
  test.each([
    [undefined, '1763650000', '2025-11-20T14:46:40Z'],
    [undefined, '1763650000123', '2025-11-20T14:46:40.123Z'],
    [undefined, '1763650000.25', '2025-11-20T14:46:40.25Z'],
    ['excel', '45981', '2025-11-20'],
    ['excel', '45981,626504629', '2025-11-20T15:02:10Z'],
    ['excel', '45981.0', '2025-11-20'],
    ['excel-1904', '44519', '2025-11-20'],
    ['epoch-seconds', '1763650000123', 'is later than the year 2200 in epoch-seconds; is it in epoch-ms?'],
    ['excel', '20/11/2026', "is not a spreadsheet's number of a day, such as 45981"],
  ])('under %s: %s', (format, text, value) => {
    expect(when(text, format, 'UTC')).toBe(value)
  })
})

describe('[F98] months', () => {
  test.each([
    ['20 Sept 2026', '2026-09-20'],
    ['20. September 2026', '2026-09-20'],
    ['1er février 2026', '2026-02-01'],
    ['20 févr. 2026', '2026-02-20'],
    ['20 de noviembre de 2026', '2026-11-20'],
    ['20-ago-26', '2026-08-20'],
    ['20 Mrz 2026', '2026-03-20'],
    ['20. Mär. 2026', '2026-03-20'],
    ['20 янв. 2026', '2026-01-20'],
    ['20 ноября 2026 г., 15:02', '2026-11-20T15:02:00Z'],
    ['20 listopada 2026', 'has "listopada", which is'],
    ['20 paź 2026', '2026-10-20'],
    ['20 Kas 2026', '2026-11-20'],
    ['20 พ.ย. 2026', '2026-11-20'],
    ['20 نوفمبر 2026', '2026-11-20'],
    ['20 تشرين الثاني 2026', '2026-11-20'],
    ['Nov 20th, 2026', '2026-11-20'],
    ['Friday, November 20, 2026', '2026-11-20'],
    ['vendredi 20 novembre 2026', '2026-11-20'],
    ['mar. 20 janv. 2026', '2026-01-20'],
    ['2026. november 20.', '2026-11-20'],
    ['2026-Nov-20', '2026-11-20'],
    ['20NOV2026', '2026-11-20'],
    ['20 Smarch 2026', 'is not a date such as'],
  ])('of %s', (text, value) => {
    expect(when(text, undefined, 'UTC')).toContain(value)
  })

  test('of two languages need to be told which', () => {
    const read = (language: string, format = 'D MMMM YYYY') => {
      const dates = createDateReader({ formats: [format], language })
      return typeof dates === 'string' ? dates : dates.readWhen('20 listopad 2026')
    }
    expect(read('hr')).toEqual({ value: '2026-10-20' })
    expect(read('cs')).toEqual({ value: '2026-11-20' })
    expect(read('de')).toEqual({ fault: 'is not written as D MMMM YYYY' })
  })

  test.each([
    ['D MMM YYYY', '20 févr. 2026', '2026-02-20'],
    ['D. MMMM YYYY', '20. März 2026', '2026-03-20'],
    ['D [de] MMMM [de] YYYY', '20 de novembro de 2026', '2026-11-20'],
    ['DD-MMM-YY', '20-sept-26', '2026-09-20'],
    ['YYYY年M月D日', '2026年3月4日', '2026-03-04'],
    ['DD/MM/BBBB', '20/11/2569', '2026-11-20'],
  ])('%s reads %s', (format, text, value) => {
    expect(when(text, format)).toBe(value)
  })

  test('of every language come back as they are written', () => {
    for (const locale of locales) {
      const style = { day: 'numeric', month: 'long', year: 'numeric' } as const
      const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC', calendar: 'gregory' })
      for (let month = 0; month < 12; month++) {
        const text = format.format(Date.UTC(2026, month, 20))
        const dates = createDateReader({ language: locale })
        const reading = typeof dates === 'string' ? { fault: dates } : dates.readWhen(text)
        const expected = `2026-${String(month + 1).padStart(2, '0')}-20`
        if ('value' in reading) expect(reading.value, `${locale}: ${text}`).toBe(expected)
        else unread.add(locale)
      }
    }
    // Their orders and endings are their own; a format with [brackets] reads them.
    expect([...unread].sort()).toEqual(['ckb', 'eu', 'kk', 'ku', 'ky', 'lv', 'mn', 'mt'])
  })
  const unread = new Set<string>()
})

describe('[F99] days', () => {
  test.each([
    ['day', '2018-12-19 00:00:00', '2018-12-19'],
    ['day', '2018-12-19T23:30:00+09:00', '2018-12-19'],
    ['day', '2018-12-19T23:30:00-08:00', '2018-12-19'],
    ['day', '2018-12-19T01:30:00Z', '2018-12-18'],
    ['day M/D/YYYY h:mm A', '12/19/2018 12:00 AM', '2018-12-19'],
    ['day epoch-ms', '1545177600000', '2018-12-18'],
    ['instant', '2018-12-19 00:00:00', '2018-12-19T05:00:00Z'],
  ])('%s reads %s', (format, text, value) => {
    expect(when(text, format, 'America/New_York')).toBe(value)
  })

  test('need no zone', () => {
    expect(when('12/19/2018 0:00', 'day M/D/YYYY H:mm')).toBe('2018-12-19')
    expect(createDateReader({ formats: ['day ISO', 'DD/MM/YYYY'] })).toContain(
      'before every format, or before none',
    )
  })
})

describe('several formats', () => {
  const read = (text: string, ...formats: readonly string[]) => {
    const dates = createDateReader({ formats, zone: 'UTC' })
    return typeof dates === 'string' ? dates : dates.readWhen(text)
  }
  test('read what any of them fits', () => {
    expect(read('20/11/2025', 'DD/MM/YYYY', 'excel')).toEqual({ value: '2025-11-20' })
    expect(read('45981', 'DD/MM/YYYY', 'excel')).toEqual({ value: '2025-11-20' })
  })
  test('refuse what two of them fit in different ways', () => {
    expect(read('03/04/2026', 'DD/MM/YYYY', 'MM/DD/YYYY')).toEqual({
      fault: 'can be 2026-04-03 or 2026-03-04: it is written as several of DD/MM/YYYY, MM/DD/YYYY',
    })
  })
})

describe('date and time in two columns', () => {
  const read = (date: string, time: string, format?: string) => {
    const formats = format === undefined ? undefined : [format]
    const dates = createDateReader({ formats, zone: 'Europe/Berlin', timeApart: true })
    return typeof dates === 'string' ? dates : dates.readWhen(date, time)
  }
  test.each([
    ['2026-11-20', '15:02', '2026-11-20T14:02:00Z'],
    ['2026-11-20', '3:02:10 PM', '2026-11-20T14:02:10Z'],
    ['2026-11-20 00:00:00', '1899-12-30 15:02:10', '2026-11-20T14:02:10Z'],
    ['2026-11-20', '0.626504629', '2026-11-20T14:02:10Z'],
    ['2026-11-20', '15:02 +02:00', '2026-11-20T13:02:00Z'],
    ['2026-11-20', '', '2026-11-20'],
  ])('%s and %s', (date, time, value) => {
    expect(read(date, time)).toEqual({ value })
  })
  test('have to fit', () => {
    expect(read('03/04/2026', '15:02', 'DD/MM/YYYY')).toEqual({ value: '2026-04-03T13:02:00Z' })
    expect(read('2026-11-20', 'noon')).toEqual({
      fault: 'stands beside "noon", which is not a time of the day',
    })
    expect(read('2026-11-20 10:00', '15:02')).toEqual({
      fault: 'has a time itself, beside "15:02" in the column of times',
    })
    expect(read('x', '15:02', 'DD/MM/YYYY HH:mm')).toContain('is read from a column of its own')
  })
})

describe('when clocks change', () => {
  test('[F100] a midnight that was skipped is the first instant of its day, and that is noted', () => {
    const dates = reader(undefined, 'America/Sao_Paulo')
    expect(dates.readWhen('2018-11-04 00:00:00')).toEqual({
      value: '2018-11-04T03:00:00Z',
      note: "the clocks of America/Sao_Paulo skipped a midnight, which is read as the day's first instant",
    })
    expect(dates.readWhen('2018-11-05 00:00:00')).toEqual({ value: '2018-11-05T02:00:00Z' })
  })
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
