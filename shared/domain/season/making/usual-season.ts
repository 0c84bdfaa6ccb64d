// What a season begins with: the usual kinds of points, levels, badges and tiers, of the metrics and goals that the floor has.
import type { FloorFile, Metric } from '../../../wire/floor.ts'
import type { BadgeIcon } from '../../../wire/season.ts'
import { helpKind } from '../../../wire/thanks.ts'
import { parseWindow } from '../../../wire/window.ts'
import { addsUp } from '../../floor-file/adds-up.ts'
import { type Day, formatDay, parseDay } from '../../time/calendar-date.ts'
import { createFiscalCalendar } from '../../time/fiscal-calendar.ts'
import type { Say } from '../../words/say.ts'
import type { BadgeRow, SeasonForm } from './season-form.ts'

/** A season that has fewer days left of its quarter goes on to the end of the next one. */
const leastDays = 35
const mostPoints = 4

const isHelp = ({ of }: Metric): boolean =>
  'where' in of && of.where.some((each) => each.field === 'kind' && 'is' in each && each.is === helpKind)

/** Metrics that can give points. */
export const pointMetrics = ({ metrics }: Pick<FloorFile, 'metrics'>): readonly Metric[] =>
  metrics.filter(
    (metric) => metric.better === 'higher' && metric.retired === undefined && addsUp(metric, metrics),
  )

/** Metrics for which some people have a goal of the day, or a week's that is shared out. */
export const streakMetrics = ({ metrics, goals }: Pick<FloorFile, 'metrics' | 'goals'>): readonly Metric[] =>
  metrics.filter(
    ({ id, better, retired }) =>
      better === 'higher' &&
      retired === undefined &&
      goals.some((goal) => {
        const window = parseWindow(goal.window)
        const isPersonal = goal.rep !== undefined || goal.role !== undefined
        return (
          goal.metric === id &&
          isPersonal &&
          window?.kind === 'period' &&
          (window.grain === 'day' || window.grain === 'week')
        )
      }),
  )

type Period = SeasonForm['teams'][number]['period']
const periods: readonly Period[] = ['week', 'month', 'quarter', 'day']

/** What teams have goals for, with the periods of these; the shortest that is no day first. */
export const teamMetrics = ({
  metrics,
  goals,
}: Pick<FloorFile, 'metrics' | 'goals'>): readonly { readonly metric: Metric; readonly period: Period }[] =>
  periods.flatMap((period) =>
    metrics.flatMap((metric) => {
      const has = goals.some((goal) => {
        const window = parseWindow(goal.window)
        return (
          goal.metric === metric.id &&
          goal.team !== undefined &&
          window?.kind === 'period' &&
          window.grain === period
        )
      })
      return has && metric.better === 'higher' && metric.retired === undefined ? [{ metric, period }] : []
    }),
  )

const worthOf = ({ unit, indicator }: Metric, help: boolean): { each: number; per: number } => {
  if (unit === 'money') return { each: 10, per: 1000 }
  if (help) return { each: 10, per: 1 }
  return { each: indicator === 'input' ? 1 : 20, per: 1 }
}

/** The day after the last one that is announced, or today. */
const firstDayFor = ({ seasons }: Pick<FloorFile, 'seasons'>, today: Day): Day =>
  Math.max(
    today,
    ...seasons.flatMap(({ state, until }) => (state === 'announced' ? [parseDay(until) + 1] : [])),
  )

/** `today`: by the floor's date. In the floor's language. */
export const usualSeason = (file: FloorFile, today: Day, say: Say): SeasonForm => {
  const calendar = createFiscalCalendar(file.floor)
  const begin = firstDayFor(file, today)
  const quarter = calendar.period('quarter', begin, 0)
  const end = quarter.to - begin < leastDays ? calendar.period('quarter', begin, 1).to : quarter.to
  const countable = pointMetrics(file)
  const help = countable.find(isHelp)
  const others = countable.filter((metric) => metric !== help && metric.unit !== 'points')
  const inputs = others.filter(({ indicator }) => indicator === 'input')
  const outputs = others.filter(({ indicator }) => indicator === 'output')
  const picked = [...inputs.slice(0, 2), ...outputs.slice(0, 1), ...(help ? [help] : [])].slice(0, mostPoints)
  const [streak] = streakMetrics(file)
  const [team] = teamMetrics(file)
  const [first] = inputs.length > 0 ? inputs : others
  const badge = (
    id: string,
    name: string,
    icon: BadgeIcon,
    by: BadgeRow['by'],
    metric: Metric | undefined,
    value: number,
  ): BadgeRow[] =>
    metric === undefined && by !== 'helped' ? [] : [{ id, name, icon, by, metric: metric?.id ?? '', value }]
  return {
    name: say(
      { id: 'season.usual.name', defaultMessage: 'Season {period}' },
      { period: calendar.label({ kind: 'period', grain: 'quarter', offset: 0 }, end - 1) },
    ),
    from: formatDay(begin),
    until: formatDay(end - 1),
    points: picked.map((metric) => ({ metric: metric.id, ...worthOf(metric, metric === help) })),
    streaks: streak === undefined ? [] : [{ metric: streak.id, day: 5, every: 5, gives: 25 }],
    levels: [
      { name: say({ id: 'season.usual.level-1', defaultMessage: 'Warmed up' }), at: 50 },
      { name: say({ id: 'season.usual.level-2', defaultMessage: 'In the flow' }), at: 200 },
      { name: say({ id: 'season.usual.level-3', defaultMessage: 'Strong' }), at: 500 },
      { name: say({ id: 'season.usual.level-4', defaultMessage: 'Outstanding' }), at: 1000 },
    ],
    badges: [
      ...badge(
        'five-in-a-row',
        say({ id: 'season.usual.badge-row', defaultMessage: 'Five in a row' }),
        'flame',
        'streak',
        streak,
        5,
      ),
      ...(file.floor.thanks === undefined
        ? []
        : badge(
            'good-colleague',
            say({ id: 'season.usual.badge-help', defaultMessage: 'Good colleague' }),
            'hands',
            'helped',
            undefined,
            3,
          )),
      ...badge(
        'best-week',
        say({ id: 'season.usual.badge-best', defaultMessage: 'Best week yet' }),
        'mountain',
        'best-week',
        first,
        0,
      ),
      ...badge(
        'a-fifth-more',
        say({ id: 'season.usual.badge-more', defaultMessage: 'A fifth more' }),
        'sprout',
        'improved',
        first,
        20,
      ),
      ...badge(
        'ten',
        say({ id: 'season.usual.badge-ten', defaultMessage: 'Ten of them' }),
        'target',
        'total',
        outputs.find(({ unit }) => unit === 'count'),
        10,
      ),
    ],
    teams:
      team === undefined
        ? []
        : [
            {
              metric: team.metric.id,
              period: team.period,
              tiers: [
                {
                  percent: 80,
                  unlocks: say({ id: 'season.usual.unlock-1', defaultMessage: 'Breakfast together' }),
                  multiplies: 1,
                },
                { percent: 100, unlocks: '', multiplies: 1.1 },
                {
                  percent: 120,
                  unlocks: say({ id: 'season.usual.unlock-3', defaultMessage: 'Lunch together' }),
                  multiplies: 1.25,
                },
              ],
            },
          ],
    settleHours: 24,
  }
}

const roundTo = (value: number): number => {
  const step = value < 100 ? 5 : value < 1000 ? 25 : 100
  return Math.max(step, Math.round(value / step) * step)
}

/** Four levels from what people would have had: whoever is in the middle comes to the third, the first to the highest. */
export const levelsFrom = (
  levels: SeasonForm['levels'],
  { middle, most }: { readonly middle: number; readonly most: number },
): SeasonForm['levels'] => {
  const highest = Math.max(most * 0.9, 4)
  const steps = levels.map((_, nth) => {
    const share = (nth + 1) / levels.length
    // Below the middle they come quickly, above it they need more.
    return share <= 0.75
      ? Math.max(middle, 3) * (share / 0.75)
      : middle + (highest - middle) * ((share - 0.75) / 0.25)
  })
  let before = 0
  return levels.map((level, nth) => {
    before = Math.max(roundTo(steps[nth] ?? 0), before + 5)
    return { ...level, at: before }
  })
}
