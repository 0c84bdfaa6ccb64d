// The gallery as it ships, in a real browser: one state of one board at a time, on a screen of any shape.
import type { Browser, CDPSession, Page } from '@playwright/test'
import { queryOf, type Showing } from '../../renderer/gallery/showing.ts'
import type { BoardView } from '../../shared/wire/view.ts'
import { rendererFolder } from '../built.ts'
import { type Picture, smallPictureOf } from './likeness.ts'
import { styled } from './styled.ts'
import { finished, finishMotion, openBrowser, resize, type ScreenShape, setScreen } from './wall-browser.ts'
import { openWallFeed } from './wall-feed.ts'

export interface GalleryPage {
  readonly url: string
  readonly browser: Browser
  readonly page: Page
  /** Errors of the page and breaches of its security policy, oldest first. */
  readonly complaints: readonly string[]
  /** The next state is drawn on a screen of this shape. */
  resize(shape: ScreenShape): Promise<void>
  /** Draws what a query asks for, another one than is shown, and waits until what stood there is gone. */
  draw(query: string): Promise<void>
  /** Draws a state and waits until it stands still. It has to be another one than is shown. */
  show(view: BoardView, showing?: Partial<Showing> & { readonly shape?: ScreenShape }): Promise<void>
  /** What is shown, on a screen of another shape; waits until it stands still again. */
  reshape(view: BoardView, shape: ScreenShape): Promise<void>
  /** What `look` makes of the page while it is painted; afterwards it is again as `openGallery` was asked for. */
  painted<Seen>(look: (page: Page, devtools: CDPSession) => Promise<Seen>): Promise<Seen>
  /** What is shown, each square of pixels averaged into one. To have it painted before would paint it twice. */
  smallPicture(): Promise<Picture>
  close(): Promise<void>
}

interface GalleryOptions {
  /** Left out, true. Where only boxes and styles are looked at, painting would take a third of the time for nothing. */
  readonly paints?: boolean
}

const stage = styled('.stage')

/** Runs in the page: until each film and each picture is there, or has had the time to be. */
const mediaShown = async (): Promise<void> => {
  const inTime = (shown: Promise<unknown>): Promise<unknown> =>
    Promise.race([shown, new Promise((resolve) => setTimeout(resolve, 5000))])
  // One that is broken has nothing to wait for.
  await inTime(Promise.allSettled([...document.images].map((image) => image.decode())))
  const films = [...document.querySelectorAll('video')].filter(({ error }) => !error)
  await Promise.all(
    films.map(
      (film) =>
        new Promise((resolve) => {
          film.requestVideoFrameCallback(resolve)
          setTimeout(resolve, 2000)
        }),
    ),
  )
}

/** Runs in the page: until what stands there is painted. */
const framesShown = async (): Promise<void> => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}

/**
 * A page that has drawn so many states is loaded again: whatever they left behind goes, which makes each next one a little
 * slower. To load it takes as long as eight of them.
 */
const statesPerLoad = 60

/** The address of a state, as a query; what is left out is as on a plain wall at night. */
export const queryFor = (view: BoardView, showing: Partial<Showing>): string => {
  const plain: Showing = {
    state: view.id,
    theme: 'night',
    locale: 'en-US',
    currency: 'USD',
    calm: false,
    play: false,
  }
  return `?${queryOf({ ...plain, ...showing })}`
}

/** Runs in the page: draws what the query asks for in the place of what stands there, and waits until that is gone. */
const drawNext = async (query: string): Promise<void> => {
  const before = document.querySelector('.stage')
  window.history.pushState(null, '', query)
  window.dispatchEvent(new PopStateEvent('popstate'))
  const latest = performance.now() + 30_000
  while (before?.isConnected) {
    if (performance.now() > latest) throw new Error(`nothing else is drawn for ${query}`)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

export const openGallery = async ({ paints = true }: GalleryOptions = {}): Promise<GalleryPage> => {
  const feed = await openWallFeed(rendererFolder)
  const browser = await openBrowser()
  const page = await browser.newPage()
  const devtools = await page.context().newCDPSession(page)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const url = `${feed.url}/gallery/index.html`
  let drawn = 0
  let drawnAt: ScreenShape | null = null
  const resizeTo = async (shape: ScreenShape): Promise<void> => {
    if (drawnAt === shape) return
    drawnAt = shape
    await (paints ? resize(page, shape) : setScreen(devtools, shape, 0))
  }
  const draw = async (query: string): Promise<void> => {
    const isFirst = drawn % statesPerLoad === 0
    drawn += 1
    if (!isFirst) return page.evaluate(drawNext, query)
    await page.goto(`${url}${query}`)
    await page.locator(stage).waitFor()
  }
  /** Whatever is to be painted is there. */
  const standStill = async (): Promise<ScreenShape> => {
    const shape = drawnAt ?? '1080p'
    // Playwright has to know the size too, and takes one that it knows for the one that is there.
    await resize(page, shape)
    await page.evaluate(mediaShown)
    // A picture that came late fades in.
    await finishMotion(page)
    return shape
  }
  return {
    url,
    browser,
    page,
    complaints,
    resize: resizeTo,
    draw,
    show: async (view, { shape = '1080p', ...showing } = {}) => {
      // What stood there would be laid out once more, for nobody.
      if (drawn > 0 && drawnAt !== shape) await page.evaluate(drawNext, '?state=none')
      await resizeTo(shape)
      await draw(queryFor(view, showing))
      await finished(page, view)
    },
    reshape: async (view, shape) => {
      if (drawnAt === shape) return
      await resizeTo(shape)
      await finished(page, view)
    },
    painted: async (look) => {
      if (paints) return look(page, devtools)
      const shape = await standStill()
      await setScreen(devtools, shape, 1)
      await page.evaluate(framesShown)
      const seen = await look(page, devtools)
      await setScreen(devtools, shape, 0)
      return seen
    },
    smallPicture: async () => {
      await standStill()
      return smallPictureOf(page, devtools)
    },
    close: async () => {
      await browser.close()
      await feed.close()
    },
  }
}
