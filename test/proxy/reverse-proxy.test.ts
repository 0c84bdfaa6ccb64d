// Real proxies before a real feed, by the lines of docs/reverse-proxy.md, with a real browser before them.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { rendererFolder } from '../built.ts'
import { makeToken } from '../feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { paintForPeople, pictureForPeople } from '../pictures/picture-for-people.ts'
import { openBrowser } from '../pictures/wall-browser.ts'
import { askThrough } from './ask-through.ts'
import { documented, wallName, wallUrl } from './documented-lines.ts'
import { type RunningProxy, runCaddy, runNginx } from './run-proxy.ts'

const pictures = 'test-results/proxy'
beforeAll(() => void mkdirSync(pictures, { recursive: true }))

const cleanUps: (() => unknown)[] = []
const cleanUp = async (): Promise<void> => {
  for (const each of cleanUps.splice(0).reverse()) await each()
}
afterEach(cleanUp)
afterAll(cleanUp)

const startFeed = async (config: Parameters<typeof startTestFeed>[0]): Promise<TestFeed> => {
  const feed = await startTestFeed({ rendererDir: rendererFolder, clock: { now: Date.now }, ...config })
  cleanUps.push(() => feed.close())
  return feed
}
const before = async (starting: Promise<RunningProxy>): Promise<RunningProxy> => {
  const proxy = await starting
  cleanUps.push(() => proxy.close())
  return proxy
}

/** A TV that finds the wall by its name. */
const openTv = async ({ port }: RunningProxy, path: string): Promise<Page> => {
  const browser: Browser = await openBrowser([`--host-resolver-rules=MAP ${wallName}:443 127.0.0.1:${port}`])
  cleanUps.push(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, ignoreHTTPSErrors: true })
  await paintForPeople(page)
  page.setDefaultTimeout(60_000)
  await page.goto(`${wallUrl}${path}`)
  return page
}
const textOf = async (page: Page, of: string): Promise<string> => (await page.locator(of).textContent()) ?? ''

/** Passes on requests and nothing else, as the shortest guides have it. */
const shortest = documented('nginx')
  .replace(/proxy_http_version.*\n/, '')
  .replaceAll(/proxy_set_header.*\n/g, '')

for (const [name, runProxy] of [
  ['nginx', (url: string) => runNginx(url, documented('nginx'))],
  ['Caddy', runCaddy],
] as const)
  test(`[S150] [S151] by the lines for ${name} TVs are paired and turn, people sign in, and strangers stay strangers`, async () => {
    const feed = await startFeed({ publicUrl: wallUrl })
    const proxy = await before(runProxy(feed.url))
    const ask = (path: string, more?: Parameters<typeof askThrough>[2]) => askThrough(proxy.port, path, more)
    expect((await ask('/api/v1/me')).body).toMatchObject({ setUp: 'needs-link', plainHttp: false })
    expect((await ask('/api/v1/boards')).status).toBe(401)
    const admin = { authorization: `Bearer ${await makeToken(feed.folder, 'admin')}` }

    const page = await openTv(proxy, '/tv/?pair')
    expect(await textOf(page, '.pairing-address')).toBe(`${wallName}/console`)
    const code = (await textOf(page, '.pairing-code')).replace(/\s/g, '')
    await ask(`/api/v1/pairings/${code}`, {
      method: 'POST',
      headers: admin,
      body: { screen: { name: 'Kitchen' } },
    })
    await page.locator('.stage .scene').first().waitFor()
    const { screens } = (await ask('/api/v1/screens', { headers: admin })).body
    expect(screens.map(({ tvs }: { tvs: unknown[] }) => tvs.length).filter(Boolean)).toEqual([1])

    const invited = await ask('/api/v1/invitations', {
      method: 'POST',
      headers: admin,
      body: { name: 'Maya Chen', email: 'maya@northwind.test', role: 'admin' },
    })
    const secret = String(invited.body.link).split('#link=').at(-1)
    const accepted = await ask(`/api/v1/invitations/${secret}`, {
      method: 'POST',
      body: { name: 'Maya Chen', password: 'seven green bicycles' },
    })
    expect([accepted.status, accepted.cookie]).toEqual([
      200,
      expect.stringMatching(/^__Host-floorboard=.*; Secure; SameSite=Strict$/),
    ])
    const cookie = accepted.cookie.split(';')[0] ?? ''
    const signOut = (origin: string) =>
      ask('/api/v1/sign-out', { method: 'POST', headers: { cookie, origin } })
    expect((await signOut('https://evil.test')).status).toBe(403)
    expect((await ask('/api/v1/me', { headers: { cookie } })).body.account.email).toBe('maya@northwind.test')
    expect((await signOut(wallUrl)).status).toBeLessThan(300)
    // nginx passes it on, and the feed refuses it; Caddy answers for itself, with nothing.
    const rebound = await ask('/api/v1/me', { headers: { host: 'rebound.evil.test' } })
    expect(rebound.body.setUp).toBeUndefined()
  })

test('[S152] a feed that was told nothing of its proxy has the screen say what to set', async () => {
  const feed = await startFeed({})
  const proxy = await before(runNginx(feed.url, documented('nginx')))
  const page = await openTv(proxy, '/tv/')
  expect(await textOf(page, 'h1')).toBe('Floorboard does not know this address yet')
  expect(await textOf(page, 'code')).toBe(`--public-url ${wallUrl}`)
  await pictureForPeople(page, { path: `${pictures}/unknown-address.png` })
  const { status, body } = await askThrough(proxy.port, '/api/v1/boards')
  expect([status, body.message]).toEqual([
    403,
    `This feed does not answer to the name ${wallName}. If it is yours, start the feed with --public-url ${wallUrl}.`,
  ])
})

test('[S152] where the proxy hides the name the wall says what to set', async () => {
  const feed = await startFeed({})
  const proxy = await before(runNginx(feed.url, shortest))
  const mend = `start it with --public-url ${wallUrl}`
  const newcomer = await openTv(proxy, '/tv/?pair')
  await newcomer.getByText(mend).waitFor()
  expect(await textOf(newcomer, '.pairing-how')).toBe('This address gets no code')
  await pictureForPeople(newcomer, { path: `${pictures}/no-code.png` })
  const wall = await openTv(proxy, '/tv/?screen=wall')
  await wall.getByText(mend).waitFor()
  await wall.getByText('The feed does not know this address').waitFor()
  await pictureForPeople(wall, { path: `${pictures}/foreign-page.png` })
})

test('[S152] where the proxy lets no WebSocket through the wall says so, and not that nobody answers', async () => {
  const feed = await startFeed({ publicUrl: wallUrl })
  const proxy = await before(runNginx(feed.url, shortest))
  const token = await makeToken(feed.folder, 'screen')
  const page = await openTv(proxy, `/tv/?screen=wall&token=${token}`)
  await page.getByText('New numbers do not get through').waitFor()
  await pictureForPeople(page, { path: `${pictures}/no-websocket.png` })
})

test('the lines for Traefik, which is not run here, lead to the same feed by the same name', () => {
  const { http } = parse(documented('yaml'))
  expect(http.routers.floorboard).toMatchObject({ rule: `Host(\`${wallName}\`)`, service: 'floorboard' })
  expect(http.services.floorboard.loadBalancer.servers).toEqual([{ url: 'http://127.0.0.1:4400' }])
})
