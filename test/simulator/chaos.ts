// What happens in a world, step by step: sources and managers at work, and every misfortune. A world has some kinds of
// misfortune and not others, so that each is also met alone.
import type { FactWrite } from '../../main/feed/store/log.ts'
import { NewCelebration } from '../../shared/wire/celebrations/api.ts'
import { randomWrite } from './facts.ts'
import type { TvPlace } from './tv-place.ts'
import { must } from './violation.ts'
import type { World } from './world.ts'

export interface Chaos {
  /** Nothing more happens, and what is broken is whole again. */
  calm(): void
  resume(): void
  /** Whether single messages were lost, doubled or overtaken since it last was calm. */
  wasUnfair(): boolean
  /** A manager types the codes that stand on TVs. */
  pairAll(): void
  /** Sends facts; the feed must take them when all is well. */
  sendFacts(count: number): void
  editFloor(text: string): void
}

interface Deed {
  readonly name: string
  readonly weight: number
  readonly act: () => void
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Enough for a group that is written on a thread of its own. */
const manyFacts = 130

export const createChaos = (world: World): Chaos => {
  const { random, time, disk, network, ledger, pool, life, places, outside } = world
  let isCalm = false
  let unfair = false
  let isDamaged = false
  let causes = 0
  let gongs = 0
  const said: FactWrite[] = []

  const send = (writes: readonly FactWrite[]): void => {
    ledger.send(writes)
    let taken = writes
    life.request(
      `${writes.length} facts`,
      ({ floor }) => {
        taken = writes.filter(({ fact }) => fact === null || floor.refuse(fact) === null)
        return floor.submit(taken)
      },
      ({ outcomes }) => ledger.acknowledge(taken, outcomes),
    )
  }
  const sendFacts = (count: number): void => {
    const writes = Array.from({ length: count }, () => randomWrite(random, world.feedNow()))
    said.push(...writes.slice(0, 3))
    send(writes)
  }
  const editFloor = (text: string, expected: number | null = null): void => {
    ledger.sendFloor(text)
    life.request(
      'an edit',
      ({ floor }) => floor.replace(text, expected, 'manager'),
      ({ version }) => {
        const entry = ledger.entries[version - 1]
        must(
          entry?.kind === 'floor' && entry.text === text,
          () => `an edit was taken as version ${version}, which is another entry`,
        )
      },
    )
  }
  const record = (): void => {
    if (random.chance(0.6)) causes += 1
    const cause = `period:${causes}`
    const writes = [{ topic: 'plan', cause, body: { causes }, at: world.feedNow(), by: 'rule' }]
    ledger.sendRecords(writes)
    life.request(
      'a record',
      ({ log }) => log.appendRecords(writes),
      (outcomes) => ledger.acknowledgeRecords(writes, outcomes),
    )
  }
  /** Another writer of the same log, such as a second node. */
  const editElsewhere = (): void => {
    const text = pool.any(random)
    ledger.sendFloor(text)
    const write = { text, at: world.feedNow(), by: 'elsewhere' }
    life.request(
      'an edit from elsewhere',
      ({ log }) => log.appendFloor(write, null),
      () => undefined,
    )
  }
  const byHand = { by: 'manager', name: 'Manager' }
  const gong = (): void => {
    gongs += 1
    const id = `00000000-0000-4000-8000-${String(gongs).padStart(12, '0')}`
    const asked = NewCelebration.parse({ id, kind: 'gong', title: 'Gong' })
    life.request(
      'a gong',
      ({ desk }) => desk.begin(asked, byHand),
      () => undefined,
    )
  }
  const endOrReplay = (): void => {
    const isEnd = random.chance(0.5)
    life.request(
      isEnd ? 'an end by hand' : 'a replay',
      async ({ desk }) => {
        // What is asked of a damaged entry fails the request, like any other.
        const known = random.pick(desk.list(null))
        if (known === null) return 'nothing'
        return isEnd ? desk.cancel(known.id, byHand) : await desk.replay(known.id, byHand)
      },
      () => undefined,
    )
  }
  /** Where its screen is still in the floor. */
  const pairOne = (place: TvPlace): void => {
    const shown = place.tv()?.pairing.get()?.run.now.get()
    if (shown?.state !== 'shown') return
    life.request(
      'a pairing',
      async ({ pairing }) => await pairing.pair(shown.code, place.screen),
      () => undefined,
    )
  }
  const pairAll = (): void => {
    for (const place of places) pairOne(place)
  }
  /** Begins something bad, and ends it after a while. */
  const forAWhile = (longestMs: number, begin: () => void, end: () => void): void => {
    begin()
    time.after(outside, random.between(0, longestMs), 'a misfortune ends', end)
  }
  const anyPlace = () => random.pick(places) ?? places[0]
  const somehow = (): number =>
    (random.pick([-day, -hour, -3 * minute, -7_000, 7_000, 3 * minute, hour, 3 * hour, day, 40 * day]) ?? 0) +
    random.between(-500, 500)

  const work: readonly Deed[] = [
    { name: 'facts', weight: 50, act: () => sendFacts(random.whole(1, 4)) },
    { name: 'many facts', weight: 1, act: () => sendFacts(manyFacts) },
    {
      name: 'a resent fact',
      weight: 8,
      act: () => send([random.pick(said) ?? randomWrite(random, world.feedNow())]),
    },
    { name: 'an edit', weight: 5, act: () => editFloor(pool.any(random)) },
    {
      name: 'an edit of a version',
      weight: 3,
      act: () => {
        const version = life.feed()?.floor.current().version ?? 0
        editFloor(pool.any(random), random.chance(0.7) ? version : version - 1)
      },
    },
    { name: 'an edit elsewhere', weight: 2, act: editElsewhere },
    { name: 'a record', weight: 4, act: record },
    { name: 'a gong', weight: 1, act: gong },
    { name: 'a celebration ended or replayed by hand', weight: 1, act: endOrReplay },
    { name: 'a TV wakes', weight: 1, act: () => anyPlace()?.tv()?.wake() },
  ]
  const misfortunes: readonly (readonly Deed[])[] = [
    [
      { name: 'kill', weight: 2, act: () => life.kill(false, random.chance(0.7)) },
      { name: 'power cut', weight: 2, act: () => life.kill(true, random.chance(0.3)) },
      {
        name: 'power cut in a write',
        weight: 3,
        act: () => {
          disk.onNextWrite = () => life.kill(true, random.chance(0.3))
        },
      },
      { name: 'stop', weight: 2, act: () => life.stop() },
    ],
    [
      {
        name: 'a bad disk',
        weight: 4,
        act: () =>
          forAWhile(
            15_000,
            () => {
              disk.health = random.pick(['full', 'read-only', 'failing']) ?? 'full'
            },
            () => {
              disk.health = 'good'
            },
          ),
      },
    ],
    [
      {
        name: 'a disk that lies',
        weight: 4,
        act: () =>
          forAWhile(
            8000,
            () => {
              disk.lies = true
            },
            () => {
              disk.lies = false
            },
          ),
      },
      { name: 'power cut', weight: 2, act: () => life.kill(true, random.chance(0.3)) },
    ],
    [
      {
        name: 'a flipped bit',
        weight: 2,
        act: () => {
          isDamaged = disk.flip(random.chance(0.8) ? 'log' : 'snapshot') || isDamaged
        },
      },
      { name: 'kill', weight: 1, act: () => life.kill(false, true) },
      { name: 'stop', weight: 1, act: () => life.stop() },
    ],
    [
      { name: 'a TV restarts', weight: 3, act: () => anyPlace()?.restart(random.chance(0.5)) },
      {
        name: 'a line breaks',
        weight: 5,
        act: () => {
          const place = anyPlace()
          if (place) network.breakLinesOf(place.machine(), random.chance(0.6))
        },
      },
      {
        name: 'the network is down',
        weight: 1,
        act: () =>
          forAWhile(
            20_000,
            () => {
              network.isDown = true
            },
            () => {
              network.isDown = false
            },
          ),
      },
      {
        name: 'the network is slow',
        weight: 3,
        act: () =>
          forAWhile(
            20_000,
            () => {
              network.slowestMs = 4000
            },
            () => {
              network.slowestMs = 20
            },
          ),
      },
    ],
    [
      {
        name: 'messages are lost, doubled and overtaken',
        weight: 6,
        act: () =>
          forAWhile(
            20_000,
            () => {
              network.unfairness = 0.15
              unfair = true
            },
            () => {
              network.unfairness = 0
            },
          ),
      },
    ],
    [
      {
        name: 'the floor is locked',
        weight: 1,
        act: () =>
          life.request(
            'a lock',
            ({ pairing }) => pairing.lock(),
            () => undefined,
          ),
      },
      { name: 'a TV is replaced', weight: 2, act: () => anyPlace()?.replace() },
      {
        name: 'a screen is taken off the wall',
        weight: 3,
        act: () => {
          const place = anyPlace()
          if (place)
            life.request(
              'a revocation',
              ({ pairing }) => pairing.takeOff(place.screen),
              () => undefined,
            )
        },
      },
      { name: 'a manager pairs', weight: 8, act: pairAll },
    ],
    [
      { name: 'the feed’s clock is set', weight: 4, act: () => world.moveFeedClock(somehow()) },
      { name: 'a TV’s clock is set', weight: 2, act: () => anyPlace()?.moveClock(somehow()) },
    ],
    [
      { name: 'the feed is held up', weight: 2, act: () => life.stall(random.between(0, 8000)) },
      {
        name: 'a TV is held up',
        weight: 2,
        act: () => {
          const place = anyPlace()
          if (place) place.machine().stalledUntil = time.now() + random.between(0, 20_000)
        },
      },
    ],
  ]

  const deeds = [...work, ...misfortunes.filter(() => random.chance(0.5)).flat()]
  const next = (): void => {
    // Bursts, and pauses between them.
    const wait = random.chance(0.7) ? random.between(0.01, 30) : random.between(30, 3000)
    const deed = random.weighted(deeds, ({ weight }) => weight)
    time.after(outside, wait, deed?.name ?? 'nothing', () => {
      if (isCalm) return
      deed?.act()
      next()
    })
  }
  next()

  return {
    calm: () => {
      isCalm = true
      disk.health = 'good'
      disk.lies = false
      disk.onNextWrite = null
      network.unfairness = 0
      network.slowestMs = 20
      network.isDown = false
      if (isDamaged) {
        // Somebody noticed, and puts back a backup.
        life.kill(false, true)
        isDamaged = false
      }
    },
    resume: () => {
      isCalm = false
      unfair = false
      next()
    },
    pairAll,
    wasUnfair: () => unfair,
    sendFacts,
    editFloor,
  }
}
