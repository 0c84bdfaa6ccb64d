// From a deal at the feed's door to the instant at which every screen takes over, against what a bare message takes on the
// same socket. The feed is the built one; the TVs are sockets in this process, each a screen with a rule of its own, so that
// none waits for another one's takeover to end.
import { io, type Socket } from 'socket.io-client'
import { stringify } from 'yaml'
import { protocolVersion } from '../shared/wire/socket.ts'
import { newFolder, removeFolder, startFeedProcess } from './feed-process.ts'
import { floorOfFifty } from './floor-of-fifty.ts'
import { atMost, type BenchResult, quantile } from './result.ts'
import { pause } from './tab.ts'

export const name = 'Celebration'

/** How long a deal may take until it is on the wall. */
const goalMs = 300
const screens = 50
/** A feed that has just started answers more slowly. */
const warmUp = 5
const betweenMs = 300
const answerWithinMs = 5000

const celebratingFloor = () => ({
  ...floorOfFifty,
  floor: { ...floorOfFifty.floor, celebrations: { perHour: 60, freshMinutes: 30 } },
  playlists: [{ id: 'day', name: 'Day', items: [{ board: 'wall', seconds: 20 }] }],
  screens: Array.from({ length: screens }, (_, nth) => ({
    id: `screen-${nth}`,
    name: `Screen ${nth}`,
    playlist: 'day',
  })),
  celebrations: Array.from({ length: screens }, (_, nth) => ({
    id: `deal-${nth}`,
    name: 'Big deal',
    on: {
      over: 1000,
      where: [
        { field: 'status', is: 'won' },
        { field: 'product', is: `product-${nth}` },
      ],
    },
    screens: [`screen-${nth}`],
    seconds: 6,
  })),
})

const openTv = (url: string, screen: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const tv = io(`${url}/tv`, { transports: ['websocket'], auth: { screen, protocol: protocolVersion } })
    tv.once('stage', () => resolve(tv))
    tv.once('connect_error', reject)
  })

/** When the takeover begins there, epoch ms: by the feed's clock, which is this machine's; later where it comes late. */
const takeoverOf = (tv: Socket): Promise<number> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no takeover came')), answerWithinMs)
    tv.once('celebrate', ({ startsAt }: { startsAt: number }) => {
      clearTimeout(late)
      resolve(Math.max(Date.now(), startsAt))
    })
  })

export const run = async (): Promise<BenchResult[]> => {
  const folder = newFolder()
  const feed = await startFeedProcess(folder)
  const put = await fetch(`${feed.url}/api/v1/floor`, {
    method: 'PUT',
    headers: { 'content-type': 'application/yaml' },
    body: stringify(celebratingFloor()),
  })
  if (!put.ok) throw new Error(await put.text())
  const found = { takeover: [] as number[], bare: [] as number[] }
  for (let nth = 0; nth < screens; nth += 1) {
    const tv = await openTv(feed.url, `screen-${nth}`)
    const askedAt = performance.now()
    await tv.timeout(answerWithinMs).emitWithAck('sync')
    const bareMs = performance.now() - askedAt
    const deal = {
      source: 'bench',
      id: `${nth}`,
      type: 'deal',
      status: 'won',
      product: `product-${nth}`,
      account: `Account ${nth}`,
      amount: { minor: 18_200_000, currency: floorOfFifty.floor.currency },
      createdAt: '2026-01-05T09:00:00Z',
      closedAt: new Date().toISOString(),
      credits: [{ rep: floorOfFifty.people[nth % floorOfFifty.people.length]?.id }],
    }
    const taken = takeoverOf(tv)
    const sentAt = Date.now()
    const posted = await fetch(`${feed.url}/api/v1/facts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ facts: [deal] }),
    })
    if (!posted.ok) throw new Error(await posted.text())
    const takeoverMs = (await taken) - sentAt
    tv.disconnect()
    await pause(betweenMs)
    if (nth < warmUp) continue
    found.takeover.push(takeoverMs)
    found.bare.push(bareMs)
  }
  await feed.end()
  removeFolder(folder)
  const worst = quantile(found.takeover, 0.99)
  const [usual, bare] = [quantile(found.takeover, 0.5), quantile(found.bare, 0.5)]
  return [
    atMost(
      `p99 deal to takeover ÷ ${goalMs} ms`,
      1,
      worst / goalMs,
      `p50 ${usual.toFixed(0)}, p99 ${worst.toFixed(0)} ms of ${found.takeover.length}; a bare message and its answer on the same socket ${bare.toFixed(1)} ms`,
    ),
  ]
}
