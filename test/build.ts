// Before tests that run or look at what is built: builds what has changed since.
import { spawnSync } from 'node:child_process'

export default function build(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--quiet'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed.')
}
