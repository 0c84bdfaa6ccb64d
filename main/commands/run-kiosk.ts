// Runs the kiosk's process for a command, and keeps it running.
import { spawn } from 'node:child_process'
import { type KeptRunning, keepRunning } from '../keep-running.ts'
import type { Kiosk } from './find-kiosk.ts'

export interface KioskFlags {
  readonly feed?: string | undefined
  readonly token?: string | undefined
  readonly screen?: string | undefined
  readonly display?: string | undefined
  readonly data?: string | undefined
  readonly 'feed-fingerprint'?: string | undefined
}

export function runKiosk(kiosk: Kiosk, { token, ...flags }: KioskFlags): KeptRunning {
  const given = Object.entries(flags).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  )
  // The token goes by the environment: everybody on the machine can read a command line.
  const env = {
    ...process.env,
    FLOORBOARD_SUPERVISED: '1',
    ...(token !== undefined && { FLOORBOARD_TOKEN: token }),
  }
  return keepRunning(() =>
    spawn(kiosk.electron, [kiosk.program, ...given], { stdio: ['ignore', 'inherit', 'inherit'], env }),
  )
}
