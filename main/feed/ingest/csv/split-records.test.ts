import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RawRecord, splitRecords } from './split-records.ts'

const split = async (text: string, delimiter = ',', pieceLength = text.length || 1): Promise<RawRecord[]> => {
  async function* pieces() {
    for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength)
  }
  const records: RawRecord[] = []
  for await (const batch of splitRecords(pieces(), delimiter))
    for (const record of batch) records.push(record)
  return records
}
const told = async (text: string) =>
  (await split(text)).map(({ line, text: record, fault }) => `${line} ${fault ? `! ${fault}` : record}`)

describe('records', () => {
  test('end with any line end, in one file', async () => {
    expect(await told('a\nb\r\nc\rd\r\n\r\ne')).toEqual(['1 a', '2 b', '3 c', '4 d', '6 e'])
  })

  test('keep the line ends within their quotes, and count them as lines', async () => {
    expect(await told('a,"1\r\n2\n3\r4"\r\nb,5')).toEqual(['1 a,"1\r\n2\n3\r4"', '5 b,5'])
  })

  test('open a quote at the start of a cell only', async () => {
    expect(await told('a,6" pipe\nb, "c\nd"\ne')).toEqual(['1 a,6" pipe', '2 b, "c', '3 d"', '4 e'])
  })

  test('may have spaces between a quote and the delimiter, and quotes in quotes', async () => {
    expect(await told('"a" ,"b ""c"", d" \n"",""""\n')).toEqual(['1 "a" ,"b ""c"", d" ', '2 "",""""'])
  })

  test('with a quote that is never closed cost one row', async () => {
    expect(await told('a,1\nb,"2\nc,3\nd,4')).toEqual([
      '1 a,1',
      '2 ! opens a quote that is never closed',
      '3 c,3',
      '4 d,4',
    ])
  })

  test('with a stray quote cost one row, even where the quote runs into the next one', async () => {
    const fault = '! has a stray quote; inside a quoted cell a quote is written twice ("")'
    expect(await told('a,"x "y" z",1\nb,"2\nc,"3"\nd,4')).toEqual([
      `1 ${fault}`,
      `2 ${fault}`,
      '3 c,"3"',
      '4 d,4',
    ])
  })

  test('of a hundred thousand open quotes are told in time that grows with the file only', async () => {
    const records = await split('a,"b\n'.repeat(100_000))
    expect(records).toHaveLength(100_000)
    expect(records.every(({ fault }) => fault !== null)).toBe(true)
  })

  test('that never end are not held in memory', async () => {
    const endless = `a,1\n${'x'.repeat(1_200_000)}\nb,2\nc,"${'y\n'.repeat(600_000)}"\nd,3`
    const records = await split(endless, ',', 100_000)
    expect(records.slice(0, 4).map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, 'is longer than 1 million characters'],
      [3, null],
      [4, 'opens a quote that is never closed'],
    ])
    expect(records.at(-1)).toMatchObject({ line: 600_005, text: 'd,3' })
  })

  test('are the same wherever the text is cut into pieces', async () => {
    const text = fc
      .array(fc.constantFrom('a', ',', '"', '""', '\n', '\r\n', '\r', ' '))
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (whole, length) => {
        expect(await split(whole, ',', length)).toEqual(await split(whole))
      }),
    )
  })
})
