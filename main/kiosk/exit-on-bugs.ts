import type { App } from 'electron'
import type { Journal } from './journal.ts'

/** Ends the process on our own bugs, without Electron's dialog on a TV; the supervisor starts a new one. */
export function exitOnBugs(app: App, journal: Journal): void {
  const end = (error: unknown) => {
    journal.error('the kiosk has a bug', { error: error instanceof Error ? error.stack : String(error) })
    app.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    journal.warn('a helper process is gone', { type, reason, exitCode }),
  )
}
