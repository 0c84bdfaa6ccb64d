// Real old browsers before a real feed: the oldest in which the wall works shows its boards, and one before it says in words
// that it is too old.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { oldestChromium } from '../../renderer/old-browsers/oldest.ts'
import { rendererFolder } from '../built.ts'
import { call, startTestFeed, won } from '../feed/start-test-feed.ts'
import { sayFigures } from '../figures.ts'
import { type OldPage, openOldPage } from './old-chromium.ts'

const browsers = process.env['FLOORBOARD_OLD_CHROMIUMS'] ?? '.cache/old-chromium'
const pictures = 'test-results/old-browsers'

const within = async (page: OldPage, expression: string, latestMs: number): Promise<void> => {
  const latest = performance.now() + latestMs
  while (!(await page.evaluate(expression))) {
    if (performance.now() > latest)
      throw new Error(`not within ${latestMs} ms: ${expression}; ${page.complaints.join('\n')}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const open = async (version: number, path: string, use: (page: OldPage) => Promise<void>): Promise<void> => {
  const feed = await startTestFeed({ rendererDir: rendererFolder })
  try {
    const facts = [won('d1', 120_000), won('d2', 40_000, { credits: [{ rep: 'marcus' }] }), call('c1')]
    await feed.postFacts(JSON.stringify({ facts }))
    const page = await openOldPage(join(browsers, String(version), 'chromium'), `${feed.url}${path}`)
    try {
      await use(page)
    } finally {
      await page.close()
    }
  } finally {
    await feed.close()
  }
}

mkdirSync(pictures, { recursive: true })

/** The last before the oldest that works of which there is a build to try. */
const tooOld = 85

test(`Chromium ${tooOld} says in words that it is too old`, () =>
  open(tooOld, '/tv/?screen=wall', async (page) => {
    await within(page, "document.body.innerText.includes('This browser is too old for the wall')", 20_000)
    expect(await page.evaluate('document.body.innerText')).toContain(`Chromium ${oldestChromium} or later`)
    await page.picture(join(pictures, `${tooOld}.png`))
  }))

for (const version of [oldestChromium, 92, 102])
  test(`the wall works in Chromium ${version}`, () =>
    open(version, '/tv/?screen=wall', async (page) => {
      await within(page, "document.querySelector('.scene .board-head') !== null", 30_000)
      // What the style sheet says of a container's width is so.
      await within(
        page,
        "getComputedStyle(document.querySelector('.board-head')).getPropertyValue('--cqw') !== ''",
        5000,
      )
      await page.picture(join(pictures, `${version}.png`))
      expect(page.complaints).toEqual([])
      sayFigures(`Chromium ${version} shows the wall`)
    }))
