// Runs the kiosk's process and starts it again when it ends with an error, which is how a wall ends when it cannot recover
// by itself.
import { type ChildProcess, spawn } from 'node:child_process'
import { createRestartPauses } from '../restart-pauses.ts'
import type { Kiosk } from './find-kiosk.ts'

/** The kiosk promises to be gone after five. */
const stopWithinMs = 6_000
/** The exit code of a wrong set-up, which it has explained: starting it again would end the same way. */
const badSetUpCode = 2

export interface KioskFlags {
  readonly feed?: string | undefined
  readonly token?: string | undefined
  readonly screen?: string | undefined
  readonly display?: string | undefined
  readonly data?: string | undefined
  readonly 'feed-fingerprint'?: string | undefined
}

export interface RunningKiosk {
  /** Resolves with its exit code once it has ended for good. */
  readonly ended: Promise<number>
  stop(): void
}

export function runKiosk(kiosk: Kiosk, { token, ...flags }: KioskFlags): RunningKiosk {
  const given = Object.entries(flags).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  )
  // The token goes by the environment: everybody on the machine can read a command line.
  const env = {
    ...process.env,
    FLOORBOARD_SUPERVISED: '1',
    ...(token !== undefined && { FLOORBOARD_TOKEN: token }),
  }
  let child: ChildProcess | null = null
  let stopping = false
  const pauses = createRestartPauses()
  let next: NodeJS.Timeout | undefined
  let end: (code: number) => void = () => undefined
  const ended = new Promise<number>((resolve) => {
    end = resolve
  })

  const start = () => {
    const startedAt = performance.now()
    const current = spawn(kiosk.electron, [kiosk.program, ...given], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    })
    child = current
    const over = (code: number | null) => {
      child = null
      if (stopping || code === 0 || code === badSetUpCode) return end(code ?? 0)
      next = setTimeout(start, pauses.after(performance.now() - startedAt))
    }
    current.once('error', () => over(1))
    current.once('exit', over)
  }

  start()
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
