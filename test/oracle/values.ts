// Values once more: plain loops over everything that counts.
import type { FloorFile, Metric } from '../../shared/wire/floor.ts'
import { type Dates, holds } from './calendar.ts'
import { type Contribution, contributionsOf, type Versions } from './contributions.ts'
import { createJudging, type Judging } from './judging.ts'
import { chainOf, type Person, roleOn } from './people.ts'

export interface Filter {
  readonly team: string | null
  readonly role: string | null
}

/** What counts for a base metric, of whoever was asked about. */
export type Parts = (metric: string) => readonly Contribution[]

export interface Values extends Judging {
  metricOf(id: string): Metric
  /** `id` null: whom the floor does not know. */
  personParts(id: string | null, dates: Dates, filter: Filter): Parts
  /** `filter` has a role. */
  roleParts(dates: Dates, filter: Filter): Parts
  /** `team` null: the org. */
  teamParts(team: string | null, dates: Dates): Parts
  valueFrom(id: string, parts: Parts): number | null
  reachedAt(id: string, parts: readonly Parts[]): number | null
  /** The metrics of facts that a metric is made of. */
  basesOf(id: string): readonly string[]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

export const createValues = (
  file: FloorFile,
  facts: ReadonlyMap<string, Versions>,
  historyComing = false,
): Values => {
  const known = new Map<string, readonly Contribution[]>()
  const allOf = (metric: string): readonly Contribution[] => {
    const parts = known.get(metric) ?? contributionsOf(file, facts, metric)
    known.set(metric, parts)
    return parts
  }
  const metricOf = (id: string): Metric => {
    const metric = file.metrics.find((candidate) => candidate.id === id)
    if (!metric) throw new Error(`no metric ${id}`)
    return metric
  }
  const personOf = (id: string | null): Person | null =>
    file.people.find((person) => person.id === id) ?? null

  const passesFilter = (part: Contribution, filter: Filter): boolean => {
    const person = personOf(part.rep)
    if (filter.team !== null && !chainOf(file, part.team).includes(filter.team)) return false
    return filter.role === null || (person !== null && roleOn(person, part.date) === filter.role)
  }

  /** With full credit, whoever shares a fact with themselves or their team counts it once, as first credited. */
  const counted = (parts: readonly Contribution[]): readonly Contribution[] =>
    file.floor.credit === 'split'
      ? parts
      : parts.filter((part, index) => parts.findIndex((other) => other.item === part.item) === index)

  const personParts =
    (id: string | null, dates: Dates, filter: Filter): Parts =>
    (metric) =>
      counted(allOf(metric).filter((part) => part.rep === id)).filter(
        (part) => holds(dates, part.date) && passesFilter(part, filter),
      )

  /** Those who held a role, or held it within a team. */
  const roleParts =
    (dates: Dates, filter: Filter): Parts =>
    (metric) =>
      counted(allOf(metric).filter((part) => passesFilter(part, filter))).filter((part) =>
        holds(dates, part.date),
      )

  const teamParts =
    (team: string | null, dates: Dates): Parts =>
    (metric) =>
      counted(
        allOf(metric).filter((part) => team === null || chainOf(file, part.team).includes(team)),
      ).filter((part) => holds(dates, part.date))

  const valueFrom = (id: string, parts: Parts): number | null => {
    const { of } = metricOf(id)
    if ('ratio' in of) {
      const [above, below] = of.ratio.map((part) => valueFrom(part, parts))
      return above == null || below == null || below === 0 ? null : above / below
    }
    if ('points' in of) {
      const known = of.points.flatMap(([part, weight]) => {
        const value = valueFrom(part, parts)
        const perUnit = metricOf(part).unit === 'money' && file.floor.currency !== 'JPY' ? 100 : 1
        return value === null ? [] : [(value / perUnit) * weight]
      })
      return known.length === 0 ? null : sum(known)
    }
    const counting = parts(id)
    const weight = sum(counting.map((part) => part.weight))
    const amount = sum(counting.map((part) => part.amount))
    if (of.measure === 'count') return weight / 1e6
    if ('meanDays' in of.measure) return weight === 0 ? null : amount / 86_400_000 / (weight / 1e6)
    const field = 'sum' in of.measure ? of.measure.sum : of.measure.mean
    const whole = field === 'amount' || field === 'weightedAmount' ? amount : amount / 1000
    if ('sum' in of.measure) return whole
    return weight === 0 ? null : whole / (weight / 1e6)
  }

  const basesOf = (id: string): readonly string[] => {
    const { of } = metricOf(id)
    if ('ratio' in of) return of.ratio.flatMap(basesOf)
    return 'points' in of ? of.points.flatMap(([part]) => basesOf(part)) : [id]
  }

  /** When the last thing that counted for people happened. */
  const reachedAt = (id: string, parts: readonly Parts[]): number | null => {
    const times = basesOf(id).flatMap((base) => {
      const { of } = metricOf(base)
      const isCount = 'from' in of && of.measure === 'count'
      return parts.flatMap((of) =>
        of(base).flatMap(({ ms, amount }) => (ms !== null && (isCount || amount !== 0) ? [ms] : [])),
      )
    })
    return times.length === 0 ? null : Math.max(...times)
  }

  return {
    ...createJudging(file, facts, historyComing),
    metricOf,
    personParts,
    roleParts,
    teamParts,
    valueFrom,
    reachedAt,
    basesOf,
  }
}
