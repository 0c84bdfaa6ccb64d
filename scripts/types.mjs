// Checks the types of every room against its own settings, and fails when one of them fails.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const rooms = ['shared', 'main', 'renderer', 'test']
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))

const failed = rooms.filter((room) => {
  console.error(`types: ${room}`)
  return spawnSync(process.execPath, [tsc, '-p', room], { stdio: 'inherit' }).status !== 0
})
process.exitCode = failed.length === 0 ? 0 : 1
