// What a kiosk with several displays shows on each of them.
import { expect } from 'vitest'
import { eventually } from '../eventually.ts'
import type { KioskApp } from './kiosk-app.ts'
import type { Output, SeveralDisplays } from './several-displays.ts'

export interface ShownWall {
  /** Of its window's left upper corner, px. */
  readonly x: number
  readonly y: number
  /** Of its page. */
  readonly width: number
  readonly height: number
  readonly text: string
}

/** Left to right, then top to bottom. A page that does not answer has no text. */
export const wallsOf = async ({ app }: KioskApp): Promise<readonly ShownWall[]> => {
  const walls: readonly ShownWall[] = await app.evaluate(async ({ BrowserWindow }) => {
    const script = '({ width: innerWidth, height: innerHeight, text: document.body?.innerText ?? "" })'
    const silent = { width: 0, height: 0, text: '' }
    const look = async (window: Electron.BrowserWindow) => {
      const { x, y } = window.getBounds()
      const late = new Promise<typeof silent>((resolve) => setTimeout(() => resolve(silent), 5_000))
      const page = window.webContents.executeJavaScript(script).catch(() => silent)
      return { x, y, ...(await Promise.race([page, late])) }
    }
    return await Promise.all(BrowserWindow.getAllWindows().map(look))
  })
  return [...walls].sort((a, b) => a.x - b.x || a.y - b.y)
}

/** Runs a script in the page of the nth wall, counted as `wallsOf` does. */
export const inWall = ({ app }: KioskApp, nth: number, script: string): Promise<unknown> =>
  app.evaluate(
    async ({ BrowserWindow }, { at, code }) => {
      const inOrder = BrowserWindow.getAllWindows().sort((a, b) => {
        const [one, other] = [a.getBounds(), b.getBounds()]
        return one.x - other.x || one.y - other.y
      })
      return await inOrder[at]?.webContents.executeJavaScript(code)
    },
    { at: nth, code: script },
  )

/** As a remote control sends it to the nth wall. */
export const press = ({ app }: KioskApp, nth: number, key: string): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, { at, keyCode }) => {
      const inOrder = BrowserWindow.getAllWindows().sort((a, b) => a.getBounds().x - b.getBounds().x)
      for (const type of ['keyDown', 'keyUp'] as const)
        inOrder[at]?.webContents.sendInputEvent({ type, keyCode })
    },
    { at: nth, keyCode: key },
  )

const desktop = 0xffffff

/** How many pixels at the edges of these outputs show the desktop. */
const uncovered = (displays: SeveralDisplays, outputs: readonly Output[]): number => {
  const glass = displays.glass()
  let count = 0
  const look = (x: number, y: number): void => {
    if (glass.at(x, y) === desktop) count += 1
  }
  for (const { x, y, width, height } of outputs) {
    for (let at = x; at < x + width; at += 1) {
      look(at, y)
      look(at, y + height - 1)
    }
    for (let at = y; at < y + height; at += 1) {
      look(x, at)
      look(x + width - 1, at)
    }
  }
  return count
}

/** A display, and what the wall on it says; `null` is off. */
export type Wanted = (Output & { readonly says: string }) | null

export interface Arranged {
  /** Until every display is covered by a window, ms. */
  readonly coveredMs: number
  /** Until every window shows what it is to say, ms. */
  readonly shownMs: number
}

/** Of the windows' contents, left to right, then top to bottom. */
const windowsOf = ({ app }: KioskApp) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => window.getContentBounds())
      .sort((a, b) => a.x - b.x || a.y - b.y),
  )

/** Changes the displays, and waits until they are covered, and until the walls say what is wanted. */
export async function arrangeAndWait(
  kiosk: KioskApp,
  displays: SeveralDisplays,
  wanted: readonly Wanted[],
): Promise<Arranged> {
  const on = wanted.filter((output) => output !== null)
  displays.arrange(wanted)
  const since = performance.now()
  const inOrder = [...on].sort((a, b) => a.x - b.x || a.y - b.y)
  await eventually(async () => {
    const windows = await windowsOf(kiosk)
    expect(windows.map(({ x, width }) => ({ x, width }))).toEqual(
      inOrder.map(({ x, width }) => ({ x, width })),
    )
    expect(uncovered(displays, on)).toBe(0)
  })
  const coveredMs = performance.now() - since
  await eventually(async () => {
    const walls = await wallsOf(kiosk)
    for (const [nth, { width, height, says }] of inOrder.entries()) {
      // A title above an answer is set in capitals.
      expect(walls[nth]?.text.toLowerCase()).toContain(says.toLowerCase())
      expect(walls[nth]?.width).toBe(width)
      // A row more, so that no window is of exactly its display's size.
      expect([height, height + 1]).toContain(walls[nth]?.height)
    }
  })
  return { coveredMs, shownMs: performance.now() - since }
}
