// Has Node compile the program that was built, and keeps the code beside it: see main/start-compiled.ts. The program is run for its
// version alone, since functions are compiled when they are first called.
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url))
const { compiledCode, openProgram, runProgram } = createRequire(import.meta.url)(command)
rmSync(compiledCode, { force: true })
const script = openProgram()
process.on('exit', () => writeFileSync(compiledCode, script.createCachedData()))
process.argv = [process.execPath, command, '--version']
process.stdout.write = () => true
runProgram(script)
