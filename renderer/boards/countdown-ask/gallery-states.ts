// The countdown, in the states that somebody has looked at.
import { rhythmOf } from '../../../shared/domain/boards/countdown-ask/rhythm.ts'
import { askOf } from '../../../shared/domain/boards/team-ask.ts'
import { attainmentOf, paceOf, stateOf } from '../../../shared/domain/standing/attainment.ts'
import type { CountdownAskView } from '../../../shared/wire/boards/countdown-ask-board.ts'
import type { ViewMetric, ViewWindow } from '../../../shared/wire/view-parts.ts'
import { head, k, meetings, quarter, revenue, week } from '../samples/floor.ts'
import { metric } from '../samples/metric.ts'

interface Given {
  readonly value: number | null
  readonly goal: number | null
  readonly metric?: ViewMetric
  readonly window?: ViewWindow
  readonly people?: number
  readonly days?: CountdownAskView['days']
  readonly part?: Partial<CountdownAskView>
}

const countdown = (id: string, title: string, given: Given): CountdownAskView => {
  const { value, goal, people = 8, days = { all: 64, left: 28 }, part = {} } = given
  const about = given.metric ?? revenue
  const { unit, better } = about
  // What moves with today has all of its time behind it.
  const gone = days === null ? 1 : (days.all - days.left) / days.all
  const pace = paceOf(goal, gone, true, better)
  const left = value === null || goal === null || better === 'lower' ? null : goal - value
  const ask = askOf(left, people, days?.left ?? null, unit)
  return {
    ...head(id, title),
    kind: 'countdown-ask',
    metric: about,
    window: given.window ?? quarter,
    value,
    goal,
    attainment: attainmentOf(value, goal, better),
    pace,
    state: stateOf(value, goal, pace, better),
    ahead: value === null || pace === null ? null : better === 'higher' ? value - pace : pace - value,
    ask,
    rhythm: ask && rhythmOf(left, days?.left ?? null, unit),
    soFarADay: value === null || days === null || gone < 0.1 ? null : value / (days.all - days.left),
    days,
    isOver: false,
    ...part,
  }
}

const deals = metric({
  id: 'deals',
  name: 'Deals won',
  noun: 'deals',
  objective: 'How many deals did we win?',
})
const slips = metric({ id: 'slips', name: 'Deals slipped', noun: 'slips', better: 'lower' })
const november = { all: 20, left: 9 }
const month: ViewWindow = {
  start: '2026-11-01',
  end: '2026-12-01',
  label: 'November',
  progress: 'day 18 of 30',
}
const thisWeek = { metric: meetings, window: week, days: { all: 5, left: 1 } }

export const views: readonly CountdownAskView[] = [
  countdown('countdown-ask', 'What a day asks of us', {
    value: 13,
    goal: 25,
    metric: deals,
    window: month,
    days: november,
  }),
  countdown('countdown-money', 'The quarter, day by day', { value: 2098 * k, goal: 3450 * k }),
  countdown('countdown-behind', 'The quarter, day by day', { value: 410 * k, goal: 3450 * k }),
  countdown('countdown-few', 'The last of November', {
    value: 47,
    goal: 50,
    metric: deals,
    window: month,
    days: november,
  }),
  countdown('countdown-nothing', 'A new month', {
    value: 0,
    goal: 50,
    metric: deals,
    window: { ...month, progress: 'day 1 of 30', begins: 20 },
    days: { all: 20, left: 20 },
  }),
  countdown('countdown-last-day', 'Meetings this week', { ...thisWeek, value: 29, goal: 40 }),
  countdown('countdown-no-day', 'Meetings this week', {
    ...thisWeek,
    value: 29,
    goal: 40,
    days: { all: 5, left: 0 },
  }),
  countdown('countdown-reached', 'The quarter, day by day', { value: 3612 * k, goal: 3450 * k }),
  countdown('countdown-to-the-dot', 'Meetings this week', { ...thisWeek, value: 40, goal: 40 }),
  countdown('countdown-over', 'Last quarter', {
    value: 2098 * k,
    goal: 3450 * k,
    days: { all: 64, left: 0 },
    part: { ask: null, rhythm: null, isOver: true },
  }),
  countdown('countdown-no-goal', 'The quarter, day by day', { value: 2098 * k, goal: null }),
  countdown('countdown-unknown', 'The quarter, day by day', { value: null, goal: 3450 * k }),
  countdown('countdown-no-end', 'In any four weeks', { value: 38, goal: 50, metric: deals, days: null }),
  countdown('countdown-low', 'Slips this month', {
    value: 4,
    goal: 10,
    metric: slips,
    window: month,
    days: november,
  }),
  countdown('countdown-too-high', 'Slips this month', {
    value: 13,
    goal: 10,
    metric: slips,
    window: month,
    days: november,
  }),
  countdown('countdown-nobody', 'What a day asks of us', {
    value: 38,
    goal: 50,
    metric: deals,
    window: month,
    days: november,
    people: 0,
  }),
  countdown('countdown-alone', 'What a day asks of us', {
    value: 38,
    goal: 50,
    metric: deals,
    window: month,
    days: november,
    people: 1,
  }),
  countdown('countdown-dials', 'Dials this week', {
    value: 1870,
    goal: 6000,
    metric: { ...meetings, name: 'Dials', noun: 'dials' },
    window: week,
    days: { all: 5, left: 3 },
    people: 32,
  }),
  countdown('countdown-year', 'The year, day by day', {
    value: 9_876_543_21,
    goal: 123_456_789_00,
    days: { all: 260, left: 31 },
    window: { ...quarter, label: 'FY26', progress: 'day 326 of 365' },
  }),
  countdown('countdown-awkward', 'Ein außergewöhnlich langer Titel, der über jeden Rand hinausgeht', {
    value: 123_456,
    goal: 9_876_543,
    metric: {
      ...meetings,
      name: 'Erstgespräche mit Entscheidungsberechtigten',
      noun: 'Erstgespräche mit Entscheidungsberechtigten',
    },
    people: 1234,
    part: { scope: 'Vertrieb Österreich, Schweiz und Liechtenstein · Kundenbetreuung' },
  }),
]
