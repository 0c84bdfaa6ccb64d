// What threads that work on dropped files run. Node compiles a program anew for each thread, which takes most of the time until one
// begins; what the first made of it is kept for those after it.

/** By the program. A feed has one. */
const compiled = new Map<string, Uint8Array>()

interface ThreadProgram {
  readonly code: string
  readonly compiled: Uint8Array | null
}

export const threadProgram = (code: string): ThreadProgram => ({
  code,
  compiled: compiled.get(code) ?? null,
})

export const keepCompiled = (code: string, made: Uint8Array): void => void compiled.set(code, made)

/** Runs the program in its `workerData`. What was compiled by another Node is passed over. */
export const runProgram = `{
  const { parentPort, workerData } = require('node:worker_threads')
  const { Script } = require('node:vm')
  const { code, compiled } = workerData.program
  const script = new Script(code, compiled === null ? {} : { cachedData: compiled })
  script.runInThisContext()
  if (compiled === null) parentPort.postMessage({ kind: 'compiled', compiled: script.createCachedData() })
}`
