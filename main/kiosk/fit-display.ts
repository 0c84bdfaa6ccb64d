// Keeps a window over the whole of its display, while displays are resized and window managers have other ideas.
import { BrowserWindow, type Display, type Screen } from 'electron'
import { coveringBounds } from './covering-bounds.ts'
import type { Journal } from './journal.ts'

/** Window managers minimise and hide in steps, of which each has its event. */
const showAfterMs = 250
/** Out of full screen they go in several steps, too. */
const coverAfterMs = 1_000
/** Without a window manager, restoring may take the keyboard away once more. */
const restoreEveryMs = 10_000
/** Not every window manager tells that it has hidden a window. */
const lookEveryMs = 2_000

export interface FitDisplay {
  readonly window: BrowserWindow
  readonly screen: Screen
  readonly display: Display
  readonly journal: Journal
}

export interface Fit {
  /** The display has another size or place, or the wall is on another one now. */
  to(display: Display): void
}

/** Until the window is gone. */
export function fitDisplay({ window, screen, display: first, journal }: FitDisplay): Fit {
  let display = first

  const cover = () => {
    if (window.isDestroyed()) return
    // Without a window manager, full screen has no effect and the bounds count. With one, a full-screen window moves
    // to another display only after it has left full screen.
    const onIt = screen.getDisplayMatching(window.getBounds()).id === display.id
    if (!onIt) window.setKiosk(false)
    window.setBounds(
      coveringBounds(
        display,
        screen.getAllDisplays().map(({ bounds }) => bounds),
      ),
    )
    window.setKiosk(true)
    window.setAlwaysOnTop(true)
    journal.info('fitted to the display', { bounds: display.bounds, display: display.id })
  }

  const isHidden = () => !window.isDestroyed() && (window.isMinimized() || !window.isVisible())
  const showAgain = () => {
    if (!isHidden()) return
    journal.warn('the window was hidden: shown again')
    window.restore()
    window.show()
    cover()
  }
  window.on('minimize', () => setTimeout(showAgain, showAfterMs))
  window.on('hide', () => setTimeout(showAgain, showAfterMs))
  // Some take it from the display without telling Electron, which notices no more than that the keyboard is gone.
  let restoredAt = Number.NEGATIVE_INFINITY
  let restoring: NodeJS.Timeout | undefined
  const restore = () => {
    // The keyboard may have gone to another wall of this kiosk.
    if (window.isDestroyed() || BrowserWindow.getFocusedWindow() !== null) return
    restoredAt = performance.now()
    window.restore()
  }
  window.on('blur', () => {
    clearTimeout(restoring)
    const rested = restoredAt + restoreEveryMs - performance.now()
    restoring = setTimeout(restore, Math.max(showAfterMs, rested))
  })
  let covering: NodeJS.Timeout | undefined
  window.on('leave-full-screen', () => {
    clearTimeout(covering)
    covering = setTimeout(cover, coverAfterMs)
  })
  const looking = setInterval(showAgain, lookEveryMs)
  window.on('closed', () => clearInterval(looking))

  cover()
  return {
    to(next) {
      display = next
      cover()
    },
  }
}
