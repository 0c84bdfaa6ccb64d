// What the figures of all kinds of boards are put together with: names, and a value beside its goal.
import type { Standing, TeamAsk, Unit } from '../../../wire/view-parts.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import { orgSubject, type SubjectIndex } from '../../people/roster.ts'
import { shareDue } from '../../standing/attainment.ts'
import type { Numbers, Selection } from '../../standing/numbers.ts'
import type { DayRange } from '../../time/calendar-date.ts'
import { planOf, windowOf } from '../board-head.ts'
import { unseenGoals } from '../role-standing.ts'
import { daysCalled, daysOfWindow, type FactsQuestion, type ShownDays } from './facts-question.ts'
import type { Figure, FigureWorking, Term } from './figure.ts'

interface StandingParts {
  /** Begins the ids of its figures. */
  readonly key: string
  /** What the value is called; left out, as the metric. */
  readonly name?: string
  /** What the rest is told apart by, where several stand together: "Goal, Calls". */
  readonly suffix?: string
  readonly plan: MetricPlan
  readonly shown: ShownDays
  /** Null where the value is worked out. */
  readonly facts: FactsQuestion | null
  readonly working?: FigureWorking
  readonly standing: Standing
  /** Of the working time, what is over. */
  readonly share: number
  readonly goal?: { readonly working?: FigureWorking; readonly note?: string; readonly name?: string }
  readonly ahead?: number | null
  readonly projected?: number | null
}

type Some = Pick<Figure, 'id' | 'name' | 'unit' | 'value'> & Partial<Figure>

export const createFigureTools = (numbers: Numbers, ms: number) => {
  const { say } = numbers.model

  const figure = (some: Some): Figure => ({
    window: null,
    facts: null,
    working: null,
    note: null,
    ...some,
  })
  const term = (name: string, value: number | null, unit: Unit, id?: string): Term => ({
    name,
    value,
    unit,
    ...(id !== undefined && { figure: id }),
  })
  /** The figure itself, as a part of another. */
  const termOf = ({ name, value, unit, id }: Figure): Term => ({ name, value, unit, figure: id })

  const names = {
    goal: say({ id: 'figures.goal', defaultMessage: 'Goal' }),
    highestGoal: say({ id: 'figures.highest-goal', defaultMessage: 'Highest goal' }),
    ofGoal: say({ id: 'figures.of-goal', defaultMessage: 'Of goal' }),
    pace: say({ id: 'figures.pace', defaultMessage: 'Due by now' }),
    ahead: say({ id: 'figures.ahead', defaultMessage: 'Ahead of what is due' }),
    projected: say({ id: 'figures.projected', defaultMessage: 'At this rate, by the end' }),
    timeOver: say({ id: 'figures.time-over', defaultMessage: 'Working time that is over' }),
    rank: say({ id: 'figures.rank', defaultMessage: 'Place' }),
    left: say({ id: 'figures.left', defaultMessage: 'To go' }),
    people: say({ id: 'figures.people', defaultMessage: 'People it is shared by' }),
    each: say({ id: 'figures.each', defaultMessage: 'For each' }),
    eachADay: say({ id: 'figures.each-a-day', defaultMessage: 'For each, a day' }),
    daysLeft: say({ id: 'figures.days-left', defaultMessage: 'Working days left, today included' }),
    workingDays: say({ id: 'figures.working-days', defaultMessage: 'Working days' }),
    change: say({ id: 'figures.change', defaultMessage: 'Change' }),
    together: say({ id: 'figures.together', defaultMessage: 'Together' }),
    atGoal: say({ id: 'figures.at-goal', defaultMessage: 'At their goal' }),
    withGoal: say({ id: 'figures.with-goal', defaultMessage: 'Have a goal' }),
    usual: say({ id: 'figures.usual', defaultMessage: 'As in the four weeks before' }),
    fourWeeks: say({ id: 'figures.four-weeks', defaultMessage: 'The four weeks before' }),
    fourWeeksDays: say({ id: 'figures.four-weeks-days', defaultMessage: 'Working days of those' }),
    daysOver: say({ id: 'figures.days-over', defaultMessage: 'Working days that are over' }),
    dealAmount: say({ id: 'figures.deal-amount', defaultMessage: 'The whole deal' }),
    streak: say({ id: 'figures.streak', defaultMessage: 'Days in a row' }),
  }
  const notes = {
    goal: say({ id: 'figures.note.goal', defaultMessage: 'As it is set under Goals.' }),
    personal: say({
      id: 'figures.note.personal-goal',
      defaultMessage: 'As it is set under Goals for them or their role.',
    }),
    ramp: say({
      id: 'figures.note.ramp',
      defaultMessage: 'As it is set under Goals for them or their role, as far as their ramp asks for it.',
    }),
    members: say({
      id: 'figures.note.members',
      defaultMessage: 'The goals of its members together, as the floor says.',
    }),
    plan: say({
      id: 'figures.note.plan',
      defaultMessage: 'What their formula’s plan asks of these days, in whole pieces.',
    }),
    calendar: say({
      id: 'figures.note.calendar',
      defaultMessage: 'By the floor’s working days and holidays.',
    }),
    onList: say({ id: 'figures.note.on-list', defaultMessage: 'People whom the board lists.' }),
    board: say({ id: 'figures.note.board', defaultMessage: 'As it is set on the board.' }),
  }

  /** Where somebody's goal comes from, in words. */
  const goalNote = (plan: MetricPlan, subject: SubjectIndex): string => {
    const { roster, file } = numbers.model
    const member = roster.personAt(subject)
    if (member) return member.ramp.length > 0 ? notes.ramp : notes.personal
    const team = roster.teamAt(subject)?.id
    const isSum = file.goals.some(
      (goal) =>
        goal.metric === plan.metric.id &&
        goal.value === 'sum-of-members' &&
        (team === undefined ? goal.team === undefined : goal.team === team),
    )
    return isSum ? notes.members : notes.goal
  }

  const value = (parts: StandingParts): Figure => {
    const { key, name, plan, shown, facts, working, standing } = parts
    return figure({
      id: `${key}.value`,
      name: name ?? plan.metric.name,
      unit: plan.metric.unit,
      value: standing.value,
      window: shown.window.label,
      facts,
      working: working ?? null,
    })
  }

  const called = (name: string, { suffix }: Pick<StandingParts, 'suffix'>): string =>
    suffix === undefined ? name : `${name}, ${suffix}`

  const goal = ({ key, plan, shown, standing, suffix, goal: own = {} }: StandingParts): Figure =>
    figure({
      id: `${key}.goal`,
      name: called(own.name ?? names.goal, { ...(suffix !== undefined && { suffix }) }),
      unit: plan.metric.unit,
      value: standing.goal,
      window: shown.window.label,
      working: own.working ?? null,
      note: own.working ? null : (own.note ?? notes.goal),
    })

  /** A value as a share of its goal. */
  const ofGoal = (own: Figure, aim: Figure, better: MetricPlan['metric']['better']): FigureWorking =>
    better === 'lower' && own.value !== null && own.value <= 0
      ? {
          by: 'same',
          terms: [term(names.ofGoal, 1, 'percent')],
          says: say({
            id: 'figures.says.kept',
            defaultMessage: 'Nothing where nothing may be: the goal is kept.',
          }),
        }
      : {
          by: 'quotient',
          terms: better === 'higher' ? [termOf(own), termOf(aim)] : [termOf(aim), termOf(own)],
        }

  /** A value, and all that is said of it beside a goal. */
  const standing = (parts: StandingParts): Figure[] => {
    const { key, plan, shown, standing: of, share, ahead, projected } = parts
    const { unit, better } = plan.metric
    const { label } = shown.window
    const [own, aim] = [value(parts), goal(parts)]
    const figures = [own]
    if (of.goal !== null) figures.push(aim)
    if (of.attainment !== null)
      figures.push(
        figure({
          id: `${key}.of-goal`,
          name: called(names.ofGoal, parts),
          unit: 'percent',
          value: of.attainment,
          as: 'attainment',
          window: label,
          working: ofGoal(own, aim, better),
        }),
      )
    const pace = figure({
      id: `${key}.pace`,
      name: called(names.pace, parts),
      unit,
      value: of.pace,
      window: label,
      working:
        plan.additive && better === 'higher'
          ? { by: 'product', terms: [termOf(aim), term(names.timeOver, shareDue(share), 'percent')] }
          : {
              by: 'same',
              terms: [termOf(aim)],
              says: say({
                id: 'figures.says.whole-goal',
                defaultMessage: 'It is held against the whole goal at any time.',
              }),
            },
    })
    if (better === 'higher' && of.goal !== null && of.value !== null && of.value < of.goal)
      figures.push(
        figure({
          id: `${key}.left`,
          name: called(names.left, parts),
          unit,
          value: of.goal - of.value,
          window: label,
          working: { by: 'difference', terms: [termOf(aim), termOf(own)] },
        }),
      )
    if (of.pace !== null) figures.push(pace)
    if (ahead != null)
      figures.push(
        figure({
          id: `${key}.ahead`,
          name: called(names.ahead, parts),
          unit,
          value: ahead,
          as: 'delta',
          window: label,
          working: {
            by: 'difference',
            terms: better === 'higher' ? [termOf(own), termOf(pace)] : [termOf(pace), termOf(own)],
          },
        }),
      )
    if (projected != null)
      figures.push(
        figure({
          id: `${key}.projected`,
          name: called(names.projected, parts),
          unit,
          value: projected,
          window: label,
          working: {
            by: 'quotient',
            terms: [termOf(own), term(names.timeOver, Math.min(share, 1), 'percent')],
          },
        }),
      )
    return figures
  }

  /** A role's goal is its people's: `goals` are of those whom the board counts, unseen ones included. */
  const roleGoal = (
    plan: MetricPlan,
    window: WindowSpec,
    within: Selection,
    goals: readonly (number | null)[],
  ): NonNullable<StandingParts['goal']> => {
    if (within.role === null) return { note: goalNote(plan, within.team ?? orgSubject) }
    const set = [...goals, ...unseenGoals(numbers, plan, window, within, ms)].flatMap((each) => each ?? [])
    return {
      working: {
        by: 'sum',
        terms: set.map((amount) => term(names.goal, amount, plan.metric.unit)),
        says: say({ id: 'figures.says.role-goal', defaultMessage: 'The goals of its people together.' }),
        isPrivate: true,
      },
    }
  }

  /** What is left of a goal, for each and by the day. `figures`: of the standing. */
  const ask = (
    key: string,
    asked: TeamAsk | null,
    workingDays: number | null,
    { plan, shown }: Pick<StandingParts, 'plan' | 'shown'>,
    figures: readonly Figure[],
  ): Figure[] => {
    const by = (end: string): Term[] => figures.filter(({ id }) => id === `${key}.${end}`).map(termOf)
    const { unit } = plan.metric
    const { label } = shown.window
    const days =
      workingDays === null
        ? []
        : [
            figure({
              id: `${key}.days-left`,
              name: names.daysLeft,
              unit: 'count',
              value: workingDays,
              window: label,
              note: notes.calendar,
            }),
          ]
    if (asked === null) return days
    const known = figures.find(({ id }) => id === `${key}.left`)
    const left =
      known ??
      figure({
        id: `${key}.left`,
        name: names.left,
        unit,
        value: asked.left,
        window: label,
        working: { by: 'difference', terms: [...by('goal'), ...by('value')] },
      })
    const people = figure({
      id: `${key}.people`,
      name: names.people,
      unit: 'count',
      value: asked.people,
      note: say({
        id: 'figures.note.carriers',
        defaultMessage: 'Those who have a goal of their own here; all, where nobody has one.',
      }),
    })
    const each = figure({
      id: `${key}.each`,
      name: names.each,
      unit,
      value: asked.each,
      window: label,
      working: { by: 'whole quotient', terms: [termOf(left), termOf(people)] },
    })
    const daily =
      asked.eachADay === null
        ? []
        : [
            figure({
              id: `${key}.each-a-day`,
              name: names.eachADay,
              unit,
              value: asked.eachADay,
              window: label,
              working: {
                by: 'whole quotient',
                terms: [termOf(left), termOf(people), ...days.map(termOf)],
              },
            }),
          ]
    return [...(known ? [] : [left]), people, ...days, each, ...daily]
  }

  /** How many are counted, by name. */
  const howMany = (id: string, name: string, value: number, of: readonly Term[], isPrivate = false): Figure =>
    figure({
      id,
      name,
      unit: 'count',
      value,
      working: { by: 'how many', terms: of, ...(isPrivate && { isPrivate: true }) },
    })

  return {
    numbers,
    ms,
    say,
    names,
    notes,
    figure,
    term,
    termOf,
    goalNote,
    roleGoal,
    standing,
    ofGoal,
    ask,
    howMany,
    planOf: (id: string): MetricPlan => planOf(numbers, id),
    window: (text: string): WindowSpec => windowOf(text),
    shown: (window: WindowSpec): ShownDays => daysOfWindow(numbers, window, ms),
    called: (days: DayRange, label: string): ShownDays => daysCalled(numbers, days, label, ms),
    /** Of a person or a team by id; a board's view has nobody else. */
    subjectOf: (id: string): SubjectIndex => numbers.model.roster.subjectOf(id) ?? orgSubject,
    shareGone: (window: WindowSpec, subject: SubjectIndex): number => numbers.shareGone(window, subject, ms),
  }
}

export type FigureTools = ReturnType<typeof createFigureTools>
