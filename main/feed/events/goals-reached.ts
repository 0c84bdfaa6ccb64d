// Which goals of the running periods are reached: of what adds up and should be high, of people, teams and the floor. Pure.

import { viewWindow } from '../../../shared/domain/boards/board-head.ts'
import type { MetricPlan } from '../../../shared/domain/counting/metric-plan.ts'
import { orgSubject, type SubjectIndex } from '../../../shared/domain/people/roster.ts'
import { reaches } from '../../../shared/domain/standing/attainment.ts'
import { everybody, type Numbers } from '../../../shared/domain/standing/numbers.ts'
import { includes } from '../../../shared/domain/time/calendar-date.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { parseWindow, type WindowSpec } from '../../../shared/wire/window.ts'

export interface ReachedGoal {
  /** Names the metric, the window with its first day, and whose it is: a goal that moves stays the same one. */
  readonly id: string
  readonly metric: { readonly id: string; readonly name: string; readonly unit: string }
  readonly window: { readonly start: string | null; readonly end: string | null; readonly label: string }
  readonly subject: {
    readonly id: string
    readonly name: string
    readonly kind: 'person' | 'team' | 'floor'
  }
  /** In the metric's own unit: money in minor units. */
  readonly value: number
  readonly goal: number
  readonly words: { readonly value: string; readonly goal: string }
}

interface Asked {
  readonly plan: MetricPlan
  readonly window: WindowSpec
}

/** Each metric and running period for which the floor file has a goal, once. */
const askedOf = ({ model }: Numbers): readonly Asked[] => {
  const found = new Map<string, Asked>()
  for (const goal of model.file.goals) {
    const [plan, window] = [model.metric(goal.metric), parseWindow(goal.window)]
    if (!plan?.additive || plan.metric.better !== 'higher' || window?.kind !== 'period') continue
    const running = { ...window, offset: 0 }
    found.set(`${plan.index} ${running.grain}`, { plan, window: running })
  }
  return [...found.values()]
}

interface Subject {
  readonly subject: SubjectIndex
  readonly kind: ReachedGoal['subject']['kind']
}

const subjectsOf = ({ model: { roster } }: Numbers): readonly Subject[] => [
  { subject: orgSubject, kind: 'floor' },
  ...roster.teams.map(({ subject }): Subject => ({ subject, kind: 'team' })),
  ...roster.people.map(({ subject }): Subject => ({ subject, kind: 'person' })),
]

/**
 * Yields after each subject, so that whoever asks may give way. `ms`: the instant, epoch ms; each subject's periods are those of
 * the date where they are.
 */
export function* goalsReached(floorNumbers: Numbers, ms: number): Generator<ReachedGoal | null> {
  const asked = askedOf(floorNumbers)
  if (asked.length === 0) return
  const { roster, file } = floorNumbers.model
  const format = createFormat(file.floor)
  for (const { subject, kind } of subjectsOf(floorNumbers)) {
    const numbers = subject === orgSubject ? floorNumbers : floorNumbers.about([subject])
    const member = roster.personAt(subject)
    const isHere = member === null || includes(member.employed, numbers.todayAt(ms))
    for (const { plan, window } of isHere ? asked : []) {
      const { value, goal, attainment } = numbers.standingOf(plan, window, subject, ms, everybody)
      // Without an attainment there is nothing to judge yet.
      if (value === null || goal === null || goal <= 0 || attainment === null) continue
      if (!reaches(value, goal, 'higher')) continue
      const { id, name, unit } = plan.metric
      const { start, end, label } = viewWindow(numbers, window, ms)
      const whose = {
        id: roster.idOf(subject),
        name: kind === 'floor' ? file.floor.name : roster.nameOf(subject),
        kind,
      }
      yield {
        id: [id, window.kind === 'period' ? window.grain : '', start ?? 'all', kind, whose.id].join(':'),
        metric: { id, name, unit },
        window: { start, end, label },
        subject: whose,
        value,
        goal,
        words: { value: format.value(value, unit), goal: format.value(goal, unit) },
      }
    }
    yield null
  }
}
