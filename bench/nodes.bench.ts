// Ten thousand TVs of ten floors on two nodes: what a message to one more TV costs, against bare Socket.IO.
import { randomBytes } from 'node:crypto'
import { stringify } from 'yaml'
import { createFloor, listFloors } from '../main/feed/store/postgres/floors.ts'
import { createPostgresDatabase } from '../main/feed/store/postgres/postgres-database.ts'
import { prepareDatabase } from '../main/feed/store/postgres/prepare-database.ts'
import { readDeploymentKey } from '../main/nodes/deployment-key.ts'
import { noLimits } from '../shared/wire/floor-limits.ts'
import { maya, openFeedBrowser } from '../test/feed/feed-browser.ts'
import { startPostgres } from '../test/tables/database-servers.ts'
import { type Child, startBuiltChild, startChild, type Used } from './child.ts'
import type { FanOutQuestion } from './fan-out-server.child.ts'
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

interface Round {
  readonly cpuMs: number
  readonly frames: number
}

const countRound = async (
  crowd: Child,
  cpuMs: () => Promise<number>,
  run: () => Promise<void>,
): Promise<Round> => {
  await crowd.ask<boolean>({ kind: 'reset' } satisfies TvQuestion)
  const before = await cpuMs()
  await run()
  const used = (await cpuMs()) - before
  const { frames } = await crowd.ask<TvCounted>({ kind: 'counted' } satisfies TvQuestion)
  return { cpuMs: used, frames }
}

/** µs of a message to one more TV; facts, logs and views cost the same for any number of TVs. */
const perFurther = (fewer: readonly Round[], more: readonly Round[]): number => {
  const of = (found: readonly Round[], pick: (round: Round) => number): number => median(found.map(pick))
  const cpu = of(more, ({ cpuMs }) => cpuMs) - of(fewer, ({ cpuMs }) => cpuMs)
  return (cpu * 1000) / (of(more, ({ frames }) => frames) - of(fewer, ({ frames }) => frames))
}

export const run = async (): Promise<BenchResult[]> => {
  const server = await startPostgres(true)
  const url = await server.createDatabase('floorboard')
  await prepareDatabase(url)
  const database = createPostgresDatabase(url)
  const keyText = randomBytes(32).toString('base64')
  const key = readDeploymentKey(keyText)
  for (let nth = 0; nth < floorCount; nth++) await createFloor(database, `floor-${nth}.example`, noLimits)
  const nodes = [0, 1].map(() => startBuiltChild('./node-server.child.ts', url, keyText))
  for (const node of nodes) await node.next<{ url: string }>()

  const floors: Floor[] = []
  while (floors.length === 0) {
    const listed = await listFloors(database)
    if (listed.every(({ owner }) => owner !== null))
      for (const { name: floor, identity, owner } of listed)
        floors.push(await beginFloor(floor, owner?.url ?? '', key.firstAdminSecret(identity)))
    else await new Promise((resolve) => setTimeout(resolve, 200))
  }

  const crowd = startChild('./tv-crowd.child.ts')
  const connect = async (count: number): Promise<void> => {
    for (const { name: floor, url: at, screenToken } of floors)
      await crowd.ask<number>({
        ...{ kind: 'connect', port: Number(new URL(at).port), count: count / floorCount },
        ...{ until: 'snapshot', as: { floor, token: screenToken } },
      } satisfies TvQuestion)
  }
  const cpuOfNodes = async (): Promise<number> => {
    let ms = 0
    for (const node of nodes) ms += (await node.ask<Used>({})).cpuMs
    return ms
  }
  /** A change a second on each floor. */
  const change = async (): Promise<void> => {
    for (let second = 0; second < seconds; second++) {
      const next = new Promise((resolve) => setTimeout(resolve, 1000))
      for (const floor of floors) await floor.change()
      await next
    }
  }
  const roundsOf = async (measure: () => Promise<Round>): Promise<readonly Round[]> => {
    // The first warms up.
    await measure()
    const found: Round[] = []
    for (let round = 0; round < rounds; round++) found.push(await measure())
    return found
  }
  const ofNodes = (): Promise<readonly Round[]> => roundsOf(() => countRound(crowd, cpuOfNodes, change))
  await connect(few)
  const nodesFew = await ofNodes()
  await connect(many - few)
  const nodesMany = await ofNodes()
  await crowd.end()

  const bare = startBuiltChild('./fan-out-server.child.ts', 'bare')
  const { port } = await bare.next<{ port: number }>()
  const bareCrowd = startChild('./tv-crowd.child.ts')
  const payload = 'x'.repeat(400)
  const connectBare = (count: number): Promise<number> =>
    bareCrowd.ask<number>({ kind: 'connect', port, count, until: 'accepted' } satisfies TvQuestion)
  const emit = async (): Promise<void> => {
    await bare.ask<number>({ kind: 'run', perSecond: 1, seconds, payload } satisfies FanOutQuestion)
  }
  const cpuOfBare = async (): Promise<number> =>
    (await bare.ask<Used>({ kind: 'used' } satisfies FanOutQuestion)).cpuMs
  const ofBare = (): Promise<readonly Round[]> => roundsOf(() => countRound(bareCrowd, cpuOfBare, emit))
  await connectBare(few)
  const bareFew = await ofBare()
  await connectBare(many - few)
  const bareMany = await ofBare()
  await Promise.all([bare.end(), bareCrowd.end(), ...nodes.map((node) => node.end())])
  await database.close()
  await server.close()

  const [own, other] = [perFurther(nodesFew, nodesMany), perFurther(bareFew, bareMany)]
  return [
    atMost(
      `${many} TVs of ${floorCount} floors: processor time of a message to one more TV ÷ bare emit`,
      1.2,
      own / other,
      `${own.toFixed(1)} against ${other.toFixed(1)} µs`,
    ),
  ]
}
