// Takes requests and sockets in for all floors: finds the floor by its name, and hands each to the floor's feed here or to the
// node that has it. While a floor has no owner it is claimed, and requests wait.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { NodeFloor } from '../feed/store/postgres/database-node.ts'
import { noFloor, noOwner, refuse, refuseUpgrade } from './front-answers.ts'
import { type HandOn, holdBody } from './hand-on.ts'
import type { KnownFloors } from './known-floors.ts'
import type { NodeMetrics } from './node-metrics.ts'
import { FloorBroken, type OpenFloor, type OpenFloors } from './open-floors.ts'
import { type Asked, type WhoAsks, writeWhoAsks } from './who-asks.ts'

/** While owners change. */
const patienceMs = 5000
const againMs = 50
/** Nodes that disagree about an owner do not pass a request round for ever. */
const mostHops = 3

interface FrontParts {
  /** `isAlive`: where it is not, it has lost its floors by the time that it says so. */
  readonly node: { readonly id: number; readonly url: string; isAlive(): boolean }
  readonly whoAsks: WhoAsks
  readonly known: Pick<KnownFloors, 'named' | 'look'>
  readonly open: Pick<OpenFloors, 'take' | 'here'>
  readonly handOn: HandOn
  /** Of the node itself, at any name: true where one has answered. They see a request as it came. */
  readonly ownPages: readonly ((request: IncomingMessage, response: ServerResponse) => boolean)[]
  readonly metrics: Pick<NodeMetrics, 'noteHandedOn'>
}

/** Where a floor is served: here, at the address of another node, or nowhere at the moment. */
type Place = { readonly here: OpenFloor } | { readonly at: string } | { readonly why: string }

/** What may be asked twice. */
const isSafe = (method = ''): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export interface Front {
  readonly onRequest: RequestListener
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

export const createFront = (parts: FrontParts): Front => {
  const { node, whoAsks, known, open, handOn, ownPages, metrics } = parts

  /** `gone`: a node that did not answer, and may be claimed from. */
  const placeNow = async (floor: NodeFloor, gone: string | null): Promise<Place> => {
    const { owner, closed } = floor
    if (closed !== null) return { why: closed }
    if (owner !== null && owner.id !== node.id && owner.url !== gone) return { at: owner.url }
    const here = await open.take(floor)
    if (here !== null) return { here }
    // It lives, as far as the database knows: it is asked once more.
    if (owner !== null && owner.id !== node.id) return { at: owner.url }
    return { why: 'no node has taken it yet' }
  }
  /** Null: there is no such floor. */
  const placeOf = async (name: string, gone: string | null, until: number): Promise<Place | null> => {
    for (;;) {
      const isLate = performance.now() > until
      try {
        const floor = await known.named(name)
        if (floor === null) return null
        const place = await placeNow(floor, gone)
        if (!('why' in place) || isLate) return place
      } catch (error) {
        if (error instanceof FloorBroken || isLate) return { why: wordsOf(error) }
      }
      await wait(againMs)
      // Why it cannot be asked is met by the next turn.
      await known.look().catch(() => undefined)
    }
  }

  const serve = async (
    request: IncomingMessage,
    response: ServerResponse,
    { name, hops }: Asked,
  ): Promise<void> => {
    const until = performance.now() + patienceMs
    const first = await placeOf(name, null, until)
    if (first === null) return refuse(request, response, noFloor(name))
    if ('here' in first) return void first.here.server.emit('request', request, response)
    if ('why' in first) return refuse(request, response, noOwner(first.why))
    const held = await holdBody(request)
    for (let place: Place | null = first; ; ) {
      if (place === null) return refuse(request, response, noFloor(name))
      if ('why' in place) return refuse(request, response, noOwner(place.why))
      if (hops >= mostHops) return refuse(request, response, noOwner('its nodes do not agree whose it is'))
      // Of what is read already, a feed here is told as one elsewhere.
      const to: string = 'here' in place ? node.url : place.at
      const outcome = await handOn.request(held, response, to, hops)
      metrics.noteHandedOn('request', outcome === 'answered' ? 'answered' : 'unanswered')
      if (outcome === 'answered') return
      // It may have been done: only the sender knows whether it can be done twice.
      if (
        performance.now() > until ||
        held.body === null ||
        (outcome === 'unknown' && !isSafe(request.method))
      )
        return refuse(request, response, noOwner('its node went away'))
      await wait(againMs)
      await known.look().catch(() => undefined)
      place = await placeOf(name, to, until)
    }
  }

  const onRequest = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (ownPages.some((answers) => answers(request, response))) return
    const asked = whoAsks(request)
    writeWhoAsks(request, asked)
    // By far the most: as if the floor's feed were alone. A node that was stopped hears whoever waited for it before it beats again:
    // what it knows may have been revoked elsewhere.
    const here = node.isAlive() ? open.here(asked.name) : null
    if (here !== null) return void here.server.emit('request', request, response)
    await serve(request, response, asked)
  }

  const onUpgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const asked = whoAsks(request)
    writeWhoAsks(request, asked)
    const { name, hops } = asked
    const until = performance.now() + patienceMs
    node.isAlive()
    let place = await placeOf(name, null, until)
    // A socket cannot be handed on twice: who is gone is found out before.
    while (
      place !== null &&
      'at' in place &&
      performance.now() < until &&
      !(await handOn.reaches(place.at))
    ) {
      await wait(againMs)
      place = await placeOf(name, place.at, until)
    }
    if (place === null) return refuseUpgrade(socket, noFloor(name))
    if ('here' in place) return void place.here.server.emit('upgrade', request, socket, head)
    if ('why' in place || hops >= mostHops) return refuseUpgrade(socket, noOwner('no node answers'))
    const isThrough = await handOn.upgrade(request, socket, head, place.at, hops)
    metrics.noteHandedOn('socket', isThrough ? 'answered' : 'unanswered')
  }

  return {
    onRequest: (request, response) => {
      onRequest(request, response).catch((error) => refuse(request, response, noOwner(wordsOf(error))))
    },
    onUpgrade: (request, socket, head) => {
      // Node listens for errors of an upgraded connection no more: whoever breaks it off, at whatever moment, ends nothing else.
      const drop = (): void => void socket.destroy()
      socket.on('error', drop)
      onUpgrade(request, socket, head).catch(drop)
    },
  }
}
