// The packaged program where no script starts it, which is so on Windows and macOS: it runs the wall as a second process of
// itself, and starts it again whatever ends it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { App } from 'electron'
import { keepRunning } from '../../keep-running.ts'
import { startedVariable } from '../clean-exit.ts'
import type { Journal } from '../journal.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** Not where the system does it, and not from sources, where a developer wants to see what ended it. */
export const needsWatchdog = (isPackaged: boolean, env: Variables): boolean =>
  isPackaged && env[startedVariable] === undefined && env['FLOORBOARD_SUPERVISED'] === undefined

export function watchWall(app: App, journal: Journal): void {
  // It has no page, and leaves the wall its own.
  app.setPath('userData', join(app.getPath('userData'), 'watchdog'))
  // To Chromium and GTK it would be the name of an X server.
  app.commandLine.removeSwitch('display')
  app.disableHardwareAcceleration()
  app.dock?.hide()
  app.on('window-all-closed', () => undefined)

  const kept = keepRunning(() => {
    const wall = spawn(process.execPath, process.argv.slice(1), {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, [startedVariable]: 'watched' },
    })
    wall.once('exit', (code, signal) => {
      if (code !== 0) journal.warn('the wall has ended', { code, signal })
    })
    return wall
  })
  app.on('before-quit', (event) => {
    event.preventDefault()
    kept.stop()
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, kept.stop)
  void kept.ended.then((code) => app.exit(code))
}
