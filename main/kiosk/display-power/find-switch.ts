// How the display is switched off and on here: by the owner's own commands, by HDMI-CEC, under Wayland by wlopm, under X by
// DPMS. Null where nothing can; a TV that sleeps is then black, and lit.
import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { KioskOptions } from '../options.ts'

type Command = readonly [string, ...string[]]

export interface DisplaySwitch {
  readonly name: string
  readonly off: readonly Command[]
  readonly on: readonly Command[]
}

type Environment = Readonly<Record<string, string | undefined>>

const isThere = (program: string, { PATH = '' }: Environment): boolean =>
  PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** What a command prints; empty where it cannot be run. */
const said = (program: string, ...args: string[]): Promise<string> =>
  new Promise((resolve) =>
    execFile(program, args, { timeout: 5000 }, (_error, printed, complained) =>
      resolve(`${printed}${complained}`),
    ),
  )

/** Names the kiosk on the bus, then speaks to the TV, which is always at 0. */
const cec = (...words: string[]): Command => ['cec-ctl', '--playback', '--to', '0', ...words]

export async function findSwitch(
  options: Pick<KioskOptions, 'display-off' | 'display-on'>,
  env: Environment,
): Promise<DisplaySwitch | null> {
  const { 'display-off': off, 'display-on': on } = options
  if (off !== undefined && on !== undefined)
    return { name: 'own commands', off: [['/bin/sh', '-c', off]], on: [['/bin/sh', '-c', on]] }
  if (existsSync('/dev/cec0') && isThere('cec-ctl', env))
    return { name: 'HDMI-CEC', off: [cec('--standby')], on: [cec('--image-view-on')] }
  if (env['WAYLAND_DISPLAY'] !== undefined && isThere('wlopm', env))
    return { name: 'wlopm', off: [['wlopm', '--off', '*']], on: [['wlopm', '--on', '*']] }
  // `xset` succeeds also where the X server knows no DPMS.
  if (env['DISPLAY'] !== undefined && isThere('xset', env) && /DPMS is/.test(await said('xset', 'q')))
    return {
      name: 'DPMS',
      off: [['xset', 'dpms', 'force', 'off']],
      // To force it switches its timers on, which would then darken a wall that nobody touches.
      on: [
        ['xset', 'dpms', 'force', 'on'],
        ['xset', '-dpms'],
      ],
    }
  return null
}
