// Whether there is anything to judge, asked of every fact that stands.
import type { FloorFile, Metric } from '../../shared/wire/floor.ts'
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

/** `of`: a person's or a team's id; null is the org. */
export const isJudged = (
  file: FloorFile,
  facts: ReadonlyMap<string, Versions>,
  metric: Metric,
  value: number | null,
  of: string | null,
): boolean => {
  const standing = [...facts.values()].flatMap((versions) => versions.at(-1)?.fact ?? [])
  const sorts = sortsOf(file, metric)
  const sortOf = (fact: (typeof standing)[number]): Sort => (fact.type === 'deal' ? fact.status : 'activity')
  const isHeard = standing.some(
    (fact) =>
      sorts.includes(sortOf(fact)) || (fact.type === 'deal' && sorts.some((sort) => sort !== 'activity')),
  )
  if (!isHeard) return false
  if (metric.better === 'higher' || value !== 0) return true
  return standing.some((fact) => {
    if (!sorts.includes(sortOf(fact))) return false
    if (of === null) return true
    return fact.credits.some(({ rep }) => {
      const person = findPerson(file, rep)
      if (!person) return false
      return person.id === of || chainOf(file, teamSteps(file, person).at(-1)?.id ?? null).includes(of)
    })
  })
}
