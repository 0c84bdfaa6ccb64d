// From sending a won deal to the frame in which the board shows it, against a bare message from the same process to
// the same page: what log, metrics, ranks, patch and board add to what a socket and a frame take anyway.
import { Agent, request } from 'node:http'
import type { Page } from '@playwright/test'
import { openBrowser } from '../test/pictures/wall-browser.ts'
import { type Child, startChild } from './child.ts'
import { probePaints } from './paint-probe.ts'
import type { PixelServer } from './pixel-server.child.ts'
import { atMost, type BenchResult, quantile } from './result.ts'
import { openTab, pause, type Tab } from './tab.ts'
import type { TvQuestion } from './tv-crowd.child.ts'

export const name = 'Fact to pixel'

const rounds = 5
const pairsInRound = 14
/** Longer than the tick in which the feed merges changes; uneven, so that no frame rate is met in step. */
const betweenMs = (nth: number): number => 200 + ((nth * 37) % 61)

const now = (): number => performance.timeOrigin + performance.now()

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Resolves with the instant at which it began to send. */
const post = (url: string, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sentAt = now()
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    request(`${url}/api/v1/facts`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(sentAt))
    })
      .on('error', reject)
      .end(body)
  })

const deal = (account: string, rep: string, minor: number): string => {
  const at = new Date().toISOString()
  const credits = [{ rep }]
  const amount = { minor, currency: 'USD' }
  const fact = { source: 'crm', id: account, type: 'deal', status: 'won', account, amount, credits }
  return JSON.stringify({ facts: [{ ...fact, createdAt: at, closedAt: at }] })
}

interface Latencies {
  readonly fact: number[]
  readonly bare: number[]
}

const floorWith = async (otherTvs: number) => {
  const server = startChild('./pixel-server.child.ts')
  const { feedUrl, barePort } = await server.next<PixelServer>()
  for (let rep = 0; rep < 50; rep++) await post(feedUrl, deal(`start-${rep}`, `rep-${rep}`, 30_000_00))
  const crowds: Child[] = []
  for (const [port, until] of [
    [Number(new URL(feedUrl).port), 'snapshot'],
    [barePort, 'accepted'],
  ] as const) {
    if (otherTvs === 0) continue
    const crowd = startChild('./tv-crowd.child.ts')
    await crowd.ask({ kind: 'connect', port, count: otherTvs, until } satisfies TvQuestion)
    crowds.push(crowd)
  }
  return {
    feedUrl,
    barePort,
    sendBare: (label: string) => server.ask<number>(label),
    end: async () => {
      for (const crowd of crowds) await crowd.end()
      await server.end()
    },
  }
}

/** Asked after the pauses, when all but the slowest have long been painted; and asked seldom, as it costs the page. */
const paintsOf = async (page: Page, pair: number): Promise<{ fact: number; bare: number }> => {
  for (let tries = 0; tries < 20; tries++) {
    const [fact, bare] = await page.evaluate(
      (labels) => labels.map((label) => window.painted[label]),
      [`deal-${pair}`, `bare-${pair}`],
    )
    if (fact !== undefined && bare !== undefined) return { fact, bare }
    await pause(200)
  }
  throw new Error(`pair ${pair} was never painted`)
}

let nth = 0

/** One deal for somebody whose row is on the screen, one bare message. */
const pair = async (floor: Awaited<ReturnType<typeof floorWith>>, { page }: Tab, found: Latencies) => {
  nth += 1
  const onScreen = await page.locator('.leader .person-name').allTextContents()
  const rep = onScreen[nth % onScreen.length]?.toLowerCase().replace(' ', '-') ?? ''
  const sent = {
    fact: await post(floor.feedUrl, deal(`deal-${nth}`, rep, 1_000_00 + ((nth * 977) % 800) * 1000)),
    bare: 0,
  }
  await pause(betweenMs(nth))
  sent.bare = await floor.sendBare(`bare-${nth}`)
  await pause(betweenMs(nth + 1))
  const painted = await paintsOf(page, nth)
  found.fact.push(painted.fact - sent.fact)
  found.bare.push(painted.bare - sent.bare)
}

const measure = async (otherTvs: number): Promise<BenchResult[]> => {
  const floor = await floorWith(otherTvs)
  const browser = await openBrowser()
  // The bare server is at another port, which the page's own policy would not let it reach.
  const tab = await openTab(browser, `${floor.feedUrl}/tv/?screen=wall`, { bypassCSP: true })
  await tab.page.locator('.leader').first().waitFor()
  await tab.page.evaluate(probePaints, floor.barePort)
  const rates = [1, 4].map((rate) => ({ rate, found: { fact: [], bare: [] } satisfies Latencies }))
  for (let round = 0; round < rounds; round++) {
    for (const { rate, found } of rates) {
      await tab.throttle(rate)
      await pair(floor, tab, { fact: [], bare: [] })
      for (let each = 0; each < pairsInRound; each++) await pair(floor, tab, found)
    }
  }
  await browser.close()
  await floor.end()
  return rates.flatMap(({ rate, found }) =>
    (
      [
        [0.5, 1.5],
        [0.95, 1.6],
      ] as const
    ).map(([q, goal]) => {
      const [fact, bare] = [quantile(found.fact, q), quantile(found.bare, q)]
      const what = `${rate}×, ${otherTvs === 0 ? 'alone' : `with ${otherTvs} other TVs`}: p${q * 100}`
      return atMost(
        `${what} deal sent to frame ÷ bare message to frame`,
        goal,
        fact / bare,
        `${fact.toFixed(1)} against ${bare.toFixed(1)} ms, ${found.fact.length} each`,
      )
    }),
  )
}

export const run = async (): Promise<BenchResult[]> => {
  const alone = await measure(0)
  const crowded = await measure(1000)
  agent.destroy()
  return [...alone, ...crowded]
}
