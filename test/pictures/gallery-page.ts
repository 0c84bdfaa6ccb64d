// The gallery as it ships, in a real browser: one state of one board at a time, on a screen of any shape.
import type { Browser, Page } from '@playwright/test'
import { queryOf, type Showing } from '../../renderer/gallery/showing.ts'
import type { BoardView } from '../../shared/wire/view.ts'
import { buildRenderer } from './built-renderer.ts'
import { finished, openBrowser, resize, type ScreenShape } from './wall-browser.ts'
import { openWallFeed } from './wall-feed.ts'

export interface GalleryPage {
  readonly url: string
  readonly browser: Browser
  readonly page: Page
  /** Errors of the page and breaches of its security policy, oldest first. */
  readonly complaints: readonly string[]
  /** Draws a state and waits until it stands still. */
  show(view: BoardView, showing?: Partial<Showing> & { readonly shape?: ScreenShape }): Promise<void>
  close(): Promise<void>
}

export const openGallery = async (): Promise<GalleryPage> => {
  const renderer = await buildRenderer('gallery too')
  const feed = await openWallFeed(renderer.folder)
  const browser = await openBrowser()
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const url = `${feed.url}/gallery/index.html`
  return {
    url,
    browser,
    page,
    complaints,
    show: async (view, { shape = '1080p', ...showing } = {}) => {
      await resize(page, shape)
      const plain: Showing = { state: view.id, theme: 'night', locale: 'en-US', calm: false, play: false }
      await page.goto(`${url}?${queryOf({ ...plain, ...showing })}`)
      await finished(page, view)
    },
    close: async () => {
      await browser.close()
      await feed.close()
      await renderer.close()
    },
  }
}
