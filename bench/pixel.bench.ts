// From a won deal's arrival at the feed to the frame with all that follows from it (numbers, places, the team, the foot),
// against a bare message that the feed sends down the same socket: what log, metrics, ranks, patch and board add to what a
// socket and a frame take anyway.
import { Agent, request } from 'node:http'
import type { Page } from '@playwright/test'
import { openBrowser } from '../test/pictures/wall-browser.ts'
import { startBuiltChild, startChild } from './child.ts'
import { probePaints } from './paint-probe.ts'
import type { PixelQuestion } from './pixel-server.child.ts'
import { atMost, type BenchResult, quantile } from './result.ts'
import { openTab, pause, type Tab } from './tab.ts'
import type { TvQuestion } from './tv-crowd.child.ts'

export const name = 'Fact to pixel'

/** By how many times the page's main thread is slowed: how many times as long as a bare message a deal may take. */
const goals = { 1: 2, 4: 2.2 } as const

const rounds = 10
const pairsInRound = 14
/** Longer than the tick in which the feed merges changes; uneven, so that no frame rate is met in step. */
const betweenMs = (nth: number): number => 200 + ((nth * 37) % 61)

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const post = (url: string, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    request(`${url}/api/v1/facts`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve())
    })
      .on('error', reject)
      .end(body)
  })

const deal = (account: string, rep: string, minor: number): string => {
  // The feed's clock stands at the beginning of the hour.
  const at = new Date(Date.now() - 3_600_000).toISOString()
  const credits = [{ rep }]
  const amount = { minor, currency: 'USD' }
  const fact = { source: 'crm', id: account, type: 'deal', status: 'won', account, amount, credits }
  return JSON.stringify({ facts: [{ ...fact, createdAt: at, closedAt: at }] })
}

/** ms */
interface Latencies {
  readonly fact: number[]
  readonly bare: number[]
}

const noLatencies = (): Latencies => ({ fact: [], bare: [] })

const floorWith = async (otherTvs: number) => {
  const server = startBuiltChild('./pixel-server.child.ts')
  const feedUrl = await server.next<string>()
  for (let rep = 0; rep < 50; rep++) await post(feedUrl, deal(`start-${rep}`, `rep-${rep}`, 30_000_00))
  const crowd = otherTvs > 0 ? startChild('./tv-crowd.child.ts') : null
  const port = Number(new URL(feedUrl).port)
  await crowd?.ask({ kind: 'connect', port, count: otherTvs, until: 'snapshot' } satisfies TvQuestion)
  const ask = (question: PixelQuestion): Promise<number> => server.ask(question)
  return {
    feedUrl,
    /** Both answer with the instant at which the feed had it, epoch ms. */
    sendFact: async (body: string) => {
      await post(feedUrl, body)
      return ask({ kind: 'received' })
    },
    sendBare: (text: string) => ask({ kind: 'bare', text }),
    end: async () => {
      await crowd?.end()
      await server.end()
    },
  }
}

/** Asked after the pauses, when all but the slowest have long been painted; and asked seldom, as it costs the page. */
const paintsOf = async (page: Page, pair: number): Promise<Record<keyof Latencies, number>> => {
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
    fact: await floor.sendFact(deal(`deal-${nth}`, rep, 1_000_00 + ((nth * 977) % 800) * 1000)),
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
  const tab = await openTab(browser, `${floor.feedUrl}/tv/?screen=wall`, { before: probePaints })
  await tab.page.locator('.leader').first().waitFor()
  const rates = ([1, 4] as const).map((rate) => ({ rate, found: noLatencies() }))
  for (let round = 0; round < rounds; round++) {
    for (const { rate, found } of rates) {
      await tab.throttle(rate)
      await pair(floor, tab, noLatencies())
      for (let each = 0; each < pairsInRound; each++) await pair(floor, tab, found)
    }
  }
  await browser.close()
  await floor.end()
  return rates.flatMap(({ rate, found }) =>
    [0.5, 0.95].map((q) => {
      const [fact, bare] = [quantile(found.fact, q), quantile(found.bare, q)]
      const what = `${rate}×, ${otherTvs === 0 ? 'alone' : `with ${otherTvs} other TVs`}: p${q * 100}`
      return atMost(
        `${what} deal received to frame ÷ bare message sent to frame`,
        goals[rate],
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
