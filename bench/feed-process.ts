// The feed as it ships: the built bundle in a process of its own.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { floorOfFifty } from './floor-of-fifty.ts'

export interface FeedProcess {
  readonly url: string
  readonly port: number
  /** Of its process. */
  readonly pid: number
  /** From the start of the process to its first answer. */
  readonly readyMs: number
  /** By kill -9: ends are seldom announced. */
  end(): Promise<void>
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'floorboard-bench-'))
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

export const startFeedProcess = async (folder: string): Promise<FeedProcess> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['dist/cli.cjs', 'serve', '--data', folder, '--port', String(port)], {
    stdio: 'ignore',
  })
  while (!(await isReady(`${url}/healthz`))) {
    if (child.exitCode !== null) throw new Error(`the feed ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return {
    url,
    port,
    pid: child.pid ?? 0,
    readyMs: performance.now() - startedAt,
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

/** Gives a feed the floor that benchmarks count on. */
export const applyFloor = async (url: string): Promise<void> => {
  const answer = await fetch(`${url}/api/v1/floor`, {
    method: 'PUT',
    headers: { 'content-type': 'application/yaml' },
    body: stringify(floorOfFifty),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

/** A body of facts, one to a line. */
export const bodyOf = (lines: readonly string[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(lines.join('\n'))

/** Posts such a body; how many facts were accepted. */
export const postFacts = async (url: string, body: Uint8Array<ArrayBuffer>): Promise<number> => {
  const answer = await fetch(`${url}/api/v1/facts`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
  })
  // The shape that the API promises.
  const { accepted } = (await answer.json()) as { accepted: number }
  return accepted
}
