import { describe, expect, test } from 'vitest'
import { readMapping } from './read-mapping.ts'
import { createRowToFact } from './row-to-fact.ts'

/** What a mapping (its head left out) makes of one row. */
const factOf = (mapping: string, row: Readonly<Record<string, string>>) => {
  const reading = readMapping(`source: crm\nid: Id\n${mapping}`)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  const header = ['Id', ...Object.keys(row)]
  const made = createRowToFact(reading.mapping, header)(['7', ...Object.values(row)])
  return 'fault' in made ? made.fault : made.value
}

const deal = (cells: string, credits = '[{ rep: Owner }]') =>
  `type: deal\ncredits: ${credits}\nfields: { status: { constant: open }, ${cells} }`
const owner = { Owner: 'ana' }

describe('a row', () => {
  test('becomes a deal', () => {
    const mapping = `type: deal
timeZone: Europe/London
credits: [{ rep: Owner, role: owner }]
fields:
  status: { column: Stage, values: { won: Closed Won, open: [New, Talks] } }
  stage: Stage
  product: { column: Product, aliases: { GTXPro: GTX Pro } }
  amount: { column: Amount, currency: { column: Currency, default: USD }, decimal: "," }
  createdAt: { column: Created, dateFormat: DD/MM/YYYY HH:mm }
  expectedCloseOn: Due
  fields: { Seats: { column: Seats, as: number, decimal: "," }, Partner: { column: Partner, as: boolean } }
`
    const row = {
      Owner: ' Ana Lima ',
      Stage: 'Closed Won',
      Product: 'GTXPro',
      Amount: '1.234,50',
      Currency: 'eur',
      Created: '01/07/2026 10:00',
      Due: '2026-09-30',
      Seats: '12,0',
      Partner: 'yes',
    }
    expect(factOf(mapping, row)).toEqual({
      source: 'crm',
      id: '7',
      type: 'deal',
      status: 'won',
      stage: 'Closed Won',
      product: 'GTX Pro',
      amount: { minor: 123450, currency: 'EUR' },
      createdAt: '2026-07-01T09:00:00Z',
      expectedCloseOn: '2026-09-30',
      fields: Object.assign(Object.create(null), { Partner: true, Seats: 12 }),
      credits: [{ rep: 'Ana Lima', role: 'owner' }],
    })
  })

  test('becomes an activity', () => {
    const mapping =
      'type: activity\ncredits: [{ rep: Owner }]\nfields: { kind: { constant: call }, at: At, durationSeconds: { column: Length, default: 0 } }'
    expect(factOf(mapping, { ...owner, At: '2026-11-20T15:02:10Z', Length: '' })).toEqual({
      source: 'crm',
      id: '7',
      type: 'activity',
      kind: 'call',
      at: '2026-11-20T15:02:10Z',
      durationSeconds: 0,
      credits: [{ rep: 'ana' }],
    })
  })

  test('[F20] has the version that its column says: digits are a number, anything else is a date', () => {
    const read = (version: string, more = '') =>
      factOf(`${more}${deal('version: Rev')}`, { ...owner, Rev: version })
    expect(read('42')).toMatchObject({ version: 42 })
    expect(read('1732123456789')).toMatchObject({ version: 1_732_123_456_789 })
    expect(read('2026-11-20T10:00:00Z')).toMatchObject({ version: '2026-11-20T10:00:00Z' })
    expect(read('20.11.2026', 'dateFormat: DD.MM.YYYY\n')).toMatchObject({ version: '2026-11-20' })
    expect(read('')).not.toHaveProperty('version')
    expect(read('soon')).toContain('Rev "soon"')
    expect(
      factOf(deal('version: { column: Rev, dateFormat: DDMMYYYY }'), { ...owner, Rev: '20112026' }),
    ).toMatchObject({ version: '2026-11-20' })
  })

  test('[F24] finds the spellings of its tables whatever white space is in them', () => {
    const table =
      'type: deal\ncredits: [{ rep: Owner }]\nfields: { status: { column: S, values: { won: Closed Won } } }'
    expect(factOf(table, { ...owner, S: 'Closed\u00a0 Won\u200b' })).toMatchObject({ status: 'won' })
  })

  test('leaves out what is empty, or takes the default', () => {
    expect(
      factOf(deal('name: Name, account: { column: Account, default: "-" }'), {
        ...owner,
        Name: ' ',
        Account: '',
      }),
    ).toMatchObject({ account: '-' })
    expect(factOf(deal('name: Name'), { ...owner, Name: '' })).not.toHaveProperty('name')
  })

  test('tells all that is wrong with it, by column', () => {
    const mapping = deal(
      'createdAt: Created, amount: { column: Amount, currency: USD }, stage: { column: Stage, values: { New: [new] } }',
    )
    expect(factOf(mapping, { Owner: '', Created: '03/04/2026', Amount: '1,054', Stage: 'x' })).toBe(
      [
        'Stage "x" is not one of New, new',
        'Amount "1,054" can be 1054 or 1.054; say which with decimal: "." or decimal: ","',
        'Created "03/04/2026" can be 3 April 2026 or 4 March 2026; say which with dateFormat: DD/MM/YYYY or MM/DD/YYYY',
        'credits nobody: Owner is empty',
      ].join('; '),
    )
  })

  test('with a spelling that differs by its capitals alone is told of the one that was meant', () => {
    const mapping = deal('stage: { column: Stage, values: { Won: [Closed Won] } }')
    expect(factOf(mapping, { ...owner, Stage: 'closed won' })).toBe(
      'Stage "closed won" is not one of Won, Closed Won; "Closed Won" differs in its capitals',
    )
  })

  test('whose currency is none is refused', () => {
    const mapping = deal('amount: { column: Amount, currency: { column: Currency } }')
    expect(factOf(mapping, { ...owner, Amount: '5', Currency: 'XXQ' })).toBe(
      'Amount "5" is in "XXQ", which is not an ISO 4217 currency code',
    )
    expect(factOf(mapping, { ...owner, Amount: '5', Currency: '' })).toBe(
      'Amount "5" has no currency beside it',
    )
  })

  test('that makes no fact says which field is wrong', () => {
    expect(
      factOf('type: activity\ncredits: [{ rep: Owner }]\nfields: { kind: Kind, at: At }', {
        ...owner,
        Kind: '',
        At: '1969-12-31',
      }),
    ).toBe('kind is missing; at is not a date of the calendar (1970 to 2199)')
  })
})

test('an id may be several columns, none of them empty, and is mistaken for no other', () => {
  const reading = readMapping(`source: crm\nid: [A, B]\n${deal('name: A')}`)
  if (!reading.ok) throw new Error('a good mapping')
  const make = createRowToFact(reading.mapping, ['A', 'B', 'Owner'])
  expect(make(['x', ' ', 'ana'])).toEqual({ fault: "B is empty, but it makes the row's id" })
  const ids = [
    ['a|', 'b'],
    ['a', '|b'],
    ['a\\', '|b'],
  ].map((cells) => make([...cells, 'ana']))
  expect(new Set(ids.map((made) => ('value' in made ? made.value.id : made.fault))).size).toBe(3)
})

describe('credits', () => {
  const creditsOf = (credits: string, row: Readonly<Record<string, string>>) => {
    const fact = factOf(deal('name: { constant: x }', credits), row)
    return typeof fact === 'string' ? fact : fact.credits
  }

  test('find people by the slug of their names', () => {
    const slugged = '[{ rep: { column: Owner, slug: true } }]'
    expect(creditsOf(slugged, { Owner: 'Darcel Schlecht' })).toEqual([{ rep: 'darcel-schlecht' }])
    expect(creditsOf(slugged, { Owner: "Zoë O'Neill-Straß" })).toEqual([{ rep: 'zoe-o-neill-strass' }])
    expect(creditsOf(slugged, { Owner: '山田' })).toContain('has no Latin letters to make an id of')
  })

  test('are shared alike where no shares are given, by those who are named', () => {
    const alike = '[{ rep: A }, { rep: B }]'
    expect(creditsOf(alike, { A: 'ana', B: 'bo' })).toEqual([
      { rep: 'ana', share: 0.5 },
      { rep: 'bo', share: 0.5 },
    ])
    expect(creditsOf(alike, { A: '', B: 'bo' })).toEqual([{ rep: 'bo' }])
    expect(creditsOf(alike, { A: '', B: '' })).toBe('credits nobody: A and B are empty')
  })

  test('have fixed shares, which those who are named take over from those who are not', () => {
    const fixed =
      '[{ rep: A, share: 0.5, role: owner }, { rep: B, share: 0.25, role: assist }, { rep: C, share: 0.25, role: assist }]'
    expect(creditsOf(fixed, { A: 'ana', B: '', C: 'cy' })).toEqual([
      { rep: 'ana', role: 'owner', share: 0.5 / 0.75 },
      { rep: 'cy', role: 'assist', share: 0.25 / 0.75 },
    ])
  })

  test('have shares of the file’s own', () => {
    const columns = '[{ rep: A, share: { column: PartA } }, { rep: B, share: { column: PartB } }]'
    expect(creditsOf(columns, { A: 'ana', B: 'bo', PartA: '80%', PartB: '0.2' })).toEqual([
      { rep: 'ana', share: 0.8 },
      { rep: 'bo', share: 0.2 },
    ])
    expect(creditsOf(columns, { A: 'ana', B: 'bo', PartA: '80', PartB: '' })).toBe(
      'PartA "80" is not a share such as 0.2 or 20 %',
    )
  })
})
