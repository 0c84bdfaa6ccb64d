// Notices a network process that is stopped or hangs. The page would wait for its feed for ever, and a load for its page.
import type { App, Session } from 'electron'
import { endProcess, findProcess } from './end-process.ts'
import type { Journal } from './journal.ts'

const askEveryMs = 5_000
/** It answers from memory, within milliseconds. */
const answerWithinMs = 5_000
/** One late answer may be a machine that was asleep. */
const lateInARow = 2

interface NetworkWatch {
  readonly app: App
  readonly session: Session
  readonly journal: Journal
  /** Chromium starts another by itself. */
  readonly onEnded: () => void
}

export function watchNetwork({ app, session, journal, onEnded }: NetworkWatch): void {
  const answers = (): Promise<boolean> => {
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), answerWithinMs))
    const answer = session.resolveProxy('http://127.0.0.1/').then(
      () => true,
      // Refused is an answer, too.
      () => true,
    )
    return Promise.race([answer, late])
  }

  const watch = async (late: number): Promise<void> => {
    const isLate = !(await answers())
    if (!isLate || late + 1 < lateInARow) {
      setTimeout(() => void watch(isLate ? late + 1 : 0), isLate ? 0 : askEveryMs)
      return
    }
    journal.warn('the network process does not answer')
    const pid = findProcess(app, ({ serviceName }) => serviceName === 'network.mojom.NetworkService')
    if (endProcess(pid, journal)) onEnded()
    setTimeout(() => void watch(0), askEveryMs)
  }
  void watch(0)
}
