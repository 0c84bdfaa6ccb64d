// Three nodes on one database in any order of events: they claim, write, read, hang and wake, are killed, and drain. Each reaches
// the database over a line of its own, so that what an owner sent before it hung arrives when it wakes. FLOORBOARD_SEED repeats a
// run as far as the database does; `npm run prove -- --only three-nodes` tries many more.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFloorModel } from '../../../../shared/domain/counting/floor-model.ts'
import { decideFact } from '../../../../shared/domain/facts/deal-history.ts'
import { Fact } from '../../../../shared/wire/fact.ts'
import { type Line, openLine } from '../../../../test/feed/line.ts'
import { sayFigures } from '../../../../test/figures.ts'
import { smallFloorText } from '../../../../test/floors/small-floor.ts'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { type PostgresServer, startPostgres } from '../../../../test/tables/database-servers.ts'
import { createFloorReader, fileOf } from '../../floor-file/floor-reader.ts'
import { startRecount } from '../../fold/recount.ts'
import { recountLog } from '../../fold/recount-log.ts'
import { type Decide, type Log, type LogEntry, LogUnavailable } from '../log.ts'
import { type DatabaseNode, type FloorLease, openDatabaseNode } from './database-node.ts'
import { createFollower, type Follower } from './follow.ts'
import type { FollowedLog } from './followed-log.ts'
import { openPostgresStore } from './open-postgres-store.ts'
import { prepareDatabase } from './prepare-database.ts'

const runs = propertyRuns(4)
const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)

let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
})
afterAll(() => server?.close())
const admin = (statement: string): Promise<readonly Record<string, unknown>[]> =>
  server.askFloorboard(statement)

const decide: Decide = (before, write, _floor, withdrawn) => decideFact(before, write, [], withdrawn)
const readFloor = createFloorReader()
const texts = ['30', '20'].map((seconds) => smallFloorText.replace('seconds: 20', `seconds: ${seconds}`))

/** A step is waited for so long. */
const mostMs = 100
/** No clock takes a floor from a node here: only the fence keeps one from writing that is the owner no more. */
const farAwayMs = 600_000
const openNode = (at: string): Promise<DatabaseNode> =>
  openDatabaseNode({
    url: at,
    nodeUrl: 'http://127.0.0.1:1',
    name: 'a test',
    key: 'three',
    goneMs: farAwayMs,
  })

/** Who has a floor, from a claim on. */
interface Turn {
  readonly log: Log
  readonly lease: FloorLease
  readonly epoch: number
  /** The last entry when it was claimed. */
  readonly after: number
}
/** From its start until it is killed. */
interface Life {
  readonly node: DatabaseNode
  readonly line: Line
  readonly follower: Follower
  readonly followed: FollowedLog
  turn: Turn | null
  isPaused: boolean
  /** It claims or lets go, one thing at a time. */
  isBusy: boolean
}

/** What was counted up to a number by whoever counted that far first; and where somebody else came to something else. */
const createFolds = () => {
  const byNumber = new Map<number, string>()
  const differing: number[] = []
  const note = (seq: number, snapshot: unknown): void => {
    const found = JSON.stringify(snapshot)
    if ((byNumber.get(seq) ?? found) !== found) differing.push(seq)
    byNumber.set(seq, found)
  }
  return {
    differing,
    note,
    /** Counts a log as it grows. Resolves once it has counted what there was. */
    count: async (log: Log): Promise<void> => {
      const live = startRecount(log, createFloorModel(fileOf(readFloor(smallFloorText))))
      let last = log.lastSeq
      let isReady = false
      log.onCommit((entries) => {
        for (const entry of entries) live.note(entry)
        last = entries.at(-1)?.seq ?? last
        if (isReady) note(last, live.engine().snapshot())
      })
      await live.ready
      isReady = true
      note(last, live.engine().snapshot())
    },
    last: () => Math.max(...byNumber.keys()),
  }
}

const Step = fc.record({
  node: fc.nat(2),
  what: fc.constantFrom(
    ...(['claim', 'take', 'take', 'write', 'write', 'write', 'write', 'write', 'edit'] as const),
    ...(['pause', 'pause', 'wake', 'wake', 'kill', 'drain', 'read'] as const),
  ),
  /** Of what is written: which deals, and whether each is withdrawn. */
  deals: fc.array(fc.tuple(fc.nat(4), fc.boolean()), { minLength: 1, maxLength: 3 }),
  /** Others go on meanwhile. */
  isAlone: fc.nat(3).map((n) => n > 0),
})
type Step = typeof Step extends fc.Arbitrary<infer Of> ? Of : never

/** What was acknowledged: an entry, and what it has to be. */
interface Promised {
  readonly seq: number
  readonly epoch: number
  readonly id: string
  /** That no other write has; null: it is withdrawn. */
  readonly minor: number | null
}

/** Of the entries of all runs together, so that it shows where nothing was tried. */
const tried = { entries: 0, claims: 0, refused: 0 }

const runSteps = async (steps: readonly Step[]): Promise<void> => {
  const [row] = await admin(`INSERT INTO floor (name) VALUES ('f${randomUUID()}.example') RETURNING floor`)
  const floor = Number(row?.['floor'])
  const folds = createFolds()
  /** Null: it is killed, and another one starts in its place. */
  const lives: (Life | null)[] = [null, null, null]
  const living = (): readonly Life[] => lives.filter((life) => life !== null)
  const lines: Line[] = []
  const turns: Turn[] = []
  const promised: Promised[] = []
  let serial = 0
  const going: Promise<unknown>[] = []

  const begin = async (): Promise<Life> => {
    const line = await openLine(Number(new URL(url).port))
    lines.push(line)
    const at = new URL(url)
    at.port = String(line.port)
    const node = await openNode(at.href)
    const follower = createFollower({ node, everyMs: 20 })
    const { log: followed } = await follower.follow(floor)
    await folds.count(followed)
    return { node, line, follower, followed, turn: null, isPaused: false, isBusy: false }
  }
  const end = async ({ node, line, follower, turn }: Life): Promise<void> => {
    line.cut()
    await follower.close()
    await turn?.log.close().catch(() => undefined)
    await node.close()
  }
  /** As if its owner had not been heard of for long, and did not know. */
  const silence = (butNot = 0) =>
    admin(
      `UPDATE node SET beat = now() - interval '1 day'
       WHERE id = (SELECT owner FROM floor WHERE floor = ${floor}) AND id <> ${butNot}`,
    )
  const letGo = async (life: Life): Promise<void> => {
    const { turn } = life
    life.turn = null
    await turn?.log.close()
  }
  const claim = async (life: Life): Promise<void> => {
    // One that it lost it lets go first.
    if (life.turn?.lease.lost() === null) return
    await letGo(life)
    const lease = await life.node.claim(floor).catch(() => null)
    if (lease === null) return
    const [epoch, after] = [lease.epoch(), lease.claimed.seq]
    try {
      const { log } = await openPostgresStore({ node: life.node, lease, decide })
      life.turn = { log, lease, epoch, after }
      turns.push(life.turn)
      await folds.count(log)
    } catch (error) {
      await lease.close()
      expect(error).toBeInstanceOf(LogUnavailable)
    }
  }
  const refusedOnly = (error: unknown): void => {
    expect(error).toBeInstanceOf(LogUnavailable)
    tried.refused += 1
  }
  const writeAs = async ({ log, epoch }: Turn, deals: Step['deals']): Promise<void> => {
    const by = `turn ${epoch}`
    const writes = deals.map(([n, isWithdrawn]) => {
      const id = `d${n}`
      serial += 1
      return { id, minor: isWithdrawn ? null : serial, at: serial }
    })
    try {
      const outcomes = await log.append(
        writes.map(({ id, minor, at }) => ({
          ...{ source: 'crm', id, receivedAt: at, by },
          fact:
            minor === null
              ? null
              : Fact.parse({
                  ...{ source: 'crm', id, type: 'deal', status: 'won', amount: { minor, currency: 'USD' } },
                  ...{ createdAt: '2026-11-02', closedAt: '2026-11-19', credits: [{ rep: 'priya' }] },
                }),
        })),
      )
      for (const [nth, { id, minor }] of writes.entries()) {
        const outcome = outcomes[nth]
        if (outcome?.changed) promised.push({ seq: outcome.seq, epoch, id, minor })
      }
    } catch (error) {
      refusedOnly(error)
    }
  }
  const act = async ({ node: n, what, deals }: Step, at: number): Promise<void> => {
    const life = lives[n]
    if (life == null) return
    if (what === 'take') await silence()
    if ((what === 'claim' || what === 'take' || what === 'drain') && !life.isBusy) {
      life.isBusy = true
      await (what === 'drain' ? letGo(life) : claim(life))
      life.isBusy = false
    }
    // All who think that it is theirs: whoever has taken it, and whoever does not know yet.
    if (what === 'write' || what === 'take')
      await Promise.all(living().map(({ turn }) => turn && writeAs(turn, deals)))
    if (what === 'edit' && life.turn !== null)
      await life.turn.log
        .appendFloor({ text: texts[at % 2] ?? '', at, by: `turn ${life.turn.epoch}` }, null)
        .catch(refusedOnly)
    if (what === 'pause') {
      life.isPaused = true
      life.line.pause()
      await silence()
    }
    if (what === 'wake') {
      life.isPaused = false
      life.line.resume()
    }
    if (what === 'kill') {
      lives[n] = null
      going.push(end(life))
      lives[n] = await begin()
    }
    if (what === 'read') await life.followed.catchUp(folds.last()).catch(refusedOnly)
  }

  const judge = await openNode(url)
  const first = await judge.claim(floor)
  if (first === null) throw new Error('somebody has it already')
  const { log: opened } = await openPostgresStore({ node: judge, lease: first, decide })
  await opened.appendFloor({ text: smallFloorText, at: 0, by: 'turn 0' }, 0)
  await opened.close()
  for (const n of lives.keys()) lives[n] = await begin()
  await Promise.all(living().slice(0, 1).map(claim))

  for (const [at, step] of steps.entries()) {
    const acting = act(step, at)
    going.push(acting)
    // Who hangs answers when it wakes.
    if (step.isAlone) await Promise.race([acting, sleep(mostMs)])
  }
  for (const { line } of living()) line.resume()
  // What is begun may begin more.
  while (going.length > 0) await going.shift()

  // Whatever became of them, the floor goes on.
  const [last] = living()
  if (last === undefined) throw new Error('no node is left')
  for (const life of living()) await letGo(life)
  // It may have been silenced itself, and has to beat first.
  while (last.turn === null) {
    await silence(last.node.id)
    await claim(last)
    await sleep(20)
  }
  const promisedBefore = promised.length
  await writeAs(last.turn, [[0, false]])
  expect(promised.length).toBe(promisedBefore + 1)

  const follower = createFollower({ node: judge })
  const { log } = await follower.follow(floor)
  const entries: LogEntry[] = []
  for await (const page of log.entriesAfter(0)) entries.push(...page)
  // No number is left out, and each acknowledged write is the entry that it was said to be, and no other.
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
  expect(log.lastSeq).toBe(entries.length)
  expect(new Set(promised.map(({ seq }) => seq)).size).toBe(promised.length)
  const epochOf = ({ by }: LogEntry): number => Number(by.slice('turn '.length))
  const minorOf = (entry: LogEntry | undefined): number | null =>
    entry?.kind === 'fact' && entry.after?.fact.type === 'deal'
      ? (entry.after.fact.amount?.minor ?? null)
      : null
  for (const { seq, epoch, id, minor } of promised) {
    const entry = entries[seq - 1]
    if (entry?.kind !== 'fact') throw new Error(`entry ${seq} is no fact`)
    expect([epochOf(entry), (entry.after ?? entry.before)?.fact.id, minorOf(entry)]).toEqual([
      epoch,
      id,
      minor,
    ])
  }
  const written = entries.flatMap((entry) => minorOf(entry) ?? [])
  expect(new Set(written).size).toBe(written.length)
  // Once a floor is claimed, nobody from before writes: no two owners ever do.
  for (const { epoch, after } of turns)
    expect(entries.filter((entry) => entry.seq > after !== epochOf(entry) >= epoch)).toEqual([])

  // Everybody who counted has counted alike, at every number.
  for (const { followed } of living()) await followed.catchUp(log.lastSeq)
  folds.note(log.lastSeq, await recountLog(log, readFloor))
  expect(folds.differing).toEqual([])
  expect(folds.last()).toBe(log.lastSeq)

  tried.entries += entries.length
  tried.claims += turns.length
  await follower.close()
  for (const life of living()) await end(life)
  await judge.close()
}

test('[Q28] [Q11] [Q20] of three nodes that claim, write, hang, wake, are killed and drain in any order, never two write, nothing acknowledged is lost or doubled, and all count alike', {
  timeout: 60_000 + runs * 30_000,
}, async () => {
  await fc.assert(fc.asyncProperty(fc.array(Step, { minLength: 20, maxLength: 50 }), runSteps), {
    ...{ seed, numRuns: runs, endOnFailure: true },
  })
  expect(tried.claims).toBeGreaterThan(runs)
  sayFigures(
    `seed ${seed}: ${runs} histories, ${tried.entries} entries by ${tried.claims} owners; ${tried.refused} writes refused, none lost, none twice, no number left out; all who counted counted alike`,
  )
})
