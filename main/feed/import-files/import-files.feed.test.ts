import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { largestImportFile } from '../../../shared/wire/import-files.ts'
import {
  dropFile,
  fileOf,
  post,
  putPiece,
  runFile,
  tryFile,
  untilDone,
} from '../../../test/feed/drop-file.ts'
import { fileThreadCode } from '../../../test/feed/file-thread-code.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { workbookOf } from '../../../test/tables/workbook-of.ts'

let feed: TestFeed
beforeEach(async () => {
  feed = await startTestFeed({ fileThreadCode: fileThreadCode() })
})
afterEach(() => feed.close())

const ask: TestFeed['ask'] = (path, init) => feed.ask(path, init)
const header = 'Id,Name,Owner,Stage,Amount,Closed'
const rows = [
  '1,Northwind,priya,Won,100.50,2026-11-18',
  '2,Contoso,marcus,Won,200,2026-11-19',
  '3,"=cmd()",Nobody Known,Open,7,2026-11-30',
]
const csv = (lines: readonly string[] = rows): Buffer => Buffer.from([header, ...lines].join('\r\n'))
const mapping = {
  type: 'deal',
  id: 'Id',
  currency: 'USD',
  credits: [{ rep: 'Owner' }],
  fields: {
    status: { column: 'Stage', values: { won: ['Won'], open: ['Open'] } },
    name: 'Name',
    amount: 'Amount',
    closedAt: 'Closed',
  },
}
const how = { source: 'history', mapping }
const revenue = async (): Promise<number> =>
  (await ask('/api/v1/metrics/revenue?by=org&window=month')).body.total

test('[H50] a file comes in pieces, each where the last one ended, and nothing is made of it before all of it is here', async () => {
  const bytes = csv()
  const { id } = (await post(ask, '/import-files', { name: 'deals.csv', bytes: bytes.length })).body
  await putPiece(ask, id, 0, bytes.subarray(0, 10))
  expect(await fileOf(ask, id)).toMatchObject({ state: 'coming', received: 10, name: 'deals.csv' })
  expect((await post(ask, `/import-files/${id}/try`, { rules: {} })).body.code).toBe('in-use')
  // Sent once more, as after a line that broke off; and further on, as by somebody who skips.
  expect((await putPiece(ask, id, 0, bytes.subarray(0, 10))).status).toBe(409)
  expect((await putPiece(ask, id, 20, bytes.subarray(20))).status).toBe(409)
  expect(
    (await putPiece(ask, id, 10, Buffer.concat([bytes.subarray(10), Buffer.from('more')]))).body.code,
  ).toBe('bad-body')
  // What of that piece had been written is gone again.
  expect(await fileOf(ask, id)).toMatchObject({ received: 10 })
  await putPiece(ask, id, 10, bytes.subarray(10))
  expect(await fileOf(ask, id)).toMatchObject({ state: 'here', received: bytes.length })
  expect((await runFile(ask, id, how)).result).toMatchObject({ accepted: 3 })
})

test('[H50] a file that is too large or empty is refused before a byte of it comes', async () => {
  const begin = async (bytes: number) => (await post(ask, '/import-files', { name: 'a.csv', bytes })).body
  expect(await begin(largestImportFile + 1)).toMatchObject({
    code: 'too-large',
    message:
      'The file has 1025 MB; 1024 MB are taken at most. Cut it into several, or leave out what is older.',
  })
  expect(await begin(0)).toMatchObject({ code: 'bad-body', message: 'The file is empty.' })
  expect((await ask('/api/v1/import-files')).body.files).toEqual([])
})

test('[H51] its first rows are shown as they will be understood, with how the file was read and whose names they are', async () => {
  const written = `${header.replaceAll(',', ';')}\n1;Müller;Raman, Priya;Won;1.234,50;18.11.2026`
  const id = await dropFile(ask, 'export.csv', iconv.encode(written, 'windows-1252'))
  const bare = await tryFile(ask, id, {})
  expect(bare).toMatchObject({
    trouble: null,
    text: { encoding: 'windows-1252', isGuess: true, delimiter: ';' },
    columns: expect.arrayContaining([{ name: 'Name', values: ['Müller'], isFew: true }]),
  })
  const tried = await tryFile(ask, id, { source: 'history', mapping })
  expect(tried).toMatchObject({
    trouble: null,
    counts: { rows: 1, facts: 1 },
    names: [{ name: 'Raman, Priya', person: 'priya', also: null }],
  })
  expect(tried.rows).toMatchObject([
    { line: 2, kind: 'fact', fact: { name: 'Müller', amount: { minor: 123450 }, closedAt: '2026-11-18' } },
  ])
  // Read as something else, where somebody says so.
  expect(await tryFile(ask, id, { rules: { encoding: 'cp437' } })).toMatchObject({
    text: { encoding: 'cp437', isGuess: false },
    columns: expect.arrayContaining([{ name: 'Name', values: ['Mⁿller'], isFew: true }]),
  })
})

test('[H124] names that nobody has come with what another column calls them', async () => {
  const lines = ['Id,Owner,Owner Email,Stage,Contact Email', '1,"Okafor, Dee",dee@x.test,Won,buyer@y.test']
  const id = await dropFile(ask, 'deals.csv', Buffer.from(lines.join('\n')))
  const namesBy = async (rep: string) => {
    const fields = { status: { column: 'Stage', values: { won: ['Won'] } } }
    const { names } = await tryFile(ask, id, {
      source: 'history',
      mapping: { type: 'deal', id: 'Id', credits: [{ rep }], fields },
    })
    return names
  }
  expect(await namesBy('Owner')).toEqual([{ name: 'Okafor, Dee', person: null, also: 'dee@x.test' }])
  expect(await namesBy('Owner Email')).toEqual([{ name: 'dee@x.test', person: null, also: 'Okafor, Dee' }])
})

test('[H54] a check says what would be new, changed, the same and refused, and changes nothing', async () => {
  const first = await dropFile(ask, 'deals.csv', csv())
  await runFile(ask, first, how)
  const before = await revenue()
  const next = [
    '1,Northwind,priya,Won,150,2026-11-18',
    rows[1] ?? '',
    '4,New,priya,Won,1,2026-11-20',
    '5,Bad,priya,Lost?,1,',
  ]
  const id = await dropFile(ask, 'deals-2.csv', csv(next))
  const checked = await runFile(ask, id, { ...how, check: true })
  expect(checked).toMatchObject({
    state: 'checked',
    import: null,
    result: null,
    check: {
      unchanged: 1,
      rejected: 1,
      forecast: { added: 1, changed: 1 },
      refused: [{ line: 5, id: '5', why: expect.stringContaining('"Lost?" is not one of') }],
    },
  })
  expect(await revenue()).toBe(before)
  expect((await ask('/api/v1/imports')).body.imports).toHaveLength(1)
})

test('[H61] stages that no row near the beginning has are found by the check, with how many rows have them', async () => {
  const row = (id: number, stage: string, owner = 'priya') => `${id},Deal,${owner},"${stage}",1,2026-11-18`
  const many = Array.from({ length: 5000 }, (_, n) => row(n, 'Won'))
  const late = [
    row(6000, 'Pro\u00a0specting'),
    row(6001, 'Legal, final'),
    row(6002, 'Pro specting'),
    row(6003, ''),
  ]
  const id = await dropFile(ask, 'deals.csv', csv([...many, ...late, row(6004, 'Open')]))
  const { check } = await runFile(ask, id, { ...how, check: true })
  expect(check).toMatchObject({
    rejected: 4,
    words: [
      { word: 'Pro\u00a0specting', rows: 2 },
      { word: 'Legal, final', rows: 1 },
    ],
  })
  // A column with more words than a pipeline has stages is another one.
  const names = await dropFile(
    ask,
    'names.csv',
    csv(Array.from({ length: 60 }, (_, n) => row(n, `Name ${n}`))),
  )
  expect((await runFile(ask, names, { ...how, check: true })).check).toMatchObject({
    rejected: 60,
    words: [],
  })
})

test('[H55] refused rows come back as a CSV file in which nothing is a formula, and go in once they are mended', async () => {
  const id = await dropFile(
    ask,
    'deals.csv',
    csv([...rows.slice(0, 2), '3,"=cmd()",priya,What,7,2026-11-30']),
  )
  const { result } = await runFile(ask, id, how)
  expect(result).toMatchObject({ accepted: 2, rejected: 1 })
  const { text } = await ask(`/api/v1/import-files/${id}/rejects.csv`)
  expect(text.split('\r\n')[1]).toMatch(/^3,'=cmd\(\),priya,What,7,2026-11-30,4,/)
  const mended = await dropFile(ask, 'mended.csv', Buffer.from(text.replace(',What,', ',Won,')))
  expect((await runFile(ask, mended, how)).result).toMatchObject({ accepted: 1, rejected: 0 })
  const { body } = await ask('/api/v1/metrics/revenue/facts?window=month')
  expect(JSON.stringify(body)).toContain('=cmd()')
})

test('[H56] an import goes on without a page, is found again, and is undone as a whole, also after a restart', async () => {
  const id = await dropFile(ask, 'deals.csv', csv())
  const { state, import: imported, result } = await runFile(ask, id, how)
  expect([state, result?.accepted]).toEqual(['imported', 3])
  const during = await revenue()
  expect(during).toBeGreaterThan(0)
  await feed.restart()
  expect(await fileOf(ask, id)).toMatchObject({ state: 'imported', import: imported, isUndone: false })
  expect((await post(ask, `/imports/${imported}/undo`, {})).body).toMatchObject({ withdrawn: 3, restored: 0 })
  expect(await revenue()).toBe(0)
  expect(await fileOf(ask, id)).toMatchObject({ isUndone: true })
})

test('[H56] a feed that was killed in the middle says so afterwards, and what was taken can be undone', async () => {
  const id = await dropFile(ask, 'deals.csv', csv())
  const { import: imported } = await runFile(ask, id, how)
  const known = join(feed.folder, 'import-files', `${id}.known.json`)
  // As it stood on the disk when the power went.
  await feed.restart(async () => {
    const then = { ...JSON.parse(readFileSync(known, 'utf8')), state: 'importing', result: null }
    writeFileSync(known, JSON.stringify(then))
  })
  expect(await fileOf(ask, id)).toMatchObject({
    state: 'imported',
    import: imported,
    asked: { source: 'history', mapping },
    result: { stopped: expect.stringContaining('The feed was started anew in the middle.') },
  })
  const again = await dropFile(ask, 'deals.csv', csv())
  expect((await runFile(ask, again, how)).result).toMatchObject({ accepted: 0, unchanged: 3 })
  await post(ask, `/imports/${imported}/undo`, {})
  expect(await revenue()).toBe(0)
})

test('[H56] what happened before today sets no celebration off', async () => {
  const id = await dropFile(ask, 'deals.csv', csv(['1,Northwind,priya,Won,90000,2026-11-18']))
  await runFile(ask, id, how)
  expect((await ask('/api/v1/celebrations')).body.celebrations).toEqual([])
})

test('[H57] the same file of two people at once counts once: the second finds all of it as it is', async () => {
  const [one = '', two = ''] = await Promise.all([1, 2].map(() => dropFile(ask, 'deals.csv', csv())))
  await Promise.all(
    [one, two].map((id) => post(ask, `/import-files/${id}/runs`, { rules: {}, check: false, ...how })),
  )
  const ended = [await untilDone(ask, one), await untilDone(ask, two)].map(({ result }) => [
    result?.accepted,
    result?.unchanged,
  ])
  expect(ended.sort()).toEqual([
    [0, 3],
    [3, 0],
  ])
  expect(await revenue()).toBe(30050)
})

test('[H57] one who stops an import keeps what was taken, and can undo it; a file that runs is not removed', async () => {
  const many = Array.from({ length: 30_000 }, (_, n) => `${n},Deal,priya,Won,1,2026-11-18`)
  const id = await dropFile(ask, 'many.csv', csv(many))
  await post(ask, `/import-files/${id}/runs`, { rules: {}, check: false, ...how })
  expect((await ask(`/api/v1/import-files/${id}`, { method: 'DELETE' })).body.code).toBe('in-use')
  await post(ask, `/import-files/${id}/stop`, {})
  const { result, import: imported } = await untilDone(ask, id)
  if (imported !== null) {
    expect(result?.stopped).toContain('What was taken by then stays')
    await post(ask, `/imports/${imported}/undo`, {})
  }
  expect(await revenue()).toBe(0)
  expect((await ask(`/api/v1/import-files/${id}`, { method: 'DELETE' })).status).toBe(200)
  expect(readdirSync(join(feed.folder, 'import-files'))).toEqual([])
})

test('[H58] a file that is not what it says, or is nothing, is told in a sentence', async () => {
  const troubleOf = async (bytes: Uint8Array): Promise<string | null> =>
    (await tryFile(ask, await dropFile(ask, 'deals.csv', bytes), {})).trouble
  expect(await troubleOf(Buffer.from('%PDF-1.7 and so on'))).toBe(
    '“deals.csv” is not a CSV file but a PDF document.',
  )
  expect(await troubleOf(Buffer.from('\r\n\r\n'))).toBe('“deals.csv” has no header.')
  // A workbook by another name is one all the same.
  expect(await troubleOf(workbookOf({ Deals: [['Id'], ['1']] }))).toBeNull()
  expect(await troubleOf(zipSync({ 'notes.txt': strToU8('hello') }))).toContain('The workbook cannot be read')
  // What a part unpacks to stands in the directory at the end.
  const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet/>') }))
  bomb.writeUInt32LE(60 * 1024 * 1024, bomb.indexOf('PK\u0001\u0002', 0, 'latin1') + 24)
  expect(await troubleOf(bomb)).toBe('The workbook would unpack to more than 40 MB, and is not read.')
})

test('[H58] marks, UTF-16 and Windows letters are read as what they are; a header that is there twice is asked about', async () => {
  const text = csv(['1,Müller,priya,Won,1,2026-11-18']).toString()
  for (const bytes of [
    iconv.encode(text, 'utf8', { addBOM: true }),
    iconv.encode(text, 'utf16le', { addBOM: true }),
    iconv.encode(text, 'utf16be', { addBOM: true }),
    iconv.encode(text, 'windows-1252'),
  ]) {
    const { rows: shown } = await tryFile(ask, await dropFile(ask, 'a.csv', bytes), how)
    expect(shown).toMatchObject([{ kind: 'fact', fact: { id: '1', name: 'Müller' } }])
  }
  const twice = Buffer.from(text.replace('Id,Name', 'Id,Id'))
  const id = await dropFile(ask, 'twice.csv', twice)
  expect((await tryFile(ask, id, how)).trouble).toBe(
    '“twice.csv” has 2 columns named "Id"; rename all but one.',
  )
})

test('[H52] numbers and dates of a workbook are its own, texts in it are read as the mapping says', async () => {
  const book = workbookOf({
    Notes: [['hello']],
    Deals: [
      header.split(','),
      [1, 'As a number', 'priya', 'Won', 1234.567, { day: 46344 }],
      [2, 'As a text', 'priya', 'Won', '1.234,50', '19.11.2026'],
      [],
      [3, 'Two decimals', 'priya', 'Won', 0.25, { day: 46345 }],
    ],
  })
  const id = await dropFile(ask, 'deals.xlsx', book)
  const rules = { sheet: 'Deals' }
  expect((await tryFile(ask, id, { rules })).sheets).toEqual(['Notes', 'Deals'])
  const fields = {
    ...mapping.fields,
    amount: undefined,
    fields: { Weight: { column: 'Amount', as: 'number' } },
  }
  const weights = async (more: object) => {
    const asked = { rules, source: 'history', mapping: { ...mapping, fields, ...more } }
    return (await tryFile(ask, id, asked)).rows.map((row) =>
      row.kind === 'fact' && row.fact.type === 'deal'
        ? [row.line, row.fact.id, row.fact.fields?.['Weight'], row.fact.closedAt]
        : row.kind,
    )
  }
  expect(await weights({ decimal: ',', dateFormat: 'DD.MM.YYYY' })).toEqual([
    [2, '1', 1234.567, '2026-11-18'],
    [3, '2', 1234.5, '2026-11-19'],
    [5, '3', 0.25, '2026-11-19'],
  ])
  // Without a sign that is named, a number with three decimals is no thousands.
  expect((await weights({}))[0]).toEqual([2, '1', 1234.567, '2026-11-18'])
})

test('[H59] a mapping that was kept is proposed for the next file with the same columns, and survives a restart', async () => {
  const kept = { name: 'CRM export', source: 'history', rules: {}, mapping, columns: header.split(',') }
  expect((await post(ask, '/import-mappings', kept, 'PUT')).status).toBe(200)
  await feed.restart()
  const again = Buffer.from(csv().toString().replace(header, 'Closed,Amount,Stage,Owner,Name,Id'))
  expect((await tryFile(ask, await dropFile(ask, 'next.csv', again), {})).kept).toBe('CRM export')
  const other = Buffer.from(csv().toString().replace('Closed', 'Due'))
  expect((await tryFile(ask, await dropFile(ask, 'other.csv', other), {})).kept).toBeNull()
  expect((await ask('/api/v1/import-mappings')).body.mappings).toMatchObject([
    { name: 'CRM export', mapping },
  ])
  expect((await ask('/api/v1/import-mappings/CRM%20export', { method: 'DELETE' })).status).toBe(200)
  expect((await ask('/api/v1/import-mappings')).body.mappings).toEqual([])
})

test('[H59] a mapping that looks up another file reads nothing of the feed’s computer', async () => {
  const id = await dropFile(ask, 'deals.csv', csv())
  const lookup = { file: '/etc/passwd', key: 'a', value: 'b' }
  const looking = { ...mapping, fields: { ...mapping.fields, name: { column: 'Name', lookup } } }
  expect((await tryFile(ask, id, { source: 'history', mapping: looking })).trouble).toContain(
    'looks up another file',
  )
  const asked = { rules: {}, check: true, source: 'history', mapping: looking }
  expect((await post(ask, `/import-files/${id}/runs`, asked)).body.code).toBe('bad-body')
})
