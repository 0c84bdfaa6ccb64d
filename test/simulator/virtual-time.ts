// The simulator's time: one queue of events, each of some machine. While it is installed, what Node offers of timers,
// clocks and randomness is answered from here, so that a seed decides everything that happens.
import { setImmediate as realTurn } from 'node:timers/promises'
import { createRandom, type Random } from '../../main/feed/demo/world/random.ts'
import { replace } from './replace.ts'

/** A process that runs somewhere: a feed, a TV, the world around them. One that is dead does nothing any more. */
export interface Machine {
  readonly name: string
  alive: boolean
  /** Until then (virtual ms) nothing of it runs: a long collection of garbage, a laptop that sleeps. */
  stalledUntil: number
  /** Its own clock, epoch ms. */
  readonly wall: () => number
}

export interface VirtualTime {
  /** Ms since the beginning; nobody can set it. */
  now(): number
  after(machine: Machine, delayMs: number, what: string, run: () => void): void
  /** Puts a word into the trace. */
  note(text: string): void
  /** Runs the next event, and every promise that follows from it. */
  step(): Promise<Machine>
  steps(): number
  /** A number that two runs share only if they took the same steps. */
  hash(): number
  /** The last steps, oldest first. */
  trace(): readonly string[]
  /** Takes the place of Node's timers, clocks and randomness; call what it returns to give them back. */
  install(): () => void
}

interface Event {
  at: number
  readonly order: number
  readonly machine: Machine
  readonly what: string
  readonly run: () => void
  cancelled: boolean
}

const keptSteps = 120

const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap: the first event is at its root. */
const createQueue = () => {
  const heap: Event[] = []
  const swapped = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]]
    if (!one || !other || !isBefore(other, one)) return false
    heap[a] = other
    heap[b] = one
    return true
  }
  return {
    add: (event: Event): void => {
      heap.push(event)
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!swapped(parent, at)) break
        at = parent
      }
    },
    take: (): Event | undefined => {
      const first = heap[0]
      const last = heap.pop()
      if (heap.length === 0 || !last) return first
      heap[0] = last
      for (let at = 0; ; ) {
        const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
        if (!left) break
        const child = right && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1
        if (!swapped(at, child)) break
        at = child
      }
      return first
    },
  }
}

export const createVirtualTime = (random: Random): VirtualTime => {
  const queue = createQueue()
  const lastTurns = new WeakMap<Machine, number>()
  const trace: string[] = []
  const chance = random.next()
  /** How often `Math.random` was asked in this step. */
  let asked = 0
  let now = 0
  let order = 0
  let steps = 0
  let hash = 0x811c9dc5
  let current: Machine = { name: 'nobody', alive: true, stalledUntil: 0, wall: () => now }

  const note = (text: string): void => {
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    trace.push(text)
    if (trace.length > 2 * keptSteps) trace.splice(0, keptSteps)
  }
  const add = (machine: Machine, at: number, what: string, run: () => void): Event => {
    order += 1
    const event = { at, order, machine, what, run, cancelled: false }
    queue.add(event)
    return event
  }
  /** What a timer's owner holds of it. */
  const handleOf = (event: { cancelled: boolean }) => {
    const handle = {
      event,
      ref: () => handle,
      unref: () => handle,
      hasRef: () => true,
      [Symbol.toPrimitive]: () => 0,
    }
    return handle
  }
  /** An event loop is busy now and then, so a timer is a little late. */
  const lateness = (): number => (random.chance(0.1) ? random.between(0, 5) : random.between(0, 0.2))

  /** Of the step and not of those before it: between two steps others may ask, such as whoever runs the tests. */
  const mathRandom = (): number => {
    asked += 1
    return createRandom(chance, steps, asked).next()
  }

  const setTimeout = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
    handleOf(add(current, now + Math.max(1, ms) + lateness(), 'timer', () => run(...given)))
  const setInterval = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    const machine = current
    const ticking = { cancelled: false }
    const tick = (): void => {
      if (ticking.cancelled) return
      run(...given)
      if (!ticking.cancelled) add(machine, now + Math.max(1, ms) + lateness(), 'tick', tick)
    }
    add(machine, now + Math.max(1, ms) + lateness(), 'tick', tick)
    return handleOf(ticking)
  }
  /** Turns of one event loop keep their order. */
  const setImmediate = (run: (...given: unknown[]) => void, ...given: unknown[]) => {
    const at =
      Math.max(now, lastTurns.get(current) ?? 0) + random.between(0.001, random.chance(0.1) ? 5 : 0.05)
    lastTurns.set(current, at)
    return handleOf(add(current, at, 'turn', () => run(...given)))
  }
  const clear = (handle: unknown): void => {
    if (typeof handle !== 'object' || handle === null || !('event' in handle)) return
    Object.assign(Object(handle.event), { cancelled: true })
  }

  const next = (): Event => {
    for (;;) {
      const event = queue.take()
      if (!event) throw new Error('nothing is left to happen')
      if (event.cancelled || !event.machine.alive) continue
      if (event.machine.stalledUntil <= event.at) return event
      event.at = event.machine.stalledUntil
      queue.add(event)
    }
  }

  return {
    now: () => now,
    after: (machine, delayMs, what, run) => void add(machine, now + delayMs, what, run),
    note,
    step: async () => {
      const event = next()
      now = Math.max(now, event.at)
      steps += 1
      asked = 0
      current = event.machine
      note(`${now.toFixed(3)} ${event.machine.name}: ${event.what}`)
      event.run()
      await realTurn()
      return event.machine
    },
    steps: () => steps,
    hash: () => hash >>> 0,
    trace: () => trace.slice(-keptSteps),
    install: () => {
      const undo = [
        replace(globalThis, {
          setTimeout,
          setInterval,
          setImmediate,
          clearTimeout: clear,
          clearInterval: clear,
          clearImmediate: clear,
        }),
        replace(performance, { now: () => now }),
        replace(Date, { now: () => Math.round(current.wall()) }),
        replace(Math, { random: mathRandom }),
        // Nothing is drawn: a frame is over as soon as it is asked for.
        replace(globalThis, { requestAnimationFrame: (draw: () => void) => draw() }),
      ]
      return () => {
        for (const each of undo) each()
      }
    },
  }
}
