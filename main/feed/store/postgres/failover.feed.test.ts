// Nodes in processes of their own on one database, killed, stopped and cut off while facts come in: is anything that was
// acknowledged lost, doubled, or out of order? FLOORBOARD_FAILOVER_KILLS says how often a floor's owner is killed (3; `npm run
// prove` says 80), a quarter as often the database crashes, and a twentieth as often an owner is stopped for
// FLOORBOARD_FAILOVER_PAUSE_MS. FLOORBOARD_SEED repeats a run as far as processes do.
import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDice } from '../../../../test/durability/dice.ts'
import type { StoreNodeAsk, StoreNodeSays } from '../../../../test/durability/store-node.child.ts'
import { sayFigures } from '../../../../test/figures.ts'
import { type PostgresServer, startPostgres } from '../../../../test/tables/database-servers.ts'
import { openDatabaseNode } from './database-node.ts'
import { createFollower } from './follow.ts'
import { prepareDatabase } from './prepare-database.ts'

const kills = Number(process.env['FLOORBOARD_FAILOVER_KILLS'] ?? 3)
const crashes = Math.ceil(kills / 4)
const pauses = Math.ceil(kills / 20)
const pauseMs = Number(process.env['FLOORBOARD_FAILOVER_PAUSE_MS'] ?? 2500)
const isLong = kills > 10
/** In a short run a node is taken for gone soon. */
const goneMs = isLong ? 3000 : 1500
const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)
const nodeCount = 3
/** Of each floor, how many send to it. */
const lanes = [4, 2, 2]
const patienceMs = 2500
const againMs = 20

const root = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))
const program = root('dist/test/store-node.mjs')

let server: PostgresServer
let url: string
beforeAll(async () => {
  buildSync({
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', outfile: program },
    entryPoints: [root('test/durability/store-node.child.ts')],
  })
  server = await startPostgres(true)
  url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
})
afterAll(() => server?.close())
const admin = (statement: string): Promise<readonly Record<string, unknown>[]> =>
  server.askFloorboard(statement)

const quantile = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
const shown = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b)
  return `${quantile(sorted, 0.5)} ms (longest ${Math.round(sorted.at(-1) ?? Number.NaN)})`
}

test(`[Q22] ${kills} kills of owners, ${crashes} crashes of the database and ${pauses} stops: nothing acknowledged is lost or doubled, and no number is left out`, {
  timeout: isLong ? 0 : 90_000,
}, async () => {
  const dice = createDice(seed)
  const floors: number[] = []
  for (const n of lanes.keys())
    floors.push(
      Number(
        (await admin(`INSERT INTO floor (name) VALUES ('f${n}.example') RETURNING floor`))[0]?.['floor'],
      ),
    )

  const owners = new Map<number, ChildProcess>()
  const asked = new Map<number, (stands: boolean) => void>()
  let asks = 0
  const children = new Set<ChildProcess>()
  const start = (): void => {
    const child = fork(program, [url, String(goneMs)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    children.add(child)
    child.on('message', (said: StoreNodeSays) => {
      if ('ask' in said) asked.get(said.ask)?.(said.stands)
      else if (said.owns) owners.set(said.floor, child)
      else if (owners.get(said.floor) === child) owners.delete(said.floor)
    })
    child.once('exit', () => {
      children.delete(child)
      for (const [floor, owner] of owners) if (owner === child) owners.delete(floor)
    })
  }
  for (let n = 0; n < nodeCount; n += 1) start()

  const ask = (child: ChildProcess, floor: number, ids: readonly string[]): Promise<boolean> =>
    new Promise((resolve) => {
      const number = ++asks
      const answer = (stands: boolean): void => {
        clearTimeout(timer)
        asked.delete(number)
        resolve(stands)
      }
      const timer = setTimeout(() => answer(false), patienceMs)
      asked.set(number, answer)
      child.once('exit', () => answer(false))
      child.send({ ask: number, floor, ids } satisfies StoreNodeAsk, (error) => error && answer(false))
      child.setMaxListeners(0)
    })

  let sending = true
  let serial = 0
  const acknowledged = floors.map(() => new Set<string>())
  const served: ((floor: number, begunAt: number) => void)[] = []
  const lane = async (place: number): Promise<void> => {
    const floor = floors[place] ?? 0
    while (sending) {
      const ids = Array.from({ length: 1 + Math.floor(dice() * 4) }, () => `c${++serial}`)
      for (;;) {
        const owner = owners.get(floor)
        const begunAt = performance.now()
        if (owner !== undefined && (await ask(owner, floor, ids))) {
          for (const id of ids) acknowledged[place]?.add(id)
          for (const note of served) note(floor, begunAt)
          break
        }
        await sleep(againMs)
      }
      await sleep(2)
    }
  }
  /** Until the first acknowledgement of what was asked after it, ms. */
  const servedAfter = (floor: number, since: number): Promise<number> =>
    new Promise((resolve) => {
      const note = (of: number, begunAt: number): void => {
        if (of !== floor || begunAt < since) return
        served.splice(served.indexOf(note), 1)
        resolve(performance.now() - since)
      }
      served.push(note)
    })
  const ownerOf = async (floor: number): Promise<ChildProcess> => {
    for (;;) {
      const owner = owners.get(floor)
      if (owner !== undefined) return owner
      await sleep(10)
    }
  }

  // It follows all the while, as a node that shows the first floor does.
  const watching = await openDatabaseNode({
    url,
    nodeUrl: '',
    name: 'a test',
    key: 'failover',
    goneMs: 600_000,
  })
  const follower = createFollower({ node: watching })
  const { log: followed } = await follower.follow(floors[0] ?? 0)
  const heard: number[] = []
  const resets: string[] = []
  followed.onCommit((entries) => heard.push(...entries.map(({ seq }) => seq)))
  followed.onReset((why) => resets.push(why))

  const writing = lanes.flatMap((many, place) => Array.from({ length: many }, () => lane(place)))
  await servedAfter(floors[0] ?? 0, performance.now())
  const calm = (): Promise<void> => sleep((isLong ? 500 : 150) * (0.5 + dice()))

  const afterKill: number[] = []
  for (let n = 0; n < kills; n += 1) {
    const floor = floors[n % floors.length] ?? 0
    const owner = await ownerOf(floor)
    const at = performance.now()
    owner.kill('SIGKILL')
    afterKill.push(await servedAfter(floor, at))
    start()
    await calm()
  }
  const afterCrash: number[] = []
  for (let n = 0; n < crashes; n += 1) {
    await server.restart('immediate')
    afterCrash.push(await servedAfter(floors[0] ?? 0, performance.now()))
    await calm()
  }
  const afterStop: number[] = []
  for (let n = 0; n < pauses; n += 1) {
    const floor = floors[0] ?? 0
    const owner = await ownerOf(floor)
    const at = performance.now()
    owner.kill('SIGSTOP')
    afterStop.push(await servedAfter(floor, at))
    await sleep(Math.max(0, pauseMs - (performance.now() - at)))
    owner.kill('SIGCONT')
    // It has to find out, and to come back as another node.
    await servedAfter(floor, performance.now())
    await calm()
  }
  sending = false
  await Promise.all(writing)
  for (const child of children) child.kill('SIGKILL')

  let entries = 0
  for (const [place, floor] of floors.entries()) {
    const [row] =
      await admin(`SELECT count(*)::int AS n, max(seq)::int AS last, count(DISTINCT key)::int AS keys,
      (SELECT seq::int FROM floor f WHERE f.floor = ${floor}) AS said,
      (SELECT facts::int FROM floor f WHERE f.floor = ${floor}) AS facts,
      (SELECT count(*)::int FROM head h WHERE h.floor = ${floor}) AS heads FROM entry WHERE floor = ${floor}`)
    const n = Number(row?.['n'])
    // No number is left out, and nothing stands twice.
    expect(row).toEqual({ n, last: n, keys: n, said: n, facts: n, heads: n })
    const keys = new Set((await admin(`SELECT key FROM entry WHERE floor = ${floor}`)).map(({ key }) => key))
    const lost = [...(acknowledged[place] ?? [])].filter((id) => !keys.has(JSON.stringify(['dialer', id])))
    expect(lost).toEqual([])
    const [back] = await admin(`SELECT count(*)::int AS n FROM (
      SELECT split_part(by, ' ', 2)::int < lag(split_part(by, ' ', 2)::int) OVER (ORDER BY seq) AS back FROM entry WHERE floor = ${floor}
    ) t WHERE back`)
    expect(back).toEqual({ n: 0 })
    entries += n
  }
  await followed.catchUp(
    Number((await admin(`SELECT seq FROM floor WHERE floor = ${floors[0]}`))[0]?.['seq']),
  )
  expect(resets).toEqual([])
  expect(heard).toEqual(
    Array.from({ length: followed.lastSeq - (heard[0] ?? 1) + 1 }, (_, at) => (heard[0] ?? 1) + at),
  )
  await follower.close()
  await watching.close()
  const sent = acknowledged.reduce((sum, each) => sum + each.size, 0)
  sayFigures(
    `seed ${seed}: ${entries} entries, ${sent} acknowledged, lost 0, doubled 0, gaps 0; nobody served for ${shown(afterKill)} after ${kills} kills, ${shown(afterCrash)} after ${crashes} crashes once the database was back, ${shown(afterStop)} from ${pauses} stops on`,
  )
})
