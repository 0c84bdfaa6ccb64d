// strace, by which tests of durability see from outside what the feed asks of the system.
import { spawnSync } from 'node:child_process'
import { installPackages } from './debian.mjs'

const isThere = () => spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0

export function provideTracer() {
  if (process.platform !== 'linux' || isThere()) return
  if (!installPackages(['strace']) || !isThere())
    throw new Error('The tests of durability need strace. Install it.')
}
