// The feed as its users run it, in a process of its own that tests may kill.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { program } from '../built.ts'

export interface FeedProcess {
  readonly url: string
  readonly child: ChildProcess
  /** Without a warning, as the power goes. */
  kill(): Promise<void>
  /** As a service manager would; resolves with the exit code. */
  stop(): Promise<number | null>
}

/** Resolves once it is ready; rejects with what it said when it ends before that. */
export const spawnFeed = (dataDir: string, ...flags: string[]): Promise<FeedProcess> =>
  spawnFeedOn(process.execPath, dataDir, ...flags)

/** The same on another Node than this. */
export const spawnFeedOn = async (
  node: string,
  dataDir: string,
  ...flags: string[]
): Promise<FeedProcess> => {
  const child = spawn(node, [program, 'serve', '--data', dataDir, '--port', '0', ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, FLOORBOARD_LOG: 'error' },
  })
  const exited = once(child, 'exit')
  const said: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line)
      const address = /http:\/\/\S+(?=\/tv)/.exec(line)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the feed ended with ${code}: ${said.join('\n')}`)))
  })
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    await exited
    return child.exitCode
  }
  return {
    url,
    child,
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
  }
}
