// Somebody's phone: signed in as one of the floor, and looked at in light and dark.
import type { BrowserContext, Page } from '@playwright/test'
import { expect } from 'vitest'
import type { FeedBrowser } from '../feed/feed-browser.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { axeFaults } from './axe-faults.ts'
import type { ConsoleSet } from './open-console.ts'

const phone = { viewport: { width: 390, height: 844 } }

export const signedInPhone = async (
  { feed, visit }: Pick<ConsoleSet, 'feed' | 'visit'>,
  { cookie }: FeedBrowser,
): Promise<BrowserContext> => {
  const context = await visit(phone)
  const [name = '', ...value] = (cookie ?? '').split('=')
  await context.addCookies([{ name, value: value.join('='), url: feed.url }])
  return context
}

/** Nothing is wider than the phone, and whoever cannot see well can use it. `path`: of the pictures, without what they end in. */
export const looksWellOnPhone = async (
  page: Page,
  path: string,
  schemes: readonly ('dark' | 'light')[],
  fullPage = false,
): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width)
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // One that is cut off by a dialog that opens is over, too.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
    expect(await axeFaults(page)).toEqual([])
    await pictureForPeople(page, { path: `${path}-${colorScheme}.png`, fullPage })
  }
}
