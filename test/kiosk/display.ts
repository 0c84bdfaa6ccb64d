// An X display of the tests' own, so that they draw over nobody's desktop. What is on it is a file, which `glass.ts` reads.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { glassVariable } from './glass.ts'

export const displaySize = { width: 1280, height: 720 }

export interface OwnDisplay {
  /** Of `DISPLAY`. */
  readonly name: string
  /** What is on it. */
  readonly file: string
  close(): Promise<void>
}

export async function openDisplay(): Promise<OwnDisplay> {
  const { width, height } = displaySize
  const folder = await mkdtemp(join(tmpdir(), 'floorboard-glass-'))
  const screen = ['-screen', '0', `${width}x${height}x24`]
  // The desktop is white, as nothing of a wall is to the edge.
  const server = spawn('Xvfb', ['-displayfd', '1', ...screen, '-nolisten', 'tcp', '-wr', '-fbdir', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb did not start'))),
  ])
  return {
    name: `:${String(number).trim()}`,
    file: join(folder, 'Xvfb_screen0'),
    close: async () => {
      server.kill()
      await once(server, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The one of all kiosks that are given no other. */
export async function startDisplay(): Promise<(() => Promise<void>) | undefined> {
  if (process.platform !== 'linux') return undefined
  const { name, file, close } = await openDisplay()
  process.env['DISPLAY'] = name
  process.env[glassVariable] = file
  return close
}
