import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { type PostgresServer, startPooler, startPostgres } from '../../../../test/tables/database-servers.ts'
import { BadSetUp } from '../../bad-set-up.ts'
import { type Decide, type FactWrite, type Log, LogUnavailable } from '../log.ts'
import type { Store } from '../store.ts'
import { describeStore } from '../store-suite.ts'
import { openPostgresStore } from './open-postgres-store.ts'
import { ownFloor } from './owned-floor.ts'
import { prepareDatabase } from './prepare-database.ts'
import { format } from './schema.ts'

let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
})
afterAll(() => server?.close())

const floorName = (): string => `floor${randomUUID()}.example`

interface Opening {
  readonly decide: Decide
  readonly address?: string
  readonly patienceMs?: number
}
/** With a node of its own. */
const openOn = async (
  name: string,
  { decide, address = url, patienceMs = 5000 }: Opening,
): Promise<Store> => {
  const { node, lease, close } = await ownFloor({ url: address, name, who: 'a feed', patienceMs })
  return openPostgresStore({ node, lease: { ...lease, close }, decide })
}

describeStore('PostgreSQL', () => {
  const floor = floorName()
  return { open: (decide) => openOn(floor, { decide }), remove: () => undefined }
})

const keep: Decide = (_before, { fact, receivedAt }) => fact && { fact, history: [], receivedAt }

const opened: Log[] = []
afterEach(async () => {
  for (const log of opened.splice(0)) await log.close()
})
const openStore = async (floor: string, patienceMs = 5000): Promise<Store> => {
  const store = await openOn(floor, { decide: keep, patienceMs })
  opened.push(store.log)
  return store
}

const call = (id: string): FactWrite => ({
  source: 'dialer',
  id,
  receivedAt: 1,
  by: 'test',
  fact: {
    source: 'dialer',
    id,
    type: 'activity',
    kind: 'call',
    at: '2026-11-20',
    credits: [{ rep: 'priya' }],
  },
})
const seqsOf = async (log: Log): Promise<number[]> => {
  const seqs: number[] = []
  for await (const page of log.entriesAfter(0)) seqs.push(...page.map(({ seq }) => seq))
  return seqs
}
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)
const idsOf = async (log: Log): Promise<string[]> => {
  const ids: string[] = []
  for await (const page of log.factsOf('dialer')) ids.push(...page.map(({ fact }) => fact.id))
  return ids.sort()
}
/** In the database itself. */
const admin = (statement: string): Promise<readonly Record<string, unknown>[]> =>
  server.askFloorboard(statement)

describe('[Q2] what cannot be used is refused in one sentence', () => {
  const refusal = async (address: string): Promise<string> =>
    openOn('any.example', { decide: keep, address }).then(
      () => 'opened',
      (error) => (error instanceof BadSetUp ? error.message : `${error}`),
    )

  test('an address that is none, a database that is missing, a wrong password, a server that is away', async () => {
    expect(await refusal('mysql://here/floorboard')).toContain('must be an address such as postgres://')
    expect(await refusal(url.replace(/\/floorboard$/, '/nowhere'))).toMatch(
      /^There is no database "nowhere".*createdb/,
    )
    const wrong = await refusal(url.replace('secret', 'guess'))
    expect(wrong).toMatch(/does not let this user in .*Correct the user or the password in its address\.$/)
    expect(wrong).not.toContain('guess')
    expect(await refusal('postgres://a:b@127.0.0.1:1/floorboard')).toMatch(
      /is out of reach .*Start PostgreSQL there, or correct the address\.$/,
    )
  })

  test('[Q3] a database that is not prepared, one of an earlier format, and one of a later', async () => {
    const other = await server.createDatabase('other')
    expect(await refusal(other)).toContain('is not prepared: run "floorboard database prepare"')
    expect(await prepareDatabase(other)).toMatchObject({ from: 0, to: format })
    expect(await prepareDatabase(other)).toMatchObject({ from: format, to: format })
    const become = (found: number) => server.ask(`UPDATE floorboard.format SET number = ${found}`, 'other')
    await become(format + 1)
    const newer = `has format ${format + 1}, this version reads up to ${format}`
    expect(await refusal(other)).toContain(newer)
    await expect(prepareDatabase(other)).rejects.toThrow(newer)
    await become(0)
    expect(await refusal(other)).toContain(`has format 0, this version needs ${format}`)
  })

  test('a pooler by the transaction, also one that passes over what a session asks for at its start', async () => {
    for (const settings of [{}, { ignore_startup_parameters: 'options' }] as const) {
      const pooler = await startPooler(server.port, settings)
      const through = url.replace(`:${server.port}/`, `:${pooler.port}/`)
      expect(await refusal(through)).toContain('is a pooler that hands out connections by the transaction')
      await expect(prepareDatabase(through)).rejects.toThrow('is a pooler')
      await pooler.close()
    }
  })

  test('a schema of that name that another program made is left alone', async () => {
    const taken = await server.createDatabase('taken')
    await server.ask('CREATE SCHEMA floorboard AUTHORIZATION taken', 'taken')
    await expect(prepareDatabase(taken)).rejects.toThrow(
      /did not make: give Floorboard a database of its own/,
    )
  })
})

test('[Q4] a second feed on a floor is refused while the first lives, and goes on from it once that is closed', async () => {
  const floor = floorName()
  const { log } = await openStore(floor)
  await log.append([call('a')])
  await expect(openStore(floor, 0)).rejects.toThrow(/^Another feed already runs on the database .*process/)
  await log.close()
  const { log: next } = await openStore(floor, 0)
  expect(await next.append([call('a'), call('b')])).toEqual([
    { changed: true, seq: 2 },
    { changed: true, seq: 3 },
  ])
})

test('[Q5] an owner that hangs is followed by another, and writes nothing once it wakes', async () => {
  const floor = floorName()
  const paused = await openStore(floor)
  const lost: string[] = []
  paused.onLost?.((why) => lost.push(why))
  await paused.log.append([call('a')])
  // It cannot beat: its row is held, and its session lives on.
  const holding = server.ask(
    `BEGIN; SELECT FROM floorboard.node n JOIN floorboard.floor f ON f.owner = n.id WHERE f.name = '${floor}' FOR UPDATE OF n;
     SELECT pg_sleep(4); COMMIT`,
    'floorboard',
  )
  const { log: next } = await openStore(floor, 10_000)
  await next.append([call('b')])
  await holding
  // Also where it has nothing to write.
  await expect.poll(() => lost).toEqual(['the database was out of reach for 3 s'])
  await expect(paused.log.append([call('c')])).rejects.toThrow('the database was out of reach for 3 s')
  await expect(paused.log.append([call('d')])).rejects.toBeInstanceOf(LogUnavailable)
  await expect(paused.snapshots.save({ seq: 1, bytes: Uint8Array.of(1) })).resolves.toBeUndefined()
  expect(lost).toEqual(['the database was out of reach for 3 s'])
  expect(paused.health.refusal()).toContain('the database was out of reach for 3 s')
  expect([await idsOf(next), await seqsOf(next)]).toEqual([
    ['a', 'b'],
    [1, 2],
  ])
  const [row] = await admin(
    `SELECT count(*) AS n FROM snapshot s JOIN floor f USING (floor) WHERE f.name = '${floor}'`,
  )
  expect(row).toEqual({ n: '0' })
})

test('[Q49] what is new is written in one way to the database and back; where something of it stands, in two', async () => {
  const { node, lease, close } = await ownFloor({ url, name: floorName(), who: 'a feed' })
  const asked: string[] = []
  const database: typeof node.database = {
    ...node.database,
    ask: (statement, values) => {
      asked.push(statement.name)
      return node.database.ask(statement, values)
    },
  }
  const decide: Decide = (before, { fact, receivedAt }) =>
    before !== null && before.fact.id === fact?.id && before.receivedAt === receivedAt
      ? before
      : fact && { fact, history: [], receivedAt }
  const { log } = await openPostgresStore({
    ...{ node: { database, hint: () => undefined }, lease: { ...lease, close }, decide },
  })
  opened.push(log)
  const appendAsking = async (...writes: FactWrite[]): Promise<readonly [string[], (number | null)[]]> => {
    asked.length = 0
    const outcomes = await log.append(writes)
    return [[...asked], outcomes.map(({ changed, seq }) => (changed ? seq : null))]
  }
  const changed = (id: string): FactWrite => ({ ...call(id), receivedAt: 2 })
  const withdrawn = (id: string): FactWrite => ({ ...call(id), fact: null })

  expect(await appendAsking(call('a'))).toEqual([['append'], [1]])
  expect(await appendAsking(call('b'), call('c'))).toEqual([['append'], [2, 3]])
  expect(await appendAsking(changed('b'), call('d'))).toEqual([
    ['append', 'append'],
    [4, 5],
  ])
  expect(await appendAsking(call('a'))).toEqual([['append'], [null]])
  // Of what is not written the statement would not look.
  expect(await appendAsking(withdrawn('e'))).toEqual([['heads'], [null]])
  expect(await appendAsking(withdrawn('a'), call('f'))).toEqual([
    ['append', 'append'],
    [6, 7],
  ])
  expect(await appendAsking(call('a'))).toEqual([['append'], [8]])

  // What is large is not sent in vain a second time.
  const many = upTo(150).map((n) => call(`many-${n}`))
  expect((await appendAsking(...many))[0]).toEqual(['append'])
  expect((await appendAsking(...many))[0]).toEqual(['append'])
  expect((await appendAsking(...many))[0]).toEqual(['heads'])
  expect((await appendAsking(...many.map(({ id }) => changed(id))))[0]).toEqual(['heads', 'append'])
  expect((await appendAsking(...upTo(150).map((n) => call(`more-${n}`))))[0]).toEqual(['heads', 'append'])
  expect((await appendAsking(...upTo(150).map((n) => call(`new-${n}`))))[0]).toEqual(['append'])

  const befores: string[] = []
  for await (const page of log.entriesAfter(0))
    for (const entry of page)
      if (entry.kind === 'fact' && entry.before !== null) befores.push(entry.before.fact.id)
  expect(befores).toEqual(['b', 'a', ...many.map(({ id }) => id)])
  expect(log.factCount).toBe(5 + 3 * 150)
  expect(await seqsOf(log)).toEqual(upTo(log.lastSeq))
})

test('[Q6] connections that break again and again lose nothing and double nothing', async () => {
  const floor = floorName()
  const { log } = await openStore(floor)
  const announced: number[] = []
  log.onCommit((entries) => announced.push(...entries.map(({ seq }) => seq)))
  let sending = true
  const cutting = (async () => {
    while (sending) {
      await admin(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'floorboard'",
      )
      await new Promise((done) => setTimeout(done, 30))
    }
  })()
  const groups = Array.from({ length: 60 }, (_, group) =>
    upTo(1 + ((group * 37) % 180)).map((n) => `${group}-${n}`),
  )
  const outcomes = await Promise.all(groups.map((ids) => log.append(ids.map(call))))
  sending = false
  await cutting
  const sent = groups.flat().sort()
  expect(outcomes.flat().every(({ changed }) => changed)).toBe(true)
  expect(announced).toEqual(upTo(sent.length))
  expect(await idsOf(log)).toEqual(sent)
  expect([log.factCount, await seqsOf(log)]).toEqual([sent.length, upTo(sent.length)])
})

test('[Q6] a server that crashes in the middle loses nothing that was acknowledged, and the log goes on by itself', async () => {
  const floor = floorName()
  const { log, health } = await openStore(floor)
  const acknowledged: string[] = []
  let sending = true
  let refusedMeanwhile = ''
  const writer = async (name: string): Promise<void> => {
    for (let n = 0; sending; n += 1) {
      await log.append([call(`${name}-${n}`)])
      acknowledged.push(`${name}-${n}`)
    }
  }
  const writers = ['x', 'y', 'z'].map(writer)
  const restarting = server.restart('immediate')
  const looking = setInterval(() => {
    refusedMeanwhile ||= health.refusal() ?? ''
  }, 10)
  await restarting
  await log.append([call('after')])
  sending = false
  await Promise.all(writers)
  clearInterval(looking)
  expect(refusedMeanwhile).toContain('the database is out of reach')
  expect(health.refusal()).toBeNull()
  expect(await idsOf(log)).toEqual([...acknowledged, 'after'].sort())
  expect(await seqsOf(log)).toEqual(upTo(log.lastSeq))
})

test('[Q5] of nodes that take a floor over from one another, in any order, only the last one writes', async () => {
  const step = fc.record({ node: fc.nat(2), what: fc.constantFrom('claim', 'write') })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
      const floor = floorName()
      const nodes: (Store | null)[] = [null, null, null]
      let owner: number | null = null
      const written: string[] = []
      for (const [at, { node, what }] of steps.entries()) {
        if (what === 'claim') {
          // As if the owner had hung for long enough.
          await admin(`UPDATE floor SET owner = NULL WHERE name = '${floor}'`)
          nodes[node] = await openStore(floor)
          owner = node
          continue
        }
        const id = `${at}`
        const outcome = await nodes[node]?.log.append([call(id)]).then(
          () => 'written',
          () => 'refused',
        )
        if (nodes[node] !== null) expect(outcome).toBe(node === owner ? 'written' : 'refused')
        if (outcome === 'written') written.push(id)
      }
      if (owner === null) return
      const log = nodes[owner]?.log
      if (log !== undefined) expect(await idsOf(log)).toEqual(written.sort())
      for (const each of opened.splice(0)) await each.close()
    }),
    { numRuns: propertyRuns(3) },
  )
})

const small = mkdtempSync(join(tmpdir(), 'floorboard-small-disk-'))
const mount = (...options: readonly string[]): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', small], { stdio: 'ignore' }).status === 0
const mayMount = process.getuid?.() === 0 && mount('-o', 'size=4m')
afterAll(() => {
  if (mayMount) spawnSync('umount', ['-l', small])
  rmSync(small, { recursive: true, force: true })
})

test.runIf(mayMount)(
  '[Q7] a full disk of the database refuses facts whole, says so, and takes them once there is room',
  async () => {
    spawnSync('chown', ['postgres', small])
    const full = await server.createDatabase('small')
    await prepareDatabase(full)
    await server.run(`CREATE TABLESPACE small LOCATION '${small}'`)
    await server.ask('ALTER TABLE floorboard.entry SET TABLESPACE small', 'small')
    const { log, health } = await openOn(floorName(), { decide: keep, address: full })
    opened.push(log)
    const append = (group: number) => log.append(upTo(1000).map((n) => call(`${group}-${n}`)))
    let groups = 0
    let refusal = ''
    for (; refusal === '' && groups < 100; groups += 1)
      await append(groups).catch((error) => {
        expect(error).toBeInstanceOf(LogUnavailable)
        refusal = `${error.message}`
      })
    groups -= 1
    expect(refusal).toMatch(/^the log cannot be written: the disk of the database is full/)
    expect(health.refusal()).toBe(refusal)
    expect([log.factCount, (await idsOf(log)).length]).toEqual([groups * 1000, groups * 1000])
    expect(mount('-o', 'remount,size=40m')).toBe(true)
    await append(groups)
    expect([log.factCount, health.refusal()]).toEqual([(groups + 1) * 1000, null])
    await log.close()
    await server.ask('DROP TABLE floorboard.entry', 'small')
  },
)
