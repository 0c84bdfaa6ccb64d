// Ends a process of the kiosk's own from outside. Asking it would not help: one that is stopped or hangs does not answer.
import type { App, ProcessMetric } from 'electron'
import type { Journal } from './journal.ts'

/** Null where there is no such process, such as a graphics process that runs within another. */
export const findProcess = (app: App, isWanted: (process: ProcessMetric) => boolean): number | null =>
  app.getAppMetrics().find(isWanted)?.pid ?? null

/** False where there was none to end. */
export function endProcess(pid: number | null, journal: Journal): boolean {
  // 0 would mean every process of the kiosk's group.
  if (pid === null || pid <= 0) return false
  try {
    process.kill(pid, 'SIGKILL')
    return true
  } catch (error) {
    journal.warn('a process could not be ended', {
      pid,
      error: error instanceof Error ? error.message : String(error),
    })
    return false
  }
}
