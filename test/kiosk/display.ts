// An X display of the tests' own, so that they draw over nobody's desktop.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export const displaySize = { width: 1280, height: 720 }

export default async function startDisplay(): Promise<(() => Promise<void>) | undefined> {
  if (process.platform !== 'linux') return undefined
  const { width, height } = displaySize
  const server = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const [number] = await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb did not start'))),
  ])
  process.env['DISPLAY'] = `:${String(number).trim()}`
  return async () => {
    server.kill()
    await once(server, 'exit')
  }
}
