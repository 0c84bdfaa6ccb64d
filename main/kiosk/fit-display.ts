// Keeps the wall over the whole of its display while displays come, go and change their size.
import type { BrowserWindow, Screen } from 'electron'
import { chooseDisplay } from './choose-display.ts'
import type { Journal } from './journal.ts'

/** A display that is switched on announces itself several times over, with sizes on the way. */
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
    // Where there is no window manager, full screen is a word that nobody hears: the bounds do it. Where there is
    // one, it moves a full-screen window to another display only after it has been let go.
    const onIt = screen.getDisplayMatching(window.getBounds()).id === display.id
    if (!onIt) window.setKiosk(false)
    window.setBounds(display.bounds)
    // A window of exactly a display's size is made a pixel smaller on X, unless a window manager calls it full-screen.
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
