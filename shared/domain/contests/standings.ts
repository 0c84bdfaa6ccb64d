// How a contest stands at an instant, on what the engine has counted.
import type { Contest } from '../../wire/contests/contest.ts'
import type { ContestPhase, ContestRow, ContestStandings } from '../../wire/contests/standings.ts'
import type { Unit } from '../../wire/view-parts.ts'
import { createFaces } from '../boards/face.ts'
import type { Occasion } from '../counting/contest-occasions.ts'
import type { Engine } from '../counting/engine.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { createFormat } from '../words/format.ts'
import { drawWinners, type Sha256 } from './draw.ts'
import { type Entrant, entrantsOf } from './entrants.ts'
import { createContestCounts, type Line } from './lines.ts'
import { measureContest, measureMetric } from './measuring.ts'
import { missingAbove, placesOf, winnersOf } from './places.ts'
import { type PlayedBracket, playBracket } from './played-bracket.ts'

const hourMs = 3_600_000
const minuteMs = 60_000

/** When it is final, epoch ms. */
export const finalAtOf = ({ settleHours }: Pick<Contest, 'settleHours'>, { over }: Occasion): number =>
  over + settleHours * hourMs

/** Whether its time to settle is over; whether it is final the log says. */
export const isSettled = (contest: Pick<Contest, 'settleHours'>, occasion: Occasion, ms: number): boolean =>
  ms >= finalAtOf(contest, occasion)

const phaseOf = ({ state }: Contest, { from, until }: Occasion, ms: number): ContestPhase => {
  if (state !== 'announced') return state
  if (ms < from) return 'announced'
  return ms < until ? 'running' : 'closing'
}

/** The seed of a raffle. `seed` is told only with `isDrawn`. */
export interface SealedSeed {
  readonly sealed: string
  readonly seed: string
}

export interface StandingsParts {
  readonly ms: number
  /** Of a raffle; null before it has one. */
  readonly seed: SealedSeed | null
  /** It becomes final: winners are drawn, and everything is told. */
  readonly isEnd: boolean
  readonly sha256: Sha256
}

/** How much one who is level needs to be past, in the unit of scores. */
const leastStep = (unit: Unit, perUnit: number, by: Contest['win']['by']): number => {
  if (by === 'king') return minuteMs / (24 * hourMs)
  if (unit === 'percent') return 0.01
  return unit === 'money' ? perUnit : 1
}

const wordsOf = (contest: Contest, model: FloorModel) => {
  const format = createFormat(model.file.floor)
  const { atLeast, sponsor } = contest
  const least = atLeast && measureMetric(atLeast.metric, model)
  const subject = sponsor && model.roster.subjectOf(sponsor.person)
  const member = subject == null ? null : model.roster.personAt(subject)
  return {
    atLeast:
      atLeast && least ? `${format.full(atLeast.value * least.perUnit, least.unit)} ${least.noun}` : null,
    sponsor:
      sponsor && member
        ? {
            from: createFaces(model.roster)([member], 0)(member, model.roster.people.indexOf(member)),
            word: sponsor.word,
          }
        : null,
    collects:
      contest.win.by === 'collect'
        ? contest.win.metrics.map((id) => model.metric(id)?.metric.name ?? id)
        : [],
  }
}

/** In which unit scores are. */
const unitOf = ({ win, handicap }: Contest, unit: Unit): Unit => {
  if (win.by === 'king') return 'days'
  if (win.by === 'collect' || win.by === 'relay') return 'count'
  return win.by === 'improved' || handicap === 'own-usual' ? 'percent' : unit
}

const places = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, index) => [id, index]))

/**
 * Made once for a floor, its counts and an occasion: it keeps what it has worked out. Null where the floor lacks a metric of the
 * contest.
 */
export const createStandings = (engine: Engine, contest: Contest, occasion: Occasion) => {
  const { model } = engine
  const measuring = measureContest(contest, model)
  if (measuring === null) return null
  const { win } = contest
  const counts = createContestCounts(engine, contest, occasion, measuring)
  const words = wordsOf(contest, model)
  const unit = unitOf(contest, measuring.unit)
  const prizes = Math.max(1, contest.prizes.length)
  const ties = win.by === 'first-to' || win.by === 'relay' ? 'first' : contest.ties
  const line = win.by === 'first-to' || win.by === 'over' ? win.value * measuring.perUnit : null
  /** Who takes part changes with the date alone. */
  let known: { readonly day: number; readonly entrants: readonly Entrant[] } | null = null
  const entrantsAt = (ms: number): readonly Entrant[] => {
    const day = model.roster.floorZone.dayAt(ms)
    if (known?.day !== day) known = { day, entrants: entrantsOf(contest, occasion, model, ms) }
    return known.entrants
  }

  const bracketLines = (lines: readonly Line[], { runs }: PlayedBracket): readonly Line[] =>
    lines.flatMap((each) => {
      const run = runs.get(each.entrant.id)
      if (run === undefined) return []
      return [
        {
          ...each,
          ...{ score: run.score, raw: null, at: null, isThere: run.isIn },
          // Whoever won as many rounds shares a place; one with nothing at all wins nothing.
          ranks: run.won + (run.isIn ? 0.5 : 0),
        },
      ]
    })

  return ({ ms, seed, isEnd, sha256 }: StandingsParts): ContestStandings => {
    const phase = isEnd ? 'final' : phaseOf(contest, occasion, ms)
    const hasBegun = phase === 'running' || phase === 'closing' || phase === 'final'
    const hidden =
      phase === 'running' &&
      contest.hiddenMinutes > 0 &&
      ms >= occasion.until - contest.hiddenMinutes * minuteMs
    const isTold = hasBegun && !hidden
    const entrants = entrantsAt(Math.min(ms, occasion.over - 1))
    const bracket =
      win.by === 'bracket' && isTold
        ? playBracket(counts, entrants, occasion, model.roster.floorZone, isEnd ? occasion.over : ms)
        : null
    const counted = isTold ? counts.lines(entrants, ms) : []
    const lines = bracket === null ? counted : bracketLines(counted, bracket)
    const byId = new Map(lines.map((each) => [each.entrant.id, each]))
    const placed = placesOf(
      lines.map(({ entrant, ranks, at }) => ({ id: entrant.id, score: ranks, at })),
      ties,
    )
    const tickets = lines.reduce((sum, each) => sum + (each.tickets ?? 0), 0)
    const drawn =
      win.by === 'raffle' && isEnd && seed !== null
        ? drawWinners(
            lines.map(({ entrant, tickets: own }) => ({ id: entrant.id, tickets: own ?? 0 })),
            seed.seed,
            prizes,
            sha256,
          )
        : []
    const best = winnersOf(placed, prizes)
    const prizeOf = new Map<string, string | null>()
    const give = (id: string, nth: number): void => {
      prizeOf.set(id, contest.prizes[nth]?.what ?? null)
    }
    switch (win.by) {
      case 'over':
      case 'collect':
        for (const each of lines) if (each.isThere) give(each.entrant.id, 0)
        break
      case 'raffle':
        for (const [nth, id] of drawn.entries()) give(id, nth)
        break
      case 'first-to':
      case 'relay':
        for (const { id, place } of best) if (byId.get(id)?.isThere === true) give(id, (place ?? 1) - 1)
        break
      case 'bracket':
        if (bracket?.isDecided === true)
          for (const { id, place } of best) {
            const own = byId.get(id)
            const has = own === undefined ? 0 : counts.lines([own.entrant], ms)[0]?.score
            if ((has ?? 0) > 0) give(id, (place ?? 1) - 1)
          }
        break
      default:
        for (const { id, place } of best) give(id, (place ?? 1) - 1)
    }
    const step = leastStep(unit, measuring.perUnit, win.by)
    const hasAbove = win.by !== 'bracket' && win.by !== 'over' && win.by !== 'collect'
    const above = hasAbove ? missingAbove(placed, step) : new Map<string, number>()
    const isRunning = phase === 'running'
    const isIn = ({ entrant, isThere }: Line): boolean =>
      isRunning && (win.by === 'king' || win.by === 'bracket') ? isThere : prizeOf.has(entrant.id)

    const rowOf = (each: Line, place: number, rank: number | null): ContestRow => ({
      ...each.entrant.face,
      place,
      rank,
      score: each.score,
      raw: each.raw,
      at: each.at,
      share: each.share,
      missing:
        win.by === 'raffle' || each.tooLittle
          ? null
          : line === null && win.by !== 'collect' && win.by !== 'relay'
            ? (above.get(each.entrant.id) ?? null)
            : each.missing,
      isIn: isIn(each),
      tooLittle: each.tooLittle,
      tickets: each.tickets,
      has: [...each.has],
      people: [...each.entrant.people],
      prize: prizeOf.get(each.entrant.id) ?? null,
    })
    const blank = ({ face, people }: Entrant, place: number): ContestRow => ({
      ...face,
      place,
      ...{ rank: null, score: null, raw: null, at: null, share: null, missing: null },
      ...{ isIn: false, tooLittle: false, tickets: null, has: [], people: [...people], prize: null },
    })
    const shown = placed.flatMap(({ id, place }) => {
      const each = byId.get(id)
      return each === undefined ? [] : [{ each, rank: place }]
    })
    const inName = new Intl.Collator(model.file.floor.locale)
    const unranked = isTold
      ? []
      : entrants.toSorted((one, other) => inName.compare(one.face.name, other.face.name))
    const nth = places([...shown.map(({ each }) => each.entrant.id), ...unranked.map(({ id }) => id)])
    return {
      contest: contest.id,
      name: contest.name,
      on: occasion.on,
      between: contest.between,
      of: contest.of,
      phase,
      from: occasion.from,
      until: occasion.until,
      finalAt: finalAtOf(contest, occasion),
      isByTheClock: occasion.isByTheClock,
      win,
      counts: win.by === 'collect' ? words.collects.join(', ') : measuring.counts,
      noun: measuring.noun,
      unit,
      line,
      collects: [...words.collects],
      handicap: contest.handicap !== undefined,
      atLeast: words.atLeast,
      prizes: contest.prizes,
      paidBy: contest.paidBy ?? null,
      sponsor: words.sponsor,
      hidden,
      rows: Object.fromEntries([
        ...shown.map(({ each, rank }): [string, ContestRow] => [
          each.entrant.id,
          rowOf(each, nth.get(each.entrant.id) ?? 0, rank),
        ]),
        ...unranked.map((entrant): [string, ContestRow] => [
          entrant.id,
          blank(entrant, nth.get(entrant.id) ?? 0),
        ]),
      ]),
      rounds: [...(bracket?.rounds ?? [])],
      draw:
        win.by === 'raffle' && seed !== null
          ? { sealed: seed.sealed, seed: isEnd ? seed.seed : null, tickets, drawn: [...drawn] }
          : null,
      changedSince: false,
    }
  }
}
