// Has Node compile the program that was built, and keeps the code beside it: see main/start-compiled.ts. Functions are compiled when
// they are first called: so a feed is started, on a folder of its own, and ended as soon as it is up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url))
const { compiledCode, openProgram, runProgram } = createRequire(import.meta.url)(command)
rmSync(compiledCode, { force: true })
const script = openProgram()
const data = mkdtempSync(join(tmpdir(), 'floorboard-compile-'))
const umask = process.umask()
process.on('exit', (status) => {
  // What a feed writes is for its own account alone; the program is for whoever runs it.
  process.umask(umask)
  rmSync(data, { recursive: true, force: true })
  if (status === 0) writeFileSync(compiledCode, script.createCachedData())
})

// What somebody has set up for a feed of theirs is not for this one.
for (const name of Object.keys(process.env)) if (name.startsWith('FLOORBOARD_')) delete process.env[name]
process.env.FLOORBOARD_LOG = 'error'
process.argv = [process.execPath, command, 'serve', '--data', data, '--port', '0']
const say = process.stderr.write.bind(process.stderr)
process.stderr.write = (/** @type {string | Uint8Array} */ text) => {
  if (String(text).startsWith('TV: ')) process.kill(process.pid, 'SIGTERM')
  return /^(TV|Console): /.test(String(text)) || say(text)
}
// No build waits for ever for a feed that does not come up: it fails, and says so.
setTimeout(() => process.exit(1), 60_000).unref()
runProgram(script)
