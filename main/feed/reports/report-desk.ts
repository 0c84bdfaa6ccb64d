// Answers spreadsheets and dashboards: the figures that boards show, and no more than boards show whoever asks. An answer is kept
// until a fact, an edit or a minute could change it, so that twenty panels of one dashboard cost as much as one.
import type { MetricPlan } from '../../../shared/domain/counting/metric-plan.ts'
import { audiencesByMetric } from '../../../shared/domain/metric-changes/metrics-of-board.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { formatDay, parseDay } from '../../../shared/domain/time/calendar-date.ts'
import { exponentOf } from '../../../shared/domain/words/currency-exponent.ts'
import { knownInWords } from '../../../shared/domain/words/known-in-words.ts'
import type { Audience } from '../../../shared/wire/audience.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { MetricRow } from '../../../shared/wire/query.ts'
import { FigureRow, MetricLine, type SeriesQuery, SeriesRow } from '../../../shared/wire/reports.ts'
import { isWithin, type RowsOf } from '../access/private-views.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor, MetricQuery, Refusal } from '../fold/live-floor.ts'
import type { Turns } from '../turns.ts'
import { type CellValue, type ReportTable, tableOf } from './report-table.ts'
import { type SeriesQuestion, seriesFigures, seriesSize } from './series-figures.ts'
import { mostPeriods, seriesPeriods } from './series-periods.ts'

/** Whoever asks: whose rows they are given, and whose boards they may see. */
export interface ReportReader {
  readonly rows: RowsOf
  readonly audiences: readonly Audience[]
}

export interface ReportDesk {
  metrics(reader: ReportReader): ReportTable
  /** Each of the same window; `asked` without the metric. */
  figures(
    reader: ReportReader,
    metrics: readonly string[],
    asked: Omit<MetricQuery, 'metric'>,
  ): Promise<ReportTable | Refusal>
  series(reader: ReportReader, asked: SeriesQuery): Promise<ReportTable | Refusal>
}

interface ReportDeskParts {
  readonly floor: Pick<LiveFloor, 'queryMetric' | 'numbers' | 'current' | 'status' | 'isHistoryComing'>
  readonly turns: Turns
  readonly clock: Clock
}

/** Of a series: as many figures as a spreadsheet still opens, and a second of the feed. */
const mostFigures = 60_000
const mostKept = 64

const minuteMs = 60_000

const refusal = (code: Refusal['code'], message: string): Refusal => ({ code, message })

/** In the unit that people write: money in whole units, with the digits that its currency has. */
const unitsOf = (value: number | null, unit: string, currency: string): number | null =>
  value === null || unit !== 'money' ? value : Math.round(value) / 10 ** exponentOf(currency)

export const createReportDesk = ({ floor, turns, clock }: ReportDeskParts): ReportDesk => {
  const kept = new Map<string, { readonly madeOf: string; readonly table: Promise<ReportTable | Refusal> }>()

  /** The metrics that boards for this reader show, or no board at all; others are not even named. */
  const known = (numbers: Numbers, { audiences }: ReportReader): readonly MetricPlan[] => {
    const widest = audiencesByMetric(numbers.model.file)
    return numbers.model.metrics.filter(({ metric: { id } }) => {
      const audience = widest.get(id)
      return audience === undefined || audiences.includes(audience)
    })
  }
  const plansOf = (
    numbers: Numbers,
    reader: ReportReader,
    metrics: readonly string[],
  ): readonly MetricPlan[] | Refusal => {
    const all = known(numbers, reader)
    const plans: MetricPlan[] = []
    for (const id of new Set(metrics)) {
      const plan = all.find(({ metric }) => metric.id === id)
      if (plan === undefined)
        return refusal(
          'unknown-metric',
          `the floor has no metric "${id}"; ${knownInWords(all.map(({ metric }) => metric.id))}`,
        )
      plans.push(plan)
    }
    return plans
  }

  /** Why a reader is not given the rows of people that a series has; null where they are. */
  const refuseRows = (
    { rows }: ReportReader,
    { by, team }: Pick<SeriesQuery, 'by' | 'team'>,
    teams: FloorFile['teams'],
  ): Refusal | null => {
    if (by !== 'rep' || rows.of !== 'teams') return null
    if (team !== undefined && isWithin(team, rows.teams, teams)) return null
    return refusal('unknown-filter', `team: name one of yours; ${knownInWords(rows.teams)}`)
  }

  const keep = (
    key: unknown,
    madeOf: string,
    make: () => Promise<ReportTable | Refusal>,
  ): Promise<ReportTable | Refusal> => {
    const name = JSON.stringify(key)
    const { version } = floor.current()
    const state = `${version} ${floor.status().seq} ${floor.isHistoryComing()} ${madeOf}`
    const before = kept.get(name)
    kept.delete(name)
    const table = before?.madeOf === state ? before.table : make()
    kept.set(name, { madeOf: state, table })
    table.catch(() => kept.delete(name))
    for (const [oldest] of kept) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    return table
  }

  const headOf = (numbers: Numbers, { metric: { id, name, unit } }: MetricPlan) => ({
    metric: id,
    name,
    unit,
    currency: unit === 'money' ? numbers.model.file.floor.currency : '',
  })

  const makeFigures = async (
    reader: ReportReader,
    metrics: readonly string[],
    asked: Omit<MetricQuery, 'metric'>,
  ): Promise<ReportTable | Refusal> => {
    const numbers = floor.numbers()
    const plans = plansOf(numbers, reader, metrics)
    if ('code' in plans) return plans
    const { currency } = numbers.model.file.floor
    const rows: FigureRow[] = []
    for (const plan of plans) {
      const query = { ...asked, metric: plan.metric.id }
      const answer = floor.queryMetric(query)
      if ('code' in answer) return answer
      const seen = rowsSeen(reader, query, answer.rows)
      if ('code' in seen) return seen
      const { unit } = plan.metric
      const inUnits = (value: number | null): number | null => unitsOf(value, unit, currency)
      for (const { subject, name: who, value, goal, attainment, pace, state, rank } of seen)
        rows.push({
          ...headOf(numbers, plan),
          ...{ subject, who, window: answer.window.label },
          ...{ start: answer.window.start ?? '', end: answer.window.end ?? '' },
          ...{ value: inUnits(value), goal: inUnits(goal), attainment, pace: inUnits(pace) },
          ...{ state: state ?? '', rank },
        })
      if (turns.due()) await turns.next()
    }
    return tableOf(FigureRow.keyof().options, rows)
  }

  /** As the API gives the same rows: to a manager of named teams those of these teams. */
  const rowsSeen = (
    { rows: of }: ReportReader,
    query: MetricQuery,
    rows: readonly MetricRow[],
  ): readonly MetricRow[] | Refusal => {
    if (query.by !== 'rep' || of.of === 'all') return rows
    if (of.of === 'person') return rows.filter(({ subject }) => subject === of.person)
    const seen = new Set<string>()
    for (const team of of.teams) {
      const answer = floor.queryMetric({ ...query, team })
      if ('code' in answer) return answer
      for (const { subject } of answer.rows) seen.add(subject)
    }
    return rows.filter(({ subject }) => seen.has(subject))
  }

  const makeSeries = async (reader: ReportReader, asked: SeriesQuery): Promise<ReportTable | Refusal> => {
    const numbers = floor.numbers()
    const { file, roster, calendar } = numbers.model
    const plans = plansOf(numbers, reader, asked.metric)
    if ('code' in plans) return plans
    const team = asked.team === undefined ? null : roster.subjectOf(asked.team)
    if (asked.team !== undefined && !file.teams.some(({ id }) => id === asked.team))
      return refusal(
        'unknown-filter',
        `the floor has no team "${asked.team}"; ${knownInWords(file.teams.map(({ id }) => id))}`,
      )
    if (team !== null && asked.by === 'org')
      return refusal('unknown-filter', 'team: the figures of one team are asked for with by=team.')
    if (asked.from !== undefined && asked.last !== undefined)
      return refusal('bad-window', 'Name from, or last, not both.')
    const at = clock.now()
    const about = numbers.about(team === null ? [] : [team])
    const today = about.todayAt(at)
    const zone = about.zoneAt(at)
    const periods = seriesPeriods(calendar, today, {
      every: asked.every,
      from: asked.from === undefined ? null : parseDay(asked.from),
      to: asked.to === undefined ? null : parseDay(asked.to),
      last: asked.last ?? null,
    })
    if (periods === null)
      return refusal(
        'bad-window',
        `from, to: the range must end after it begins, and have at most ${mostPeriods} periods; ask for weeks or months.`,
      )
    const questions = plans.map((plan): SeriesQuestion => ({ plan, by: asked.by, team, periods, at }))
    const size = questions.reduce((sum, question) => sum + seriesSize(about, question), 0)
    if (size > mostFigures)
      return refusal(
        'bad-window',
        `These are ${size} figures; ask for at most ${mostFigures}: fewer periods, metrics or people.`,
      )
    const notTheirs = refuseRows(reader, asked, file.teams)
    if (notTheirs !== null) return notTheirs
    const own = asked.by === 'rep' && reader.rows.of === 'person' ? reader.rows : null
    const rows: SeriesRow[] = []
    const begins = new Map(periods.map((period) => [period, zone.startOf(period.days.from)]))
    for (const question of questions) {
      const { unit } = question.plan.metric
      for (const found of seriesFigures(numbers, question)) {
        if (turns.due()) await turns.next()
        if (found === null || (own !== null && own.person !== found.id)) continue
        for (const { period, value, goal } of found.figures)
          rows.push({
            time: new Date(begins.get(period) ?? 0).toISOString(),
            date: formatDay(period.days.from),
            ...headOf(numbers, question.plan),
            ...{ subject: found.id, who: found.who },
            value: unitsOf(value, unit, file.floor.currency),
            goal: unitsOf(goal, unit, file.floor.currency),
            over: period.days.to <= today ? 1 : 0,
          })
      }
    }
    const table = tableOf(SeriesRow.keyof().options, rows)
    return asked.shape === 'long' ? table : wideOf(rows, plans.length > 1)
  }

  return {
    metrics: (reader) => {
      const numbers = floor.numbers()
      return tableOf(
        MetricLine.keyof().options,
        known(numbers, reader).map((plan) => ({
          ...headOf(numbers, plan),
          better: plan.metric.better,
          objective: plan.metric.objective,
        })),
      )
    },
    figures: (reader, metrics, asked) =>
      keep(['figures', reader, metrics, { ...asked, at: Math.floor(asked.at / minuteMs) }], '', () =>
        makeFigures(reader, metrics, asked),
      ),
    series: (reader, asked) => {
      const { token: _, ...question } = asked
      const now = clock.now()
      // Only with the date does a series change by itself, somewhere on the floor.
      const madeOf = `${floor.numbers().todayAt(now)} ${Math.floor(now / (15 * minuteMs))}`
      return keep(['series', reader, question], madeOf, () => makeSeries(reader, asked))
    },
  }
}

/** A row a period, a column for each figure; two of one name have their ids with it. */
const wideOf = (rows: readonly SeriesRow[], manyMetrics: boolean): ReportTable => {
  const nameOf = ({ name, who }: SeriesRow): string => (manyMetrics ? `${name} · ${who}` : who)
  const keyOf = ({ metric, subject }: SeriesRow): string => JSON.stringify([metric, subject])
  const heads = new Map(rows.map((row) => [keyOf(row), row]))
  const names = [...heads.values()].map(nameOf)
  const taken = (name: string): boolean => names.indexOf(name) !== names.lastIndexOf(name)
  const columns = [...heads].map(([key, row]) => ({
    key,
    title: taken(nameOf(row)) ? `${nameOf(row)} (${row.subject})` : nameOf(row),
  }))
  const byTime = new Map<string, { readonly date: string; readonly values: Map<string, CellValue> }>()
  for (const row of rows) {
    const line = byTime.get(row.time) ?? { date: row.date, values: new Map() }
    line.values.set(keyOf(row), row.value)
    byTime.set(row.time, line)
  }
  return {
    columns: ['time', 'date', ...columns.map(({ title }) => title)],
    rows: [...byTime].map(([time, { date, values }]) => [
      time,
      date,
      ...columns.map(({ key }) => values.get(key) ?? null),
    ]),
  }
}
