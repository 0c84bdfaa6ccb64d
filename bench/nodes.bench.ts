// Ten thousand TVs of ten floors on two nodes: what a message to one more TV costs, against bare Socket.IO in two processes
// that send the same into ten rooms, in turn with the nodes.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { stringify } from 'yaml'
import { createFloor, listFloors } from '../main/feed/store/postgres/floors.ts'
import { createPostgresDatabase } from '../main/feed/store/postgres/postgres-database.ts'
import { prepareDatabase } from '../main/feed/store/postgres/prepare-database.ts'
import { readDeploymentKey } from '../main/nodes/deployment-key.ts'
import { noLimits } from '../shared/wire/floor-limits.ts'
import { maya, openFeedBrowser } from '../test/feed/feed-browser.ts'
import { startPostgres } from '../test/tables/database-servers.ts'
import type { BareNodeQuestion } from './bare-node.child.ts'
import { type Child, startBuiltChild, startChild, type Used } from './child.ts'
import { factAt, floorOfFifty } from './floor-of-fifty.ts'
import { atMost, type BenchResult, median } from './result.ts'
import type { TvCounted, TvQuestion } from './tv-crowd.child.ts'

export const name = 'TVs on two nodes'

const floorCount = 10
const few = 2000
const many = 10_000
const rounds = 5
const seconds = 4
/** Of facts that the floors have before: on an empty board every fact turns all rows over. */
const past = 5000

interface Floor {
  readonly name: string
  readonly url: string
  readonly screenToken: string
  /** A deal that moves the board. */
  change(): Promise<void>
}

/** Its first admin signs up, writes the floor file and makes tokens, by HTTP as a proxy passes it on. */
const beginFloor = async (floor: string, url: string, link: string): Promise<Floor> => {
  const passedOn = { 'x-forwarded-host': floor, 'x-forwarded-for': '198.51.100.4' }
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, { ...init, headers: { ...passedOn, ...init.headers } })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    if (!response.ok) throw new Error(`${path} of ${floor}: ${response.status} ${text.slice(0, 300)}`)
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    }
  }
  const admin = openFeedBrowser({ url: `http://${floor}`, ask })
  await admin.post('/api/v1/first-admin', { ...maya, link })
  const { body } = await admin.get('/api/v1/floor')
  await ask('/api/v1/floor', {
    method: 'PUT',
    body: stringify(floorOfFifty),
    headers: {
      'content-type': 'application/yaml',
      'if-match': `"${body.version}"`,
      cookie: admin.cookie ?? '',
      origin: `http://${floor}`,
    },
  })
  const tokenFor = async (role: string): Promise<string> =>
    (await admin.post('/api/v1/tokens', { name: role, role })).body.token
  const [screenToken, sourceToken] = [await tokenFor('screen'), await tokenFor('ingest')]
  const send = (facts: readonly unknown[]) =>
    ask('/api/v1/facts', {
      method: 'POST',
      body: JSON.stringify({ facts }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sourceToken}` },
    })
  await send(Array.from({ length: past }, (_, nth) => factAt(nth, past)))
  let next = 0
  return {
    ...{ name: floor, url, screenToken },
    change: async () => {
      // Every fifteenth fact is a deal won, which is what the board shows.
      await send([factAt(15 * next++, 1_000_000)])
    },
  }
}

/** Servers and the TVs that are connected to them. */
interface Side {
  readonly servers: readonly Child[]
  readonly crowd: Child
  /** Where each floor's TVs connect. */
  readonly urls: readonly string[]
  cpuMs(): Promise<number>
  /** A change on each floor, one floor after the other. */
  change(): Promise<void>
}

interface Round {
  readonly cpuMs: number
  readonly frames: number
}

const counted = (crowd: Child): Promise<TvCounted> =>
  crowd.ask<TvCounted>({ kind: 'counted' } satisfies TvQuestion)

/** A change a second on each floor. */
const runRound = async ({ crowd, cpuMs, change }: Side): Promise<Round> => {
  await crowd.ask<boolean>({ kind: 'reset' } satisfies TvQuestion)
  const before = await cpuMs()
  for (let second = 0; second < seconds; second++) {
    const next = new Promise((resolve) => setTimeout(resolve, 1000))
    await change()
    await next
  }
  const used = (await cpuMs()) - before
  return { cpuMs: used, frames: (await counted(crowd)).frames }
}

/** µs of a message to one more TV; facts, logs and views cost the same for any number of TVs. */
const perFurther = (fewer: readonly Round[], more: readonly Round[]): number => {
  const of = (found: readonly Round[], pick: (round: Round) => number): number => median(found.map(pick))
  const cpu = of(more, ({ cpuMs }) => cpuMs) - of(fewer, ({ cpuMs }) => cpuMs)
  return (cpu * 1000) / (of(more, ({ frames }) => frames) - of(fewer, ({ frames }) => frames))
}

/** Two servers, each on a core of its own. */
const startTwo = async (file: string, ...args: string[]): Promise<{ child: Child; url: string }[]> => {
  const children = [0, 1].map((core) => {
    const child = startBuiltChild(file, ...args)
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(child.pid)])
    return child
  })
  return Promise.all(
    children.map(async (child) => ({ child, url: (await child.next<{ url: string }>()).url })),
  )
}

export const run = async (): Promise<BenchResult[]> => {
  const server = await startPostgres(true)
  const url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
  const database = createPostgresDatabase(url)
  const keyText = randomBytes(32).toString('base64')
  const key = readDeploymentKey(keyText)
  for (let nth = 0; nth < floorCount; nth++) await createFloor(database, `floor-${nth}.example`, noLimits)
  const nodes = await startTwo('./node-server.child.ts', url, keyText)
  const bare = await startTwo('./bare-node.child.ts')

  const floors: Floor[] = []
  while (floors.length === 0) {
    const listed = await listFloors(database)
    if (listed.every(({ owner }) => owner !== null))
      for (const { name: floor, identity, owner } of listed)
        floors.push(await beginFloor(floor, owner?.url ?? '', key.firstAdminSecret(identity)))
    else await new Promise((resolve) => setTimeout(resolve, 200))
  }

  const cpuOf = async (servers: readonly Child[]): Promise<number> => {
    let ms = 0
    for (const each of servers) ms += (await each.ask<Used>({ kind: 'used' })).cpuMs
    return ms
  }
  const own: Side = {
    servers: nodes.map(({ child }) => child),
    crowd: startChild('./tv-crowd.child.ts'),
    urls: floors.map((floor) => floor.url),
    cpuMs: () => cpuOf(own.servers),
    change: async () => {
      for (const floor of floors) await floor.change()
    },
  }
  /** What TVs of the nodes were sent last: the bare side sends the same. */
  let sample: readonly [event: string, payload: unknown] = ['', null]
  /** A floor's TVs are on the bare server that stands beside its node. */
  const besideOf = (floor: Floor) => bare[nodes.findIndex((node) => node.url === floor.url)]
  const other: Side = {
    servers: bare.map(({ child }) => child),
    crowd: startChild('./tv-crowd.child.ts'),
    urls: floors.map((floor) => besideOf(floor)?.url ?? ''),
    cpuMs: () => cpuOf(other.servers),
    change: async () => {
      const [event, payload] = sample
      for (const floor of floors)
        await besideOf(floor)?.child.ask<boolean>({
          ...{ kind: 'emit', floor: floor.name, event, payload },
        } satisfies BareNodeQuestion)
    },
  }
  const connect = async (count: number): Promise<void> => {
    for (const { crowd, urls } of [own, other])
      for (const [nth, { name: floor, screenToken: token }] of floors.entries())
        await crowd.ask<number>({
          ...{ kind: 'connect', port: Number(new URL(urls[nth] ?? '').port), count: count / floorCount },
          ...{ until: crowd === own.crowd ? 'snapshot' : 'accepted', as: { floor, token } },
        } satisfies TvQuestion)
  }
  const measure = async (): Promise<{ readonly own: Round[]; readonly other: Round[] }> => {
    // The first of each warms up.
    await runRound(own)
    sample = (await counted(own.crowd)).last ?? sample
    await runRound(other)
    const found: { own: Round[]; other: Round[] } = { own: [], other: [] }
    for (let round = 0; round < rounds; round++) {
      found.own.push(await runRound(own))
      found.other.push(await runRound(other))
    }
    return found
  }
  await connect(few)
  const withFew = await measure()
  await connect(many - few)
  const withMany = await measure()
  for (const { crowd, servers } of [own, other]) for (const each of [crowd, ...servers]) await each.end()
  await database.close()
  await server.close()

  const [ours, theirs] = [perFurther(withFew.own, withMany.own), perFurther(withFew.other, withMany.other)]
  return [
    atMost(
      `${many} TVs of ${floorCount} floors: processor time of a message to one more TV ÷ bare emit`,
      1.2,
      ours / theirs,
      `${ours.toFixed(1)} against ${theirs.toFixed(1)} µs`,
    ),
  ]
}
