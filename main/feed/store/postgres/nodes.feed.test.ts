// Several nodes on one database: who has which floor, and what those that do not have it get to see.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createFloorModel } from '../../../../shared/domain/counting/floor-model.ts'
import { decideFact } from '../../../../shared/domain/facts/deal-history.ts'
import { Fact } from '../../../../shared/wire/fact.ts'
import { smallFloorText } from '../../../../test/floors/small-floor.ts'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { type PostgresServer, startPostgres } from '../../../../test/tables/database-servers.ts'
import { createFloorReader, fileOf } from '../../floor-file/floor-reader.ts'
import { startRecount } from '../../fold/recount.ts'
import { recountLog } from '../../fold/recount-log.ts'
import { type Decide, type FactWrite, type Log, type LogEntry, LogUnavailable } from '../log.ts'
import type { Store } from '../store.ts'
import {
  type DatabaseNode,
  type DatabaseNodeParts,
  type FloorLease,
  openDatabaseNode,
} from './database-node.ts'
import { takenOver, wentBack } from './floor-lease.ts'
import { createFollower, type Follower } from './follow.ts'
import { type FollowedLog, NotOwner } from './followed-log.ts'
import { openPostgresStore } from './open-postgres-store.ts'
import { prepareDatabase } from './prepare-database.ts'

let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
})
afterAll(() => server?.close())

/** In the database itself. */
const admin = (statement: string): Promise<readonly Record<string, unknown>[]> =>
  server.askFloorboard(statement)

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const key = 'one deployment'
/** A machine that is busy must not make a node look gone. */
const farAwayMs = 120_000
const openNode = async (parts: Partial<DatabaseNodeParts> = {}): Promise<DatabaseNode> => {
  const node = await openDatabaseNode({
    ...{ url, nodeUrl: 'http://127.0.0.1:1', name: 'a test', key, goneMs: farAwayMs },
    ...parts,
  })
  closing.push(node.close)
  return node
}
/** Returns its number. */
const makeFloor = async (): Promise<number> => {
  const [row] = await admin(`INSERT INTO floor (name) VALUES ('f${randomUUID()}.example') RETURNING floor`)
  return Number(row?.['floor'])
}

const decide: Decide = (before, write, _floor, withdrawn) => decideFact(before, write, [], withdrawn)
const openStore = (node: DatabaseNode, lease: FloorLease): Promise<Store> =>
  openPostgresStore({ node, lease, decide })
const own = async (node: DatabaseNode, floor: number): Promise<{ store: Store; lease: FloorLease }> => {
  const lease = await node.claim(floor)
  if (lease === null) throw new Error('its owner lives')
  const store = await openStore(node, lease)
  closing.push(() => store.log.close())
  return { store, lease }
}
const follow = async (follower: Follower, floor: number): Promise<FollowedLog> => {
  const { log } = await follower.follow(floor)
  closing.push(() => log.close())
  return log
}
const followerOf = (node: Parameters<typeof createFollower>[0]['node'], everyMs: number): Follower => {
  const follower = createFollower({ node, everyMs })
  closing.push(follower.close)
  return follower
}
/** Which hears of nothing. */
const deaf = ({ database }: DatabaseNode) => ({ database, onHint: () => undefined })

const call = (id: string, by = 'test'): FactWrite => ({
  source: 'dialer',
  id,
  receivedAt: 1,
  by,
  fact: Fact.parse({
    source: 'dialer',
    id,
    type: 'activity',
    kind: 'call',
    at: '2026-11-20',
    credits: [{ rep: 'priya' }],
  }),
})
const entriesOf = async (log: Log): Promise<LogEntry[]> => {
  const entries: LogEntry[] = []
  for await (const page of log.entriesAfter(0)) entries.push(...page)
  return entries
}
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

/** Every session of every node ends. */
const cut = () =>
  admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'floorboard'")
/** As if the owner had not been heard of for long, and did not know. */
const silence = (floor: number) =>
  admin(
    `UPDATE node SET beat = now() - interval '1 day' WHERE id = (SELECT owner FROM floor WHERE floor = ${floor})`,
  )

test('[Q14] a node with another key is refused, one with the same is not', async () => {
  await openNode()
  await openNode()
  await expect(openNode({ key: 'another deployment' })).rejects.toThrow(
    /belongs to nodes with another FLOORBOARD_SECRET_KEY/,
  )
})

test('[Q10] a node has five connections, however many floors are written at once', async () => {
  const node = await openNode()
  const stores = await Promise.all(upTo(12).map(async () => own(node, await makeFloor())))
  let most = 0
  const writing = stores.flatMap(({ store }, floor) =>
    upTo(20).map((n) => store.log.append([call(`${floor}-${n}`)])),
  )
  for (let looks = 0; looks < 5; looks += 1) {
    const [row] = await admin(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'floorboard'",
    )
    most = Math.max(most, Number(row?.['n']))
  }
  await Promise.all(writing)
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(5)
})

test('[Q11] a floor is the node’s that asked first, until it gives it up or is gone', async () => {
  const [one, other] = [
    await openNode({ nodeUrl: 'http://one' }),
    await openNode({ nodeUrl: 'http://other' }),
  ]
  const floor = await makeFloor()
  const { store, lease } = await own(one, floor)
  await store.log.append([call('a')])
  expect(await other.claim(floor)).toBeNull()
  await expect(one.claim(floor)).rejects.toThrow('already')
  const seen = (await other.floors()).find((each) => each.floor === floor)
  expect(seen).toMatchObject({
    ...{ seq: 1, beside: 0, owner: { id: one.id, url: 'http://one' } },
    limits: { factsAMinute: null, tvs: null, bytes: null },
  })
  expect(await other.floorNamed(seen?.name ?? '')).toEqual(seen)
  expect((await other.nodes()).map(({ url: at }) => at)).toEqual(['http://one', 'http://other'])

  await store.log.close()
  expect((await other.floors()).find((each) => each.floor === floor)?.owner).toBeNull()
  const next = await own(other, floor)
  expect(next.lease.epoch()).toBeGreaterThan(lease.epoch())
  expect(await next.store.log.append([call('a'), call('b')])).toEqual([
    { changed: false, seq: 1 },
    { changed: true, seq: 2 },
  ])
})

test('[Q5] an owner that does not know yet that its floor is another’s writes nothing, at whatever number the log ends', async () => {
  const [one, other] = [await openNode(), await openNode()]
  const floor = await makeFloor()
  const { store: first } = await own(one, floor)
  await first.log.append([call('a')])
  await silence(floor)
  const { store: second } = await own(other, floor)
  const outcome = first.log.append([call('b')])
  await expect(outcome).rejects.toThrow(takenOver)
  await second.log.append([call('c')])
  await expect(first.log.append([call('d')])).rejects.toBeInstanceOf(LogUnavailable)
  const ids = (await entriesOf(second.log)).flatMap((entry) =>
    entry.kind === 'fact' ? [entry.after?.fact.id] : [],
  )
  expect(ids).toEqual(['a', 'c'])
})

test('[Q12] a node that has not reached the database for long enough loses all its floors, and comes back as another', async () => {
  const node = await openNode({ goneMs: 1000 })
  const floors = [await makeFloor(), await makeFloor()]
  const owned = [await own(node, floors[0] ?? 0), await own(node, floors[1] ?? 0)]
  const before = node.id
  const lost: string[] = []
  node.onLost((why) => lost.push(why))
  // Its row is held: it cannot beat.
  await admin(`BEGIN; SELECT FROM node WHERE id = ${before} FOR UPDATE; SELECT pg_sleep(2); COMMIT`)
  await expect.poll(() => lost.length).toBeGreaterThan(0)
  expect(lost[0]).toBe('the database was out of reach for 1 s')
  for (const { lease, store } of owned) {
    expect(lease.lost()).toBe(lost[0])
    await expect(store.log.append([call('late')])).rejects.toThrow('was out of reach for 1 s')
  }
  await expect.poll(() => node.id).not.toBe(before)
  await expect
    .poll(() =>
      node.claim(floors[0] ?? 0).then(
        (lease) => lease !== null,
        () => false,
      ),
    )
    .toBe(true)
})

describe('[Q13] an owner finds out with nothing to write', () => {
  const cases = [
    [
      'that its floor is another’s',
      takenOver,
      (floor: number) => `UPDATE floor SET owner = NULL WHERE floor = ${floor}`,
    ],
    ['that its floor is gone', takenOver, (floor: number) => `DELETE FROM floor WHERE floor = ${floor}`],
    [
      'that its floor is closed',
      takenOver,
      (floor: number) =>
        `UPDATE floor SET closed = 'it is moved', owner = NULL, epoch = epoch + 1 WHERE floor = ${floor}`,
    ],
    [
      'that the log went back',
      wentBack,
      (floor: number) =>
        `DELETE FROM entry WHERE floor = ${floor} AND seq = 2; UPDATE floor SET seq = 1 WHERE floor = ${floor}`,
    ],
  ] as const
  test.each(cases)('%s', async (_, why, change) => {
    const floor = await makeFloor()
    const { store } = await own(await openNode(), floor)
    await store.log.append([call('a'), call('b')])
    const lost: string[] = []
    store.onLost?.((words) => lost.push(words))
    await admin(change(floor))
    await expect.poll(() => lost).toEqual([why])
    await expect(store.log.append([call('c')])).rejects.toThrow(why)
  })
})

test('[Q15] after a crash of the database every floor is where it was', async () => {
  const nodes = [await openNode(), await openNode()]
  const owned = await Promise.all(nodes.map(async (node) => own(node, await makeFloor())))
  const epochs = owned.map(({ lease }) => lease.epoch())
  await server.restart('immediate')
  // Each has beaten again.
  await expect.poll(() => nodes.map((node) => node.trouble())).toEqual([null, null])
  await Promise.all(owned.map(({ store }) => store.log.append([call('after')])))
  expect(owned.map(({ lease }) => [lease.lost(), lease.epoch()])).toEqual(
    epochs.map((epoch) => [null, epoch]),
  )
})

test('[Q21] the difference of the clocks is known', async () => {
  const node = await openNode({ now: () => Date.now() + 60_000 })
  await expect.poll(node.clockAheadMs).toBeGreaterThan(50_000)
  expect(node.clockAheadMs()).toBeLessThan(70_000)
})

test('[Q11] of three nodes that claim, write, give up, are cut off and fall silent in any order, no two write, and nothing acknowledged is lost', async () => {
  const step = fc.record({
    node: fc.nat(2),
    floor: fc.nat(1),
    what: fc.constantFrom(
      'claim',
      'claim',
      'claim',
      'write',
      'write',
      'write',
      'silence',
      'silence',
      'give up',
      'cut',
    ),
    /** Others go on meanwhile. */
    waits: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      const floors = [await makeFloor(), await makeFloor()]
      const nodes = [await openNode(), await openNode(), await openNode()]
      const logs = new Map<string, { readonly log: Log; readonly turn: number }>()
      let turns = 0
      const sent = [new Set<string>(), new Set<string>()]
      const acknowledged = [new Set<string>(), new Set<string>()]
      const act = async ({ node: n, floor: f, what }: (typeof steps)[number], at: number): Promise<void> => {
        const [node, floor] = [nodes[n], floors[f]]
        const place = `${n} ${f}`
        if (node === undefined || floor === undefined) return
        if (what === 'silence') return void (await silence(floor))
        if (what === 'cut') return void (await cut())
        if (what === 'give up') {
          const mine = logs.get(place)
          logs.delete(place)
          return mine?.log.close()
        }
        if (what === 'claim') {
          // Its own it has already; one that it lost it lets go first.
          const lease = await node.claim(floor).catch(() => null)
          if (lease === null) return
          const turn = ++turns
          const opened = await openStore(node, lease).catch((error) => {
            expect(error).toBeInstanceOf(LogUnavailable)
            return null
          })
          await logs.get(place)?.log.close()
          if (opened === null) logs.delete(place)
          else logs.set(place, { log: opened.log, turn })
          return
        }
        // All who think that it is theirs.
        const writing = upTo(nodes.length).map(async (each) => {
          const mine = logs.get(`${each - 1} ${f}`)
          if (mine === undefined) return
          const ids = upTo(1 + (at % 3)).map((n) => `${at}-${each}-${n}`)
          for (const id of ids) sent[f]?.add(id)
          try {
            await mine.log.append(ids.map((id) => call(id, `turn ${mine.turn}`)))
            for (const id of ids) acknowledged[f]?.add(id)
          } catch (error) {
            expect(error).toBeInstanceOf(LogUnavailable)
          }
        })
        await Promise.all(writing)
      }
      const going: Promise<void>[] = []
      for (const [at, each] of steps.entries()) {
        const acting = act(each, at)
        if (each.waits) await acting
        else going.push(acting)
      }
      await Promise.all(going)
      for (const { log } of logs.values()) await log.close()
      const judge = await openNode()
      const follower = createFollower({ node: judge })
      for (const [f, floor] of floors.entries()) {
        const { log } = await follower.follow(floor)
        const entries = await entriesOf(log)
        expect(entries.map(({ seq }) => seq)).toEqual(upTo(log.lastSeq))
        const ids = entries.flatMap((entry) => (entry.kind === 'fact' ? (entry.after?.fact.id ?? []) : []))
        expect(new Set(ids).size).toBe(ids.length)
        expect([...(acknowledged[f] ?? [])].filter((id) => !ids.includes(id))).toEqual([])
        expect(ids.filter((id) => !sent[f]?.has(id))).toEqual([])
        const wrote = entries.map(({ by }) => Number(by.slice('turn '.length)))
        expect(wrote).toEqual([...wrote].sort((a, b) => a - b))
        expect([log.factCount]).toEqual([ids.length])
      }
      await follower.close()
      for (const close of closing.splice(0).reverse()) await close()
    }),
    { numRuns: propertyRuns(3), endOnFailure: true },
  )
})

describe('a floor that is followed', () => {
  test('[Q16] [Q17] every entry is announced as its owner announced it, in order and once, also where no hint is heard and lines are cut', async () => {
    const [one, other] = [await openNode(), await openNode()]
    const floor = await makeFloor()
    const { store } = await own(one, floor)
    await store.log.append([call('first')])
    const told: LogEntry[] = []
    store.log.onCommit((entries) => told.push(...entries))
    // A second is long beside what a hint takes; it is asked for nothing else.
    const hinted = await follow(followerOf(other, farAwayMs), floor)
    const unhinted = await follow(followerOf(deaf(other), 20), floor)
    const heard = [hinted, unhinted].map((log) => {
      const entries: LogEntry[] = []
      log.onCommit((page) => {
        expect(page.length).toBeLessThanOrEqual(1000)
        entries.push(...page)
        expect(log.lastSeq).toBe(page.at(-1)?.seq)
      })
      return entries
    })
    await store.log.append(upTo(2500).map((n) => call(`many-${n}`)))
    await expect.poll(() => heard[0]).toEqual(told)
    for (let n = 1; n <= 5; n += 1) {
      await store.log.append([call(`cut-${n}`), { ...call(`many-${n}`), fact: null }])
      await cut()
    }
    await store.log.appendFloor({ text: smallFloorText, at: 1, by: 'test' }, 0)
    await store.log.appendRecords([{ topic: 'plan', cause: 'priya', body: { calls: 1 }, at: 1, by: 'test' }])
    await expect.poll(() => heard[1]).toEqual(told)
    await hinted.catchUp(store.log.lastSeq)
    expect(heard[0]).toEqual(told)
    for (const log of [hinted, unhinted]) {
      const { lastSeq, factCount, floor: last, identity } = store.log
      expect([log.lastSeq, log.factCount, log.floor, log.identity]).toEqual([
        lastSeq,
        factCount,
        last,
        identity,
      ])
      expect(await log.recordUnder('plan', 'priya')).toEqual(await store.log.recordUnder('plan', 'priya'))
      expect(await log.standing([{ source: 'dialer', id: 'many-1' }])).toEqual(
        await store.log.standing([{ source: 'dialer', id: 'many-1' }]),
      )
    }
  })

  test('[Q17] hints of many floors are sent together, and the last number of each is heard', async () => {
    const [one, other] = [await openNode(), await openNode()]
    const heard = new Map<number, number>()
    other.onHint((floor, seq) => heard.set(floor, Math.max(seq, heard.get(floor) ?? 0)))
    for (const seq of upTo(9)) for (const floor of upTo(700)) one.hint(100_000 + floor, seq)
    await expect.poll(() => [heard.size, ...new Set(heard.values())]).toEqual([700, 9])
    await admin("SELECT pg_notify('floorboard', 'no hint 7:x :3')")
  })

  test('[Q18] it takes no writes, and says whose they are', async () => {
    const node = await openNode()
    const log = await follow(followerOf(node, farAwayMs), await makeFloor())
    await expect(log.append([call('a')])).rejects.toBeInstanceOf(NotOwner)
    await expect(log.appendFloor({ text: '', at: 1, by: 'test' }, 0)).rejects.toBeInstanceOf(NotOwner)
    await expect(log.appendRecords([])).rejects.toBeInstanceOf(LogUnavailable)
  })

  test.each([
    [
      'ends before what is known',
      (floor: number) =>
        `DELETE FROM entry WHERE floor = ${floor} AND seq = 2; UPDATE floor SET seq = 1 WHERE floor = ${floor}`,
    ],
    [
      'has another entry under the last number',
      (floor: number) => `UPDATE entry SET at = at + 1 WHERE floor = ${floor} AND seq = 2`,
    ],
    [
      'went back and on again',
      (floor: number) => `UPDATE entry SET at = at + 1 WHERE floor = ${floor} AND seq = 2;
        INSERT INTO entry SELECT floor, 3, at, by, key, NULL, body FROM entry WHERE floor = ${floor} AND seq = 2;
        UPDATE floor SET seq = 3 WHERE floor = ${floor}`,
    ],
  ])(
    '[Q19] a log that %s is another one: it is to be counted anew, and nothing of it is announced',
    async (_, change) => {
      const [one, other] = [await openNode(), await openNode()]
      const floor = await makeFloor()
      const { store } = await own(one, floor)
      await store.log.append([call('a'), call('b')])
      const log = await follow(followerOf(other, 20), floor)
      const resets: string[] = []
      const announced: number[] = []
      log.onReset((why) => resets.push(why))
      log.onCommit((entries) => announced.push(entries.length))
      await admin(change(floor))
      await expect.poll(() => resets).toEqual([wentBack])
      expect(announced).toEqual([])
      const again = await follow(followerOf(other, farAwayMs), floor)
      expect((await entriesOf(again)).map(({ seq }) => seq)).toEqual(upTo(again.lastSeq))
    },
  )

  test('[Q20] at the same number it is counted as its owner counts it, through edits and withdrawals', async () => {
    const readFloor = createFloorReader()
    const texts = ['30', '20'].map((seconds) => smallFloorText.replace('seconds: 20', `seconds: ${seconds}`))
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`)
    const deal = fc.record({
      id: fc.nat(4).map((n) => `d${n}`),
      rep: fc.constantFrom('priya', 'marcus', 'elena', 'nobody'),
      day,
      minor: fc.nat(9_999),
    })
    const step = fc.oneof(
      { weight: 4, arbitrary: deal.map((of) => ({ what: 'deal' as const, ...of })) },
      { weight: 2, arbitrary: fc.nat(4).map((n) => ({ what: 'withdraw' as const, id: `d${n}` })) },
      { weight: 1, arbitrary: fc.nat(1).map((n) => ({ what: 'edit' as const, text: texts[n] ?? '' })) },
    )
    const [one, other] = [await openNode(), await openNode()]
    const follower = followerOf(other, 20)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 8 }), async (groups) => {
        const floor = await makeFloor()
        const lease = await one.claim(floor)
        if (lease === null) throw new Error('its owner lives')
        const { log } = await openStore(one, lease)
        await log.appendFloor({ text: smallFloorText, at: 0, by: 'test' }, 0)
        const { log: followed } = await follower.follow(floor)
        const model = createFloorModel(fileOf(readFloor(smallFloorText)))
        /** Counted as it comes. */
        const live = startRecount(followed, model)
        followed.onCommit((entries) => entries.forEach(live.note))
        await live.ready
        let at = 0
        for (const group of groups)
          await Promise.all(
            group.map((of) => {
              at += 1
              if (of.what === 'edit') return log.appendFloor({ text: of.text, at, by: 'test' }, null)
              const { id } = of
              if (of.what === 'withdraw')
                return log.append([{ source: 'crm', id, fact: null, receivedAt: at, by: 'test' }])
              const fact = Fact.parse({
                ...{
                  source: 'crm',
                  id,
                  type: 'deal',
                  status: 'won',
                  amount: { minor: of.minor, currency: 'USD' },
                },
                ...{ createdAt: of.day, closedAt: of.day, credits: [{ rep: of.rep }] },
              })
              return log.append([{ source: 'crm', id, fact, receivedAt: at, by: 'test' }])
            }),
          )
        await followed.catchUp(log.lastSeq)
        expect([followed.lastSeq, followed.factCount, followed.floor]).toEqual([
          log.lastSeq,
          log.factCount,
          log.floor,
        ])
        expect(await entriesOf(followed)).toEqual(await entriesOf(log))
        const owners = await recountLog(log, readFloor)
        expect(await recountLog(followed, readFloor)).toEqual(owners)
        // Boards aside an edit of these floors changes nothing, so what was counted on the way is the same, too.
        expect(live.engine().snapshot()).toEqual(owners)
        await followed.close()
        await log.close()
      }),
      { numRuns: propertyRuns(6) },
    )
  })
})
