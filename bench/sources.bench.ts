// What reading a source costs: its past against the same questions asked by nobody who counts, a change at the vendor until the
// frame that shows it, and what walls notice of a past that comes in beside them.
import { Agent, request } from 'node:http'
import type { Browser } from '@playwright/test'
import { hubspot } from '../main/feed/connectors/hubspot/hubspot.ts'
import { goodKey } from '../test/connectors/hubspot-world.ts'
import { openBrowser } from '../test/pictures/wall-browser.ts'
import { type Child, startBuiltChild, startChild } from './child.ts'
import { createFactToFrame, probeRows, untilFrame } from './fact-to-frame.ts'
import type { Asked, HubSpotQuestion } from './hubspot-server.child.ts'
import type { PixelQuestion } from './pixel-server.child.ts'
import { atLeast, atMost, type BenchResult, median, quantile, short } from './result.ts'
import { openTab, pause } from './tab.ts'

export const name = 'Sources'

const deals = 3000
const pastRounds = 3
const changes = 7
/** Uneven against the pace at which the vendor is asked. */
const betweenChangesMs = (nth: number): number => 400 + ((nth * 2900) % 5000)
const rounds = 3
const pairsInRound = 12
/** A second in which the desk looks what is due. */
const deskMs = 1000

const now = (): number => performance.timeOrigin + performance.now()
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const ask = (url: string, method: string, body: string | null): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${goodKey}`,
      origin: new URL(url).origin,
      ...(body !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    }
    request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if ((response.statusCode ?? 500) > 299) reject(new Error(`${method} ${url}: ${text}`))
        else resolve(text)
      })
    })
      .on('error', reject)
      .end(body ?? undefined)
  })

interface Floor {
  readonly url: string
  readonly server: Child
  /** From now on its source is read. */
  connect(): Promise<void>
  disconnect(): Promise<void>
  /** Its whole past. */
  readAgain(): Promise<void>
  /** What the source's tile says. */
  source(): Promise<{ readonly past: object | null; readonly facts: number | null }>
}

const openFloor = async (hubspotUrl: string, pace: 'unthrottled' | 'vendor'): Promise<Floor> => {
  const server = startBuiltChild('./pixel-server.child.ts', hubspotUrl, pace)
  const url = await server.next<string>()
  const keys = `${url}/api/v1/sources/crm/keys`
  return {
    url,
    server,
    connect: async () => void (await ask(keys, 'PUT', JSON.stringify({ keys: { key: goodKey } }))),
    disconnect: async () => void (await ask(keys, 'DELETE', null)),
    readAgain: async () =>
      void (await ask(
        `${url}/api/v1/sources/crm/actions`,
        'POST',
        JSON.stringify({ do: 'read-again', from: '2000-01-01' }),
      )),
    source: async () => {
      // As the API promises.
      const { sources } = JSON.parse(await ask(`${url}/api/v1/sources`, 'GET', null)) as {
        sources: readonly { past: object | null; facts: number | null }[]
      }
      // The desk looks each second.
      return sources[0] ?? { past: {}, facts: null }
    },
  }
}

const untilRead = async (floor: Floor, facts: number): Promise<number> => {
  for (let tries = 0; tries < 6000; tries += 1) {
    const found = await floor.source()
    if (found.past === null && found.facts === facts) return now()
    await pause(10)
  }
  throw new Error('the past was never read')
}

/** Its months without a deal are behind it. */
const untilGrowing = async (floor: Floor): Promise<void> => {
  let before: number | null = null
  for (let tries = 0; tries < 600; tries += 1) {
    await pause(100)
    const { facts } = await floor.source()
    // Those that stand are counted at first; a look for changes brings a few beside the past.
    if (before !== null && facts !== null && facts > before + 60) return
    before = facts
  }
  throw new Error('no past came in')
}

/** The same questions, one after another, each answer read as JSON. */
const askBare = async (vendorUrl: string, asked: readonly Asked[]): Promise<number> => {
  const startedAt = now()
  for (const { method, path, body } of asked)
    JSON.parse(await ask(`${vendorUrl}${path}`, method, body === '' ? null : body))
  return now() - startedAt
}

const takeFrom = (vendor: Child): Promise<readonly Asked[]> =>
  vendor.ask<readonly Asked[]>('asked' satisfies HubSpotQuestion)

const readPast = async (): Promise<BenchResult[]> => {
  const vendor = startChild('./hubspot-server.child.ts', 'kept', String(deals))
  const vendorUrl = await vendor.next<string>()
  const found: { readonly ours: number; readonly bare: number; readonly calls: number }[] = []
  for (let round = 0; round < pastRounds; round += 1) {
    const floor = await openFloor(vendorUrl, 'unthrottled')
    await takeFrom(vendor)
    await floor.connect()
    const endedAt = await untilRead(floor, deals)
    const asked = await takeFrom(vendor)
    const ours = endedAt - (asked[0]?.at ?? Number.NaN)
    await floor.server.end()
    found.push({ ours, bare: await askBare(vendorUrl, asked), calls: asked.length })
  }
  await vendor.end()
  const perSecond = (ms: number): number => (deals / ms) * 1000
  const [ours, bare] = [median(found.map((each) => each.ours)), median(found.map((each) => each.bare))]
  return [
    atLeast(
      `past of ${short(deals)} deals, read and counted ÷ the same ${found[0]?.calls} questions asked`,
      0.5,
      median(found.map((each) => each.bare / each.ours)),
      `${short(perSecond(ours))} against ${short(perSecond(bare))} facts/s; HubSpot’s own pace allows 300`,
    ),
  ]
}

/** Won at the vendor, which has no live channel: the feed comes by and asks. */
const liveChanges = async (browser: Browser): Promise<BenchResult[]> => {
  const vendor = startChild('./hubspot-server.child.ts', 'kept', '200')
  const floor = await openFloor(await vendor.next<string>(), 'vendor')
  await floor.connect()
  await untilRead(floor, 200)
  const tab = await openTab(browser, `${floor.url}/tv/?screen=wall`, { before: probeRows })
  await tab.page.locator('.leader').first().waitFor()
  await takeFrom(vendor)
  const whole: number[] = []
  const own: number[] = []
  for (let nth = 1; nth <= changes; nth += 1) {
    const wonAt = await vendor.ask<number>('win' satisfies HubSpotQuestion)
    const shownAt = await untilFrame(tab.page, `Rep ${nth % 50}`, wonAt)
    // The look that found it is the first that began since.
    const look = (await takeFrom(vendor)).find(({ at, path }) => at > wonAt && path.endsWith('/search'))
    whole.push(shownAt - wonAt)
    own.push(shownAt - (look?.at ?? Number.NaN))
    await pause(betweenChangesMs(nth))
  }
  await tab.close()
  await Promise.all([vendor.end(), floor.server.end()])
  const pollMs = hubspot.pollMs + deskMs
  const seconds = (ms: number): string => (ms / 1000).toFixed(1)
  return [
    atMost(
      `won at the vendor to the frame, the longest of ${changes} ÷ the pause between two looks`,
      1.1,
      Math.max(...whole) / pollMs,
      `${whole.map(seconds).join(', ')} s; the vendor is asked every ${hubspot.pollMs / 1000} s, the desk looks each second`,
    ),
    atMost(
      `asked for to the frame, the median of ${changes} ÷ 1 s`,
      1,
      median(own) / 1000,
      `${own.map((ms) => ms.toFixed(0)).join(', ')} ms: HubSpot’s pace, the counting, the socket and the frame`,
    ),
  ]
}

/** A past of a million deals comes in and does not end meanwhile. */
const besideAPast = async (
  browser: Browser,
  pace: 'unthrottled' | 'vendor',
  goal: number,
): Promise<BenchResult[]> => {
  const vendor = startChild('./hubspot-server.child.ts', 'plenty')
  const floor = await openFloor(await vendor.next<string>(), pace)
  // While a past comes in for the first time walls say so, and show no rows.
  await floor.connect()
  await untilRead(floor, 1)
  await floor.disconnect()
  await vendor.ask<string>('grow' satisfies HubSpotQuestion)
  const tab = await openTab(browser, `${floor.url}/tv/?screen=wall`, { before: probeRows })
  const facts = createFactToFrame({
    page: tab.page,
    post: (body) => ask(`${floor.url}/api/v1/facts`, 'POST', body),
    receivedAt: () => floor.server.ask<number>({ kind: 'received' } satisfies PixelQuestion),
  })
  await facts.begin()
  const found = { alone: [] as number[], beside: [] as number[] }
  let read = 0
  let readMs = 0
  const measure = async (into: number[]): Promise<void> => {
    for (let warm = 0; warm < 2; warm += 1) await facts.next()
    for (let each = 0; each < pairsInRound; each += 1) into.push(await facts.next())
  }
  for (let round = 0; round < rounds; round += 1) {
    await measure(found.alone)
    await floor.connect()
    if (round === 0) await floor.readAgain()
    await untilGrowing(floor)
    const before = { facts: (await floor.source()).facts ?? 0, at: now() }
    await measure(found.beside)
    const after = await floor.source()
    read += (after.facts ?? 0) - before.facts
    readMs += now() - before.at
    if (after.past === null) throw new Error('the past was over')
    await floor.disconnect()
    await pause(2 * deskMs)
  }
  await tab.close()
  await Promise.all([vendor.end(), floor.server.end()])
  const how = pace === 'vendor' ? 'at HubSpot’s pace' : 'as fast as it is answered'
  return [0.5, 0.95].map((q) => {
    const [alone, beside] = [quantile(found.alone, q), quantile(found.beside, q)]
    return atMost(
      `beside a past that comes in ${how}: p${q * 100} fact received to frame ÷ without`,
      goal,
      beside / alone,
      `${beside.toFixed(0)} against ${alone.toFixed(0)} ms, ${found.alone.length} each; ${short((read / readMs) * 1000)} facts/s came in`,
    )
  })
}

export const run = async (): Promise<BenchResult[]> => {
  const past = await readPast()
  const browser = await openBrowser()
  const live = await liveChanges(browser)
  const paced = await besideAPast(browser, 'vendor', 1.5)
  const hurried = await besideAPast(browser, 'unthrottled', 1.5)
  await browser.close()
  agent.destroy()
  return [...past, ...live, ...paced, ...hurried]
}
