// How each way to win is scored: what somebody has, what it ranks by, and whether they would win if it ended now.
import type { Contest } from '../../wire/contests/contest.ts'
import type { Occasion } from '../counting/contest-occasions.ts'
import type { Engine } from '../counting/engine.ts'
import { earliestRunRate } from '../standing/attainment.ts'
import { dayMs } from '../time/calendar-date.ts'
import { createCounted } from './counted.ts'
import { cellsIn, type Entrant } from './entrants.ts'
import { createReigns } from './king.ts'
import { type Measuring, measureMetric } from './measuring.ts'
import { runOf } from './relay.ts'
import { arrivedAt, reachedAt, totalOf } from './steps.ts'
import { createUsual } from './usual.ts'

/** Of one who takes part; as `ContestRow` says it. */
export interface Line {
  readonly entrant: Entrant
  readonly score: number | null
  /** What it ranks by; null: not in it. */
  readonly ranks: number | null
  readonly raw: number | null
  readonly at: number | null
  readonly share: number | null
  /** To the line; null where there is none, or they are over it. */
  readonly missing: number | null
  /** Over the line, through, has all. */
  readonly isThere: boolean
  readonly tooLittle: boolean
  readonly tickets: number | null
  readonly has: readonly boolean[]
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

export interface ContestCounts {
  /** At an instant, epoch ms. */
  lines(entrants: readonly Entrant[], ms: number): readonly Line[]
  /** In parts of the contest, of which `ends` are instants or days: what somebody has in each, as a score. */
  roundScores(
    entrant: Entrant,
    ends: readonly number[],
  ): readonly { readonly score: number; readonly at: number | null }[]
  /** In the four weeks before, as a score. */
  before(entrant: Entrant): number
  readonly measuring: Measuring
}

/** Null where the floor lacks a metric of it. Keeps what it works out: made once for a floor, its counts and an occasion. */
export const createContestCounts = (
  engine: Engine,
  contest: Contest,
  occasion: Occasion,
  measuring: Measuring,
): ContestCounts => {
  const { model } = engine
  const { win, handicap, atLeast } = contest
  const counted = createCounted(engine, occasion, measuring, handicap)
  const usual = createUsual(engine, measuring, occasion)
  const { scale, perUnit } = measuring
  const least = atLeast === undefined ? null : measureMetric(atLeast.metric, model)
  const countedLeast = least && createCounted(engine, occasion, least)
  const collected =
    win.by === 'collect'
      ? win.metrics.flatMap((id) => {
          const of = measureMetric(id, model)
          return of === null ? [] : [{ of, counted: createCounted(engine, occasion, of) }]
        })
      : []

  const reignsOf = createReigns()

  const hasTooLittle = (entrant: Entrant): boolean => {
    if (atLeast === undefined || least === null || countedLeast === null) return false
    const total = countedLeast.of(entrant).once('total', totalOf) / least.scale
    return total < atLeast.value * least.perUnit
  }

  const rateOf = (entrant: Entrant): number | null =>
    measuring.plan && engine.value(measuring.plan.index, cellsIn(entrant, occasion))

  const isRate = measuring.sources.length === 0
  const totalIn = (entrant: Entrant): number | null =>
    isRate ? rateOf(entrant) : counted.of(entrant).once('total', totalOf) / scale / (entrant.heads || 1)
  const rawIn = (entrant: Entrant): number =>
    counted.of(entrant).once('raw', (steps) => steps.reduce((sum, { raw }) => sum + raw, 0)) / scale
  const arrived = (entrant: Entrant): number | null =>
    isRate ? null : counted.of(entrant).once('arrived', arrivedAt)

  const withOwnUsual = (entrants: readonly Entrant[]): ReadonlyMap<Entrant, number> => {
    const known = entrants.flatMap((entrant) => {
      const own = usual.by(entrant, Number.POSITIVE_INFINITY)
      return own === null ? [] : [own]
    })
    const mean = known.length === 0 ? null : known.reduce((sum, own) => sum + own, 0) / known.length
    return new Map(
      entrants.flatMap((entrant): [Entrant, number][] => {
        const own = usual.by(entrant, Number.POSITIVE_INFINITY) ?? mean
        return own === null ? [] : [[entrant, own]]
      }),
    )
  }
  let usuals: { readonly of: readonly Entrant[]; readonly own: ReadonlyMap<Entrant, number> } | null = null
  const ownUsuals = (entrants: readonly Entrant[]): ReadonlyMap<Entrant, number> => {
    if (usuals?.of !== entrants) usuals = { of: entrants, own: withOwnUsual(entrants) }
    return usuals.own
  }

  const improvedOf = (entrant: Entrant, ms: number): number | null => {
    const value = totalIn(entrant)
    if (isRate) {
      const before = usual.rateBefore(entrant)
      return value === null || before === null ? null : value - before
    }
    if (usual.shareGone(entrant, ms) < earliestRunRate) return null
    const own = usual.by(entrant, ms)
    return own === null || value === null ? null : (value * (entrant.heads || 1)) / own - 1
  }

  const plain = (entrant: Entrant, tooLittle: boolean): Line => {
    const score = totalIn(entrant)
    return {
      entrant,
      score: tooLittle ? null : score,
      ranks: tooLittle ? null : score,
      raw: tooLittle ? score : typeof handicap === 'object' ? rawIn(entrant) : null,
      at: arrived(entrant),
      ...{ share: null, missing: null, isThere: false, tickets: null, has: [] },
      tooLittle,
    }
  }

  const toLine = (entrant: Entrant, line: Line, value: number): Line => {
    const score = totalIn(entrant)
    if (score === null) return line
    const bar = value * perUnit
    const at = isRate
      ? null
      : counted
          .of(entrant)
          .once(`reached ${entrant.heads}`, (steps) => reachedAt(steps, bar * scale * (entrant.heads || 1)))
    const isOver = isRate ? score >= bar : at !== null
    return {
      ...line,
      share: clamp(score / bar),
      missing: isOver ? null : bar - score,
      isThere: isOver && !line.tooLittle,
      ...(win.by === 'first-to' &&
        !line.tooLittle && { ranks: isOver ? bar : Math.min(score, bar), at: at ?? line.at }),
    }
  }

  const collecting = (entrant: Entrant, line: Line): Line => {
    const since = collected.map(({ of, counted: own }) =>
      own.of(entrant).once('first', (steps) => reachedAt(steps, of.scale * of.perUnit)),
    )
    const has = since.map((at) => at !== null)
    const score = has.filter(Boolean).length
    const times = since.filter((at) => at !== null)
    return {
      ...line,
      ...(!line.tooLittle && { score, ranks: score }),
      raw: null,
      at: times.length === 0 ? null : Math.max(...times),
      share: has.length === 0 ? 0 : score / has.length,
      missing: score === has.length ? null : has.length - score,
      isThere: score === has.length && !line.tooLittle,
      has,
    }
  }

  const kings = (entrants: readonly Entrant[], lines: readonly Line[], ms: number): readonly Line[] => {
    const own = handicap === 'own-usual' ? ownUsuals(entrants) : null
    const climbers = lines.flatMap(({ entrant, tooLittle }) => {
      if (tooLittle || (own !== null && !own.has(entrant))) return []
      const per = (own?.get(entrant) ?? 1) * (entrant.heads || 1)
      return [{ id: entrant.id, steps: counted.of(entrant).steps, per }]
    })
    const { heldMs, king } = reignsOf(climbers, Math.min(ms, occasion.over - 1))
    return lines.map((line) => {
      const held = (heldMs.get(line.entrant.id) ?? 0) / dayMs
      return {
        ...line,
        raw: totalIn(line.entrant),
        ...(line.tooLittle ? {} : { score: held, ranks: held }),
        isThere: king === line.entrant.id,
      }
    })
  }

  const relays = (lines: readonly Line[], each: number): readonly Line[] => {
    const start = occasion.isByTheClock ? occasion.from : Number.NEGATIVE_INFINITY
    return lines.map((line): Line => {
      const legs = line.entrant.parts.map((part) => ({
        line: each * perUnit * scale,
        steps: counted.ofPart(part).steps,
      }))
      const { done, share, finishedAt } = runOf(legs, start)
      const score = done + share
      return {
        ...line,
        score,
        ranks: score,
        raw: totalIn(line.entrant),
        at: finishedAt ?? line.at,
        share: legs.length === 0 ? 0 : score / legs.length,
        missing: finishedAt === null ? legs.length - score : null,
        isThere: finishedAt !== null,
      }
    })
  }

  const lines = (entrants: readonly Entrant[], ms: number): readonly Line[] => {
    const all = entrants.map((entrant) => plain(entrant, hasTooLittle(entrant)))
    switch (win.by) {
      case 'first-to':
      case 'over':
        return all.map((line) => toLine(line.entrant, line, win.value))
      case 'improved':
        return all.map((line) => {
          const score = line.tooLittle ? null : improvedOf(line.entrant, ms)
          return { ...line, score, ranks: score, raw: totalIn(line.entrant) }
        })
      case 'collect':
        return all.map((line) => collecting(line.entrant, line))
      case 'raffle':
        return all.map((line) => {
          const tickets = line.tooLittle
            ? 0
            : Math.max(0, Math.floor((totalIn(line.entrant) ?? 0) / (win.ticketEach * perUnit)))
          return { ...line, tickets, ranks: line.tooLittle ? null : tickets }
        })
      case 'king':
        return kings(entrants, all, ms)
      case 'relay':
        return relays(all, win.each)
      default: {
        if (handicap !== 'own-usual') return all
        const own = ownUsuals(entrants)
        return all.map((line) => {
          const usualOne = own.get(line.entrant)
          const raw = totalIn(line.entrant)
          const score =
            line.tooLittle || usualOne === undefined || raw === null
              ? null
              : (raw * (line.entrant.heads || 1)) / usualOne
          return { ...line, score, ranks: score, raw }
        })
      }
    }
  }

  return {
    measuring,
    lines,
    before: usual.before,
    roundScores: (entrant, ends) => {
      const own = handicap === 'own-usual' ? (usual.by(entrant, Number.POSITIVE_INFINITY) ?? null) : 1
      return counted.of(entrant).once(`rounds ${ends.join(' ')}`, (steps) => {
        const rounds = ends.map(() => ({ total: 0, at: null as number | null }))
        for (const { at, day, adds } of steps) {
          const when = occasion.isByTheClock ? at : day
          const round = rounds[ends.findIndex((end) => when < end)]
          if (round === undefined) continue
          round.total += adds
          if (adds !== 0) round.at = at
        }
        return rounds.map(({ total, at }) => ({
          score: own === null ? 0 : total / scale / own / (entrant.heads || 1),
          at,
        }))
      })
    },
  }
}
