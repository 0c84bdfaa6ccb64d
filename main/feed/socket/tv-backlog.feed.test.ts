// Two TVs on real sockets, one of which takes nothing for a while.
import { createServer } from 'node:http'
import type { AddressInfo, Socket as Line } from 'node:net'
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, expect, it } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { createSocketServer } from './socket-server.ts'
import { behindRoom, openTvBacklogs } from './tv-backlog.ts'
import type { Tv, Tvs } from './tv-state.ts'

const patchCharacters = 20_000
/** Far more than the system's own buffers hold for a TV that does not read. */
const patches = 3000

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const each of cleanUps.splice(0).reverse()) await each()
})

/** A feed with the boards `a` and `b`, whose versions are all that is of interest. */
const openFeed = async () => {
  const server = createServer()
  const io = createSocketServer({ server, mayConnect: () => true })
  const tvs: Tvs = io.of('/tv')
  const versions = { a: 0, b: 0 }
  const message = (board: string) => ({ board, version: Reflect.get(versions, board) })
  const emit = (to: Pick<Tv, 'emit'> | ReturnType<Tvs['to']>, event: 'board' | 'patch', board: string) => {
    const sent = { ...message(board), view: { filler: 'x'.repeat(event === 'patch' ? patchCharacters : 1) } }
    // The words of a feed are of no interest here.
    ;(to.emit as (event: string, sent: object) => unknown).call(to, event, sent)
  }
  const backlogs = openTvBacklogs((tv, board) => emit(tv, 'board', board))
  const lines: Line[] = []
  const arrived: Tv[] = []
  server.on('connection', (line) => void lines.push(line))
  tvs.on('connection', (tv) => {
    Object.assign(tv.data, { boards: ['a', 'b'] })
    arrived.push(tv)
    backlogs.watch(tv)
    void tv.join('wall')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => io.close())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tv`,
    arrived,
    backlogs,
    versions,
    change: (board: 'a' | 'b') => {
      versions[board] += 1
      backlogs.missed(board)
      emit(tvs.to('wall').except(behindRoom), 'patch', board)
    },
    /** What waits in this process for the nth TV that came. */
    waitingFor: (nth: number): number => {
      const queued = Reflect.get(arrived[nth]?.conn ?? {}, 'writeBuffer') as { data?: string }[]
      const inQueue = queued.reduce((sum, { data = '' }) => sum + data.length, 0)
      return inQueue + (lines[nth]?.writableLength ?? 0)
    },
  }
}

const openTv = async (url: string) => {
  const client: Socket = connectTo(url, { transports: ['websocket'], reconnection: false, forceNew: true })
  cleanUps.push(() => client.disconnect())
  const heard: string[] = []
  for (const event of ['board', 'patch'])
    client.on(event, ({ board, version }) => void heard.push(`${event} ${board} ${version}`))
  await new Promise<void>((resolve) => client.once('connect', resolve))
  const line = Reflect.get(Reflect.get(client.io.engine.transport, 'ws'), '_socket') as Line
  return { heard, client, stop: () => line.pause(), goOn: () => line.resume() }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('[S230] what changes does not pile up for a TV that takes nothing; once it does, it gets whole what it missed', async () => {
  const feed = await openFeed()
  const stopped = await openTv(feed.url)
  const sound = await openTv(feed.url)
  stopped.stop()
  let most = 0
  for (let nth = 0; nth < patches; nth += 1) {
    feed.change('a')
    await turn()
    most = Math.max(most, feed.waitingFor(0))
  }
  expect(most).toBeLessThan(1_000_000)
  await eventually(() => expect(sound.heard).toHaveLength(patches))
  expect(feed.backlogs.puts(feed.arrived[0] as Tv, 'b')).toBe(true)
  expect(feed.backlogs.puts(feed.arrived[1] as Tv, 'b')).toBe(false)

  stopped.goOn()
  await eventually(() => expect(stopped.heard.at(-1)).toBe('board b 0'))
  expect(stopped.heard.filter((what) => what.startsWith('board'))).toEqual([
    `board a ${patches}`,
    'board b 0',
  ])
  feed.change('a')
  await eventually(() => expect(stopped.heard.at(-1)).toBe(`patch a ${patches + 1}`))
})

it('[S230] a TV that takes more at once than may wait, and takes it, misses nothing and gets nothing twice', async () => {
  const feed = await openFeed()
  const tv = await openTv(feed.url)
  for (let nth = 0; nth < 30; nth += 1) feed.change(nth % 2 === 0 ? 'a' : 'b')
  await eventually(() => expect(tv.heard.length).toBeGreaterThanOrEqual(13))
  feed.change('a')
  await eventually(() => expect(tv.heard.at(-1)).toMatch(/a 16$/))
  const last = (board: string) => tv.heard.findLast((what) => what.includes(` ${board} `))
  expect(last('b')).toMatch(/ b 15$/)
})
