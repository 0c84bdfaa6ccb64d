// Goals once more: looked up in the floor file line by line.
import type { FloorFile, Metric } from '../../shared/wire/floor.ts'
import { parseWindow, type WindowSpec } from '../../shared/wire/window.ts'
import { type Dates, isWorkingDay, plus } from './calendar.ts'
import { chainOf, isEmployedOn, type Person, roleOn, teamOn } from './people.ts'

export const isAdditive = (file: FloorFile, { of }: Metric): boolean => {
  if ('from' in of) return of.measure === 'count' || 'sum' in of.measure
  if ('ratio' in of) return false
  return of.points.every(([id]) => file.metrics.some((part) => part.id === id && isAdditive(file, part)))
}

const isSameWindow = (a: WindowSpec, b: WindowSpec): boolean =>
  a.kind === 'period' && b.kind === 'period' ? a.grain === b.grain : JSON.stringify(a) === JSON.stringify(b)

export interface GoalQuestion {
  readonly metric: Metric
  readonly window: WindowSpec
  readonly dates: Dates
  readonly today: string
}

type Subject = { rep: string } | { role: string } | { team: string } | { org: true }

const written = (
  file: FloorFile,
  subject: Subject,
  question: GoalQuestion,
): number | 'sum-of-members' | null => {
  const { metric, window, dates, today } = question
  const goals = file.goals
    .filter((goal) => {
      const of = parseWindow(goal.window)
      const isTheirs = Object.entries(subject).every(([name, id]) =>
        Object.entries(goal).some(([key, value]) => key === name && value === id),
      )
      return goal.metric === metric.id && of !== null && isSameWindow(of, window) && isTheirs
    })
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  const heldFrom = dates.from ?? today
  const goal =
    goals.findLast(({ from }) => from === undefined || from <= heldFrom) ??
    goals.find(({ from }) => from !== undefined && (dates.to === null || from < dates.to))
  // Plans have an oracle of their own.
  if (!goal || goal.value === 'from-formula') return null
  if (goal.value === 'sum-of-members') return goal.value
  return metric.unit === 'money'
    ? Math.round(goal.value * (file.floor.currency === 'JPY' ? 1 : 100))
    : goal.value
}

/** Birthdays between two dates, month by month. */
const monthsSince = (start: string, date: string): number => {
  const [a, b] = [start, date].map((text) => text.split('-').map(Number))
  const [yearA = 0, monthA = 0, dayA = 0] = a ?? []
  const [yearB = 0, monthB = 0, dayB = 0] = b ?? []
  return (yearB - yearA) * 12 + monthB - monthA - (dayB < dayA ? 1 : 0)
}

/** Null: nothing is asked yet. */
const ramped = (file: FloorFile, goal: number, person: Person, { from, to }: Dates): number | null => {
  const { startedOn, endedOn } = person
  const startRole = startedOn === undefined ? null : roleOn(person, startedOn)
  const ramp = person.ramp ?? file.roles.find(({ id }) => id === startRole)?.ramp ?? []
  if (ramp.length === 0 || startedOn === undefined) return goal
  const last = [to && plus(to, -1), endedOn].filter((date) => date != null).sort()[0]
  if (last === undefined) return goal
  const shares: number[] = []
  for (let day = from !== null && from > startedOn ? from : startedOn; day <= last; day = plus(day, 1)) {
    if (isWorkingDay(file.floor, day)) shares.push(ramp[monthsSince(startedOn, day)] ?? 1)
  }
  if (shares.length === 0) return goal
  const millionths = shares.reduce((sum, share) => sum + Math.round(share * 1e6), 0)
  return millionths === 0 ? null : Math.min(goal, Math.ceil((goal * millionths) / (shares.length * 1e6)))
}

/** Today, or the end of the window that is nearer to it. */
const judgedOn = ({ from, to }: Dates, today: string): string => {
  if (from !== null && today < from) return from
  return to !== null && today >= to ? plus(to, -1) : today
}

export const goalOfPerson = (file: FloorFile, person: Person, question: GoalQuestion): number | null => {
  const role = roleOn(person, judgedOn(question.dates, question.today))
  const goal =
    written(file, { rep: person.id }, question) ?? (role === null ? null : written(file, { role }, question))
  if (typeof goal !== 'number') return null
  const isScaled = isAdditive(file, question.metric) && question.metric.better === 'higher'
  return isScaled ? ramped(file, goal, person, question.dates) : goal
}

/** `team` null is the org. */
export const goalOfTeam = (file: FloorFile, team: string | null, question: GoalQuestion): number | null => {
  const goal = written(file, team === null ? { org: true } : { team }, question)
  if (goal !== 'sum-of-members') return goal
  const day = judgedOn(question.dates, question.today)
  let sum: number | null = null
  for (const person of file.people) {
    const isMember = team === null || chainOf(file, teamOn(file, person, day)).includes(team)
    if (!isMember || !isEmployedOn(person, day)) continue
    const own = goalOfPerson(file, person, question)
    if (own !== null) sum = (sum ?? 0) + own
  }
  return sum
}
