import { execFile } from 'node:child_process'
import type { Journal } from '../journal.ts'
import { createDisplayPower, type DisplayPower } from './display-power.ts'
import type { DisplaySwitch } from './find-switch.ts'
import type { NightBeat } from './joined-heartbeat.ts'

const endsWithinMs = 10_000

export interface DisplayPowerHere extends DisplayPower {
  /** Resolves when every command that was begun has ended. */
  settled(): Promise<void>
}

const noPower: DisplayPowerHere = {
  heartbeat: (_beat: NightBeat) => undefined,
  on: () => undefined,
  settled: () => Promise.resolve(),
}

/** @param found null where nothing can switch it */
export function openDisplayPower(
  found: DisplaySwitch | null,
  isServiced: () => boolean,
  journal: Journal,
): DisplayPowerHere {
  if (found === null) return noPower
  const { name } = found

  const run = ([program, ...args]: DisplaySwitch['on'][number]): Promise<void> =>
    new Promise((resolve) =>
      execFile(program, args, { timeout: endsWithinMs }, (error) => {
        if (error) journal.warn('the display could not be switched', { by: name, error: error.message })
        resolve()
      }),
    )
  /** One after another: "on" must not overtake "off". */
  let running = Promise.resolve()
  const power = createDisplayPower({
    turn(to) {
      journal.info(`the display is switched ${to}`, { by: name })
      for (const command of found[to]) running = running.then(() => run(command))
    },
    isServiced,
    running: () => performance.now(),
    after: (ms, action) => {
      const timer = setTimeout(action, ms)
      return () => clearTimeout(timer)
    },
  })
  return { ...power, settled: () => running }
}
