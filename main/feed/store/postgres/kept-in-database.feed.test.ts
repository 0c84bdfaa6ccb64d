import { appendFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  contentElsewhere,
  contentOf,
  type KeptFloor,
  makeFloor,
  newFolder,
  removeFolders,
  takeFloor,
} from '../../../../test/feed/kept-floor.ts'
import { type PostgresServer, startPostgres } from '../../../../test/tables/database-servers.ts'
import type { KeptFolder } from '../kept-folder.ts'
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
import { followKeptFolder } from './follow-kept-folder.ts'
import { openKeptFolder } from './kept-in-database.ts'
import { createPostgresDatabase, type PostgresDatabase } from './postgres-database.ts'
import { prepareDatabase } from './prepare-database.ts'

const fail = (what: unknown): never => {
  throw new Error(`it was not expected: ${String(what)}`)
}

interface Opened extends KeptFloor {
  readonly kept: KeptFolder
}
let server: PostgresServer
let database: PostgresDatabase
/** Opened before the suites, whose homes are made at once. */
const spare: Opened[] = []
/** What each home of the suites held when it was removed. */
const homes: { readonly of: Opened; readonly content: unknown }[] = []

const open = async ({ floor, node }: KeptFloor, folder = newFolder()): Promise<KeptFolder> =>
  await openKeptFolder({ database, floor, node, folder, onError: fail })
const openNew = async (): Promise<Opened> => {
  const made = await makeFloor(database)
  return { ...made, kept: await open(made) }
}

beforeAll(async () => {
  server = await startPostgres()
  const url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
  database = createPostgresDatabase(url)
  for (let nth = 0; nth < 40; nth += 1) spare.push(await openNew())
}, 60_000)
afterAll(async () => {
  await database?.close()
  await server?.close()
})
afterEach(() => undefined)

const home = (): Opened => spare.pop() ?? fail('no floor is left')
const note = (of: Opened) => () => void homes.push({ of, content: contentOf(of.kept.folder) })

describeOutboxStore('a folder that a database keeps', () => {
  const of = home()
  const file = join(of.kept.folder, 'outbox.db')
  return {
    open: () => openSqliteOutboxStore({ file, onDamage: fail, kept: of.kept }),
    lasts: true,
    remove: note(of),
  }
})
describeScreenStore('a folder that a database keeps', () => {
  const of = home()
  const file = join(of.kept.folder, 'screens.db')
  return {
    open: () => openSqliteScreenStore({ file, onDamage: fail, kept: of.kept }),
    lasts: true,
    remove: note(of),
  }
})
describeTokens('a folder that a database keeps', () => {
  const of = home()
  return {
    open: () => openTokenFile({ folder: of.kept.folder, onError: fail, kept: of.kept }),
    remove: note(of),
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
  inbound.settle(waiting, 'taken', null)
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
  // What is known is not sent once more.
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
