// A part of a benchmark that must not share its process with the part it measures.
import { type ChildProcess, fork } from 'node:child_process'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

export interface Child {
  readonly pid: number
  /** Sends a question and waits for the next answer. */
  ask<Answer>(question: unknown): Promise<Answer>
  next<Answer>(): Promise<Answer>
  end(): Promise<void>
}

const nextOf = <Answer>(child: ChildProcess): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`a part of the benchmark ended with ${code}`))
    child.once('exit', failed)
    child.once('message', (answer) => {
      child.off('exit', failed)
      // What the other half of this benchmark sends, written beside it.
      resolve(answer as Answer)
    })
  })

/** Starts a TypeScript file of this folder. */
export const startChild = (file: string, ...args: string[]): Child =>
  childOf(
    fork(pathOf(file), args, { execArgv: ['--expose-gc', '--import', 'tsx'], serialization: 'advanced' }),
  )

/** The same, but built as the feed is built: what `tsx` adds to each function is no cost of ours. */
export const startBuiltChild = (file: string, ...args: string[]): Child => {
  const outfile = fileURLToPath(new URL(`../dist/bench/${basename(file, '.ts')}.mjs`, import.meta.url))
  const options = { bundle: true, packages: 'external', platform: 'node', format: 'esm' } as const
  buildSync({ ...options, entryPoints: [pathOf(file)], outfile })
  return childOf(fork(outfile, args, { execArgv: ['--expose-gc'], serialization: 'advanced' }))
}

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

const childOf = (child: ChildProcess): Child => {
  return {
    pid: child.pid ?? 0,
    next: () => nextOf(child),
    ask: (question) => {
      const answer = nextOf(child)
      child.send(question as object)
      return answer as never
    },
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill()
      }),
  }
}

export interface Used {
  /** Milliseconds of processor time, user and system. */
  readonly cpuMs: number
  readonly rssMb: number
}

const cpuMsSoFar = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

let sweepingMs = 0

/** Garbage is not what a process needs: it is swept before memory is looked at, in time that does not count. */
export const usedSoFar = (): Used => {
  const cpuMs = cpuMsSoFar()
  globalThis.gc?.()
  const used = { cpuMs: cpuMs - sweepingMs, rssMb: process.memoryUsage().rss / 1e6 }
  sweepingMs += cpuMsSoFar() - cpuMs
  return used
}
