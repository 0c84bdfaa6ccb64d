import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type PostgresServer, startPostgres } from '../../test/tables/database-servers.ts'
import { prepareDatabase } from '../feed/store/postgres/prepare-database.ts'
import { runCreate, runLimits, runList, runRemove, runRename } from './floor.ts'
import { runBackup, runFloorExport, runFloorMove, runRestore } from './floor-copies.ts'
import { bytesInWords, limitsInWords, readBytes } from './floor-limits.ts'
import type { ExitCode, Terminal } from './options.ts'
import { saying } from './with-database.ts'

let server: PostgresServer
let database: string
const folder = mkdtempSync(join(tmpdir(), 'floorboard-floors-'))
beforeAll(async () => {
  server = await startPostgres()
  database = await server.createDatabase('floorboard')
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server?.close()
})

let out: string
let err: string
let answer: string | null
beforeEach(() => {
  ;[out, err, answer] = ['', '', null]
})
const terminal: Terminal = {
  out: (text) => {
    out += text
  },
  err: (text) => {
    err += text
  },
  watched: false,
  askWords: async () => answer,
}
/** What is said in all, and whether it was done. */
const said = async (work: () => Promise<ExitCode>): Promise<string> => {
  ;[out, err] = ['', '']
  const code = await saying(terminal, work)
  return `${code}: ${out}${err}`
}

test('[Q71] floors by command, each in a sentence', async () => {
  const name = 'sales.acme.example'
  expect(await said(() => runList({ database }, terminal))).toContain('is not prepared')
  await prepareDatabase(database)
  expect(await said(() => runList({ database }, terminal))).toBe(
    '0: There are no floors yet; "floorboard floor create" makes one.\n',
  )
  const key = 'k'.repeat(44)
  const floorUrl = 'https://{floor}'
  expect(
    await said(() => runCreate(name, { database, floorUrl, key, tvs: 20, disk: 2e9 }, terminal)),
  ).toMatch(
    /^0: https:\/\/sales\.acme\.example\/console\/first-admin#link=[\w-]{32}\nsales\.acme\.example is made, with 20 TVs, 2 GB\./,
  )
  expect(await said(() => runCreate(name, { database, floorUrl }, terminal))).toBe(
    '2: A floor is called sales.acme.example already: names are given once.\n',
  )
  expect(await said(() => runCreate('acme:80', { database, floorUrl }, terminal))).toContain(
    '2: "acme:80" is no host name',
  )
  expect(
    await said(() => runCreate('other.example', { database, floorUrl, key: 'short' }, terminal)),
  ).toContain('FLOORBOARD_SECRET_KEY')
  expect(await said(() => runLimits(name, { database, factsAMinute: 100, disk: null }, terminal))).toBe(
    '0: sales.acme.example has 100 facts a minute, 20 TVs.\n',
  )
  expect(await said(() => runLimits(name, { database }, terminal))).toBe('0: 100 facts a minute, 20 TVs\n')
  expect(await said(() => runList({ database }, terminal))).toBe(
    `0: name                node  entries  facts  disk  limits                      last entry
sales.acme.example  none  0        0      0 kB  100 facts a minute, 20 TVs  none
`,
  )
  await said(() => runList({ database, json: true }, terminal))
  expect(JSON.parse(out)).toMatchObject([{ name, limits: { tvs: 20 }, owner: null, lastAt: null }])
  await server.ask(
    `INSERT INTO floorboard.node (id, name, beat, url) VALUES (7, 'process 12', now() + interval '1 hour', 'http://10.0.0.7:4400');
     UPDATE floorboard.floor SET owner = 7`,
    'floorboard',
  )
  expect(await said(() => runList({ database }, terminal))).toContain(
    'sales.acme.example  http://10.0.0.7:4400  0',
  )
  await server.ask('DELETE FROM floorboard.node; UPDATE floorboard.floor SET owner = NULL', 'floorboard')
  expect(await said(() => runFloorExport(name, { database }, terminal))).toContain('has no floor file yet')

  const to = join(folder, 'acme.floor.gz')
  expect(await said(() => runBackup(name, { database, to }, terminal))).toContain(`is backed up in ${to}.`)
  expect(statSync(to).mode & 0o777).toBe(0o600)
  expect(await said(() => runBackup(name, { database, to }, terminal))).toContain('is there already')
  expect(await said(() => runBackup(name, { database, to: join(folder, 'no', 'x') }, terminal))).toContain(
    'cannot be used (ENOENT)',
  )
  expect(await said(() => runRestore('copy.example', { database, from: to }, terminal))).toMatch(
    /^0: copy\.example is restored as sales\.acme\.example was on \d{4}-.*0 entries/,
  )
  expect(await said(() => runRestore('copy.example', { database, from: '/nowhere' }, terminal))).toBe(
    '2: There is no file /nowhere.\n',
  )
  expect(await said(() => runRename('copy.example', 'Second.example', { database }, terminal))).toContain(
    'copy.example is called second.example now',
  )
  const other = await server.createDatabase('elsewhere')
  await prepareDatabase(other)
  const moving = { from: database, to: other }
  expect(await said(() => runFloorMove('second.example', moving, terminal))).toContain(
    'second.example is moved',
  )

  answer = 'something else'
  expect(await said(() => runRemove(name, { database }, terminal))).toContain('That is not its name')
  const { askWords, ...alone } = terminal
  expect(await said(() => runRemove(name, { database }, alone))).toContain('give --yes if that is meant')
  answer = name
  expect(await said(() => runRemove(name, { database }, terminal))).toBe(
    '0: sales.acme.example is removed, with its 0 facts.\n',
  )
  expect(await said(() => runRemove(name, { database, yes: true }, terminal))).toContain('No floor is called')
})

test('sizes and limits in words', () => {
  expect(['500MB', '2gb', '1.5 TB', 'none'].map(readBytes)).toEqual([5e8, 2e9, 1.5e12, null])
  for (const text of ['', '2', '0GB', '1kB', '-1GB', '2GBs', '1e3GB'])
    expect(() => readBytes(text)).toThrow('from 1MB on')
  expect([0, 950, 1.44e6, 20e9].map(bytesInWords)).toEqual(['0 kB', '1 kB', '1.4 MB', '20 GB'])
  expect(limitsInWords({ factsAMinute: null, tvs: 1, bytes: null })).toBe('1 TV')
})
