// Two nodes behind nginx and a wall in a real browser: the node that has the floor is killed again and again while deals come in.
// FLOORBOARD_NODE_KILLS says how often (20).
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { quantile } from '../../bench/result.ts'
import { maya } from '../feed/feed-browser.ts'
import { sayFigures } from '../figures.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { type NodeProcess, startDeployment } from '../nodes/deployment.ts'

const kills = Number(process.env['FLOORBOARD_NODE_KILLS'] ?? 20)
const acme = 'acme.example'
const betweenMs = 50
/** Its wall shows the calls of today, and nothing else. */
const wallText = smallFloorAtAnyHour.replace(
  /(id: day, name: Day, items: )\[.*?\]/,
  '$1[{ board: calls-today, seconds: 3600 }]',
)

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** When each number of calls is first drawn, epoch ms. Runs in the page, before its own code. */
const probeCalls = (): void => {
  let seen: Record<string, number> = {}
  Object.assign(window, {
    seenCalls: () => seen,
    forgetCalls: () => {
      seen = {}
    },
  })
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      for (const row of document.querySelectorAll('.leader')) {
        if (!row.textContent?.includes('Priya')) continue
        // Its first text is the number; what counts up to it stands behind.
        const calls = row.querySelector('.leader-value')?.firstChild?.nodeValue?.replace(/\D/g, '')
        if (calls) seen[calls] ??= Date.now()
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
/** The first number from `least` on that is drawn. */
const drawnFrom = async (page: Page, least: number): Promise<number> => {
  const at = await page.waitForFunction(
    (from) => {
      const seen: Record<string, number> = Reflect.get(window, 'seenCalls')()
      const found = Object.entries(seen).filter(([calls]) => Number(calls) >= from)
      return found.length > 0 ? Math.min(...found.map(([, when]) => when)) : null
    },
    least,
    { timeout: 60_000 },
  )
  return Number(await at.jsonValue())
}

test(`${kills} kills of the node that has a floor: its wall goes on at the other`, async () => {
  const deployment = await startDeployment([acme])
  const nodes: NodeProcess[] = [await deployment.startNode(0), await deployment.startNode(1)]
  const ask: typeof deployment.ask = async (...words) => {
    for (;;) {
      const answer = await deployment.ask(...words).catch(() => null)
      if (answer !== null && ![502, 503, 504].includes(answer.status)) return answer
      await pause(betweenMs)
    }
  }
  const joined = await ask(acme, '/api/v1/first-admin', {
    method: 'POST',
    body: { ...maya, link: deployment.linkOf(acme) },
  })
  const { cookie } = joined
  const { version } = (await ask(acme, '/api/v1/floor', { headers: { cookie } })).body
  await ask(acme, '/api/v1/floor', {
    method: 'PUT',
    headers: { 'content-type': 'application/yaml', cookie, 'if-match': `"${version}"` },
    body: wallText,
  })
  const newToken = async (role: string): Promise<string> =>
    (await ask(acme, '/api/v1/tokens', { method: 'POST', headers: { cookie }, body: { name: role, role } }))
      .body.token
  const headers = { authorization: `Bearer ${await newToken('ingest')}` }
  const browser = await deployment.openBrowser()
  const wall = await browser.newPage({ viewport: { width: 1920, height: 1080 }, ignoreHTTPSErrors: true })
  await wall.addInitScript(probeCalls)
  await wall.goto(`https://${acme}/tv/?screen=wall&token=${await newToken('screen')}`)
  await wall.locator('.leader').first().waitFor()

  /** Of the calls that were taken, when each was, epoch ms. */
  const taken: number[] = []
  let going = true
  const sending = (async () => {
    while (going) {
      const fact = {
        ...{ source: 'dialer', id: `call-${taken.length}`, type: 'activity', kind: 'call' },
        ...{ at: new Date().toISOString(), credits: [{ rep: 'priya' }] },
      }
      const answer = await ask(acme, '/api/v1/facts', { method: 'POST', headers, body: { facts: [fact] } })
      if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
      taken.push(Date.now())
      await pause(betweenMs)
    }
  })()
  // Whoever waits for a call to be taken hears why none is.
  const broken = sending.then(() => undefined)
  const served: number[] = []
  const shown: number[] = []
  for (let nth = 0; nth < kills; nth += 1) {
    // nginx leaves a node out for five seconds after it was gone.
    await pause(6000)
    const { out } = await deployment.run('floor', 'list', '--json')
    const owner = JSON.parse(out)[0].owner.url
    const dying = nodes.findIndex(({ url }) => url === owner)
    const killedAt = Date.now()
    await nodes[dying]?.end('SIGKILL')
    await wall.evaluate('forgetCalls()')
    while (!taken.some((at) => at > killedAt + betweenMs)) await Promise.race([pause(10), broken])
    const first = taken.findIndex((at) => at > killedAt + betweenMs)
    served.push((taken[first] ?? Number.NaN) - killedAt)
    shown.push((await drawnFrom(wall, first + 1)) - killedAt)
    nodes[dying] = await deployment.startNode(dying)
  }
  going = false
  await sending
  await drawnFrom(wall, taken.length)
  const [row] = await deployment.server.ask(
    `SELECT f.seq::int AS last, count(e.*)::int AS entries, f.facts::int AS facts FROM floorboard.floor f
     JOIN floorboard.entry e ON e.floor = f.floor WHERE f.name = '${acme}' GROUP BY f.floor`,
    'floorboard',
  )
  expect(row).toMatchObject({ facts: taken.length, last: row?.['entries'] })
  const ms = (values: readonly number[], share: number) => quantile(values, share).toFixed(0)
  sayFigures(
    `from the kill until a call is taken: p50 ${ms(served, 0.5)}, p95 ${ms(served, 0.95)} ms; until the wall shows it: p50 ${ms(shown, 0.5)}, p95 ${ms(shown, 0.95)} ms; ${taken.length} calls, none lost, none twice`,
  )
  await deployment.close()
})
