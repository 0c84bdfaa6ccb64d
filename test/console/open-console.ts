// The console as it ships, in a real browser, on a real feed of its own.
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { createToken, keepToken } from '../../main/feed/access/token.ts'
import type { FeedConfig } from '../../main/feed/feed-config.ts'
import { rendererFolder } from '../built.ts'
import { openTokens } from '../feed/make-token.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { paintForPeople } from '../pictures/picture-for-people.ts'
import { openBrowser } from '../pictures/wall-browser.ts'

interface ScreenSize {
  readonly width: number
  readonly height: number
}

/** Of a desk, and of a TV that is not asked for another. */
const usualSize: ScreenSize = { width: 1440, height: 900 }

interface TvOptions {
  readonly size?: ScreenSize
  /** One of its own when left out. */
  readonly token?: string
}

const screenToken = async ({ folder }: TestFeed): Promise<string> => {
  const token = createToken('screen')
  await openTokens(folder).addToken(keepToken(token, 'screen', 'The wall', 0))
  return token
}

export interface ConsoleSet {
  readonly feed: TestFeed
  /** Of the console's own pages: errors, and breaches of the security policy. Not what the TV page says in a miniature. */
  readonly complaints: readonly string[]
  /** A browser that has never been here. */
  visit(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>
  /** A page of the console; `path` begins with `/`. */
  open(context: BrowserContext, path: string): Promise<Page>
  /** A TV in a browser of its own that shows this screen. No test looks at its pixels: it is painted where pictures are kept alone. */
  openTv(screen: string, more?: TvOptions): Promise<Page>
  close(): Promise<void>
}

export const admin = {
  name: 'Maya Lindqvist',
  email: 'maya@northwind.test',
  password: 'a wall for everybody',
}

export const openConsole = async (config: Partial<FeedConfig> = {}): Promise<ConsoleSet> => {
  const feed = await startTestFeed({ rendererDir: rendererFolder, clock: { now: Date.now }, ...config })
  const browser = await openBrowser()
  const complaints: string[] = []
  return {
    feed,
    complaints,
    visit: (options = {}) => browser.newContext({ viewport: usualSize, ...options }),
    async open(context, path) {
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        const isOwn = message.location().url.includes('/console/')
        if (message.type() === 'error' && isOwn) complaints.push(message.text())
      })
      await page.goto(`${feed.url}/console${path}`)
      return page
    },
    async openTv(screen, { size = usualSize, token: given } = {}) {
      const context = await browser.newContext({ viewport: size })
      const page = await context.newPage()
      await paintForPeople(page)
      const token = given ?? (await screenToken(feed))
      await page.goto(`${feed.url}/tv/?screen=${screen}&token=${token}`)
      return page
    },
    async close() {
      await browser.close()
      await feed.close()
    },
  }
}

/** By the page that asks for the first admin. */
export const becomeAdmin = async (page: Page): Promise<void> => {
  await page.getByLabel('Your name').fill(admin.name)
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Password').fill(admin.password)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('heading', { level: 1, name: /screen/ }).waitFor()
}
