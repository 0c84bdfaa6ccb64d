// Connects the recovery with the page: events of the page go in, its decisions are carried out.
import type { App, BrowserWindow, PowerMonitor, Session } from 'electron'
import { isOwnAddress, recoveringUrl, wallUrl } from './app-scheme.ts'
import { endProcess, findProcess } from './end-process.ts'
import { createGraphicsCrashes } from './graphics-crashes.ts'
import type { Journal } from './journal.ts'
import type { RecoveryCount } from './recoveries.ts'
import { createRecovery, type Recovery } from './recovery.ts'
import { watchNetwork } from './watch-network.ts'
import { watchPicture } from './watch-picture.ts'

interface PageWatch {
  readonly app: App
  readonly window: BrowserWindow
  readonly session: Session
  readonly monitor: PowerMonitor
  readonly journal: Journal
  readonly count: RecoveryCount
  /** The graphics process crashes over and over. */
  readonly onGraphicsBroken: () => void
}

export function watchPage(watch: PageWatch): Recovery {
  const { app, window, session, monitor, journal, count, onGraphicsBroken } = watch
  const contents = window.webContents
  const show = (url: string) => {
    window
      .loadURL(url)
      .catch((error: Error) => journal.warn('the page did not load', { url, error: error.message }))
  }
  const crashes = createGraphicsCrashes(() => performance.now())
  const recovery = createRecovery(
    {
      load: () => show(wallUrl),
      // `forcefullyCrashRenderer` asks the page's process to end, and one that is stopped does not hear it.
      kill: () => endProcess(contents.getOSProcessId(), journal),
      killGraphics() {
        const graphics = findProcess(app, ({ type }) => type === 'GPU')
        if (endProcess(graphics, journal)) crashes.ending()
      },
      showRecovering: () => show(recoveringUrl),
      report: journal.warn,
      mended: count.note,
    },
    (ms, action) => {
      const timer = setTimeout(action, ms)
      return () => clearTimeout(timer)
    },
  )

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    // A clean exit is a process that was replaced by the next one.
    if (reason !== 'clean-exit') recovery.gone(`${reason} (${exitCode})`)
  })
  contents.on('did-navigate', (_event, url) => {
    if (!isOwnAddress(url)) recovery.astray(url)
  })
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return
    count.note('graphics')
    if (crashes.gone()) onGraphicsBroken()
  })
  monitor.on('resume', () => recovery.woke())
  watchNetwork({
    app,
    session,
    journal,
    onEnded: () => {
      count.note('network')
      recovery.networkEnded()
    },
  })
  watchPicture({
    contents,
    size: () => window.getContentBounds(),
    expectsPicture: recovery.expectsPicture,
    onOneColour: recovery.oneColour,
  })
  return recovery
}
