// Connects the recovery with the page: events of the page go in, its decisions are carried out.
import type { BrowserWindow } from 'electron'
import { isOwnAddress, recoveringUrl, wallUrl } from './app-scheme.ts'
import { endProcess } from './end-process.ts'
import type { Journal } from './journal.ts'
import type { RecoveryCount } from './recoveries.ts'
import { createRecovery, type Recovery } from './recovery.ts'
import type { Graphics } from './watch-graphics.ts'
import { watchPicture } from './watch-picture.ts'

interface PageWatch {
  readonly window: BrowserWindow
  readonly journal: Journal
  readonly count: RecoveryCount
  readonly graphics: Graphics
}

export function watchPage({ window, journal, count, graphics }: PageWatch): Recovery {
  const contents = window.webContents
  const show = (url: string) => {
    window
      .loadURL(url)
      .catch((error: Error) => journal.warn('the page did not load', { url, error: error.message }))
  }
  const recovery = createRecovery(
    {
      load: () => show(wallUrl),
      // `forcefullyCrashRenderer` asks the page's process to end, and one that is stopped does not hear it.
      kill: () => endProcess(contents.getOSProcessId(), journal),
      killGraphics: graphics.end,
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
  watchPicture({
    window,
    expectsPicture: recovery.expectsPicture,
    onOneColour: recovery.oneColour,
  })
  return recovery
}
