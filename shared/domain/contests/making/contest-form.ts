// A contest as its form has it, and back: what nobody changed in the form stays as the floor file has it.
import { z } from 'zod'
import { Contest, ContestPoints, ContestSide, type ContestWin } from '../../../wire/contests/contest.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { PlainDate, Slug } from '../../../wire/text.ts'
import { type Day, dayOf, formatDay, parseDay, partsOf, weekdayOf } from '../../time/calendar-date.ts'
import { minutesOf, timeText, weekdayIndex } from '../../time/week.ts'
import { type ContestShape, type ContestShapeId, contestShapes, shapeOf } from './shapes.ts'

/** As it is kept in a tab of the console while somebody types. Empty texts: nothing chosen. */
export const ContestForm = z.object({
  shape: z.enum(Object.keys(contestShapes) as [ContestShapeId, ...ContestShapeId[]]),
  name: z.string(),
  between: z.enum(['people', 'teams', 'sides']),
  /** Of a team with those below it; of a role. */
  team: z.string(),
  role: z.string(),
  sides: z.array(ContestSide),
  perHead: z.boolean(),
  /** One: the metric itself, whatever `each` says. Several: points. */
  counts: z.array(ContestPoints),
  collects: z.array(Slug),
  /** Of the line, the ticket or the leg. */
  value: z.number(),
  isByTheClock: z.boolean(),
  /** By the clock: at the next minute after it is announced, whatever `day` and `time` say. */
  startsNow: z.boolean(),
  day: PlainDate,
  time: z.string(),
  minutes: z.number(),
  /** Of whole days: the last of them. */
  until: PlainDate,
  repeats: z.enum(['never', 'day', 'week', 'month']),
  handicap: z.enum(['none', 'own-usual']),
  /** Metric of the least that is asked for; empty for none. */
  leastOf: z.string(),
  least: z.number(),
  ties: z.enum(['shared', 'first']),
  prizes: z.array(z.object({ what: z.string(), costs: z.number().nullable() })),
  paidBy: z.string(),
  sponsor: z.string(),
  word: z.string(),
  settleHours: z.number(),
  hiddenMinutes: z.number(),
})
export type ContestForm = z.infer<typeof ContestForm>

/** On the floor's own clock. */
export interface LocalNow {
  readonly day: Day
  /** Since midnight. */
  readonly minutes: number
}

const minutesOfDay = 24 * 60

/** A date and a time that are so many minutes after one of them, as clocks on the wall show it without a change. */
const momentAfter = (day: Day, minutes: number): string =>
  `${formatDay(day + Math.floor(minutes / minutesOfDay))}T${timeText(((minutes % minutesOfDay) + minutesOfDay) % minutesOfDay)}`

const minutesBetween = (from: string, until: string): number =>
  Math.round((Date.parse(`${until}Z`) - Date.parse(`${from}Z`)) / 60_000)

/** The last day of the week, the month or three months that a day is in. `weekStart`: 0 is Monday. */
const lastDayOf = (span: 'week' | 'month' | 'quarter', day: Day, weekStart: number): Day => {
  if (span === 'week') return day + ((weekStart - weekdayOf(day) + 6 + 7) % 7)
  const { year, month } = partsOf(day)
  return dayOf(year, span === 'month' ? month + 1 : month + 3 - ((month - 1) % 3), 1) - 1
}

/** A conversation or a call: what an hour brings enough of. */
const isOfCalls = ({ of }: FloorFile['metrics'][number]): boolean =>
  'where' in of &&
  of.where.some(
    (each) => each.field === 'conversation' || (each.field === 'kind' && 'is' in each && each.is === 'call'),
  )

const firstMetric = (file: FloorFile, { indicator, span }: ContestShape): string => {
  const countable = file.metrics.filter(isCountable)
  const suiting = countable.filter((metric) => metric.indicator === indicator)
  const first = 'minutes' in span ? suiting.find(isOfCalls) : undefined
  return (first ?? suiting[0] ?? countable[0])?.id ?? ''
}

/** What can be raced for step by step: numbers that add up. */
export const isCountable = ({ unit, better, of }: FloorFile['metrics'][number]): boolean =>
  better !== 'lower' && unit !== 'percent' && unit !== 'days' && !('ratio' in of)

/** What a new contest of a shape begins with. `team`: whose it is to be, empty for everybody. */
export const newContestForm = (
  id: ContestShapeId,
  file: FloorFile,
  now: LocalNow,
  words: { readonly name: string; readonly prize: string },
  team: string,
): ContestForm => {
  const shape: ContestShape = contestShapes[id]
  const inputs = file.metrics.filter(isCountable).map((metric) => metric.id)
  const weekStart = weekdayIndex[file.floor.weekStartsOn]
  return {
    shape: id,
    name: words.name,
    between: shape.between,
    team,
    role: '',
    sides: [],
    perHead: id === 'team-against-team',
    counts: [{ metric: firstMetric(file, shape), each: 1 }],
    collects: shape.by === 'collect' ? inputs.slice(0, 4) : [],
    value: shape.value ?? 1,
    isByTheClock: 'minutes' in shape.span,
    startsNow: 'minutes' in shape.span,
    day: formatDay(now.day),
    time: timeText(Math.min(minutesOfDay - 1, Math.ceil((now.minutes + 1) / 15) * 15)),
    minutes: 'minutes' in shape.span ? shape.span.minutes : 60,
    until: formatDay('days' in shape.span ? lastDayOf(shape.span.days, now.day, weekStart) : now.day),
    repeats: 'never',
    handicap: 'none',
    leastOf: '',
    least: 1,
    ties: shape.by === 'over' || shape.by === 'collect' ? 'shared' : 'first',
    prizes: [{ what: words.prize, costs: null }],
    paidBy: '',
    sponsor: '',
    word: '',
    settleHours: shape.settleHours,
    hiddenMinutes: 0,
  }
}

const winOf = (form: ContestForm): ContestWin => {
  const { by } = contestShapes[form.shape]
  switch (by) {
    case 'first-to':
    case 'over':
      return { by, value: form.value }
    case 'collect':
      return { by, metrics: form.collects }
    case 'raffle':
      return { by, ticketEach: form.value }
    case 'relay':
      return { by, each: form.value }
    case 'most':
    case 'improved':
    case 'bracket':
    case 'king':
      return { by }
  }
}

const spanOf = (form: ContestForm, now: LocalNow): { readonly from: string; readonly until: string } => {
  if (!form.isByTheClock) return { from: form.day, until: form.until }
  const day = form.startsNow ? now.day : parseDay(form.day)
  const start = form.startsNow ? now.minutes + 1 : minutesOf(form.time)
  return { from: momentAfter(day, start), until: momentAfter(day, start + form.minutes) }
}

/** As the floor file has it; what is missing or contradicts itself is found by the schema. `before`: what is changed, or null. */
export const contestOf = (
  form: ContestForm,
  id: string,
  now: LocalNow,
  before: Contest | null,
): ReturnType<typeof Contest.safeParse> => {
  const [only] = form.counts
  const prizes = form.prizes.filter(({ what }) => what.trim() !== '')
  const { people, handicap } = before ?? {}
  return Contest.safeParse({
    id,
    name: form.name,
    between: form.between,
    ...(form.team !== '' && form.between !== 'sides' && { team: form.team }),
    ...(form.role !== '' && form.between === 'people' && { role: form.role }),
    ...(people !== undefined && { people }),
    ...(form.between === 'sides' && { sides: form.sides }),
    ...(form.perHead && form.between !== 'people' && { of: 'per-head' }),
    counts: form.counts.length === 1 ? only?.metric : form.counts,
    ...spanOf(form, now),
    ...(form.repeats !== 'never' && { repeats: { ...before?.repeats, every: form.repeats } }),
    win: winOf(form),
    ...(form.leastOf !== '' && { atLeast: { metric: form.leastOf, value: form.least } }),
    ...(form.handicap === 'own-usual'
      ? { handicap: 'own-usual' }
      : typeof handicap === 'object' && { handicap }),
    ties: form.ties,
    prizes: prizes.map(({ what, costs }) => ({ what, ...(costs !== null && { costs }) })),
    ...(form.paidBy.trim() !== '' && { paidBy: form.paidBy }),
    ...(form.sponsor !== '' &&
      form.word.trim() !== '' && { sponsor: { person: form.sponsor, word: form.word } }),
    settleHours: form.settleHours,
    hiddenMinutes: form.hiddenMinutes,
    state: before?.state ?? 'draft',
  })
}

const lineOf = (win: ContestWin): number => {
  switch (win.by) {
    case 'first-to':
    case 'over':
      return win.value
    case 'raffle':
      return win.ticketEach
    case 'relay':
      return win.each
    default:
      return 1
  }
}

/** The form of a contest that is there. */
export const contestFormOf = (contest: Contest): ContestForm => {
  const { counts, from, until, win, between, prizes, sponsor, atLeast } = contest
  const isByTheClock = from.length > 10
  return {
    shape: isByTheClock && win.by === 'over' ? 'power-hour' : shapeOf(win.by, between),
    name: contest.name,
    between,
    team: contest.team ?? '',
    role: contest.role ?? '',
    sides: contest.sides ?? [],
    perHead: contest.of === 'per-head',
    counts: typeof counts === 'string' ? [{ metric: counts, each: 1 }] : counts,
    collects: win.by === 'collect' ? win.metrics : [],
    value: lineOf(win),
    isByTheClock,
    startsNow: false,
    day: from.slice(0, 10),
    time: isByTheClock ? from.slice(11) : '09:00',
    minutes: isByTheClock ? minutesBetween(from, until) : 60,
    until: until.slice(0, 10),
    repeats: contest.repeats?.every ?? 'never',
    handicap: contest.handicap === 'own-usual' ? 'own-usual' : 'none',
    leastOf: atLeast?.metric ?? '',
    least: atLeast?.value ?? 1,
    ties: contest.ties,
    prizes: prizes.map(({ what, costs }) => ({ what, costs: costs ?? null })),
    paidBy: contest.paidBy ?? '',
    sponsor: sponsor?.person ?? '',
    word: sponsor?.word ?? '',
    settleHours: contest.settleHours,
    hiddenMinutes: contest.hiddenMinutes,
  }
}
