// The gallery as it ships, in a real browser: one state of one board at a time, on a screen of any shape.
import type { Browser, Page } from '@playwright/test'
import { queryOf, type Showing } from '../../renderer/gallery/showing.ts'
import type { BoardView } from '../../shared/wire/view.ts'
import { rendererFolder } from '../built.ts'
import { styled } from './styled.ts'
import { finished, openBrowser, resize, type ScreenShape } from './wall-browser.ts'
import { openWallFeed } from './wall-feed.ts'

export interface GalleryPage {
  readonly url: string
  readonly browser: Browser
  readonly page: Page
  /** Errors of the page and breaches of its security policy, oldest first. */
  readonly complaints: readonly string[]
  /** Draws a state and waits until it stands still. One that plays is a page of its own. */
  show(view: BoardView, showing?: Partial<Showing> & { readonly shape?: ScreenShape }): Promise<void>
  close(): Promise<void>
}

const stage = styled('.stage')

/** A page that has drawn so many states is loaded again: whatever they left behind goes. */
const statesPerLoad = 30

/** Runs in the page: draws what the query asks for in the place of what stands there. */
const drawNext = (query: string): void => {
  document.querySelector('.stage')?.setAttribute('data-before', '')
  window.history.pushState(null, '', query)
  window.dispatchEvent(new PopStateEvent('popstate'))
}

export const openGallery = async (): Promise<GalleryPage> => {
  const feed = await openWallFeed(rendererFolder)
  const browser = await openBrowser()
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const url = `${feed.url}/gallery/index.html`
  let drawn = 0
  const draw = async (query: string, alone: boolean): Promise<void> => {
    const isFirst = drawn % statesPerLoad === 0
    drawn = alone ? 0 : drawn + 1
    if (isFirst || alone) {
      await page.goto(`${url}${query}`)
      await page.locator(stage).waitFor()
      return
    }
    await page.evaluate(drawNext, query)
    await page.locator(`${stage}[data-before]`).waitFor({ state: 'detached' })
    await page.locator(stage).waitFor()
  }
  return {
    url,
    browser,
    page,
    complaints,
    show: async (view, { shape = '1080p', ...showing } = {}) => {
      await resize(page, shape)
      const plain: Showing = {
        state: view.id,
        theme: 'night',
        locale: 'en-US',
        currency: 'USD',
        calm: false,
        play: false,
      }
      const asked = { ...plain, ...showing }
      await draw(`?${queryOf(asked)}`, asked.play)
      await finished(page, view)
    },
    close: async () => {
      await browser.close()
      await feed.close()
    },
  }
}
