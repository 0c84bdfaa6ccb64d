// King of the hill: whoever leads holds the hill, and the longest reign wins.
import type { Step } from './steps.ts'

export interface Climber {
  readonly id: string
  readonly steps: readonly Step[]
  /** What a total is divided by before it is held against others'. */
  readonly per: number
}

export interface Reigns {
  /** How long each has held it until now, ms. */
  readonly heldMs: ReadonlyMap<string, number>
  /** Who holds it now; null while nobody has anything. */
  readonly king: string | null
}

/** How it stands once all that happened at an instant or before is in. */
interface Stand {
  readonly at: number
  readonly totals: ReadonlyMap<string, number>
  readonly heldMs: ReadonlyMap<string, number>
  readonly king: string | null
  /** Since when whoever holds it does, epoch ms. */
  readonly since: number
}

const start: Stand = {
  at: Number.NEGATIVE_INFINITY,
  totals: new Map(),
  heldMs: new Map(),
  king: null,
  since: 0,
}

/** So many steps lie between two stands that are kept. */
const stepsApart = 1000
/** What is put right further back is worked out from the beginning. */
const mostStands = 16

const firstAfter = (steps: readonly Step[], at: number): number => {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle]?.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The instant of the first step that is not the same in both; infinite where all are. */
const differAt = (before: readonly Step[], after: readonly Step[]): number => {
  if (before === after) return Number.POSITIVE_INFINITY
  const length = Math.max(before.length, after.length)
  for (let index = 0; index < length; index += 1) {
    const [one, other] = [before[index], after[index]]
    if (one?.at === other?.at && one?.adds === other?.adds) continue
    return Math.min(one?.at ?? Number.POSITIVE_INFINITY, other?.at ?? Number.POSITIVE_INFINITY)
  }
  return Number.POSITIVE_INFINITY
}

/**
 * Level is not enough: who holds it goes on until somebody has more. Of several who pass in one instant the one with the most
 * has it, and level, the one whose id is first. Where the holder falls back, whoever then leads has it.
 *
 * Asked again, it goes on from how it stood before whatever changed since: a fact costs what came about then and after, and
 * not the whole contest. `now`: epoch ms, at the latest the end.
 */
export const createReigns = (): ((climbers: readonly Climber[], now: number) => Reigns) => {
  let stands: Stand[] = []
  let known: ReadonlyMap<string, Climber> = new Map()

  const changedAt = (climbers: readonly Climber[]): number => {
    let earliest = Number.POSITIVE_INFINITY
    let met = 0
    for (const { id, steps, per } of climbers) {
      const before = known.get(id)
      if (before !== undefined) met += 1
      earliest = Math.min(
        earliest,
        before === undefined || before.per === per
          ? differAt(before?.steps ?? [], steps)
          : Number.NEGATIVE_INFINITY,
      )
    }
    return met < known.size ? Number.NEGATIVE_INFINITY : earliest
  }

  return (climbers, now) => {
    const changed = changedAt(climbers)
    known = new Map(climbers.map((climber) => [climber.id, climber]))
    stands = stands.filter(({ at }) => at < changed)
    const from = stands.findLast(({ at }) => at <= now) ?? start
    const steps = climbers
      .flatMap(({ id, steps: own }) =>
        own.slice(firstAfter(own, from.at), firstAfter(own, now)).map((step) => ({ id, ...step })),
      )
      .sort((one, other) => one.at - other.at)
    const totals = new Map(from.totals)
    const heldMs = new Map(from.heldMs)
    let { king, since } = from
    const scoreOf = (id: string): number => (totals.get(id) ?? 0) / (known.get(id)?.per ?? 1)
    /** Of these and whoever holds it; of all where the holder fell back. */
    const leader = (among: Iterable<string>): string | null => {
      let best: string | null = king
      let most = king === null ? 0 : scoreOf(king)
      if (most <= 0) [best, most] = [null, 0]
      for (const id of among) {
        const score = scoreOf(id)
        if (score > most || (score === most && score > 0 && best !== king && id < (best ?? id)))
          [best, most] = [id, score]
      }
      return best
    }
    const reign = (until: number): void => {
      if (king !== null) heldMs.set(king, (heldMs.get(king) ?? 0) + until - since)
      since = until
    }
    let moved: string[] = []
    let hasFallen = false
    let untold = 0
    for (const [index, { id, at, adds }] of steps.entries()) {
      totals.set(id, (totals.get(id) ?? 0) + adds)
      moved.push(id)
      untold += 1
      if (id === king && adds < 0) hasFallen = true
      // What happened in one instant is looked at together.
      if (steps[index + 1]?.at === at) continue
      const next = leader(hasFallen ? totals.keys() : moved)
      moved = []
      hasFallen = false
      if (next !== king) {
        reign(at)
        king = next
      }
      if (untold < stepsApart || at <= (stands.at(-1)?.at ?? start.at)) continue
      stands.push({ at, totals: new Map(totals), heldMs: new Map(heldMs), king, since })
      untold = 0
    }
    stands = stands.slice(-mostStands)
    reign(now)
    return { heldMs, king }
  }
}
