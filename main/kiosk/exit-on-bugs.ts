import type { App } from 'electron'
import type { Journal } from './journal.ts'

/** Our own bugs end the process and never open a dialog on a TV: the supervisor starts a fresh one. */
export function exitOnBugs(app: App, journal: Journal): void {
  const end = (error: unknown) => {
    journal.fatal({ error: error instanceof Error ? error.stack : String(error) }, 'the kiosk has a bug')
    app.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    journal.warn({ type, reason, exitCode }, 'a helper process is gone'),
  )
}
