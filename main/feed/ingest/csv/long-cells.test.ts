// Cells as long as a file: a pattern that takes the square of their length would not come back.
import { describe, expect, test } from 'vitest'
import { createDateReader } from './dates/read-date.ts'
import { readNumber } from './numbers/read-decimal.ts'
import { readDuration } from './numbers/read-duration.ts'
import { isDashAlone, readMoney } from './numbers/read-money.ts'
import { splitRecords } from './split-records.ts'

/** Of a cell: the square of it is more than a test may take. */
const long = 300_000
/** Of a file: more than a record may have. */
const longer = 600_000
const parts = [' ', '0', '1', '9,', ',', '.', "'", '(', '-', '$', '\u00A0', 'a', '%', '/', ':']
const cells = parts.flatMap((part): [string, string][] => {
  const run = part.repeat(long)
  return [
    [`${long} of ${JSON.stringify(part)}`, run],
    [`1, ${long} of ${JSON.stringify(part)}, x`, `1${run}x`],
    [`${long} of ${JSON.stringify(part)} between digits`, `1${run}1`],
  ]
})

const faultOf = (reading: object | string | undefined): unknown =>
  typeof reading === 'object' && 'fault' in reading ? reading.fault : reading

describe.each(cells)('a cell of %s', (_what, text) => {
  test('[F42] is no amount, no number, no length of time and no date, and that is said at once', () => {
    expect(faultOf(readMoney(text, 'USD'))).toMatch(/^is not/)
    expect(faultOf(readNumber(text))).toMatch(/^is not/)
    expect(faultOf(readDuration(text))).toMatch(/^is not/)
    expect(isDashAlone(text, 'USD')).toBe(false)
    for (const format of [undefined, 'ISO', 'DD/MM/YYYY h:mm A', 'epoch-ms']) {
      const dates = createDateReader({ formats: format === undefined ? undefined : [format], zone: 'UTC' })
      expect(faultOf(typeof dates === 'string' ? dates : dates.readWhen(text))).toMatch(/^is not/)
    }
  })
})

test.each([
  ['an open quote', `"${'a\n'.repeat(longer)}`],
  ['nothing but quotes', '"'.repeat(2 * longer)],
  ['quotes in each line', '"a\n'.repeat(longer / 4)],
  ['line ends', '\r\n'.repeat(longer)],
  ['blanks after a quote', `"a"${' '.repeat(longer)}x\n`.repeat(2)],
])('[F42] a file of %s is cut into records at once', async (_what, text) => {
  async function* pieces() {
    for (let at = 0; at < text.length; at += 256 * 1024) yield text.slice(at, at + 256 * 1024)
  }
  let count = 0
  for await (const records of splitRecords(pieces(), ',')) count += records.length
  expect(count).toBeGreaterThanOrEqual(0)
})
