import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMapping } from './read-mapping.ts'

const errorsOf = (text: string) => {
  const reading = readMapping(text)
  return reading.ok ? [] : reading.errors.map(({ line, path, message }) => `${line} ${path}: ${message}`)
}
const head = 'source: crm\ntype: deal\nid: Id\ncredits: [{ rep: Owner }]\n'

describe('a mapping', () => {
  test('of the CRM example is good', () => {
    const example = new URL('../../../../examples/crm-export/map.yaml', import.meta.url)
    expect(errorsOf(readFileSync(example, 'utf8'))).toEqual([])
  })

  test('may name a column alone, or say more of a cell', () => {
    expect(readMapping(`${head}fields: { status: Stage, stage: { constant: 3 } }`)).toMatchObject({
      ok: true,
      mapping: { id: ['Id'], skipRows: 0, fields: { status: { column: 'Stage' }, stage: { constant: '3' } } },
    })
  })

  test('names every fault with its line', () => {
    const text = `${head}fields:
  status:
    column: Stage
    values: { won: [Won, Done], lost: Done, closed: Gone }
  createdAt: { column: Created, dateFormat: DD/MM/YYYY HH:mm }
  closedAt: { column: Closed, dateFormat: DD.MM }
  amount: Amount
  owner: Owner
`
    expect(errorsOf(text)).toEqual(['12 fields.owner: is not a key known here'])
    expect(errorsOf(text.replace('  owner: Owner\n', ''))).toEqual([
      '8 fields.status.values.lost: "Done" already stands for "won"',
      '8 fields.status.values.closed: must be open, won or lost',
      '9 fields.createdAt: cannot be read: "DD/MM/YYYY HH:mm" has a time without an offset; say whose time it is with timeZone',
      '10 fields.closedAt: cannot be read: "DD.MM" has no year (YYYY)',
      '11 fields.amount: needs a currency, here or at the top of the mapping',
    ])
  })

  test('needs what its facts need', () => {
    expect(errorsOf('source: x\ntype: activity\nid: Id\nfields: { kind: { constant: call } }')).toEqual([
      '1 credits: is missing',
      '4 fields.at: is missing',
    ])
    expect(errorsOf(`${head}fields: { status: { column: A, constant: won } }`)).toEqual([
      '5 fields.status: needs either a column or a constant',
    ])
  })

  test('gives a share to each credit or to none', () => {
    const credits = 'credits: [{ rep: Owner, share: 0.8 }, { rep: Helper }]'
    expect(errorsOf(`source: crm\ntype: deal\nid: Id\n${credits}\nfields: { status: Stage }`)).toEqual([
      '4 credits: need a share each, or none at all',
    ])
  })

  test.each([
    [
      'fields: { status: S, amount: { column: A, scale: 100 } }',
      'must be minor, 0.01 for hundredths, 1000 for',
    ],
    ['when: {}\nfields: { status: S }', 'must name a column'],
    ['when: { Type: { no: x } }\nfields: { status: S }', 'must be a text, a list of texts, or { not: … }'],
    ['language: German\nfields: { status: S }', 'is not a language such as de or pt-BR'],
    ['fields: { status: [{ is: won }, { is: open }] }', 'must have `when` in every case but the last'],
    ['fields: { status: [{ is: win, when: { A: b } }] }', 'must be open, won or lost'],
    ['fields: { status: { column: A, lookup: { file: x.csv, key: B } } }', 'is missing'],
    ['fields: { status: S, closedAt: { column: B, dateFormat: dd/mm/yyyy } }', 'days are DD or D, months MM'],
    [
      'fields: { status: S, closedAt: { column: B, time: C, dateFormat: D/M/YY H:mm } }',
      'a column of its own',
    ],
  ])('says what is wrong in %s', (text, message) => {
    expect(errorsOf(`${head}currency: USD\n${text}`)).toEqual([expect.stringContaining(message)])
  })
})
