// Keeps the window over the whole of its display while displays are connected, removed and resized.
import type { BrowserWindow, Screen } from 'electron'
import { chooseDisplay } from './choose-display.ts'
import type { Journal } from './journal.ts'

/** A display that is switched on causes several events, with sizes that are not its last. */
const settleMs = 1_000

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
    window.setBounds(display.bounds)
    // On X, Electron makes a window of exactly the display's size a pixel smaller, unless it is full screen.
    const { width, height } = window.getBounds()
    if (width < display.bounds.width || height < display.bounds.height) {
      window.setBounds({ ...display.bounds, height: display.bounds.height + 1 })
    }
    window.setKiosk(true)
    window.setAlwaysOnTop(true)
    journal.info('fitted to the display', { bounds: display.bounds, display: display.id })
  }
  const coverSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(cover, settleMs)
  }

  screen.on('display-added', coverSoon)
  screen.on('display-removed', coverSoon)
  screen.on('display-metrics-changed', coverSoon)
  cover()
}
