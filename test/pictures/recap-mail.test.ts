// Recaps as a mail program draws them: 600 and 360 px wide, light and dark, in a language from right to left, with names that
// nobody thought of.
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recapHtml } from '../../main/feed/outbox/senders/recap-html.ts'
import type { RecapDocument } from '../../shared/domain/recaps/recap-document.ts'
import { axeFaults } from '../console/axe-faults.ts'
import { leaderSample, managerSample, repSample } from './recap-samples.ts'
import { openBrowser } from './wall-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const html = (document: RecapDocument, language: string): string =>
  recapHtml(
    {
      subject: document.title,
      action: { label: document.action, url: 'https://wall.northwind.example/console/' },
      stop: { label: 'No more of these mails', page: 'https://wall.northwind.example/mail-stop/x', post: '' },
    },
    document,
    language,
  )

const keep = process.env['FLOORBOARD_RECAP_PICTURES']

test('[D6] nothing is wider than the window, and all of it can be read, light and dark', async () => {
  const mails: readonly (readonly [string, RecapDocument, string])[] = [
    ['rep', repSample('en-US'), 'en-US'],
    ['manager', managerSample('de-DE'), 'de-DE'],
    ['leader', leaderSample('en-US'), 'en-US'],
    ['rep-hebrew', repSample('he-IL'), 'he-IL'],
  ]
  for (const [name, document, language] of mails) {
    for (const [width, colorScheme] of [
      [600, 'light'],
      [360, 'dark'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      await page.setContent(html(document, language))
      const wide = await page.evaluate(() =>
        [...globalThis.document.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
          .map((element) => element.outerHTML.slice(0, 120)),
      )
      expect([name, width, wide]).toEqual([name, width, []])
      expect(await axeFaults(page)).toEqual([])
      const [ink, card] = await page.evaluate(() =>
        ['h1', '.card'].map((selector) => {
          const element = globalThis.document.querySelector(selector)
          const style = element && getComputedStyle(element)
          return selector === 'h1' ? style?.color : style?.backgroundColor
        }),
      )
      const colours = {
        light: ['rgb(19, 27, 48)', 'rgb(255, 255, 255)'],
        dark: ['rgb(242, 245, 252)', 'rgb(19, 27, 48)'],
      }
      expect([ink, card]).toEqual(colours[colorScheme])
      if (keep !== undefined)
        await page.screenshot({ path: `${keep}/${name}-${width}-${colorScheme}.png`, fullPage: true })
      await page.close()
    }
  }
})
