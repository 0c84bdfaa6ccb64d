// Whether there is anything to judge, asked of every fact that stands.
import type { Fact } from '../../shared/wire/fact.ts'
import type { FloorFile, Metric } from '../../shared/wire/floor.ts'
import { heardFacts } from './aside.ts'
import type { Versions } from './contributions.ts'
import { chainOf, findPerson, teamSteps } from './people.ts'

type Sort = 'activity' | 'open' | 'won' | 'lost'
const deals: readonly Sort[] = ['open', 'won', 'lost']

/** What a metric could be made of. */
const sortsOf = (file: FloorFile, { of }: Metric): readonly Sort[] => {
  if (!('from' in of)) {
    const parts = 'ratio' in of ? of.ratio : of.points.map(([id]) => id)
    return parts.flatMap((id) =>
      file.metrics.filter((each) => each.id === id).flatMap((each) => sortsOf(file, each)),
    )
  }
  if (of.from === 'deal') {
    const asked = of.where.filter(({ field }) => field === 'status')
    return deals.filter((status) =>
      asked.every(
        ({ is, isNot, in: any, notIn }) =>
          (is === undefined || is === status) &&
          (isNot === undefined || isNot !== status) &&
          (any === undefined || any.includes(status)) &&
          (notIn === undefined || !notIn.includes(status)),
      ),
    )
  }
  const kind = of.where.find(({ field, is, in: any }) => field === 'kind' && (is ?? any) !== undefined)
  const kinds = kind ? (kind.in ?? [kind.is]).map(String) : ['any']
  return kinds.flatMap((each) => (each.startsWith('deal.') ? deals : ['activity' as const]))
}

/** A person's or a team's id; null is the org. */
export type SubjectId = string | null

export interface Judging {
  /** While a source is still sending its past, nothing is judged. */
  readonly historyComing: boolean
  /** Whether anything has been said of what a metric is about, and all of its past: of deals any will do. */
  isHeard(metric: Metric): boolean
  /** Whether anything can be said for or against a value that is `of` some subjects together. */
  isJudged(metric: Metric, value: number | null, of: readonly SubjectId[]): boolean
}

export const createJudging = (
  file: FloorFile,
  facts: ReadonlyMap<string, Versions>,
  historyComing: boolean,
): Judging => {
  const standing = heardFacts(file, facts)
  const sortOf = (fact: Fact): Sort => (fact.type === 'deal' ? fact.status : 'activity')

  const isTheirs = (fact: Fact, of: SubjectId): boolean =>
    of === null ||
    fact.credits.some(({ rep }) => {
      const person = findPerson(file, rep)
      if (!person) return false
      return person.id === of || chainOf(file, teamSteps(file, person).at(-1)?.id ?? null).includes(of)
    })

  const isHeard: Judging['isHeard'] = (metric) => {
    const sorts = sortsOf(file, metric)
    const isOfDeals = sorts.some((sort) => sort !== 'activity')
    if (historyComing) return false
    return standing.some((fact) => sorts.includes(sortOf(fact)) || (isOfDeals && fact.type === 'deal'))
  }

  return {
    historyComing,
    isHeard,
    isJudged: (metric, value, of) => {
      if (!isHeard(metric)) return false
      if (metric.better === 'higher' || value !== 0) return true
      const sorts = sortsOf(file, metric)
      return standing.some(
        (fact) => sorts.includes(sortOf(fact)) && of.some((subject) => isTheirs(fact, subject)),
      )
    },
  }
}
