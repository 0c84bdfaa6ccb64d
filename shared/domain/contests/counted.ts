// What each one who takes part has in a contest, kept from one look to the next: only of whom something changed it is worked out
// anew, so that a fact costs what it touches and not the whole contest.
import type { Contest } from '../../wire/contests/contest.ts'
import type { Occasion } from '../counting/contest-occasions.ts'
import type { CountedStep } from '../counting/contest-steps.ts'
import type { Engine } from '../counting/engine.ts'
import { roleOn, type SubjectIndex } from '../people/roster.ts'
import { type Day, includes } from '../time/calendar-date.ts'
import type { Entrant, Part } from './entrants.ts'
import type { Measuring } from './measuring.ts'
import type { Step } from './steps.ts'

export interface PlacedStep extends Step {
  readonly day: Day
  /** Before the factor of a role. */
  readonly raw: number
}

export interface Counted {
  /** In the order of their instants, in whole numbers of the measuring's scale. */
  readonly steps: readonly PlacedStep[]
  /** Anything that is worked out of these steps alone, by a name. */
  once<T>(name: string, work: (steps: readonly PlacedStep[]) => T): T
}

interface Kept extends Counted {
  readonly version: number
}

const byInstant = (one: PlacedStep, other: PlacedStep): number => one.at - other.at

/** `factors`: whether roles of a handicap count. */
export const createCounted = (
  engine: Engine,
  occasion: Occasion,
  measuring: Measuring,
  handicap: Contest['handicap'] = undefined,
) => {
  const kept = new Map<string, Kept>()
  const factors = typeof handicap === 'object' ? handicap : null

  const isIn = ({ at, day }: CountedStep, { spells }: Part): boolean =>
    spells.some((spell) => includes(spell, day)) &&
    (occasion.isByTheClock ? occasion.from <= at && at < occasion.until : includes(occasion.days, day))

  const factorOf = ({ member }: Part, day: Day): number =>
    member === null || factors === null ? 1 : (factors[roleOn(member, day) ?? ''] ?? 1)

  const stepsOf = (part: Part): PlacedStep[] => {
    const steps = measuring.sources.flatMap(({ base, adds }) =>
      engine.contestSteps.of(base, part.subject).flatMap((step): PlacedStep[] => {
        if (!isIn(step, part)) return []
        const raw = adds(step)
        const { at, day } = step
        return [{ at, day, raw, adds: factors === null ? raw : Math.round(raw * factorOf(part, day)) }]
      }),
    )
    return measuring.sources.length > 1 ? steps.sort(byInstant) : steps
  }

  const keep = (version: number, steps: readonly PlacedStep[]): Kept => {
    const found = new Map<string, unknown>()
    return {
      version,
      steps,
      once: <T>(name: string, work: (of: readonly PlacedStep[]) => T): T => {
        if (!found.has(name)) found.set(name, work(steps))
        return found.get(name) as T
      },
    }
  }

  const versionOf = (subject: SubjectIndex): number =>
    measuring.sources.reduce((sum, { base }) => sum + engine.contestSteps.versionOf(base, subject), 0)

  const once = (key: string, version: number, work: () => readonly PlacedStep[]): Counted => {
    const known = kept.get(key)
    if (known?.version === version) return known
    const fresh = keep(version, work())
    kept.set(key, fresh)
    return fresh
  }

  const ofPart = (part: Part): Counted =>
    once(`part ${part.subject}`, versionOf(part.subject), () => stepsOf(part))

  return {
    ofPart,
    of: ({ id, parts }: Pick<Entrant, 'id' | 'parts'>): Counted => {
      const [only] = parts
      if (only !== undefined && parts.length === 1) return ofPart(only)
      const version = parts.reduce((sum, { subject }) => sum + versionOf(subject), 0)
      return once(id, version, () => parts.flatMap((part) => ofPart(part).steps).sort(byInstant))
    },
  }
}
