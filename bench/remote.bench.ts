// From a manager's click on a remote to the frame of a TV with the other board, against a bare message that the feed sends
// down the TV's own socket: what a request, who may make it, the hold and another scene add to a socket and a frame.
import { Agent, request } from 'node:http'
import { openBrowser } from '../test/pictures/wall-browser.ts'
import { startBuiltChild } from './child.ts'
import { probePaints } from './paint-probe.ts'
import type { PixelQuestion } from './pixel-server.child.ts'
import { atMost, type BenchResult, quantile } from './result.ts'
import { openTab, pause } from './tab.ts'

export const name = 'Remote'

/** How many times as long as a bare message a click may take. */
const goal = 3
const pairs = 60
const warmUp = 5
/** Uneven, so that no frame rate is met in step. */
const unevenMs = (nth: number): number => (nth * 37) % 61
/** A scene has come, and the one before it has gone. */
const sceneMs = 900
const bareMs = 200

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const now = (): number => performance.timeOrigin + performance.now()

const ask = (url: string, body: object | null): Promise<string> =>
  new Promise((resolve, reject) => {
    const text = body === null ? '' : JSON.stringify(body)
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    request(url, { method: body === null ? 'GET' : 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    })
      .on('error', reject)
      .end(text)
  })

const versionOf = (text: string): number => Number(/"version":(\d+)/.exec(text)?.[1])

export const run = async (): Promise<BenchResult[]> => {
  const server = startBuiltChild('./pixel-server.child.ts')
  const feedUrl = await server.next<string>()
  const browser = await openBrowser()
  const tab = await openTab(browser, `${feedUrl}/tv/?screen=remote`, { before: probePaints })
  await tab.page.locator('.scene').first().waitFor()
  const paintedAt = async (label: string, after: number): Promise<number> => {
    for (let tries = 0; tries < 50; tries += 1) {
      const at = await tab.page.evaluate((wanted) => window.painted[wanted], label)
      if (at !== undefined && at > after) return at
      await pause(100)
    }
    throw new Error(`${label} was never painted`)
  }
  let version = versionOf(await ask(`${feedUrl}/api/v1/controls/remote`, null))
  const found = { click: [] as number[], bare: [] as number[] }
  for (let nth = 0; nth < pairs + warmUp; nth += 1) {
    const board = nth % 2 === 0 ? 'quarter' : 'wall'
    const action = { do: 'hold', board, forMs: 600_000 }
    const clickedAt = now()
    version = versionOf(
      await ask(`${feedUrl}/api/v1/controls`, { screens: [{ screen: 'remote', version }], action }),
    )
    await pause(sceneMs + unevenMs(nth))
    const shownAt = await paintedAt(`scene ${board}`, clickedAt)
    const sentAt = await server.ask<number>({ kind: 'bare', text: `bare-${nth}` } satisfies PixelQuestion)
    await pause(bareMs + unevenMs(nth + 1))
    const heardAt = await paintedAt(`bare-${nth}`, sentAt)
    if (nth < warmUp) continue
    found.click.push(shownAt - clickedAt)
    found.bare.push(heardAt - sentAt)
  }
  agent.destroy()
  await browser.close()
  await server.end()
  return [0.5, 0.95].map((q) => {
    const [click, bare] = [quantile(found.click, q), quantile(found.bare, q)]
    return atMost(
      `p${q * 100} click to the frame with the other board ÷ bare message to frame`,
      goal,
      click / bare,
      `${click.toFixed(1)} against ${bare.toFixed(1)} ms, ${pairs} each`,
    )
  })
}
