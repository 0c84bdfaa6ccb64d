// Keeps a wall's process running: starts it again when it ends with an error, which is how a wall ends when it cannot recover
// by itself.
import type { ChildProcess } from 'node:child_process'
import { createRestartPauses } from './restart-pauses.ts'

/** The kiosk promises to be gone after five. */
const stopWithinMs = 6_000
/** The exit code of a wrong set-up, which it has explained: starting it again would end the same way. */
const badSetUpCode = 2

export interface KeptRunning {
  /** Resolves with its exit code once it has ended for good. */
  readonly ended: Promise<number>
  stop(): void
}

export function keepRunning(start: () => ChildProcess): KeptRunning {
  const pauses = createRestartPauses()
  let child: ChildProcess | null = null
  let stopping = false
  let next: NodeJS.Timeout | undefined
  let end: (code: number) => void = () => undefined
  const ended = new Promise<number>((resolve) => {
    end = resolve
  })

  const begin = () => {
    const startedAt = performance.now()
    const current = start()
    child = current
    const over = (code: number | null) => {
      child = null
      if (stopping || code === 0 || code === badSetUpCode) return end(code ?? 0)
      next = setTimeout(begin, pauses.after(performance.now() - startedAt))
    }
    current.once('error', () => over(1))
    current.once('exit', over)
  }

  begin()
  return {
    ended,
    stop() {
      stopping = true
      clearTimeout(next)
      if (child === null) return end(0)
      const running = child
      running.kill('SIGTERM')
      setTimeout(() => running.kill('SIGKILL'), stopWithinMs).unref()
    },
  }
}
