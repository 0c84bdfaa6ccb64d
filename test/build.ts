// Before tests that run or look at what is built: builds what has changed since.
import { spawnSync } from 'node:child_process'

export default function build(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--quiet'], { stdio: 'inherit' })
  if (status === 0) return
  const error = new Error('The build failed.')
  // The build has said where. Vitest 4.1.12 would look this place up among the modules that it keeps, and fail over it.
  error.stack = ''
  throw error
}
