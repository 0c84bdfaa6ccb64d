// One side of the fan-out benchmark: the feed's socket with a live floor, or bare Socket.IO sending the same bytes.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from 'socket.io'
import { stringify } from 'yaml'
import { openControls } from '../main/feed/control/controls.ts'
import { createFloorReader } from '../main/feed/floor-file/floor-reader.ts'
import { createDecide } from '../main/feed/fold/decide-write.ts'
import { openLiveFloor } from '../main/feed/fold/open-live-floor.ts'
import { createSocketServer } from '../main/feed/socket/socket-server.ts'
import { openTvNamespace } from '../main/feed/socket/tv-namespace.ts'
import { openSqliteStore } from '../main/feed/store/sqlite/open-sqlite-store.ts'
import { openIdentity } from '../test/feed/make-token.ts'
import { noServicePin } from '../test/feed/no-service-pin.ts'
import { openTestScreens } from '../test/feed/open-test-screens.ts'
import { type Used, usedSoFar } from './child.ts'
import { factAt, floorOfFifty } from './floor-of-fifty.ts'

export type FanOutQuestion =
  | { readonly kind: 'used' }
  /**
   * So many facts a second, each a change of the board unless `payload` is 'any fact' (feed), or so many broadcasts
   * of `payload` (bare), for some seconds; answers with how many there were.
   */
  | { readonly kind: 'run'; readonly perSecond: number; readonly seconds: number; readonly payload: unknown }
  /** The size of a board in bytes, and a patch as it goes out. */
  | { readonly kind: 'sample' }

const server = createServer()
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

/** Does something so many times a second, spread evenly. */
const paced = (perSecond: number, seconds: number, once: () => void): Promise<number> =>
  new Promise((resolve) => {
    const startedAt = performance.now()
    let done = 0
    const timer = setInterval(() => {
      const due = Math.min(((performance.now() - startedAt) / 1000) * perSecond, perSecond * seconds)
      for (; done < due; done++) once()
      if (done < perSecond * seconds) return
      clearInterval(timer)
      resolve(done)
    }, 5)
  })

interface Side {
  once(payload: unknown): void
  sample(): unknown
}

const bareSide = (): Side => {
  const io = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    httpCompression: false,
    perMessageDeflate: false,
  })
  const tvs = io.of('/tv')
  tvs.on('connection', (socket) => void socket.join('board'))
  return { once: (payload) => tvs.to('board').emit('patch', payload), sample: () => null }
}

const feedSide = async (): Promise<Side> => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const clock = { now: Date.now }
  const readFloor = createFloorReader()
  const store = await openSqliteStore({ folder, decide: createDecide(readFloor) })
  await store.log.appendFloor({ text: stringify(floorOfFifty), at: clock.now(), by: 'bench' }, null)
  const onError = (what: string, error: unknown) => console.error(what, error)
  const floor = await openLiveFloor({ store, readFloor, clock, onError })
  let patch: unknown = null
  floor.desk.listen({
    patch: (message) => {
      patch = message
    },
    board: () => undefined,
    error: () => undefined,
  })
  const io = createSocketServer({ server, mayConnect: () => true })
  const identity = openIdentity(folder)
  const screens = openTestScreens({ floor, tokens: identity.tokens, clock })
  const controls = openControls({ file: join(folder, 'control.json'), floor, build: 'bench', clock, onError })
  openTvNamespace({
    io,
    identity,
    floor,
    screens,
    plays: { take: () => true },
    celebrations: {
      listen: () => () => undefined,
      showingOn: () => [],
      mediaAhead: () => [],
      report: () => true,
    },
    controls,
    servicePin: noServicePin,
    clock,
    build: 'bench',
    limits: { mayShowOn: () => true },
    codesOf: () => null,
  })
  // A floor in the middle of its year: on an empty one every fact turns the whole board over.
  const past = Array.from({ length: 20_000 }, (_, i) => factAt(i, 20_000))
  await floor.submit(
    past.map((fact) => ({
      source: fact.source,
      id: `past-${fact.id}`,
      fact: { ...fact, id: `past-${fact.id}` },
      receivedAt: clock.now(),
      by: 'bench',
    })),
  )
  let index = 0
  // Every fifteenth fact is a deal won, which is what the board shows.
  const won = () => factAt(15 * index++, 1_000_000)
  const any = () => factAt(1_000_000 + index++, 2_000_000)
  return {
    once: (payload) => {
      const fact = payload === 'any fact' ? any() : won()
      void floor.submit([{ source: fact.source, id: fact.id, fact, receivedAt: clock.now(), by: 'bench' }])
    },
    sample: () => ({ patch, boardBytes: JSON.stringify(floor.boardView('wall')).length }),
  }
}

const side = process.argv[2] === 'bare' ? bareSide() : await feedSide()

const answer = async (question: FanOutQuestion): Promise<unknown> => {
  switch (question.kind) {
    case 'used':
      return usedSoFar() satisfies Used
    case 'run':
      return paced(question.perSecond, question.seconds, () => side.once(question.payload))
    case 'sample':
      return side.sample()
  }
}

process.on('message', (question: FanOutQuestion) => {
  void answer(question).then((value) => process.send?.(value))
})
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port: (server.address() as AddressInfo).port })
