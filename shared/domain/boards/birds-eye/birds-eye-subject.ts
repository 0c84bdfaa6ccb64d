// Whom a card of the bird's-eye view is about: the whole, a team, or the teams of an office together.
import type { Standing } from '../../../wire/view-parts.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import { officesOf } from '../../people/offices.ts'
import { orgSubject, type SubjectIndex } from '../../people/roster.ts'
import type { Numbers } from '../../standing/numbers.ts'

export interface Together {
  readonly name: string
  /** None of them is part of another. The first one's clock is everybody's. */
  readonly subjects: readonly [SubjectIndex, ...SubjectIndex[]]
}

export const oneSubject = (numbers: Numbers, subject: SubjectIndex): Together => ({
  name: numbers.model.roster.nameOf(subject),
  subjects: [subject],
})

/** The floor's offices as far as their teams are `within` a team; null is the whole floor. */
export const officeSubjects = ({ model }: Numbers, within: SubjectIndex | null): readonly Together[] =>
  [...officesOf(model.file.teams)].flatMap(([name, ids]) => {
    const [first, ...rest] = ids.flatMap((id) => {
      const subject = model.roster.subjectOf(id)
      const team = subject === null ? null : model.roster.teamAt(subject)
      return team && (within === null || team.chain.includes(within)) ? [team.subject] : []
    })
    return first === undefined ? [] : [{ name, subjects: [first, ...rest] as const }]
  })

/** A team's card, an office's, or, with neither, the whole org's. A floor without faults has every team and office named. */
export const namedSubject = (
  numbers: Numbers,
  { team, office }: { readonly team?: string | undefined; readonly office?: string | undefined },
  whole: SubjectIndex = orgSubject,
): Together => {
  if (office === undefined)
    return oneSubject(numbers, team === undefined ? whole : (numbers.model.roster.subjectOf(team) ?? whole))
  const found = officeSubjects(numbers, null).find(({ name }) => name === office)
  if (!found) throw new Error(`no team of the floor is in the office "${office}"`)
  return found
}

/** Of what adds up, the sum of their goals; of a rate, the goal that all of them share. Null where one of them has none. */
const goalTogether = (plan: MetricPlan, goals: readonly (number | null)[]): number | null => {
  const known = goals.filter((goal) => goal !== null)
  if (known.length < goals.length) return null
  if (plan.additive) return known.reduce((sum, goal) => sum + goal, 0)
  return new Set(known).size === 1 ? (known[0] ?? null) : null
}

/** In the days that all on the board share; how much of them is over is for each to say. */
export const standingTogether = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  { subjects }: Together,
  ms: number,
): Standing => {
  const days = numbers.daysOf(window, ms)
  const cells = subjects.map((subject) => ({ subject, days }))
  return numbers.standingFor(
    plan,
    numbers.engine.value(plan.index, cells),
    goalTogether(
      plan,
      subjects.map((subject) => numbers.goalOf(plan, window, subject, ms)),
    ),
    numbers.shareGone(window, subjects[0], ms),
    subjects,
  )
}
