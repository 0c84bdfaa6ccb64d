// The grid of goals: who, for which periods, and what each goal comes to, by the engine's own book on the floor with what is
// typed. Nothing is worked out here that a wall works out otherwise.
import { createFloorModel } from '../../../../shared/domain/counting/floor-model.ts'
import { ownDaysIn } from '../../../../shared/domain/people/own-days.ts'
import {
  type Member,
  orgSubject,
  type SubjectIndex,
  stayOn,
} from '../../../../shared/domain/people/roster.ts'
import { createGoalBook } from '../../../../shared/domain/standing/goal-book.ts'
import { type Day, formatDay, intersect, parseDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { FloorFile, Metric } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import { parseWindow } from '../../../../shared/wire/window.ts'
import { shownValue } from './shown-value.ts'

export type Grain = 'month' | 'quarter'

export interface Period {
  /** From the running one: 0 is this. */
  readonly offset: number
  readonly label: string
  /** `YYYY-MM-DD`, from which a goal of it holds. */
  readonly from: string
  readonly workingDays: number
  readonly isOver: boolean
}

/** Amounts as people write them: whole units of money, percent as 63 for 0.63. */
export interface GoalCell {
  /** In full, without a ramp; null: no goal. */
  readonly goal: number | null
  /** What they are asked with their ramp, where that is less. */
  readonly ramped: number | null
  /** Whether it is set from this period on, and does not go on from before or come from the role. */
  readonly isOwn: boolean
  /** Whether they are here at all in the period. */
  readonly isHere: boolean
  readonly workingDays: number
}

export interface GoalRow {
  readonly id: string
  readonly name: string
  readonly index: number
  readonly photo: string | null
  readonly role: string | null
  readonly cells: readonly GoalCell[]
}

export interface GoalSheet {
  readonly metric: Metric
  readonly periods: readonly Period[]
  readonly rows: readonly GoalRow[]
  /** The team's, or the floor's. `isSum`: it is the sum of its people's, until another is typed. */
  readonly own: readonly { readonly goal: number | null; readonly isSum: boolean }[]
  /** Whether goals add up, as those of rates do not. */
  readonly adds: boolean
}

export interface SheetOf {
  readonly metric: string
  readonly grain: Grain
  /** Null: the whole floor. */
  readonly team: string | null
  /** The first period, from the running one. */
  readonly first: number
  readonly count: number
  /** The floor's date. */
  readonly today: string
}

/** As the floor file writes it. */
export const writtenGoal = (amount: number, unit: Metric['unit']): number =>
  unit === 'percent' ? Math.round(amount * 1e4) / 1e6 : amount

/** A goal for "last month" is one for every month. */
const isOfGrain = (text: string, grain: Grain): boolean => {
  const window = parseWindow(text)
  return window?.kind === 'period' && window.grain === grain
}

const withoutRamps = (file: FloorFile): FloorFile => ({
  ...file,
  roles: file.roles.map(({ ramp: _, ...role }) => role),
  people: file.people.map(({ ramp: _, ...person }) => person),
})

export const sheetOf = (file: FloorFile, of: SheetOf): GoalSheet | null => {
  const model = createFloorModel(file)
  const plan = model.metric(of.metric)
  if (plan === null) return null
  const { metric } = plan
  const { roster, calendar, workingTime } = model
  const today = parseDay(of.today)
  const [book, full] = [createGoalBook(model), createGoalBook(createFloorModel(withoutRamps(file)))]
  const ranges = Array.from({ length: of.count }, (_, at) => {
    const offset = of.first + at
    return { offset, days: calendar.period(of.grain, today, offset) }
  })
  const shown = (amount: number | null) => shownValue(amount, metric.unit, file.floor.currency)
  const window = (offset: number) => ({ kind: 'period', grain: of.grain, offset }) as const
  const goalOf = (which: typeof book, subject: SubjectIndex, { offset, days }: (typeof ranges)[number]) =>
    shown(which.goalOf(metric.id, window(offset), subject, days, today))
  const own = new Set(
    file.goals
      .filter((goal) => goal.metric === metric.id && goal.rep !== undefined && goal.from !== undefined)
      .filter(({ window: text }) => isOfGrain(text, of.grain))
      .map(({ rep, from }) => `${rep} ${from}`),
  )
  const teamSubject = of.team === null ? null : roster.subjectOf(of.team)
  const nearest = (from: Day, to: Day): Day => Math.min(Math.max(today, from), to - 1)
  const isOn = (member: Member, day: Day): boolean => {
    if (teamSubject === null) return true
    const { team } = stayOn(member, day)
    return team !== null && roster.teamAt(team)?.chain.includes(teamSubject) === true
  }
  const rows = roster.people.flatMap((member, index): GoalRow[] => {
    const cells = ranges.map((range): GoalCell => {
      const { days } = range
      const here = intersect(days, member.employed)
      const isHere = here.from < here.to && isOn(member, nearest(here.from, here.to))
      const goal = goalOf(full, member.subject, range)
      const ramped = goalOf(book, member.subject, range)
      return {
        goal,
        ramped: ramped === goal ? null : (ramped ?? 0),
        isOwn: own.has(`${member.id} ${formatDay(days.from)}`),
        isHere,
        workingDays: isHere ? ownDaysIn(member, workingTime, days) : 0,
      }
    })
    if (!cells.some(({ isHere }) => isHere)) return []
    const role = member.roles.findLast(({ from }) => from <= today)?.role ?? null
    return [{ id: member.id, name: member.name, index, photo: member.photo, role, cells }]
  })
  const subject = teamSubject ?? orgSubject
  const ofTeam = file.goals
    .filter(
      (goal) =>
        goal.metric === metric.id &&
        (of.team === null ? goal.org === true : goal.team === of.team) &&
        isOfGrain(goal.window, of.grain),
    )
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  const isSum = (from: string): boolean =>
    ofTeam.findLast((goal) => (goal.from ?? '') <= from)?.value === 'sum-of-members'
  return {
    metric,
    periods: ranges.map(({ offset, days }) => ({
      offset,
      label: calendar.label(window(offset), today),
      from: formatDay(days.from),
      workingDays: workingTime.daysIn(days),
      isOver: days.to <= today,
    })),
    rows: rows.sort((a, b) => a.name.localeCompare(b.name, file.floor.locale)),
    own: ranges.map((range) => ({
      goal: goalOf(book, subject, range),
      isSum: isSum(formatDay(range.days.from)),
    })),
    adds: plan.additive,
  }
}

/** What was typed, by subject and the first day of the period; null takes the goal away that begins there. */
export type Typed = Readonly<Record<string, number | null>>

/** The org's and teams' own goals stand under their id as people's do: ids are shared. */
export const cellKey = (subject: string, from: string): string => `${subject} ${from}`

/** The subject of the row of the team's, or the floor's, own goal. */
export const ownRow = (team: string | null): string => team ?? 'org'

export const goalEdits = (
  typed: Typed,
  { metric, grain, team }: Pick<SheetOf, 'grain' | 'team'> & { readonly metric: Metric },
): readonly FloorEdit[] =>
  Object.entries(typed).map(([key, amount]): FloorEdit => {
    const [subject = '', from = ''] = key.split(' ')
    const whose =
      subject === 'org' ? { org: true as const } : subject === team ? { team: subject } : { rep: subject }
    return {
      do: 'goal',
      metric: metric.id,
      window: grain,
      ...whose,
      from,
      value: amount === null ? null : writtenGoal(amount, metric.unit),
    }
  })

/** Today's day is `today`; what is over is not changed any more. */
export const mayType = ({ isOver }: Period, { isHere }: Pick<GoalCell, 'isHere'>): boolean =>
  !isOver && isHere
