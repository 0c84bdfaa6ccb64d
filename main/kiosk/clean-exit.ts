// The wall ends when the system asks it to, and in no other way.
import type { App, BrowserWindow } from 'electron'
import type { Journal } from './journal.ts'

/** Past this the supervisor would lose patience; what could not be finished is safe in the log. */
const exitWithinMs = 4_500

export interface CleanExit {
  readonly app: App
  readonly window: BrowserWindow
  readonly journal: Journal
  /** Closes what must not just stop, in order. */
  readonly close: () => Promise<void>
}

export function exitCleanly({ app, window, journal, close }: CleanExit): void {
  let leaving = false

  const leave = (why: string) => {
    if (leaving) return
    leaving = true
    journal.info('leaving', { why })
    const timer = setTimeout(() => app.exit(1), exitWithinMs)
    close()
      .then(() => app.exit(0))
      .catch((error: Error) => {
        journal.error('could not leave cleanly', { error: error.message })
        app.exit(1)
      })
      .finally(() => clearTimeout(timer))
  }

  // With the menu gone and closing prevented, only a signal asks to quit.
  app.on('before-quit', (event) => {
    event.preventDefault()
    leave('asked to quit')
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => leave(signal))
  window.on('close', (event) => event.preventDefault())
  // The window is gone although nothing may close it: a fresh process makes a fresh one.
  window.on('closed', () => {
    if (!leaving) app.exit(1)
  })
}
