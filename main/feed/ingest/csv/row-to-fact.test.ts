import { describe, expect, test } from 'vitest'
import { readMapping } from './read-mapping.ts'
import { createRowToFact } from './row-to-fact.ts'

/** What a mapping (its head left out) makes of one row. */
const factOf = (mapping: string, row: Readonly<Record<string, string>>) => {
  const reading = readMapping(`source: crm\nid: Id\n${mapping}`)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  const header = ['Id', ...Object.keys(row)]
  const made = createRowToFact(reading.mapping, header)(['7', ...Object.values(row)])
  if (made.kind === 'fact') return made.fact
  return made.kind === 'refused' ? made.reason : made.kind
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
  expect(make(['x', ' ', 'ana'])).toEqual({
    kind: 'refused',
    id: null,
    reason: "B is empty, but it makes the row's id",
  })
  const ids = [
    ['a|', 'b'],
    ['a', '|b'],
    ['a\\', '|b'],
  ].map((cells) => make([...cells, 'ana']))
  expect(new Set(ids.map((made) => (made.kind === 'fact' ? made.fact.id : made.kind))).size).toBe(3)
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
      'PartA "80" is not a share such as 0.2 or 20 %; for 20 of 100 say share: { column: …, as: percent }',
    )
  })
})

describe('[F104] words for nothing', () => {
  const mapping = deal('amount: { column: Amount, currency: USD }, account: Account, closedAt: Closed')
  test.each(['N/A', '-', 'NULL', '#N/A', '–', '\\N', '(blank)', ' '])('%s is an empty cell', (word) => {
    const fact = factOf(mapping, { ...owner, Amount: word, Account: word, Closed: word })
    expect(fact).toEqual({
      source: 'crm',
      id: '7',
      type: 'deal',
      status: 'open',
      credits: [{ rep: 'ana' }],
    })
  })

  test('are more where only values can stand, and nobody is called so by mistake', () => {
    const fact = factOf(mapping, { Owner: 'Null', Amount: '$ -', Account: 'None', Closed: 'none' })
    expect(fact).toMatchObject({ account: 'None', credits: [{ rep: 'Null' }] })
    expect(fact).not.toHaveProperty('amount')
    expect(fact).not.toHaveProperty('closedAt')
  })

  test('can be added to, and the tables of a cell go first', () => {
    const own = `nothing: [Ohne, x]\n${deal('account: Account, stage: { column: S, values: { None: ["-"] } }')}`
    expect(factOf(own, { ...owner, Account: 'ohne', S: '-' })).toMatchObject({ stage: 'None' })
    expect(factOf(own, { ...owner, Account: 'ohne', S: '-' })).not.toHaveProperty('account')
    expect(factOf(own, { Owner: 'N/A', Account: 'a', S: '-' })).toBe('credits nobody: Owner is empty')
  })
})

describe('when', () => {
  const only = (when: string) => `when: ${when}\n${deal('name: { constant: x }')}`
  const isRead = (when: string, row: Readonly<Record<string, string>>): boolean =>
    factOf(only(when), { ...owner, ...row }) !== 'passed over'

  test.each([
    ['{ Type: New }', 'new', true],
    ['{ Type: New }', 'Renewal', false],
    ['{ Type: [New, Renewal] }', 'Renewal', true],
    ['{ Type: { not: [Draft, Void] } }', 'Void', false],
    ['{ Type: { not: "" } }', 'N/A', false],
    ['{ Type: "" }', '', true],
    ['{ Type: true }', 'WAHR', true],
    ['{ Type: true }', '1', true],
    ['{ Type: false }', 'No', true],
    ['{ Type: true }', 'maybe', false],
    ['{ Type: 3 }', '3', true],
    ['{ Type: New, Owner: bo }', 'New', false],
  ])('%s of %s: %s', (when, Type, expected) => {
    expect(isRead(when, { Type })).toBe(expected)
  })

  test('makes a status of two columns', () => {
    const cases = `type: deal
credits: [{ rep: Owner }]
fields:
  status:
    - { is: won, when: { IsWon: true } }
    - { is: lost, when: { IsClosed: true } }
    - { is: open, when: { IsClosed: false } }
`
    const statusOf = (IsClosed: string, IsWon: string) => {
      const fact = factOf(cases, { ...owner, IsClosed, IsWon })
      return typeof fact === 'string' ? fact : 'status' in fact && fact.status
    }
    expect(statusOf('TRUE', 'TRUE')).toBe('won')
    expect(statusOf('1', '0')).toBe('lost')
    expect(statusOf('false', 'false')).toBe('open')
    expect(statusOf('?', '')).toBe('IsWon "" with IsClosed "?" is none of the cases in the mapping')
  })
})

describe('rows that are marked as deleted', () => {
  const read = (deleted: string, row: Readonly<Record<string, string>>) => {
    const reading = readMapping(`source: crm\nid: Id\ndeleted: ${deleted}\n${deal('version: Rev')}`)
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
    return createRowToFact(reading.mapping, ['Id', 'Rev', ...Object.keys(row)])([
      '7',
      '3',
      ...Object.values(row),
    ])
  }
  test.each([
    ['Gone', 'true'],
    ['Gone', '2026-11-20 10:00Z'],
    ['{ Gone: [Deleted, Trashed] }', 'trashed'],
    ['{ Gone: { not: "" } }', 'since spring'],
  ])('by %s withdraw their fact: %s', (deleted, Gone) => {
    expect(read(deleted, { Gone, Owner: '' })).toEqual({
      kind: 'withdrawal',
      withdrawal: { source: 'crm', id: '7', version: 3 },
    })
  })
  test('are told from those that are not', () => {
    for (const Gone of ['', 'false', '0', 'N/A']) expect(read('Gone', { ...owner, Gone }).kind).toBe('fact')
    expect(read('Gone', { ...owner, Gone: 'Active' })).toMatchObject({
      kind: 'refused',
      id: '7',
      reason:
        'Gone "Active" is neither yes nor no nor a date; say which values mean deleted with deleted: { Gone: … }',
    })
  })
})

describe('values', () => {
  test('are lengths of time, percents and words of other languages where the mapping says so', () => {
    const fields =
      '{ Talk: { column: T, as: duration }, Rate: { column: R, as: percent }, Part: { column: P, as: number }, Vip: { column: V, as: boolean } }'
    const fact = factOf(deal(`fields: ${fields}`), {
      ...owner,
      T: '0:02:23',
      R: '45',
      P: '45 %',
      V: 'FALSCH',
    })
    if (typeof fact === 'string') throw new Error(fact)
    expect({ ...fact.fields }).toEqual({ Talk: 143, Rate: 0.45, Part: 0.45, Vip: false })
  })

  test('of an activity’s length are read in what the mapping says', () => {
    const mapping =
      'type: activity\ncredits: [{ rep: Owner }]\nfields: { kind: { constant: call }, at: At, durationSeconds: { column: Length, unit: milliseconds } }'
    expect(factOf(mapping, { ...owner, At: '2026-11-20', Length: '143000' })).toMatchObject({
      durationSeconds: 143,
    })
    expect(factOf(mapping, { ...owner, At: '2026-11-20', Length: '0:02:23' })).toMatchObject({
      durationSeconds: 143,
    })
  })

  test('that a program wrapped in ="…" are what is within', () => {
    expect(factOf(deal('name: Name'), { ...owner, Name: '="0123"' })).toMatchObject({ name: '0123' })
  })
})

describe('several people in one cell', () => {
  const creditsOf = (credits: string, row: Readonly<Record<string, string>>) => {
    const fact = factOf(deal('name: { constant: x }', credits), row)
    return typeof fact === 'string' ? fact : fact.credits
  }
  test('share alike', () => {
    expect(creditsOf('[{ rep: A }]', { A: 'Ana Lima; Bo Berg' })).toEqual([
      { rep: 'Ana Lima', share: 0.5 },
      { rep: 'Bo Berg', share: 0.5 },
    ])
    expect(creditsOf('[{ rep: A }]', { A: 'Ana Lima;Ana Lima;' })).toEqual([{ rep: 'Ana Lima' }])
    expect(creditsOf('[{ rep: A }]', { A: 'Lima, Ana' })).toEqual([{ rep: 'Lima, Ana' }])
    const separated = '[{ rep: { column: A, separator: [", ", " & "] } }]'
    expect(creditsOf(separated, { A: 'Ana, Bo & Cy' })).toEqual(
      ['Ana', 'Bo', 'Cy'].map((rep) => ({ rep, share: 1 / 3 })),
    )
  })
  test('share what their cell has', () => {
    const fixed = '[{ rep: A, share: 0.8, role: owner }, { rep: B, share: 0.2, role: assist }]'
    expect(creditsOf(fixed, { A: 'Ana; Bo', B: 'Cy' })).toEqual([
      { rep: 'Ana', role: 'owner', share: 0.4 },
      { rep: 'Bo', role: 'owner', share: 0.4 },
      { rep: 'Cy', role: 'assist', share: 0.2 },
    ])
    const own = '[{ rep: A, share: { column: Split, as: percent } }]'
    expect(creditsOf(own, { A: 'Ana; Bo', Split: '70;30' })).toEqual([
      { rep: 'Ana', share: 0.7 },
      { rep: 'Bo', share: 0.3 },
    ])
    expect(creditsOf(own, { A: 'Ana; Bo', Split: '100' })).toEqual([
      { rep: 'Ana', share: 0.5 },
      { rep: 'Bo', share: 0.5 },
    ])
  })
})
