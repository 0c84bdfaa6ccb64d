// The kiosk ends when the system asks it to, and to start anew where nothing less helps.
import type { App } from 'electron'
import type { Journal } from './journal.ts'

/** Supervisors kill what takes longer than five seconds; facts that the feed has accepted are already in its log. */
const exitWithinMs = 4_500

export interface CleanExit {
  readonly app: App
  readonly journal: Journal
  /** Closes the feed and writes files, in order. */
  readonly close: () => Promise<void>
}

/** Supervisors set it, so that two of them do not start the kiosk at the same time. */
const supervisedVariable = 'FLOORBOARD_SUPERVISED'
/** Whoever starts the packaged wall again unless it left without an error: the starter's script, or its own watchdog. */
export const startedVariable = 'FLOORBOARD_START'

export interface Exit {
  /** Nothing should close a window; if something did, the supervisor starts a new process with new ones. */
  windowLost(): void
  /** Whoever supervises it starts it again, however it ended. */
  readonly isSupervised: boolean
  /** Ends without an error. */
  leave(why: string): void
  /** Ends with an error, for the supervisor to start it again; where there is none, it starts itself again. */
  startAnew(why: string): void
}

export function exitCleanly({ app, journal, close }: CleanExit): Exit {
  let leaving = false
  const isSupervised = process.env[supervisedVariable] !== undefined

  const leave = (why: string, code: number) => {
    if (leaving) return
    leaving = true
    journal.info('leaving', { why, code })
    const timer = setTimeout(() => app.exit(1), exitWithinMs)
    close()
      .then(() => app.exit(code))
      .catch((error: Error) => {
        journal.error('could not leave cleanly', { error: error.message })
        app.exit(1)
      })
      .finally(() => clearTimeout(timer))
  }

  // There is no menu and no window can be closed, so that only a signal asks to quit.
  app.on('before-quit', (event) => {
    event.preventDefault()
    leave('asked to quit', 0)
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => leave(signal, 0))
  // Between the going of the last display and the coming of the next there is none.
  app.on('window-all-closed', () => undefined)
  return {
    windowLost() {
      if (!leaving) app.exit(1)
    },
    isSupervised,
    leave: (why) => leave(why, 0),
    startAnew(why) {
      if (leaving) return
      if (!isSupervised && process.env[startedVariable] === undefined) app.relaunch()
      leave(why, 1)
    },
  }
}
