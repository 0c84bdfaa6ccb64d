// Connects the recovery with the page: events of the page go in, its decisions are carried out.
import type { BrowserWindow, PowerMonitor } from 'electron'
import { recoveringUrl, wallUrl } from './app-scheme.ts'
import type { Journal } from './journal.ts'
import { createRecovery, type Recovery } from './recovery.ts'

export function watchPage(window: BrowserWindow, monitor: PowerMonitor, journal: Journal): Recovery {
  const contents = window.webContents
  const show = (url: string) => {
    window
      .loadURL(url)
      .catch((error: Error) => journal.warn('the page did not load', { url, error: error.message }))
  }
  const recovery = createRecovery(
    {
      load: () => show(wallUrl),
      kill: () => contents.forcefullyCrashRenderer(),
      showRecovering: () => show(recoveringUrl),
      report: journal.warn,
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
  monitor.on('resume', () => recovery.woke())
  return recovery
}
