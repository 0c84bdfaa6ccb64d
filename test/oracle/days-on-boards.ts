// What boards of days in a row, of news and of the hours after work must show: all by the board's own date.
import { Temporal } from 'temporal-polyfill'
import type { Metric } from '../../shared/wire/floor.ts'
import type { WindowSpec } from '../../shared/wire/window.ts'
import { heardFacts } from './aside.ts'
import { type Dates, holds, isWorkingDay, minutesOf, plus, startIn } from './calendar.ts'
import { amountOf, placed, type Versions } from './contributions.ts'
import { goalOfPerson, isAdditive } from './goals.ts'
import { findPerson, isEmployedOn, type Person, sharedZone, zoneOfTeam } from './people.ts'
import { createSight, nobodyIn, type Sight, specOf } from './period.ts'
import { awaits, byId, type Expected, filterOf, heading } from './standings-on-boards.ts'

const oneDay = (date: string): Dates => ({ from: date, to: plus(date, 1), undated: false })

/** What a day of the week's goal is, in whole pieces. */
const goalOfDay = (sight: Sight, metric: Metric, person: Person, date: string): number | null => {
  const ask = (grain: 'day' | 'week', dates: Dates): number | null =>
    goalOfPerson(sight.file, person, {
      metric,
      window: { kind: 'period', grain, offset: 0 },
      dates,
      today: sight.today,
    })
  const own = ask('day', oneDay(date))
  if (own !== null) return own
  const week = weekOf(sight, date)
  const weekly = ask('week', week)
  if (weekly === null) return null
  const daily = isAdditive(sight.file, metric) ? weekly * (1 / sight.workingDays(week)) : weekly
  return metric.unit === 'count' || metric.unit === 'money' ? Math.max(0, Math.ceil(daily - 1e-9)) : daily
}

/** The week that a date is in. */
const weekOf = ({ file }: Sight, date: string): Dates => {
  let from = date
  const start = file.floor.weekStartsOn
  const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  while (names[Temporal.PlainDate.from(from).dayOfWeek - 1] !== start) from = plus(from, -1)
  return { from, to: plus(from, 7), undated: false }
}

interface Streak {
  readonly days: number
  readonly today: 'reached' | 'open' | 'off'
}

const streakOf = (sight: Sight, metric: Metric, person: Person): Streak | null => {
  const { personParts, valueFrom } = sight.values
  const reachedOn = (date: string): boolean | null => {
    const goal = goalOfDay(sight, metric, person, date)
    if (goal === null || goal <= 0) return null
    const value = valueFrom(metric.id, personParts(person.id, oneDay(date), nobodyIn))
    return value !== null && value >= goal
  }
  const isOverFor = (date: string) => date < sight.today && date < sight.dateOf(person)
  let today: Streak['today'] = 'off'
  let days = 0
  let isJudged = false
  for (let date = sight.today; isEmployedOn(person, date) && days < 250; date = plus(date, -1)) {
    if (!isWorkingDay(sight.file.floor, date)) continue
    const isReached = reachedOn(date)
    if (isReached === null && !isJudged) return null
    isJudged = true
    if (date === sight.today) today = isReached ? 'reached' : 'open'
    if (isReached) days += 1
    else if (isOverFor(date)) break
  }
  return isJudged ? { days, today } : null
}

export const improved: Expected<'improved'> = (board, sight) => {
  const [metric, window, filter] = [
    sight.values.metricOf(board.metric),
    specOf(board.window),
    filterOf(board),
  ]
  const { personParts, valueFrom } = sight.values
  const dates = sight.dates(window)
  const from = dates.from ?? sight.today
  const past: Dates = { from: plus(from, -28), to: from, undated: false }
  // Part of a past makes everybody better than theirs, or worse.
  const listed = sight.values.historyComing ? [] : sight.listed(window, filter)

  const gainOf = (person: Person): object | null => {
    if (person.startedOn !== undefined && person.startedOn > plus(from, -28)) return null
    const share = sight.shareOf(person, window)
    if (share < 0.1) return null
    const valueIn = (among: Dates) => valueFrom(metric.id, personParts(person.id, among, nobodyIn)) ?? 0
    const pastDays = sight.workingDays(past)
    const usual = pastDays === 0 ? 0 : (valueIn(past) / pastDays) * (share * sight.workingDays(dates))
    const change = valueIn(dates) / usual - 1
    return usual > 0 && change >= 0.005 ? { from: usual, to: valueIn(dates), change } : null
  }

  const streaks = listed.flatMap((person) => {
    const streak = streakOf(sight, metric, person)
    return streak ? [[person.id, streak] as const] : []
  })
  return {
    window: heading(sight, window),
    awaits: awaits(sight, [board.metric, board.streak ?? board.metric]),
    rows: Object.fromEntries(
      listed.flatMap((person) => {
        const gain = gainOf(person)
        return gain ? [[person.id, gain]] : []
      }),
    ),
    streaks: {
      withGoal: streaks.length,
      rows: Object.fromEntries(streaks.filter(([, { days }]) => days >= 2)),
    },
  }
}

export const spotlight: Expected<'spotlight'> = (board, sight) => {
  const listed = sight.listed(specOf('day'), filterOf(board))
  const shown = board.metrics.map(({ metric, window }) => ({
    metric: sight.values.metricOf(metric),
    window: specOf(window ?? 'quarter'),
  }))
  const waits = awaits(
    sight,
    board.metrics.map(({ metric }) => metric),
  )
  return {
    window: heading(sight, specOf('day')),
    awaits: waits,
    metrics: shown.map(({ window }) => ({ window: heading(sight, window) })),
    rows: byId(listed, (person) => ({
      goals: shown.map(({ metric, window }) => sight.ofPerson(metric, window, person, nobodyIn)),
      ...(waits === null ? {} : { streaks: [], gain: null, newcomer: false }),
    })),
  }
}

/** Plans are records, and the histories of the oracle hold none: what is done is shown, and nothing is planned. */
export const formula: Expected<'formula'> = (board, sight) => {
  const metrics = board.metrics.map((id) => sight.values.metricOf(id))
  const filter = filterOf(board)
  return {
    window: heading(sight, specOf('day')),
    awaits: awaits(sight, board.metrics),
    reached: false,
    columns: metrics.map(() => ({ plannedFor: 'day', atGoal: 0, withGoal: 0 })),
    rows: byId(sight.listed(specOf('day'), filter), (person) => ({
      cells: metrics.map((metric) => ({
        value: sight.ofPerson(metric, specOf('day'), person, filter).value,
        goal: null,
        state: null,
      })),
    })),
  }
}

/** The time of day at which work begins on a date in a zone, epoch ms. */
const opening = (zone: string, date: string, minutes: number): number =>
  Temporal.PlainDateTime.from(date).add({ minutes }).toZonedDateTime(zone).epochMilliseconds

export const calm: Expected<'calm'> = (board, sight) => {
  const { file, values, at, zone, today } = sight
  const filter = filterOf(board)
  const opens = minutesOf(file.floor.businessHours.from)
  const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime()
  const hasBegun = clock.hour * 60 + clock.minute >= opens
  const search = (from: string, step: 1 | -1): string => {
    let date = from
    while (!isWorkingDay(file.floor, date)) date = plus(date, step)
    return date
  }
  const next = search(hasBegun ? plus(today, 1) : today, 1)
  const lastWorked = search(hasBegun ? today : plus(today, -1), -1)
  const morning = createSight(
    file,
    values,
    filter.team === null ? [] : [filter.team],
    opening(zone, next, opens),
  )
  const back = [0, 1, 2, 3].find((weeks) =>
    holds(sight.dates({ kind: 'period', grain: 'week', offset: -weeks }), lastWorked),
  )
  const worked: WindowSpec = { kind: 'period', grain: 'week', offset: -(back ?? 0) }
  const resultMetric = board.result && values.metricOf(board.result.metric)
  return {
    next: { day: next },
    goals: board.metrics.map((each) => {
      const [metric, window] = [values.metricOf(each.metric), specOf(each.window ?? 'week')]
      const own = morning
        .listed(window, filter)
        .flatMap((person) => morning.goalOf(metric, window, person) ?? [])
      if (own.length > 0) return { of: 'each', goal: { from: Math.min(...own), to: Math.max(...own) } }
      const shared = filter.role === null ? morning.goalOf(metric, window, filter.team) : null
      return shared === null
        ? { of: null, goal: null }
        : { of: 'together', goal: { from: shared, to: shared } }
    }),
    result: resultMetric && {
      ...sight.ofScope(resultMetric, worked, filter, sight.listed(worked, filter)),
      window: heading(sight, worked),
    },
  }
}

/** `facts`: all that was ever said. */
export const winsFrom =
  (facts: ReadonlyMap<string, Versions>): Expected<'wins'> =>
  (board, sight) => {
    const { file, today, at } = sight
    const window: WindowSpec = { kind: 'last', days: board.days }
    const deals = heardFacts(file, facts).filter((fact) => fact.type === 'deal')
    const amounts = deals.flatMap((deal) => {
      if (deal.status !== 'won' || deal.closedAt == null) return []
      const owner = deal.credits.find(({ role }) => (role ?? 'owner') === 'owner') ?? deal.credits[0]
      const closer = owner ? findPerson(file, owner.rep) : null
      if (!closer || !isEmployedOn(closer, today)) return []
      const { date, ms } = placed(file, closer, deal.closedAt)
      const isThere = deal.closedAt.length === 10 ? date <= today : ms <= at
      if (!isThere || !holds(sight.dates(window), date)) return []
      if (!sight.isHereIn(closer, oneDay(date), filterOf(board), false)) return []
      return [amountOf(file, deal)]
    })
    return {
      window: heading(sight, window),
      awaits: sight.values.historyComing ? 'history' : deals.length > 0 ? null : 'first fact',
      deals: amounts.filter((amount) => amount === null || amount > 0).length,
      total: amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
      refunds: amounts.filter((amount) => amount !== null && amount < 0).length,
    }
  }

export const announcement: Expected<'announcement'> = ({ scope, countdownTo }, { file, at }) => {
  const { team } = scope
  const zone =
    team === undefined ? file.floor.timeZone : (sharedZone(file, [team], at) ?? zoneOfTeam(file, team))
  const [date = '', time = '00:00'] = (countdownTo ?? '').split('T')
  return { countdown: { to: startIn(zone, date) + minutesOf(time) * 60_000 } }
}
