import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listening } from '../../test/commands/listening.ts'
import { startTestFeed, type TestFeed } from '../../test/feed/start-test-feed.ts'
import { systemClock } from '../feed/clock.ts'
import { newFloorText } from '../feed/new-floor.ts'
import { type ApplyOptions, runApply } from './apply.ts'
import { runExport } from './export.ts'
import { type ImportOptions, runImport } from './import.ts'
import type { Terminal } from './options.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-import-'))
const inFolder = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

let feed: TestFeed
beforeAll(async () => {
  feed = await startTestFeed({
    dataDir: join(folder, 'data'),
    clock: systemClock,
    firstFloorText: newFloorText,
  })
})
afterAll(async () => {
  await feed.close()
  rmSync(folder, { recursive: true })
})

const floorText = `# Our floor
floor: { name: Test, timeZone: UTC, currency: USD }
people: [{ id: ana, name: Ana }]
`
const mapText = `source: crm
type: deal
id: Id
currency: USD
fields: { status: { constant: won }, amount: Amount, closedAt: Closed }
credits: [{ rep: Owner }]
`

const importText = async (csv: string | Uint8Array, more: Partial<ImportOptions> = {}) => {
  const { written, terminal } = listening()
  const options = { map: inFolder('map.yaml', mapText), feed: feed.url, ...more }
  const exit = await runImport(inFolder('deals.csv', csv), options, terminal)
  // Whatever an import changed can be taken back; what else is said stands before that.
  const [err = '', undo] = written.err.split(/^floorboard undo ([0-9a-f]{8}) takes this import back\.\n/m)
  return { out: written.out, err, exit, isUndoable: undo !== undefined }
}

describe('apply and export', () => {
  test('a floor comes back as it was applied, comments and all', async () => {
    const applying = listening()
    expect(await runApply(inFolder('floor.yaml', floorText), { feed: feed.url }, applying.terminal)).toBe(0)
    expect(applying.written.out).toMatch(/^version \d+\n$/)
    const exporting = listening()
    expect(await runExport({ feed: feed.url }, exporting.terminal)).toBe(0)
    expect(exporting.written).toEqual({ out: floorText, err: applying.written.out })
  })

  test('a bad floor file is refused with its lines, and nothing changes', async () => {
    const { written, terminal } = listening()
    const path = inFolder('bad.yaml', `${floorText}teams:\n  - { id: north, name: North, parent: south }\n`)
    expect(await runApply(path, { feed: feed.url }, terminal)).toBe(2)
    expect(written).toEqual({
      out: '',
      err: `${path}:5: teams[0].parent (North) "south" is no team of this floor\n`,
    })
  })

  test('a file can be checked without a feed', async () => {
    const { written, terminal } = listening()
    const nowhere = 'http://127.0.0.1:9'
    expect(await runApply(inFolder('floor.yaml', floorText), { feed: nowhere, check: true }, terminal)).toBe(
      0,
    )
    expect(written.err).toContain('is a good floor file')
  })

  test('a version that is no longer there is not replaced', async () => {
    const { written, terminal } = listening()
    expect(await runApply(inFolder('floor.yaml', floorText), { feed: feed.url, onto: 0 }, terminal)).toBe(2)
    expect(written.err).toMatch(/The floor was changed since you read it: it is at version \d+, not 0\. /)
  })
})

describe('apply, where facts would be unassigned', () => {
  const floor = (people: string): string =>
    inFolder('people.yaml', `floor: { name: Test, timeZone: UTC, currency: USD }\npeople: [${people}]\n`)
  const both = '{ id: ana, name: Ana }, { id: lo, name: Lo Wu, aliases: [lo@x.test] }'
  const without = '{ id: ana, name: Ana }, { id: lo, name: Lo Wu }'

  const apply = async (people: string, more: Partial<ApplyOptions> = {}, ask?: Terminal['ask']) => {
    const { written, terminal } = listening()
    const exit = await runApply(
      floor(people),
      { feed: feed.url, ...more },
      { ...terminal, ...(ask && { ask }) },
    )
    return { ...written, exit }
  }

  test('[F27] says how many and why, and goes on with --yes or a yes only', async () => {
    expect(await apply(both)).toMatchObject({ exit: 0 })
    const csv = 'Id,Owner,Amount,Closed\nu1,lo@x.test,5,2026-11-20\nu2,LO@x.test,5,2026-11-20\n'
    expect(await importText(csv)).toMatchObject({ exit: 0 })
    const said = `${floor(without)} removes alias "lo@x.test" of Lo Wu: 2 facts would be unassigned\n`

    const refused = await apply(without)
    expect(refused).toEqual({
      exit: 2,
      out: '',
      err: `${said}Nothing was changed. With --yes it is applied all the same.\n`,
    })
    const json = await apply(without, { json: true })
    expect(JSON.parse(json.out).unassigned).toHaveLength(2)

    const questions: string[] = []
    const answering = (answer: boolean) => async (question: string) => {
      questions.push(question)
      return answer
    }
    expect(await apply(without, {}, answering(false))).toEqual({ exit: 2, out: '', err: said })
    expect(questions).toEqual(['Apply it all the same?'])
    const done = '2 people; now on the walls.\n1 person changed (Lo Wu).\n'
    expect(await apply(without, {}, answering(true))).toMatchObject({ exit: 0, err: `${said}${done}` })

    expect(await apply(both)).toMatchObject({ exit: 0, err: done })
    expect(await apply(without, { yes: true })).toMatchObject({ exit: 0, err: done })
    expect(await apply(both)).toMatchObject({ exit: 0 })
  })
})

describe('import', () => {
  const good = 'Id,Owner,Amount,Closed\n1,ana,100,2026-11-20\n2,ana,250.50,2026-11-20\n'

  test('counts what was accepted, and what was there already', async () => {
    expect(await importText(good)).toMatchObject({
      exit: 0,
      out: 'accepted 2\nunchanged 0\nrejected 0\n',
      err: '',
      isUndoable: true,
    })
    expect(await importText(good)).toMatchObject({
      exit: 0,
      out: 'accepted 0\nunchanged 2\nrejected 0\n',
      isUndoable: false,
    })
  })

  test('tells each refused row with its line, whoever refused it, in the order of the file', async () => {
    const csv =
      'Id,Owner,Amount,Closed\n10,ana,"1,054",2026-11-20\n11,ana,€5,2026-11-20\n12,ana,5\n13,ana,5,2026-11-20\n'
    const { exit, out } = await importText(csv, { rejects: join(folder, 'rejects.csv') })
    expect(exit).toBe(1)
    expect(out.split('\n').slice(0, 3)).toEqual([
      'line 2: Amount "1,054" can be 1054 or 1.054; say which with decimal: "." or decimal: ","',
      'line 3: Amount "€5" is marked "€", but the currency is USD',
      'line 4: has 3 cells, but the header has 4',
    ])
    expect(readFileSync(join(folder, 'rejects.csv'), 'utf8').split('\r\n').slice(0, 2)).toEqual([
      'Id,Owner,Amount,Closed,floorboard_line,floorboard_reason',
      '10,ana,"1,054",2026-11-20,2,"Amount ""1,054"" can be 1054 or 1.054; say which with decimal: ""."" or decimal: "","""',
    ])
  })

  test('writes refused cells so that no spreadsheet runs them, and reads them back as they were', async () => {
    const rejects = join(folder, 'formulas.csv')
    const csv = `Id,Owner,Amount,Closed\n=1+2,"=cmd|' /C calc'!A0",5,someday\n`
    expect((await importText(csv, { rejects })).exit).toBe(2)
    const [header, row] = readFileSync(rejects, 'utf8').split('\r\n')
    expect(row).toMatch(/^'=1\+2,'=cmd\|/)
    const mended = `${header}\n${row?.replace('someday', '2026-11-20')}\n`
    expect((await importText(mended)).out).toContain('accepted 1\n')
    const unassigned = await (await fetch(`${feed.url}/api/v1/unassigned`)).json()
    expect(unassigned.unassigned).toContainEqual({ rep: "=cmd|' /C calc'!A0", facts: 1 })
    const gone = await fetch(`${feed.url}/api/v1/facts/crm/%3D1%2B2`, { method: 'DELETE' })
    expect((await gone.json()).withdrawn).toBe(true)
  })

  test('maps what the feed refuses back to its line', async () => {
    const map = inFolder('euros.yaml', mapText.replace('currency: USD', 'currency: EUR'))
    const csv = 'Id,Owner,Amount,Closed\n\n20,"a\nna",5,2026-11-20\n21,ana,5,2026-11-20\n'
    const { exit, out } = await importText(csv, { map, json: true })
    expect(exit).toBe(2)
    const result = JSON.parse(out)
    expect(result).toMatchObject({
      accepted: 0,
      unchanged: 0,
      rejected: [
        { line: 3, id: '20' },
        { line: 5, id: '21' },
      ],
    })
    expect(result.rejected[0].reason).toContain('EUR')
  })

  test('warns of rows that have the id of an earlier one', async () => {
    const { err } = await importText(`${good}1,ana,7,2026-11-20\n`)
    expect(err).toBe('line 4: the id "1" is that of line 2 too; the later row stands.\n')
  })

  test('[F20] takes the version of each row from a column, and says how many older ones were ignored', async () => {
    const map = inFolder(
      'versions.yaml',
      mapText.replace('closedAt: Closed', 'closedAt: Closed, version: Rev'),
    )
    const rows = (...lines: readonly string[]) => `Id,Owner,Amount,Closed,Rev\n${lines.join('\n')}\n`
    const first = rows('v1,ana,1,2026-11-20,10', 'v2,ana,2,2026-11-20,2026-11-20T10:00:00Z')
    expect(await importText(first, { map })).toMatchObject({ exit: 0, err: '' })
    const later = rows(
      'v1,ana,7,2026-11-20,9',
      'v2,ana,7,2026-11-20,2026-11-20T09:59:59Z',
      'v3,ana,3,2026-11-20,9',
      'v3,ana,4,2026-11-20,8',
    )
    const { out, err } = await importText(later, { map })
    expect(out).toBe('accepted 1\nunchanged 3\nrejected 0\n')
    expect(err).toBe(
      'line 5: the id "v3" is that of line 4 too; the newer version stands.\n3 older versions ignored: a newer one of the same fact stands, or was withdrawn.\n',
    )
    expect(JSON.parse((await importText(later, { map, json: true })).out)).toMatchObject({ older: 3 })
  })

  test('[F30] tells of rows that were taken and count nowhere, with the first line', async () => {
    const csv =
      'Id,Owner,Amount,Closed\n60,An-a,5,2026-11-20\n61,ana,5,\n62,An-a,5,2199-01-01\n63,ana,5,2026-11-20\n'
    const { exit, out, err } = await importText(csv)
    expect([exit, out]).toEqual([0, 'accepted 4\nunchanged 0\nrejected 0\n'])
    expect(err.split('\n')).toEqual([
      'Taken, but:',
      '  a won deal without its closing date (closedAt) counts in no period (1 row, line 3)',
      '  closedAt lies too far ahead to be true: more than a year (1 row, line 4)',
      'Unassigned, until an alias says who they are: 1 name of this import.',
      '  the floor knows nobody called "An-a"; did you mean "Ana"? (2 rows, the first on line 2)',
      '',
    ])
    const { warnings } = JSON.parse((await importText(csv, { json: true })).out)
    expect(warnings[0]).toEqual({
      what: 'the floor knows nobody called "An-a"; did you mean "Ana"?',
      count: 2,
      first: '60',
      line: 2,
      unknown: 'An-a',
    })
  })

  test('of more rows than one request holds sends them all', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => `many-${i},ana,1,2026-11-20\n`)
    expect((await importText(`Id,Owner,Amount,Closed\n${rows.join('')}`)).out).toContain('accepted 2500\n')
  })

  test.each([
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'is not a CSV file but a PNG picture. Nothing was sent.',
    ],
    ['nothing', '', 'is empty. Nothing was sent.'],
    [
      'other columns',
      'Id,Owner\n1,ana\n',
      'has no column "Amount"; its columns are: Id, Owner. Nothing was sent.',
    ],
  ])('of %s says so in one line', async (_, csv, sentence) => {
    const { exit, out, err } = await importText(csv)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err.trimEnd().endsWith(sentence)).toBe(true)
  })

  test('of a header without rows says that there was nothing to send', async () => {
    const { exit, out, err } = await importText('Id,Owner,Amount,Closed\n')
    expect({ exit, out }).toEqual({ exit: 2, out: 'accepted 0\nunchanged 0\nrejected 0\n' })
    expect(err).toContain('deals.csv has a header, but no rows. Nothing was sent.')
  })

  test('of a file that is not there, and refused rows into nowhere, say so in words', async () => {
    const { terminal, written } = listening()
    const nowhere = join(folder, 'nowhere')
    const map = inFolder('map.yaml', mapText)
    expect(await runImport(nowhere, { map, feed: feed.url }, terminal)).toBe(2)
    expect(await runImport(nowhere, { map: folder, feed: feed.url }, terminal)).toBe(2)
    const rejects = join(nowhere, 'r.csv')
    expect(await runImport(nowhere, { map, feed: feed.url, rejects }, terminal)).toBe(2)
    expect(written.err.split('\n').slice(0, 3)).toEqual([
      `${nowhere} does not exist. Nothing was sent.`,
      `${folder} is a folder.`,
      `Refused rows cannot be written: ${rejects}, or its folder, does not exist.`,
    ])
  })

  const mapped = (...lines: readonly string[]): string => {
    const text = mapText.replace('fields:', `${lines.join('\n')}\nfields:`)
    return inFolder('more.yaml', text)
  }

  test('[F99] reads a column of midnights as days, and says so once', async () => {
    const map = mapped('timeZone: Europe/Berlin')
    const rows = (time: string) =>
      `Id,Owner,Amount,Closed\nm1,ana,1,2018-12-19 00:00:00\nm2,ana,1,2018-12-20 ${time}\n`
    const { exit, err } = await importText(rows('00:00:00'), { map })
    expect(exit).toBe(0)
    expect(err.split('\n')[0]).toContain(
      '"Closed" has midnights alone, and was read as days without a time (dateFormat: day says so, dateFormat: instant overrules).',
    )
    const again = await importText(rows('00:00:00'), { map, json: true })
    expect(JSON.parse(again.out)).toMatchObject({
      unchanged: 2,
      notes: [expect.stringContaining('midnights')],
    })
    expect((await importText(rows('10:30:00'), { map })).err).toBe('')
  })

  test('[F100] tells a midnight that clocks skipped once', async () => {
    const map = mapped('timeZone: America/Sao_Paulo')
    const csv =
      'Id,Owner,Amount,Closed\ns1,ana,1,2018-11-04 00:00:00\ns2,ana,1,2017-10-15 00:00:00\ns3,ana,1,2018-12-20 10:00:00\n'
    const { exit, err } = await importText(csv, { map })
    expect(exit).toBe(0)
    expect(err).toContain(
      "  Closed: the clocks of America/Sao_Paulo skipped a midnight, which is read as the day's first instant (2 rows, the first on line 2)\n",
    )
  })

  test('withdraws what is marked as deleted, in the order of the file', async () => {
    const map = mapped('deleted: Gone')
    const csv = (...rows: readonly string[]) => `Id,Owner,Amount,Closed,Gone\n${rows.join('\n')}\n`
    const standing = csv('d1,ana,1,2026-11-20,', 'd2,ana,1,2026-11-20,', 'd3,ana,1,2026-11-20,no')
    expect((await importText(standing, { map })).out).toContain('accepted 3\n')
    const later = csv('d1,,,,yes', 'd2,,,,yes', 'd2,ana,1,2026-11-20,', 'd4,,,,yes')
    expect(await importText(later, { map })).toMatchObject({
      exit: 0,
      out: 'accepted 0\nunchanged 2\nwithdrawn 1\nrejected 0\n',
    })
    expect(await importText(csv('d1,,,,yes'), { map, json: true })).toMatchObject({
      exit: 0,
      err: '',
      out: expect.stringContaining('"unchanged":1,"withdrawn":0'),
    })
    const gone = await fetch(`${feed.url}/api/v1/facts/crm/d1`, { method: 'DELETE' })
    expect((await gone.json()).withdrawn).toBe(false)
  })

  test('passes over what is not meant, and the end of a report', async () => {
    const map = mapped('when: { Owner: { not: bo } }')
    const csv = `Id,Owner,Amount,Closed
w1,ana,1,2026-11-20
w2,bo,1,2026-11-20

"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
"Generated By: Ana Lima 11/20/2026 3:02 PM"
`
    const { exit, out, err } = await importText(csv, { map })
    expect([exit, out]).toEqual([0, 'accepted 1\nunchanged 0\nrejected 0\n'])
    expect(err).toContain(
      'the 2 lines from line 5 on are the end of a report and no rows, and were passed over.\n',
    )
    expect(err).toContain("1 row was passed over: the mapping's when is not so.\n")
  })

  test('reads second files beside the mapping, and names the one that is missing', async () => {
    const map = inFolder(
      'looked-up.yaml',
      mapText.replace(
        '{ rep: Owner }',
        '{ rep: { column: Owner, lookup: { file: users.csv, key: No, value: Id } } }',
      ),
    )
    const csv = 'Id,Owner,Amount,Closed\nl1,7,1,2026-11-20\n'
    const missing = await importText(csv, { map })
    expect(missing.exit).toBe(2)
    expect(missing.err).toContain(
      'deals.csv cannot be read without users.csv, which does not exist. Nothing was sent.',
    )
    inFolder('users.csv', 'No,Id\n7,ana\n')
    expect(await importText(csv, { map })).toMatchObject({ exit: 0, err: '' })
  })

  test('says at once when no feed answers', async () => {
    const { exit, err } = await importText(good, { feed: 'http://127.0.0.1:9' })
    expect(exit).toBe(2)
    expect(err).toContain('No feed answers at http://127.0.0.1:9')
  })

  test('shows what is wrong with a mapping by its line', async () => {
    const map = inFolder('bad.yaml', 'source: crm\ntype: deals\n')
    const { exit, err } = await importText(good, { map })
    expect(exit).toBe(2)
    expect(err).toBe(`${map}:2: type must be one of deal, activity\n`)
  })
})
