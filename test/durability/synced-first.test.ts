// Seen from outside, by strace: what the feed asks of the system before it answers.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { call } from '../feed/start-test-feed.ts'
import { type FeedProcess, spawnFeed } from './feed-process.ts'

/** One process may look into another: as root, or where the system lets an account look into all of its own. */
const scope = '/proc/sys/kernel/yama/ptrace_scope'
const mayTrace =
  process.platform === 'linux' &&
  (process.getuid?.() === 0 || !existsSync(scope) || readFileSync(scope, 'utf8').trim() === '0')

let folder: string
let feed: FeedProcess
let tracer: ChildProcess | null = null
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-synced-'))
  feed = await spawnFeed(join(folder, 'data'))
})
afterEach(async () => {
  await endTrace()
  await feed.kill()
  rmSync(folder, { recursive: true, force: true })
})

const traceFile = () => join(folder, 'trace')
/** Resolves once it looks at every thread of the feed. */
const trace = async (...flags: readonly string[]): Promise<void> => {
  const args = ['-f', '-y', '-s', '32', '-o', traceFile(), ...flags, '-p', String(feed.child.pid)]
  const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  tracer = child
  // It goes on speaking of each thread that begins, and dies where nobody listens.
  const attached = new Promise<boolean>((resolve) => {
    child.stderr.on('data', (said) => {
      if (/attached/.test(String(said))) resolve(true)
    })
    child.once('exit', () => resolve(false))
  })
  if (!(await attached)) throw new Error('strace cannot look into the feed')
}
const endTrace = async (): Promise<void> => {
  if (tracer === null) return
  const gone = once(tracer, 'exit')
  if (tracer.exitCode === null && tracer.signalCode === null) {
    tracer.kill('SIGINT')
    await gone
  }
  tracer = null
}

const post = async (from: number, count: number): Promise<number> => {
  const facts = Array.from({ length: count }, (_, nth) => call(`c-${from + nth}`))
  const answer = await fetch(`${feed.url}/api/v1/facts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ facts }),
  })
  await answer.text()
  return answer.status
}

type Step = 'written' | 'synced' | 'answered'

/** What the system was asked for, in order; of a sync, when it was done. */
const stepsIn = (text: string): readonly Step[] => {
  /** Threads whose sync of the log has begun and is not done. */
  const syncing = new Set<string>()
  return text.split('\n').flatMap((line): Step[] => {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (/^pwrite64\(\d+<[^>]*floor\.db-wal>/.test(rest)) return ['written']
    if (/^f(data)?sync\(\d+<[^>]*floor\.db-wal>/.test(rest)) {
      if (/= 0$/.test(rest)) return ['synced']
      if (/unfinished/.test(rest)) syncing.add(thread)
    } else if (/^<\.\.\. f(data)?sync resumed>.*= 0$/.test(rest) && syncing.delete(thread)) return ['synced']
    return /^(write|writev|sendto|sendmsg)\(.*HTTP\/1\.1 200/.test(rest) ? ['answered'] : []
  })
}

test.runIf(mayTrace)(
  '[T4] no fact is acknowledged before the log is synced, one by one or a thousand at once',
  async () => {
    await trace('-e', 'trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg')
    const posts = [1, 1, 1, 1000, 1, 300]
    let sent = 0
    for (const count of posts) {
      expect(await post(sent, count)).toBe(200)
      sent += count
    }
    await endTrace()
    const steps = stepsIn(readFileSync(traceFile(), 'utf8'))
    let since: Step[] = []
    let answers = 0
    for (const step of steps) {
      since.push(step)
      if (step !== 'answered') continue
      answers += 1
      expect(since, `answer ${answers}`).toContain('written')
      expect(since.lastIndexOf('synced'), `answer ${answers}`).toBeGreaterThan(since.lastIndexOf('written'))
      since = []
    }
    expect(answers).toBe(posts.length)
  },
)

test.runIf(mayTrace)(
  '[T4] where the disk does not take a sync, nothing is acknowledged; afterwards all is taken',
  async () => {
    expect(await post(0, 1)).toBe(200)
    await trace('-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO')
    expect(await post(1, 1)).toBe(503)
    expect(await post(2, 500)).toBe(503)
    await endTrace()
    await expect.poll(() => post(1, 1)).toBe(200)
    expect(await post(2, 500)).toBe(200)
    await feed.kill()
    feed = await spawnFeed(join(folder, 'data'))
    const health = await (await fetch(`${feed.url}/healthz`)).json()
    expect(health).toMatchObject({ facts: 502 })
  },
)
