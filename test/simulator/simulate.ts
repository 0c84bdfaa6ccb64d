// Runs worlds, one after another, until so many steps are taken. A world lives through misfortune for a while, is then left
// alone until it is quiet, is held against what must be, and goes on.
import { CorruptLog } from '../../main/feed/store/stored-body.ts'
import { createChaos } from './chaos.ts'
import { checkQuiet, checkShown, staleTv } from './checks.ts'
import { replace } from './replace.ts'
import { must, Violation } from './violation.ts'
import { createWorld, type World } from './world.ts'

export interface Failure {
  /** Of the world that broke: it alone replays it. */
  readonly seed: number
  readonly step: number
  readonly message: string
  /** The last steps, oldest first. */
  readonly trace: readonly string[]
}

export interface Outcome {
  readonly steps: number
  readonly worlds: number
  /** How often a world was quiet and held against what must be. */
  readonly checks: number
  /** Of every step that was taken. */
  readonly hash: number
  readonly failure: Failure | null
}

interface SimulationSize {
  readonly seed: number
  /** All in all, at least. */
  readonly steps: number
}

const stepsOfWorld = 4000
const stepsOfChaos = 600
/** Longer than any line needs that is dead at both ends and does not know. */
const quietMs = 75_000

/** Of two seconds. As many as a TV that was let go takes to notice, and to come back. */
const quietRounds = 5
/** As many as some codes that end, one after another. */
const mostRounds = 120

const sentence = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)

const createRun = (world: World) => {
  const { time, places, life, network, random, disk } = world
  const chaos = createChaos(world)
  const seen = new WeakSet<object>()

  /** A feed that comes upon a damaged entry while it works by itself ends; somebody puts back a backup and starts it again. */
  const endDamaged = (error: unknown): null => {
    if (!(error instanceof CorruptLog) || !disk.repair()) throw error
    life.kill(false, true)
    return null
  }
  const step = async (): Promise<void> => {
    const machine = await time.step().catch(endDamaged)
    world.throwIfBroken()
    const place = places.find((each) => each.machine() === machine)
    if (place) checkShown(world, place, seen)
  }
  const runFor = async (ms: number): Promise<void> => {
    for (const until = time.now() + ms; time.now() < until; ) await step()
  }
  const upFeed = async () => {
    for (let waited = 0; life.feed() === null && waited < 60; waited += 1) await runFor(1000)
    const feed = life.feed()
    if (feed === null) throw new Error('the feed does not come up')
    return feed
  }
  /** TVs that single messages were kept from learn of it by the next change, or when their lines come back. */
  const changeEverything = async (): Promise<void> => {
    const { text } = (await upFeed()).floor.current()
    if (random.chance(0.5)) chaos.editFloor(world.pool.retitled(text))
    else for (const place of places) network.breakLinesOf(place.machine(), true)
    await runFor(quietMs)
  }

  const waitsToBePaired = ({ screen, tv }: World['places'][number]): boolean => {
    const isThere =
      life
        .feed()
        ?.floor.current()
        .file.screens.some(({ id }) => id === screen) ?? false
    return isThere && (tv()?.pairing.get() ?? null) !== null
  }
  /** Until no TV of a screen waits for a manager, nor has done so for a while. */
  const pairEverybody = async (): Promise<void> => {
    for (let rounds = 0, quiet = 0; quiet < quietRounds; rounds += 1) {
      must(rounds < mostRounds, () => 'a TV waits to be paired, and a manager cannot')
      quiet = places.some(waitsToBePaired) ? 0 : quiet + 1
      chaos.pairAll()
      await runFor(2000)
    }
  }

  return {
    live: async (): Promise<void> => {
      for (const until = time.steps() + stepsOfChaos; time.steps() < until; ) await step()
    },
    comeToRest: async (): Promise<void> => {
      chaos.calm()
      await runFor(quietMs)
      await upFeed()
      const before = world.ledger.entries.length
      chaos.sendFacts(20)
      await runFor(5000)
      must(world.ledger.entries.length > before, () => 'all is well, and the feed takes no facts')
      if (chaos.wasUnfair()) await changeEverything()
      await pairEverybody()
      const feed = await upFeed()
      checkQuiet(world, feed)
      // A minute may have begun just now, whose patch is on its way.
      for (let tries = 0; staleTv(world, feed) !== null && tries < 5; tries += 1) await runFor(1000)
      const stale = staleTv(world, feed)
      must(stale === null, () => stale ?? '')
      chaos.resume()
    },
  }
}

/** `failure` null: the world held. */
const runWorld = async (seed: number): Promise<Outcome> => {
  const world = createWorld(seed)
  const { time } = world
  // A TV complains where the feed sends what it cannot read.
  const complain = (...words: readonly unknown[]): void => world.fail(new Violation(words.join(' ')))
  const undo = [time.install(), replace(console, { warn: complain })]
  let checks = 0
  const outcome = (failure: Failure | null): Outcome => ({
    steps: time.steps(),
    worlds: 1,
    checks,
    hash: time.hash(),
    failure,
  })
  try {
    const run = createRun(world)
    while (time.steps() < stepsOfWorld) {
      await run.live()
      await run.comeToRest()
      checks += 1
    }
    return outcome(null)
  } catch (error) {
    return outcome({ seed, step: time.steps(), message: sentence(error), trace: time.trace() })
  } finally {
    for (const each of undo) each()
  }
}

/** Worlds are of the seeds from `seed` on. Stops at the first that breaks. */
export const simulate = async ({ seed, steps }: SimulationSize): Promise<Outcome> => {
  let all: Outcome = { steps: 0, worlds: 0, checks: 0, hash: 0, failure: null }
  for (let next = seed; all.steps < steps && all.failure === null; next += 1) {
    const one = await runWorld(next)
    all = {
      steps: all.steps + one.steps,
      worlds: all.worlds + 1,
      checks: all.checks + one.checks,
      hash: (Math.imul(all.hash, 31) + one.hash) >>> 0,
      failure: one.failure,
    }
  }
  return all
}

/** How to see a failure again, and what came before it. */
export const tellFailure = ({ seed, step, message, trace }: Failure): string =>
  [`${message}`, `at step ${step}; FLOORBOARD_SEED=${seed} replays it. The steps before it:`, ...trace].join(
    '\n',
  )
