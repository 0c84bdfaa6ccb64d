import { spawn } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  contentElsewhere,
  contentOf,
  type KeptFloor,
  makeFloor,
  newFolder,
  removeFolders,
  takeFloor,
} from '../../../../test/feed/kept-floor.ts'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { type PostgresServer, startPostgres } from '../../../../test/tables/database-servers.ts'
import { type KeptFolder, ownFolder } from '../kept-folder.ts'
import { LogUnavailable } from '../log.ts'
import { describeOutboxStore } from '../outbox-store-suite.ts'
import { describeScreenStore } from '../screen-store-suite.ts'
import { openSecretFile } from '../secret-file.ts'
import { openAccountFile } from '../sqlite/account-file.ts'
import { openSideFile, writeSideFile } from '../sqlite/side-file.ts'
import { openSqliteConnectorStore } from '../sqlite/sqlite-connector-store.ts'
import { openSqliteInboundStore } from '../sqlite/sqlite-inbound-store.ts'
import { openSqliteMendingStore } from '../sqlite/sqlite-mending-store.ts'
import { openSqliteOutboxStore } from '../sqlite/sqlite-outbox-store.ts'
import { openSqliteScreenStore } from '../sqlite/sqlite-screen-store.ts'
import { openSqliteTalkStore } from '../sqlite/sqlite-talk-store.ts'
import { openSqliteVoteStore } from '../sqlite/sqlite-vote-store.ts'
import { openTokenFile } from '../token-file.ts'
import { describeTokens } from '../tokens-suite.ts'
import { copyBesideFrom, copyBesideTo } from './copy-beside.ts'
import { refuseCopy } from './copy-mark.ts'
import { followKeptFolder } from './follow-kept-folder.ts'
import { openKeptFolder } from './kept-in-database.ts'
import { createPostgresDatabase, type PostgresDatabase } from './postgres-database.ts'
import { prepareDatabase } from './prepare-database.ts'

const fail = (what: unknown): never => {
  throw new Error(`it was not expected: ${String(what)}`)
}

/** A machine that is busy may be slow to answer: it is asked again, and what comes of it is looked at. */
const note = (): void => undefined

interface Opened extends KeptFloor {
  readonly kept: KeptFolder
}
let server: PostgresServer
let url: string
let database: PostgresDatabase
/** Opened before the suites, whose homes are made at once. */
const spare: Opened[] = []
/** What each home of the suites held when it was removed. */
const homes: { readonly of: Opened; readonly content: unknown }[] = []

const open = async ({ floor, node }: KeptFloor, folder = newFolder()): Promise<KeptFolder> =>
  await openKeptFolder({ database, floor, node, folder, onError: note })
const openNew = async (): Promise<Opened> => {
  const made = await makeFloor(database)
  return { ...made, kept: await open(made) }
}

beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
  database = createPostgresDatabase(url)
  for (let nth = 0; nth < 40; nth += 1) spare.push(await openNew())
})
afterAll(async () => {
  await database?.close()
  await server?.close()
  removeFolders()
})

const home = (): Opened => spare.pop() ?? fail('no floor is left')
const leave = (of: Opened) => () => void homes.push({ of, content: contentOf(of.kept.folder) })

describeOutboxStore('a folder that a database keeps', () => {
  const of = home()
  const file = join(of.kept.folder, 'outbox.db')
  return {
    open: () => openSqliteOutboxStore({ file, onDamage: fail, kept: of.kept }),
    lasts: true,
    remove: leave(of),
  }
})
describeScreenStore('a folder that a database keeps', () => {
  const of = home()
  const file = join(of.kept.folder, 'screens.db')
  return {
    open: () => openSqliteScreenStore({ file, onDamage: fail, kept: of.kept }),
    lasts: true,
    remove: leave(of),
  }
})
describeTokens('a folder that a database keeps', () => {
  const of = home()
  return {
    open: () => openTokenFile({ folder: of.kept.folder, onError: fail, kept: of.kept }),
    remove: leave(of),
  }
})

test('[Q40] what the suites of stores left in their folders, a node that comes anew finds', async () => {
  expect(homes.length).toBeGreaterThan(10)
  for (const { of, content } of homes.splice(0)) {
    await of.kept.durable()
    expect(await contentElsewhere(database, of.floor)).toEqual(content)
    await of.kept.close()
  }
})

/** Opens every store, works with it, and closes it. */
const writeAll = async (kept: KeptFolder): Promise<void> => {
  const place = (name: string) => ({ file: join(kept.folder, name), onDamage: fail, kept })
  const accounts = openAccountFile(kept.folder, kept)
  const account = {
    ...{ id: 'a', email: 'ana@northwind.test', name: 'Ana', role: 'admin' as const, teams: ['east'] },
    ...{ person: null, password: null, subject: null, createdAt: 1, lastSeen: null },
  }
  await accounts.addFirstAdmin(account)
  await accounts.addAccount({ ...account, id: 'b', email: 'bo@northwind.test', role: 'manager' })
  const session = { account: 'b', device: 'x', address: '::1', startedAt: 1, lastSeen: 1 }
  for (const id of ['1', '2']) await accounts.openSession({ ...session, id, hash: `hash ${id}` })
  await accounts.endSession('b', '1')
  await accounts.noteTokenUse('t', 5)
  await accounts.noteTokenUse('t', 6)
  await accounts.removeAccount('b')
  await accounts.close()

  const inbound = openSqliteInboundStore(place('inbound.db'))
  for (let nth = 0; nth < 5; nth += 1)
    inbound.keep({ source: 'crm', at: nth, type: 'application/json', body: Buffer.from([0, 255, nth]) })
  const waiting = inbound.nextWaiting() ?? fail('nothing waits')
  inbound.settle(waiting, 'taken', '{}')
  inbound.close()

  const connectors = openSqliteConnectorStore(place('connectors.db'))
  connectors.save('crm', '{}')
  connectors.save('crm', '{"a":1}')
  connectors.save('gone', '{}')
  connectors.remove('gone')
  connectors.close()

  const talks = openSqliteTalkStore(place('talks.db'))
  const talk = (id: string) => ({
    ...{
      kind: 'note' as const,
      id,
      person: 'ana',
      at: 1,
      by: 'account:a' as const,
      version: 1,
      text: 'Well done',
    },
    isPrivate: false,
  })
  talks.add(talk('1') as never)
  talks.add(talk('2') as never)
  talks.remove('ana', '1')
  talks.close()

  const votes = openSqliteVoteStore(place('votes.db'))
  const on = { award: 'player', on: '2026-11-01' }
  votes.nominate({ ...on, id: 'n', author: 'ana', person: 'bo', words: 'for the calls', at: 2 })
  votes.vote({ ...on, voter: 'ana', person: 'bo', at: 3 })
  votes.vote({ ...on, voter: 'ana', person: 'cy', at: 4 })
  votes.forget({ ...on, award: 'none' })
  votes.close()

  const mending = openSqliteMendingStore(place('mending.db'))
  mending.putFix({
    ...{ id: 'a', at: 5, by: 'account:1', about: 'Ana', undone: null },
    fix: { do: 'alias', name: 'A. Ruiz', person: 'ana' },
  })
  mending.close()

  const secrets = openSecretFile(kept.folder, Buffer.alloc(32, 7).toString('base64'), kept)
  await secrets.set('crm', 'a token')
  await secrets.set('gone', 'a token')
  await secrets.remove('gone')
}

test('[Q40] every store finds what was written, on a machine that comes anew, byte for byte', async () => {
  const { floor, node, kept } = await openNew()
  await writeAll(kept)
  await kept.durable()
  const here = contentOf(kept.folder)
  expect(Object.keys(here)).toHaveLength(7)
  expect(await contentElsewhere(database, floor)).toEqual(here)
  await kept.close()
  const again = await open({ floor, node: await takeFloor(database, floor) })
  expect(contentOf(again.folder)).toEqual(here)
  expect(statSync(again.folder).mode & 0o777).toBe(0o700)
  // What is known is not sent once more, but for the one head by which it shows that the database takes it.
  await again.durable()
  const changes = async () =>
    (
      await database.ask({ name: 't-seq', text: 'SELECT beside FROM floor WHERE floor = $1::int' }, [floor])
    )[0]
  const before = await changes()
  const talks = openSqliteTalkStore({ file: join(again.folder, 'talks.db'), onDamage: fail, kept: again })
  await again.durable()
  expect([await changes(), node]).toEqual([before, node])
  talks.close()
  await again.close()
})

describe('rows', () => {
  const tables = `
    CREATE TABLE IF NOT EXISTS odd (a, b TEXT, c INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS counted (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT UNIQUE, body BLOB);
    CREATE INDEX IF NOT EXISTS counted_email ON counted (email);`
  const openFile = (kept: KeptFolder, format = 1, more = '') =>
    openSideFile({
      ...{ file: join(kept.folder, 'odd.db'), format, tables: tables + more, synchronous: 'NORMAL' },
      ...{ onDamage: fail, kept },
    })
  const refuse = (message: string) => new Error(message)

  test('[Q41] a row travels as it is: integers of 64 bits, bytes, reals, texts with any character, keys of any length', async () => {
    const { floor, kept } = await openNew()
    const file = openFile(kept)
    const put = (...values: unknown[]) =>
      writeSideFile(
        file,
        () => void file.prepare('INSERT OR REPLACE INTO odd VALUES (?, ?, ?)').run(values),
        refuse,
      )
    for (const key of [
      '',
      '-',
      'a\u0000b',
      '\u001e',
      '😀'.repeat(2000),
      9_007_199_254_740_993n,
      0.1,
      -0,
      Number.POSITIVE_INFINITY,
    ])
      put(key, 'x\u0000y', -9_223_372_036_854_775_808n)
    put(Buffer.from([0, 255]), '', null)
    put('to go', '', 1)
    writeSideFile(file, () => void file.exec("DELETE FROM odd WHERE a = 'to go'"), refuse)
    writeSideFile(file, () => void file.exec('DELETE FROM odd WHERE length(a) = 2000'), refuse)
    await kept.durable()
    expect(await contentElsewhere(database, floor)).toEqual(contentOf(kept.folder))
    file.close()
    await kept.close()
  })

  test('[Q41] what is replaced, rolled back or given another key, and the last number of a table, travel too', async () => {
    const { floor, kept } = await openNew()
    const follower = await followKeptFolder({ database, floor, folder: newFolder() })
    const file = openFile(kept)
    const write = (sql: string): void => writeSideFile(file, () => void file.exec(sql), refuse)
    const steps = [
      "INSERT INTO counted (email, body) VALUES ('a', x'00'), ('b', x'01'), ('c', x'02')",
      // The row of "b" goes, since another takes its address.
      "INSERT OR REPLACE INTO counted (id, email) VALUES (1, 'b')",
      'UPDATE counted SET id = 7 WHERE id = 3',
      'DELETE FROM counted WHERE id = 7',
      "INSERT INTO counted (email) VALUES ('d')",
    ]
    for (const step of steps) {
      write(step)
      await kept.durable()
      await follower.catchUp(Number.MAX_SAFE_INTEGER)
      expect(contentOf(follower.folder)).toEqual(contentOf(kept.folder))
    }
    expect(() =>
      write("DELETE FROM counted; INSERT INTO counted VALUES (1, 'x', null), (1, 'y', null)"),
    ).toThrow()
    await kept.durable()
    expect(await contentElsewhere(database, floor)).toEqual(contentOf(kept.folder))
    file.close()
    await follower.close()
    await kept.close()
  })

  test('[Q42] a file of an earlier format comes back as it was, and goes on as its store made it', async () => {
    const { floor, kept } = await openNew()
    const first = openFile(kept)
    writeSideFile(first, () => void first.exec("INSERT INTO counted (email) VALUES ('a')"), refuse)
    first.close()
    await kept.close()
    const before = contentOf(kept.folder)
    const again = await open({ floor, node: await takeFloor(database, floor) })
    expect(contentOf(again.folder)).toEqual(before)
    const follower = await followKeptFolder({ database, floor, folder: newFolder() })
    const second = openFile(
      again,
      2,
      'CREATE TABLE later (id TEXT PRIMARY KEY); INSERT INTO later VALUES (1);',
    )
    await again.durable()
    const after = contentOf(again.folder)
    expect(after).not.toEqual(before)
    await follower.catchUp(Number.MAX_SAFE_INTEGER)
    expect([contentOf(follower.folder), await contentElsewhere(database, floor)]).toEqual([after, after])
    second.close()
    // Lost, it is begun anew: what was in it is in the database no more.
    rmSync(join(again.folder, 'odd.db'))
    const third = openFile(again)
    await again.durable()
    expect(await contentElsewhere(database, floor)).toEqual(contentOf(again.folder))
    third.close()
    await again.close()
  })
})

describe('files', () => {
  test('[Q43] a file travels whole, however often it is replaced, made longer or removed', async () => {
    const { floor, kept } = await openNew()
    const follower = await followKeptFolder({ database, floor, folder: newFolder() })
    const same = async (): Promise<void> => {
      await kept.durable()
      await follower.catchUp(Number.MAX_SAFE_INTEGER)
      const here = contentOf(kept.folder)
      expect(contentOf(follower.folder)).toEqual(here)
      expect(await contentElsewhere(database, floor)).toEqual(here)
    }
    const write = (name: string, content: string | Buffer): void => {
      const path = join(kept.folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      kept.changed(path)
    }
    const mega = (of: number, times: number): Buffer => Buffer.alloc(times * 1024 * 1024 + 7, of)
    write('control.json', '{}')
    write('empty', '')
    write('media/teams/east.png', mega(1, 2))
    await same()
    write('control.json', '{"held":[]}')
    write('empty', 'no more')
    // Replaced by a shorter one and a longer one.
    write('media/teams/east.png', 'small')
    await same()
    write('media/teams/east.png', mega(2, 2))
    await same()
    // As dropped files come: piece by piece at the end.
    for (let nth = 0; nth < 2; nth += 1) {
      const path = join(kept.folder, 'media/teams/east.png')
      const from = statSync(path).size
      appendFileSync(path, mega(nth, 1))
      kept.changed(path, from)
      await same()
    }
    const times = [kept, follower].map(({ folder }) =>
      Math.round(statSync(join(folder, 'media/teams/east.png')).mtimeMs),
    )
    expect(times[0]).toBe(times[1])
    for (const name of ['control.json', 'media/teams/east.png']) {
      rmSync(join(kept.folder, name))
      kept.changed(join(kept.folder, name))
    }
    await same()
    expect(Object.keys(contentOf(follower.folder))).toEqual(['empty'])
    await follower.close()
    await kept.close()
  })

  test('[Q43] a file of 20 MB travels in pieces of 1 MB', async () => {
    const { floor, kept } = await openNew()
    const path = join(kept.folder, 'film.mp4')
    writeFileSync(path, Buffer.alloc(20 * 1024 * 1024, 5))
    kept.changed(path)
    await kept.durable()
    expect((await contentElsewhere(database, floor))['film.mp4']).toBe(contentOf(kept.folder)['film.mp4'])
    const { rows, largest } = Object.fromEntries(
      [
        await database.ask(
          {
            name: 't-pieces',
            text: 'SELECT count(*), max(octet_length(body)) FROM beside WHERE floor = $1::int',
          },
          [floor],
        ),
      ].flatMap(([row]) => [
        ['rows', Number(row?.[0])],
        ['largest', Number(row?.[1])],
      ]),
    )
    expect([rows, largest]).toEqual([21, 1024 * 1024])
    await kept.close()
  })
})

describe('the fence', () => {
  test('[Q44] who does not own the floor any more writes nothing, and says so', async () => {
    const made = await openNew()
    const { floor, kept } = made
    const votes = openSqliteVoteStore({ file: join(kept.folder, 'votes.db'), onDamage: fail, kept })
    const vote = (voter: string) =>
      votes.vote({ award: 'player', on: '2026-11-01', voter, person: 'bo', at: 1 })
    vote('ana')
    await kept.durable()
    const before = contentOf(kept.folder)
    const node = await takeFloor(database, floor)
    vote('cy')
    await expect(kept.durable()).rejects.toThrow(LogUnavailable)
    expect(await contentElsewhere(database, floor)).toEqual(before)
    const other = await open({ floor, node })
    expect(contentOf(other.folder)).toEqual(before)
    await expect(open(made)).rejects.toThrow(LogUnavailable)
    votes.close()
    await other.close()
  })

  test('[Q44] a folder that is no copy is not emptied', async () => {
    const made = await makeFloor(database)
    const folder = newFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'letters.txt'), 'of mine')
    await expect(open(made, folder)).rejects.toThrow(/not empty, and no copy of a floor/)
    expect(Object.keys(contentOf(folder))).toEqual(['letters.txt'])
    // And what a command would change in a copy is lost.
    const { kept } = await openNew()
    expect(() => refuseCopy(kept.folder)).toThrow(/is a copy of what a database keeps/)
    expect(() => refuseCopy(folder)).not.toThrow()
    await kept.close()
  })

  test('[Q46] a file that cannot be read is not said to be kept, until it can be', async () => {
    const { floor, kept } = await openNew()
    const path = join(kept.folder, 'control.json')
    symlinkSync(join(kept.folder, 'elsewhere'), path)
    kept.changed(path)
    await expect(kept.durable()).rejects.toThrow(/cannot be read/)
    rmSync(path)
    writeFileSync(path, '{}')
    await expect
      .poll(() =>
        kept.durable().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
    expect(Object.keys(await contentElsewhere(database, floor))).toEqual(['control.json'])
    await kept.close()
  })
})

describe('a node that does not own the floor', () => {
  test('[Q48] knows who signed in, which token was revoked and what was taken away, while its stores are open', async () => {
    const { floor, kept } = await openNew()
    const tokens = openTokenFile({ folder: kept.folder, onError: fail, kept })
    const accounts = openAccountFile(kept.folder, kept)
    const stored = (id: string) => ({
      ...{
        id,
        role: 'screen' as const,
        name: id,
        createdAt: '2026-11-20T20:00:00.000Z',
        hash: id.repeat(64),
      },
    })
    await tokens.addToken(stored('a'))
    await kept.durable()
    const copy = await followKeptFolder({ database, floor, folder: newFolder() })
    const followed = async (): Promise<void> => {
      await kept.durable()
      await copy.catchUp(Number.MAX_SAFE_INTEGER)
    }
    const [tokensThere, accountsThere] = [
      openTokenFile({ folder: copy.folder, onError: fail }),
      openAccountFile(copy.folder),
    ]
    expect(await tokensThere.findToken(stored('a').hash)).toEqual(stored('a'))
    const session = {
      id: '1',
      hash: 'h',
      account: 'a',
      device: 'x',
      address: '::1',
      startedAt: 1,
      lastSeen: 1,
    }
    await accounts.openSession(session)
    await tokens.revokeToken('a')
    await tokens.addToken(stored('b'))
    await followed()
    expect(await accountsThere.session('h')).toEqual(session)
    expect(await tokensThere.findToken(stored('b').hash)).toEqual(stored('b'))
    expect(await tokensThere.findToken(stored('a').hash)).toBeNull()
    await accounts.endSession('a', '1')
    await followed()
    expect(await accountsThere.session('h')).toBeNull()
    for (const store of [accounts, accountsThere]) await store.close()
    await copy.close()
    await kept.close()
  })

  test('[Q48] goes on with its copy when it takes the floor over, unless it is older than what is remembered of removals', async () => {
    const { floor, kept } = await openNew()
    const write = (name: string): void => {
      writeFileSync(join(kept.folder, name), name)
      kept.changed(join(kept.folder, name))
    }
    write('stays')
    write('goes')
    await kept.durable()
    const folder = newFolder()
    await (await followKeptFolder({ database, floor, folder })).close()
    const { ino } = statSync(join(folder, 'stays'))
    rmSync(join(kept.folder, 'goes'))
    kept.changed(join(kept.folder, 'goes'))
    write('comes')
    await kept.close()
    const second = await open({ floor, node: await takeFloor(database, floor) }, folder)
    expect(contentOf(folder)).toEqual(contentOf(kept.folder))
    expect(statSync(join(folder, 'stays')).ino).toBe(ino)
    await second.close()
    const mark = join(folder, 'copy-of-a-floor.json')
    const { at, ...rest } = JSON.parse(readFileSync(mark, 'utf8'))
    writeFileSync(mark, JSON.stringify({ ...rest, at: { ...at, ms: at.ms - 13 * 3600_000 } }))
    writeFileSync(join(folder, 'removed a day ago'), '')
    const third = await open({ floor, node: await takeFloor(database, floor) }, folder)
    expect(contentOf(folder)).toEqual(contentOf(kept.folder))
    await third.close()
  })

  test('[Q48] what was removed is remembered for a day, and no longer', async () => {
    const { floor, kept } = await openNew()
    const places = openSqliteConnectorStore({
      file: join(kept.folder, 'connectors.db'),
      onDamage: fail,
      kept,
    })
    places.save('a', '{}')
    places.save('b', '{}')
    places.remove('a')
    await kept.durable()
    places.remove('b')
    places.close()
    await kept.close()
    const gone = async (): Promise<string[]> =>
      (
        await database.ask(
          { name: 't-gone', text: 'SELECT part FROM beside WHERE floor = $1::int AND body IS NULL' },
          [floor],
        )
      ).map(([part]) => part ?? '')
    expect(await gone()).toHaveLength(2)
    await database.ask(
      {
        name: 't-later',
        text: "UPDATE beside SET gone = now() - interval '25 hours' WHERE floor = $1::int AND part LIKE '%b%'",
      },
      [floor],
    )
    await (await open({ floor, node: await takeFloor(database, floor) })).close()
    expect(await gone()).toEqual(['1:source:["a"]'])
  })
})

test('[Q46] who waits for a database that does not answer is told so, and what waited is written all the same', async () => {
  const made = await makeFloor(database)
  const kept = await openKeptFolder({
    ...{ database, ...made, folder: newFolder(), onError: note, patienceMs: 200 },
  })
  const session = await database.session()
  await session.run(`BEGIN; SELECT FROM floor WHERE floor = ${made.floor} FOR UPDATE`)
  writeFileSync(join(kept.folder, 'control.json'), '{}')
  kept.changed(join(kept.folder, 'control.json'))
  await expect(kept.durable()).rejects.toThrow(LogUnavailable)
  await session.run('COMMIT')
  await session.close()
  await kept.durable()
  expect(Object.keys(await contentElsewhere(database, made.floor))).toEqual(['control.json'])
  await kept.close()
})

test('[Q47] what goes into a database and comes back is the same, and its secrets open where they lie', async () => {
  const from = newFolder()
  mkdirSync(from)
  await writeAll(ownFolder(from))
  // Its own key, not that of the nodes.
  rmSync(join(from, 'secrets.json'))
  await openSecretFile(from).set('crm', 'of the folder')
  mkdirSync(join(from, 'media'))
  writeFileSync(join(from, 'media', 'film.mp4'), Buffer.alloc(3 * 1024 * 1024, 1))
  writeFileSync(join(from, 'media', '.new-1'), 'half of one')
  const key = Buffer.alloc(32, 9).toString('base64')
  const place = { database, ...(await makeFloor(database)) }
  await expect(copyBesideTo(from, place, undefined)).rejects.toThrow('FLOORBOARD_SECRET_KEY')
  expect(await copyBesideTo(from, place, key)).toEqual({ files: 8, sealed: [] })
  const kept = await open(place)
  const { 'secrets.json': sealed, ...there } = contentOf(kept.folder)
  const { 'secrets.json': own, 'secret-key': _, 'media/.new-1': __, ...here } = contentOf(from)
  expect(there).toEqual(here)
  expect(sealed).not.toEqual(own)
  expect(openSecretFile(kept.folder, key).get('crm')).toBe('of the folder')
  await kept.close()
  const to = newFolder()
  mkdirSync(to)
  writeFileSync(join(to, 'tokens.json'), '[]')
  expect(await copyBesideFrom(place, to, { key, now: new Date(0) })).toEqual({ files: 8, sealed: [] })
  const before = 'before-1970-01-01T000000.000Z/tokens.json'
  const { 'secrets.json': ___, 'secret-key': ____, [before]: aside, ...back } = contentOf(to)
  expect(back).toEqual(here)
  expect(aside).toBeDefined()
  expect(openSecretFile(to).get('crm')).toBe('of the folder')
  const other = { database, ...(await makeFloor(database)) }
  const wrong = Buffer.alloc(32, 8).toString('base64')
  rmSync(join(from, 'secret-key'))
  expect((await copyBesideTo(from, other, wrong)).sealed).toEqual(['crm'])
})

describe('whatever breaks', () => {
  test('[Q46] a node that is killed has lost nothing that was durable', async () => {
    const folder = newFolder()
    mkdirSync(dirname(folder), { recursive: true })
    const code = join(dirname(folder), 'writer.cjs')
    await build({
      ...{ entryPoints: ['test/feed/kept-writer.child.ts'], outfile: code, bundle: true },
      ...{ platform: 'node', format: 'cjs', external: ['libsql', 'pg-native'] },
    })
    const { floor } = await makeFloor(database)
    let last = 0
    for (let round = 0; round < 2; round += 1) {
      const node = await takeFloor(database, floor)
      const child = spawn(process.execPath, [code, url, `${floor}`, `${node}`, folder, `${last + 1}`], {
        env: { ...process.env, NODE_PATH: join(process.cwd(), 'node_modules') },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = new Promise((done) => child.once('exit', done))
      const before = last
      let rest = ''
      for await (const chunk of child.stdout) {
        const lines = `${rest}${chunk}`.split('\n')
        rest = lines.pop() ?? ''
        last = Math.max(last, ...lines.map(Number))
        if (last > before + 10 + round * 7) child.kill('SIGKILL')
      }
      await ended
      expect(last).toBeGreaterThan(before)
      const elsewhere = await open({ floor, node: await takeFloor(database, floor) })
      const votes = openSqliteVoteStore({ file: join(elsewhere.folder, 'votes.db'), onDamage: fail })
      for (let nth = 1; nth <= last; nth += 1)
        expect(votes.hasVoted({ award: 'player', on: '2026-11-01' }, `${nth}`)).toBe(true)
      votes.close()
      await elsewhere.close()
    }
  })

  const Step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('vote' as const), who: fc.nat(9), whom: fc.nat(9) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('source' as const), id: fc.nat(4), bytes: fc.nat(200_000) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('forget' as const), id: fc.nat(4) }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('file' as const), id: fc.nat(2), bytes: fc.nat(1_500_000) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('longer' as const), id: fc.nat(2), bytes: fc.nat(600_000) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('inbound' as const), bytes: fc.nat(100_000) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('session' as const), at: fc.nat(1_000_000) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('sign-out' as const), before: fc.nat(1_000_000) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('gone' as const), id: fc.nat(2) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('outage' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('durable' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), clean: fc.boolean() }) },
  )
  /** Breaks every connection, whatever it does just now. */
  const breakAll = () =>
    server.ask(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'floorboard'",
      'floorboard',
    )

  test('[Q46] however writes, outages and changes of the owner follow each other, what was durable is there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 3, maxLength: 14 }), async (steps) => {
        let made: KeptFloor = await makeFloor(database)
        const openAll = async () => {
          const kept = await open(made)
          const place = (name: string) => ({ file: join(kept.folder, name), onDamage: fail, kept })
          return {
            kept,
            votes: openSqliteVoteStore(place('votes.db')),
            places: openSqliteConnectorStore(place('connectors.db')),
            inbound: openSqliteInboundStore(place('inbound.db')),
            accounts: openAccountFile(kept.folder, kept),
          }
        }
        let now = await openAll()
        const closeAll = async (): Promise<void> => {
          for (const store of [now.votes, now.places, now.inbound]) store.close()
          await now.accounts.close()
        }
        const follower = await followKeptFolder({ database, floor: made.floor, folder: newFolder() })
        const same = async (): Promise<void> => {
          await now.kept.durable()
          const here = contentOf(now.kept.folder)
          await follower.catchUp(Number.MAX_SAFE_INTEGER)
          expect(contentOf(follower.folder)).toEqual(here)
          expect(await contentElsewhere(database, made.floor)).toEqual(here)
        }
        for (const [nth, step] of steps.entries()) {
          const path = 'id' in step ? join(now.kept.folder, `file ${step.id}`) : ''
          if (step.do === 'vote')
            now.votes.vote({ award: 'p', on: 'd', voter: `${step.who}`, person: `${step.whom}`, at: 1 })
          if (step.do === 'source') now.places.save(`${step.id}`, 'x'.repeat(step.bytes))
          if (step.do === 'forget') now.places.remove(`${step.id}`)
          if (step.do === 'inbound')
            now.inbound.keep({ source: 'crm', at: 1, type: 'x', body: Buffer.alloc(step.bytes, 255) })
          if (step.do === 'settle') {
            const next = now.inbound.nextWaiting()
            if (next !== null) now.inbound.settle(next, 'taken', '{}')
          }
          if (step.do === 'session')
            await now.accounts.openSession({
              ...{ hash: `hash ${nth}`, id: `${nth}` },
              ...{ account: 'a', device: 'x', address: '::1', startedAt: step.at, lastSeen: step.at },
            })
          if (step.do === 'sign-out')
            await now.accounts.forgetSessions({ startedAt: step.before, lastSeen: 0 })
          if (step.do === 'file') writeFileSync(path, Buffer.alloc(step.bytes, step.bytes % 251))
          if (step.do === 'file' || step.do === 'gone') {
            if (step.do === 'gone') rmSync(path, { force: true })
            now.kept.changed(path)
          }
          if (step.do === 'longer') {
            const from = statSync(path, { throwIfNoEntry: false })?.size ?? 0
            appendFileSync(path, Buffer.alloc(step.bytes, 7))
            now.kept.changed(path, from)
          }
          if (step.do === 'outage') await breakAll()
          if (step.do === 'durable') await same()
          if (step.do === 'reopen') {
            // What is not clean was durable before: the rest nobody was told of.
            if (!step.clean) await now.kept.durable()
            await closeAll()
            if (step.clean) await now.kept.close()
            made = { ...made, node: await takeFloor(database, made.floor) }
            const before = contentOf(now.kept.folder)
            now = await openAll()
            expect(contentOf(now.kept.folder)).toEqual(before)
          }
        }
        await same()
        await closeAll()
        await now.kept.close()
        await follower.close()
      }),
      { numRuns: propertyRuns(4) },
    )
  })
})
