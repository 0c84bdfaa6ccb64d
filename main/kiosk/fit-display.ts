// Keeps the window over the whole of its display while displays are connected, removed and resized.
import type { BrowserWindow, Display, Rectangle, Screen } from 'electron'
import { chooseDisplay } from './choose-display.ts'
import type { Journal } from './journal.ts'

/** A display that is switched on causes several events, with sizes that are not its last. */
const settleMs = 1_000

/** Window managers minimise and hide in steps, of which each has its event. */
const showAfterMs = 250
/** Without a window manager, restoring may take the keyboard away once more. */
const restoreEveryMs = 10_000
/** Not every window manager tells that it has hidden a window. */
const lookEveryMs = 2_000

export interface FitDisplay {
  readonly window: BrowserWindow
  readonly screen: Screen
  readonly wanted: number | undefined
  readonly journal: Journal
}

export function fitDisplay({ window, screen, wanted, journal }: FitDisplay): void {
  let timer: NodeJS.Timeout | undefined

  const cover = () => {
    if (window.isDestroyed()) return
    const display = chooseDisplay(screen.getAllDisplays(), screen.getPrimaryDisplay(), wanted)
    // Without a window manager, full screen has no effect and the bounds count. With one, a full-screen window moves
    // to another display only after it has left full screen.
    const onIt = screen.getDisplayMatching(window.getBounds()).id === display.id
    if (!onIt) window.setKiosk(false)
    window.setBounds(coveringBounds(display))
    window.setKiosk(true)
    window.setAlwaysOnTop(true)
    journal.info('fitted to the display', { bounds: display.bounds, display: display.id })
  }
  const coverSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(cover, settleMs)
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
    if (window.isDestroyed() || window.isFocused()) return
    restoredAt = performance.now()
    window.restore()
  }
  window.on('blur', () => {
    clearTimeout(restoring)
    const rested = restoredAt + restoreEveryMs - performance.now()
    restoring = setTimeout(restore, Math.max(showAfterMs, rested))
  })
  window.on('leave-full-screen', coverSoon)
  setInterval(showAgain, lookEveryMs)

  screen.on('display-added', coverSoon)
  screen.on('display-removed', coverSoon)
  screen.on('display-metrics-changed', coverSoon)
  cover()
}

/**
 * On X without a window manager, Electron makes a window of exactly the display's size a pixel smaller. So it is a row
 * higher, and a column wider where the display's width is no whole number of device-independent pixels.
 */
const coveringBounds = ({ bounds, scaleFactor }: Display): Rectangle => ({
  ...bounds,
  width: bounds.width + (Number.isInteger(scaleFactor) ? 0 : 1),
  height: bounds.height + 1,
})
