// Which metric's number a figure is, or is made of, as the API is asked for it: by it a doubt about it is told.
import type { FigureAbout } from '../../../wire/figures.ts'
import { orgSubject } from '../../people/roster.ts'
import type { Numbers } from '../../standing/numbers.ts'
import type { FactsQuestion } from './facts-question.ts'
import type { Figure, Figures } from './figure.ts'

const ofFacts = (
  { model: { roster } }: Numbers,
  { of, cells, group, window }: FactsQuestion,
): FigureAbout | null => {
  if (of.kind !== 'metric') return null
  const { start, end } = window
  const asked = {
    metric: of.plan.metric.id,
    window: start === null && end === null ? 'all' : `${start ?? ''}..${end ?? ''}`,
  }
  if (group !== undefined) return { ...asked, role: group.role }
  const subjects = [...new Set(cells.map(({ subject }) => subject))]
  const [subject] = subjects
  // Several teams together have no name that could be asked for.
  if (subject === undefined || subjects.length > 1 || subject === orgSubject) return asked
  const id = roster.idOf(subject)
  return roster.personAt(subject) ? { ...asked, rep: id } : { ...asked, team: id }
}

/**
 * For all figures of a board. Of one that is worked out: what its first term is about, else what it stands beside. Null for
 * deals and stages.
 */
export const createAbout = (
  numbers: Numbers,
  groups: readonly Figures[],
): ((group: Figures, figure: Figure) => FigureAbout | null) => {
  const all = new Map(
    groups.flatMap(({ figures, line = [] }) => [...figures, ...line].map((each) => [each.id, each] as const)),
  )
  const find = (of: Figure, seen: ReadonlySet<string>): FigureAbout | null => {
    if (of.facts !== null) return ofFacts(numbers, of.facts)
    for (const { figure: id } of of.working?.terms ?? []) {
      const term = id === undefined || seen.has(id) ? undefined : all.get(id)
      const found = term === undefined ? null : find(term, new Set([...seen, term.id]))
      if (found !== null) return found
    }
    return null
  }
  return (group, figure) => {
    const beside = group.figures.find(({ facts }) => facts?.of.kind === 'metric')
    return find(figure, new Set([figure.id])) ?? (beside === undefined ? null : find(beside, new Set()))
  }
}
