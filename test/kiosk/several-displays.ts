// An X server with outputs that can be switched on and off, as TVs are: the "dummy" driver of the real one.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Glass, parseGlass } from './glass.ts'

/** The driver does not rotate: a TV that stands upright is one with a mode that is higher than wide. */
export interface Output {
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
}

export interface SeveralDisplays {
  /** Of `DISPLAY`. */
  readonly name: string
  /** Switches the first outputs on as they are given, and all others off; `null` is off. */
  arrange(outputs: readonly (Output | null)[]): void
  glass(): Glass
  close(): Promise<void>
}

/** Not the one on the path, which may ask whether its user sits before this machine. */
const program = '/usr/lib/xorg/Xorg'
const most = 4
/** Of the frame buffer, for the largest arrangement of any test. */
const largest = { width: 5760, height: 4096 }

const configuration = `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam ${(largest.width * largest.height * 4) / 1024}
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual ${largest.width} ${largest.height}
  EndSubSection
EndSection
`

const outputName = (nth: number): string => `DUMMY${nth}`
const modeName = (width: number, height: number): string => `wall-${width}x${height}`

export async function openSeveralDisplays(): Promise<SeveralDisplays> {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-displays-'))
  const config = join(folder, 'xorg.conf')
  writeFileSync(config, configuration)
  const flags = [
    '-noreset',
    '-nolisten',
    'tcp',
    '-sharevts',
    '-novtswitch',
    'vt7',
    '-logfile',
    join(folder, 'log'),
  ]
  const server = spawn(program, ['-displayfd', '3', '-config', config, '-wr', ...flags], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = await Promise.race([
    once(server.stdio[3] as NodeJS.ReadableStream, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xorg did not start'))),
  ])
  const name = `:${String(number).trim()}`
  const env = { ...process.env, DISPLAY: name }
  const xrandr = (...args: readonly string[]) =>
    execFileSync('xrandr', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })

  const known = new Set<string>()
  /** An output of this driver is connected for as long as it has a mode. */
  const provideMode = (nth: number, width: number, height: number): string => {
    const mode = modeName(width, height)
    if (!known.has(mode)) {
      // Any timing will do: nothing scans it out.
      const clock = ((width + 80) * (height + 20) * 60) / 1e6
      const timing = [width, width + 20, width + 40, width + 80, height, height + 5, height + 10, height + 20]
      xrandr('--newmode', mode, clock.toFixed(2), ...timing.map(String))
      known.add(mode)
    }
    const added = `${mode} ${nth}`
    if (!known.has(added)) xrandr('--addmode', outputName(nth), mode)
    known.add(added)
    return mode
  }

  return {
    name,
    arrange(outputs) {
      const args = Array.from({ length: most }, (_, nth) => {
        const output = outputs[nth] ?? null
        if (output === null) return ['--output', outputName(nth), '--off']
        const { width, height, x, y } = output
        const mode = provideMode(nth, width, height)
        return ['--output', outputName(nth), '--mode', mode, '--pos', `${x}x${y}`]
      })
      xrandr(...args.flat())
      // Has the server look at its outputs: it tells programs of none that it has not found connected.
      xrandr('--query')
    },
    glass: () => parseGlass(execFileSync('xwd', ['-root', '-silent'], { env, maxBuffer: 256 * 1024 * 1024 })),
    async close() {
      server.kill()
      if (server.exitCode === null) await once(server, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
