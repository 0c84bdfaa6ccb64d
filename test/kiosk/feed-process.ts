// A real feed in a process of its own, with one board on it, that tests can kill and start again on the same port.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { ControlAction } from '../../shared/wire/control.ts'
import { program } from '../built.ts'
import { eventually } from '../eventually.ts'
import { northOfficeText } from '../floors/north-office.ts'

const oneScreen = `${northOfficeText}boards: [{ id: won, title: Won so far, kind: leaderboard, metric: won, window: year }]
playlists: [{ id: wall, name: Wall, items: [{ board: won, seconds: 30 }] }]
screens: [{ id: wall, name: Wall, playlist: wall }]
celebrations: [{ id: big, name: Big deal, on: { over: 100000 }, sound: gong, seconds: 6 }]
`

export interface FeedUnderTest {
  readonly url: string
  start(): Promise<void>
  /** As a loss of power would. */
  kill(): Promise<void>
  /** A won deal, in whole dollars. */
  win(id: string, rep: string, dollars: number): Promise<void>
  /** What a remote asks for, such as to hold the first screen, which is called `wall`. */
  control(action: ControlAction): Promise<void>
}

/** @param floor as YAML; with people `priya` and `hana` */
export async function makeFeed(dataDir: string, floor = oneScreen): Promise<FeedUnderTest> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null

  const send = async (method: string, path: string, type?: string, body?: string) => {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(type !== undefined && { headers: { 'content-type': type } }),
      ...(body !== undefined && { body }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return await response.text()
  }

  return {
    url,
    async start() {
      child = spawn(process.execPath, [program, 'serve', '--port', String(port), '--data', dataDir], {
        stdio: 'ignore',
      })
      await eventually(async () => await fetch(`${url}/healthz`).then((answer) => answer.text()))
      await send('PUT', '/api/v1/floor', 'application/yaml', floor)
    },
    async kill() {
      if (child === null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      child = null
    },
    async control(action) {
      const { version } = JSON.parse(await send('GET', '/api/v1/controls/wall'))
      const screens = [{ screen: 'wall', version }]
      await send('POST', '/api/v1/controls', 'application/json', JSON.stringify({ screens, action }))
    },
    async win(id, rep, dollars) {
      const today = new Date().toISOString().slice(0, 10)
      const fact = {
        source: 'test',
        id,
        type: 'deal',
        name: id,
        account: 'Northwind',
        status: 'won',
        amount: { minor: dollars * 100, currency: 'USD' },
        createdAt: today,
        closedAt: today,
        credits: [{ rep }],
      }
      const answer = await send(
        'POST',
        '/api/v1/facts',
        'application/json',
        JSON.stringify({ facts: [fact] }),
      )
      if (JSON.parse(answer).accepted !== 1) throw new Error(answer)
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
