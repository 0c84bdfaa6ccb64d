// How contests stand, for boards and the console: what is final is what the log has of it, all else is what is counted now.
import { createHash } from 'node:crypto'
import { contestFacts } from '../../../shared/domain/contests/contest-facts.ts'
import { createStandings, finalAtOf } from '../../../shared/domain/contests/standings.ts'
import {
  currentOccasion,
  type Occasion,
  occasionsUntil,
} from '../../../shared/domain/counting/contest-occasions.ts'
import { rememberedDays } from '../../../shared/domain/counting/contest-steps.ts'
import type { Engine } from '../../../shared/domain/counting/engine.ts'
import type { ContestBook } from '../../../shared/domain/standing/contest-book.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import type { Contest } from '../../../shared/wire/contests/contest.ts'
import type { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import type { ContestEnd, ContestRecords } from './contest-records.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Boards read it before there is a floor; nothing stands until then. */
export interface KeptContests extends ContestBook {
  useNumbers(numbers: () => Numbers): void
  /** A contest began, ended or became final. */
  noteChange(): void
  onChange(listener: () => void): void
  /** Those of a contest that began, the latest `most` of them, and the next one. */
  occasions(contest: Contest, ms: number, most: number): readonly Occasion[]
  /** How one stands, or how it stands as it ends; null where the floor lacks a metric of it. */
  standingsOn(contest: Contest, occasion: Occasion, ms: number, isEnd: boolean): ContestStandings | null
}

/** Those of a contest that repeats, among which the current one is looked for. */
const mostOccasions = 40
/** Of more the oldest are made anew when they are asked for. */
const mostKept = 200

type Made = ReturnType<typeof createStandings>

/** What decides who stands where. */
const rulesOf = ({
  between,
  team,
  role,
  people,
  sides,
  of,
  counts,
  from,
  until,
  repeats,
  ...rest
}: Contest) =>
  JSON.stringify([
    [between, team, role, people, sides, of, counts, from, until, repeats],
    [rest.win, rest.atLeast, rest.handicap, rest.ties],
  ])

/** What a prize hangs on: who stands where, and with what. */
const outcomeOf = ({ rows }: ContestStandings): string =>
  JSON.stringify(
    Object.entries(rows)
      .map(([id, { rank, score, raw, tickets, tooLittle }]) => [id, rank, score, raw, tickets, tooLittle])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  )

export const createContestBook = (
  records: Pick<ContestRecords, 'end' | 'seed' | 'ends' | 'onChange'>,
): KeptContests => {
  let numbersNow: (() => Numbers) | null = null
  const listeners: (() => void)[] = []
  /** Another floor has another engine; what is kept of the one before goes with it. */
  let kept: {
    readonly of: Engine
    readonly made: Map<string, { contest: Contest; standings: Made }>
  } | null = null
  const changed = new Map<string, { readonly when: string; readonly is: boolean }>()

  const madeFor = (engine: Engine, contest: Contest, occasion: Occasion): Made => {
    if (kept?.of !== engine || kept.made.size > mostKept) kept = { of: engine, made: new Map() }
    const key = `${contest.id} ${occasion.on}`
    const known = kept.made.get(key)
    if (known?.contest === contest) return known.standings
    const standings = createStandings(engine, contest, occasion)
    kept.made.set(key, { contest, standings })
    return standings
  }

  const standingsOn: KeptContests['standingsOn'] = (contest, occasion, ms, isEnd) => {
    if (numbersNow === null) return null
    const made = madeFor(numbersNow().engine, contest, occasion)
    return made?.({ ms, isEnd, seed: records.seed(contest.id, occasion.on), sha256 }) ?? null
  }

  const occasions: KeptContests['occasions'] = (contest, ms, most) =>
    numbersNow === null ? [] : occasionsUntil(contest, numbersNow().model, ms, most)

  /** Whether it would have ended otherwise by what is counted now; where its rules are others by now, nothing is said. */
  const isChanged = ({ standings, rules }: ContestEnd, ms: number): boolean => {
    const { engine, model } = (numbersNow as () => Numbers)()
    const contest = model.file.contests.find(({ id }) => id === rules.id)
    if (contest === undefined || contest.state !== 'announced' || rulesOf(contest) !== rulesOf(rules))
      return false
    // What counted then is not kept any longer.
    if (contest.repeats !== undefined && ms - standings.until > rememberedDays * dayMs) return false
    const key = `${rules.id} ${standings.on}`
    const touched = model.metrics.map(({ index }) => engine.changedAt(index) ?? 0)
    const when = `${engine.contestSteps.version()} ${Math.max(0, ...touched)}`
    const known = changed.get(key)
    if (known?.when === when && kept?.of === engine) return known.is
    const occasion = occasionsUntil(contest, model, standings.from, 1).find(({ on }) => on === standings.on)
    const now = occasion && standingsOn(contest, occasion, standings.finalAt, true)
    const is = now != null && outcomeOf(now) !== outcomeOf(standings)
    changed.set(key, { when, is })
    return is
  }
  const ended = (end: ContestEnd, ms: number): ContestStandings => ({
    ...end.standings,
    changedSince: numbersNow !== null && isChanged(end, ms),
  })

  /** The one that `standings` says how it stands. */
  const currentOf = (id: string, ms: number): { contest: Contest; occasion: Occasion } | null => {
    const contest = numbersNow?.().model.file.contests.find((each) => each.id === id)
    if (contest === undefined) return null
    const occasion = currentOccasion(occasions(contest, ms, mostOccasions), ms, (each) =>
      finalAtOf(contest, each),
    )
    return occasion && { contest, occasion }
  }

  const notify = (): void => {
    for (const listener of listeners) listener()
  }
  records.onChange(notify)

  return {
    useNumbers: (numbers) => {
      numbersNow = numbers
    },
    noteChange: notify,
    onChange: (listener) => void listeners.push(listener),
    occasions,
    standingsOn,
    standings: (id, ms) => {
      const { contest, occasion } = currentOf(id, ms) ?? {}
      if (contest === undefined || occasion === undefined) return null
      const end = records.end(id, occasion.on)
      return end === null ? standingsOn(contest, occasion, ms, false) : ended(end, ms)
    },
    facts: (id, ms) => {
      const current = currentOf(id, ms)
      if (numbersNow === null || current === null) return () => null
      const { contest, occasion } = current
      return contestFacts(numbersNow().engine, contest, occasion, Math.min(ms, occasion.over - 1))
    },
    ended: (ms, most, isWanted = () => true) =>
      records
        .ends()
        .filter(({ standings }) => standings.finalAt <= ms && isWanted(standings))
        .slice(0, most)
        .map((end) => ended(end, ms)),
  }
}
