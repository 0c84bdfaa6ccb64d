// Two nodes, two floors and a TV each behind nginx: one floor was moved in from a folder, and a node dies while facts come in.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spawnFeed } from '../durability/feed-process.ts'
import { maya } from '../feed/feed-browser.ts'
import { call } from '../feed/start-test-feed.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { type Deployment, type NodeProcess, startDeployment } from './deployment.ts'

const [acme, bolt] = ['acme.example', 'bolt.example']
const pictures = 'test-results/nodes'
const folder = mkdtempSync(join(tmpdir(), 'floorboard-nodes-'))
const yaml = { 'content-type': 'application/yaml' }

let deployment: Deployment
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  deployment = await startDeployment([acme])
})
afterAll(async () => {
  await deployment?.close()
  rmSync(folder, { recursive: true, force: true })
})

const callsOf = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, nth) => `${name}-${nth}`)
const callsBy = (rep: string, ids: readonly string[]) => ({
  facts: ids.map((id) => ({ ...call(id), at: new Date().toISOString(), credits: [{ rep }] })),
})

/** Asked again while the floor is on its way from one node to another, as every page and source does. */
const ask: Deployment['ask'] = async (...words) => {
  for (let tries = 0; ; tries += 1) {
    const answer = await deployment.ask(...words).catch(() => null)
    if (answer !== null && ![502, 503, 504].includes(answer.status)) return answer
    if (tries > 300) throw new Error(`nobody answers: ${JSON.stringify(answer?.body)}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

const send = async (floor: string, token: string, ids: readonly string[]): Promise<void> => {
  const answer = await ask(floor, '/api/v1/facts', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: callsBy('priya', ids),
  })
  expect([answer.status, answer.body]).toEqual([200, expect.anything()])
}

const openTv = async (browser: Browser, floor: string, token: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, ignoreHTTPSErrors: true })
  page.setDefaultTimeout(60_000)
  await page.goto(`https://${floor}/tv/?screen=wall&token=${token}`)
  await page.locator('.leader').first().waitFor()
  return page
}

/** Its wall shows the calls of today, and nothing else. */
const wallText = smallFloorAtAnyHour.replace(
  /(id: day, name: Day, items: )\[.*?\]/,
  '$1[{ board: calls-today, seconds: 600 }]',
)
/** Until a row of the wall has so many calls: while they come in, a wall may pass over any one number. */
const showsAtLeast = async (page: Page, least: number): Promise<void> => {
  await page.waitForFunction(
    (calls) =>
      [...document.querySelectorAll('.leader')].some((row) =>
        (row.textContent ?? '').match(/\d[\d,]*/g)?.some((text) => Number(text.replaceAll(',', '')) >= calls),
      ),
    least,
  )
}
/** Until a row of the wall says so. */
const shows = async (page: Page, calls: string): Promise<void> => {
  await page.waitForFunction(
    (text) => [...document.querySelectorAll('.leader')].some((row) => row.textContent?.includes(text)),
    calls,
  )
}

const ownersOf = async (): Promise<ReadonlyMap<string, string>> => {
  const { out } = await deployment.run('floor', 'list', '--json')
  const floors: { name: string; owner: { url: string } | null }[] = JSON.parse(out)
  return new Map(floors.map(({ name, owner }) => [name, owner?.url ?? '']))
}

test('a floor moves in, and a node that dies takes nothing with it', async () => {
  // A floor that had a feed to itself.
  const feed = await spawnFeed(folder)
  const putFloor = await fetch(`${feed.url}/api/v1/floor`, { method: 'PUT', headers: yaml, body: wallText })
  expect(putFloor.status).toBe(200)
  const posted = await fetch(`${feed.url}/api/v1/facts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(callsBy('priya', callsOf('old', 300))),
  })
  expect(await posted.json()).toMatchObject({ accepted: 300 })
  const figures = await (await fetch(`${feed.url}/api/v1/metrics/calls?window=month&by=rep`)).json()
  await feed.stop()
  const made = await deployment.run('token', 'create', '--data', folder, '--role', 'admin')
  const boltToken = made.out.trim()
  const moved = await deployment.run('move', '--from', folder, '--to', deployment.database, '--floor', bolt)
  expect(moved).toMatchObject({ code: 0 })

  const nodes: NodeProcess[] = [await deployment.startNode(0), await deployment.startNode(1)]
  const asked = await ask(bolt, '/api/v1/metrics/calls?window=month&by=rep', {
    headers: { authorization: `Bearer ${boltToken}` },
  })
  expect([asked.status, asked.body]).toEqual([200, figures])

  // A new floor: its first admin comes by the link, and sets it up at whatever node.
  const joined = await ask(acme, '/api/v1/first-admin', {
    method: 'POST',
    body: { ...maya, link: deployment.linkOf(acme) },
  })
  expect(joined.status).toBe(200)
  const { cookie } = joined
  const version = (await ask(acme, '/api/v1/floor', { headers: { cookie } })).body.version ?? 1
  const set = await ask(acme, '/api/v1/floor', {
    method: 'PUT',
    headers: { ...yaml, cookie, 'if-match': `"${version}"` },
    body: wallText,
  })
  expect([set.status, set.body]).toEqual([200, expect.anything()])
  const newToken = async (role: string): Promise<string> => {
    const body = { name: role, role }
    const { body: made } = await ask(acme, '/api/v1/tokens', {
      ...{ method: 'POST', headers: { cookie }, body },
    })
    return made.token
  }
  const acmeToken = await newToken('ingest')

  const browser = await deployment.openBrowser()
  const [acmeTv, boltTv] = [
    await openTv(browser, acme, await newToken('screen')),
    await openTv(browser, bolt, boltToken),
  ]
  await shows(boltTv, '300')

  // An import in twenty parts, and in its midst the node that has the floor is gone.
  const parts = Array.from({ length: 20 }, (_, part) => callsOf(`part-${part}`, 100))
  const sending = (async () => {
    for (const part of parts) await send(acme, acmeToken, part)
  })()
  await showsAtLeast(acmeTv, 500)
  const owner = (await ownersOf()).get(acme)
  const [dying, living] = nodes[0]?.url === owner ? [0, 1] : [1, 0]
  await nodes[dying]?.end('SIGKILL')
  await sending
  await send(bolt, boltToken, callsOf('new', 50))
  await shows(acmeTv, '2,000')
  await shows(boltTv, '350')
  await pictureForPeople(acmeTv, { path: `${pictures}/acme.png` })
  expect((await ownersOf()).get(acme)).toBe(nodes[living]?.url)

  // Each fact once, without a gap.
  const [row] = await deployment.server.ask(
    `SELECT f.seq::int AS last, count(e.*)::int AS entries, f.facts::int AS facts FROM floorboard.floor f
     JOIN floorboard.entry e ON e.floor = f.floor WHERE f.name = '${acme}' GROUP BY f.floor`,
    'floorboard',
  )
  expect(row).toMatchObject({ facts: 2000, last: row?.['entries'] })

  // It comes back, and the other one ends as it is updated: its floors go over without a kill.
  nodes[dying] = await deployment.startNode(dying)
  expect(await nodes[living]?.end('SIGTERM')).toBe(0)
  await send(acme, acmeToken, ['after the update'])
  await shows(acmeTv, '2,001')
  expect((await ownersOf()).get(acme)).toBe(nodes[dying]?.url)
})
