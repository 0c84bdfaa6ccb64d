// The real Chromium that looks at walls.
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'

const shapes = {
  '1080p': { width: 1920, height: 1080 },
  '720p': { width: 1280, height: 720 },
  '4k': { width: 3840, height: 2160 },
  ultrawide: { width: 2560, height: 1080 },
  portrait: { width: 1080, height: 1920 },
  /** Of no television: a projector's shape, at a size of its own. */
  odd: { width: 1500, height: 1130 },
} as const
export type ScreenShape = keyof typeof shapes

/** Size over that of the 1080p stage in the same orientation. */
export const scaleOf = (shape: ScreenShape): number => {
  const { width, height } = shapes[shape]
  return width < height ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080)
}

/** `scripts/test.mjs` names the browser it has provided. */
export const openBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['FLOORBOARD_CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })

/** Where nothing of a page is painted, what is seen of it begins so many pixels beside it, and is hardly of any size. */
const besideIt = 100_000
const hardlyAny = 0.02

interface ScreenSize {
  readonly width: number
  readonly height: number
}

/** A screen of that shape. `scale`: of what is painted over the page's size; 0 is nothing. No box, style or motion changes by it. */
export const setScreen = async (
  devtools: CDPSession,
  shape: ScreenShape | ScreenSize,
  scale: number,
): Promise<void> => {
  const size = typeof shape === 'string' ? shapes[shape] : shape
  const seen = scale === 0 ? { x: besideIt, y: besideIt, scale: hardlyAny } : { x: 0, y: 0, scale }
  await devtools.send('Emulation.setDeviceMetricsOverride', {
    ...size,
    deviceScaleFactor: 1,
    mobile: false,
    ...(scale !== 1 && { viewport: { ...size, ...seen } }),
  })
}

/**
 * A page whose complaints (errors, breaches of the security policy) end up in `complaints`. `paints`: left out, true; to
 * paint what nobody looks at is most of the work of a wall that moves.
 */
export const openWall = async (
  browser: Browser,
  url: string,
  shape: ScreenShape,
  before?: () => void,
  { paints = true }: { readonly paints?: boolean } = {},
) => {
  const page = await browser.newPage({ viewport: shapes[shape] })
  if (!paints) await setScreen(await page.context().newCDPSession(page), shape, 0)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  if (before) await page.addInitScript(before)
  await page.goto(`${url}/tv/?screen=wall`)
  return { page, complaints }
}

export const resize = (page: Page, shape: ScreenShape): Promise<void> => page.setViewportSize(shapes[shape])

/**
 * Runs in the page: until the board is on, no element has come for two frames and no font is on its way. What looks at
 * its own size first does so in the next frame; a font is asked for when a letter of it is first laid out.
 */
const allArrived = async (board: string): Promise<void> => {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const scene = `.scene[data-board="${CSS.escape(board)}"]:not([data-leaving])`
  const latest = performance.now() + 30_000
  while ((document.querySelector(scene)?.getBoundingClientRect().height ?? 0) === 0) {
    if (performance.now() > latest) throw new Error(`the board ${board} does not come on`)
    await nextFrame()
  }
  /** How many elements there are, and how high each text is that looks for its own size: a font changes that. */
  const looks = () => {
    const sized = [...document.querySelectorAll<HTMLElement>('.scene [data-step] > *')]
    return `${document.querySelectorAll('.scene *').length} ${sized.map((each) => each.offsetHeight)}`
  }
  let seen = ''
  let still = 0
  for (let frame = 0; frame < 120 && still < 2; frame += 1) {
    await nextFrame()
    await document.fonts.ready
    const before = seen
    seen = looks()
    still = seen === before ? still + 1 : 0
  }
}

/** Whatever moves is put where it is going. What is held at an instant, as a takeover may be, stays there. */
export const finishMotion = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const each of document.getAnimations())
      if (
        each.playState === 'running' &&
        each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
      )
        each.finish()
  })

/** As `settled`, but no motion is waited for. */
export const finished = async (page: Page, { id }: { readonly id: string }): Promise<void> => {
  await page.evaluate(allArrived, id)
  await finishMotion(page)
}

/** Until the page has loaded what shows celebrations, which it does while it is idle, and has rehearsed one unseen. */
export const rehearsed = async (page: Page): Promise<void> => {
  const isReady = () => performance.getEntriesByName('floorboard:celebrations-ready').length > 0
  await page.waitForFunction(isReady, null, { polling: 50, timeout: 60_000 })
  await page.locator('.takeover').waitFor({ state: 'detached' })
}

/**
 * Until nothing that can be seen moves any more, but for the rotation's own mark; asks for no frame. A takeover that is
 * rehearsed unseen is taken away before its motion begins: that never ends.
 */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // The rotation's own mark fills while a scene is on, and a page leaves at its end.
    const timedMarks = new Set(['progress-fill', 'page-out', 'fade-out'])
    const passing = document
      .getAnimations()
      .filter(
        ({ effect }) =>
          effect instanceof KeyframeEffect && effect.target?.checkVisibility({ visibilityProperty: true }),
      )
      .filter((each) => !(each instanceof CSSAnimation && timedMarks.has(each.animationName)))
    await Promise.allSettled(passing.map((each) => each.finished))
  })

/** Until the board is on, alone, whole and at rest. */
export const settled = async (page: Page, { id }: { readonly id: string }): Promise<void> => {
  await page.locator(`.scene[data-board="${id}"]:not([data-leaving])`).waitFor()
  await page.locator('.scene[data-leaving]').waitFor({ state: 'detached' })
  await page.evaluate(allArrived, id)
  await atRest(page)
}
