// The console as it ships, in a real browser, on a real feed of its own.
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { FeedConfig } from '../../main/feed/feed-config.ts'
import { rendererFolder } from '../built.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { openBrowser } from '../pictures/wall-browser.ts'

export interface ConsoleSet {
  readonly feed: TestFeed
  /** Of the console's own pages: errors, and breaches of the security policy. Not what the TV page says in a miniature. */
  readonly complaints: readonly string[]
  /** A browser that has never been here. */
  visit(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>
  /** A page of the console; `path` begins with `/`. */
  open(context: BrowserContext, path: string): Promise<Page>
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
    visit: (options = {}) => browser.newContext({ viewport: { width: 1440, height: 900 }, ...options }),
    async open(context, path) {
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        const isOwn = message.location().url.includes('/console/')
        if (message.type() === 'error' && isOwn) complaints.push(message.text())
      })
      await page.goto(`${feed.url}/console${path}`)
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
