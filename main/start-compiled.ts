#!/usr/bin/env node
// What is called: runs the program beside it, by the code that the build had Node make of it. To make it anew is a third of what a
// feed does until it is up. Node 22 can keep such code by itself (`enableCompileCache`), Node 20 cannot.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { constants, Script } from 'node:vm'

const program = join(__dirname, 'floorboard.cjs')
export const compiledCode = join(__dirname, 'floorboard.code')

/** Code of another Node, of another program, or made under other flags is passed over: Node compiles the program then. */
export const openProgram = (): Script => {
  const source = readFileSync(program, 'utf8')
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: program,
    ...(existsSync(compiledCode) && { cachedData: readFileSync(compiledCode) }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
}

export const runProgram = (script: Script): void => {
  const own = { exports: {} }
  script.runInThisContext()(own.exports, createRequire(program), own, program, __dirname)
}

if (require.main === module) runProgram(openProgram())
