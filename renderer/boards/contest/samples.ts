// Contests for the gallery: one afternoon on one floor, with what a state changes of it.
import type { ContestView } from '../../../shared/wire/boards/contest-board.ts'
import type { ContestRow, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { pictureTime } from '../samples/floor.ts'
import { face } from '../samples/people.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** 1 minute and 52 seconds after the pictures' time: 3:00 PM in New York would be later, so the hour ends at 2:43. */
const endsAt = pictureTime + 112_000

export interface Entrant {
  readonly name: string
  readonly score: number | null
  readonly part?: Partial<ContestRow>
}

export const people: readonly Entrant[] = [
  { name: 'Hana Sato', score: 26 },
  { name: 'João Almeida', score: 24 },
  { name: 'Marcus Oyelaran', score: 23 },
  { name: '陈美玲', score: 22 },
  { name: 'Priya Raman', score: 20 },
  { name: 'Amira Haddad', score: 19 },
  { name: 'Tomás Herrera', score: 17 },
  { name: 'Grace Lindqvist', score: 16 },
]

const idOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')

/** In the order given, which is that of their places; equal scores share a rank. */
export const rowsFor = (
  entrants: readonly Entrant[],
  line: number | null,
  wins: (row: { readonly score: number | null; readonly rank: number | null }) => boolean,
): Record<string, ContestRow> =>
  Object.fromEntries(
    entrants.map(({ name, score, part = {} }, place): [string, ContestRow] => {
      const rank = score === null ? null : entrants.findIndex((each) => each.score === score) + 1
      const above = rank === null || rank === 1 ? null : (entrants[rank - 2]?.score ?? null)
      const toLine = line === null || score === null || score >= line ? null : line - score
      const row: ContestRow = {
        ...face(name, place),
        place,
        rank,
        score,
        raw: null,
        at: score ? pictureTime - (place + 1) * minute : null,
        share: line === null || score === null ? null : Math.min(1, Math.max(0, score / line)),
        missing:
          line === null
            ? above === null || score === null
              ? null
              : above - score + (above > 2 ? 1 : 0)
            : toLine,
        isIn: wins({ score, rank }),
        tooLittle: false,
        tickets: null,
        has: [],
        people: [],
        prize: null,
      }
      return [`${idOf(name)}-${place}`, { ...row, ...part }]
    }),
  )

const plain: ContestStandings = {
  contest: 'power-hour',
  name: 'Power hour',
  on: '2026-11-20',
  between: 'people',
  of: 'total',
  phase: 'running',
  from: endsAt - hour,
  until: endsAt,
  finalAt: endsAt + day,
  isByTheClock: true,
  win: { by: 'over', value: 20 },
  counts: 'Conversations',
  noun: 'conversations',
  unit: 'count',
  line: 20,
  collects: [],
  handicap: false,
  atLeast: null,
  prizes: [{ what: 'Lunch' }],
  paidBy: null,
  sponsor: null,
  hidden: false,
  rows: {},
  rounds: [],
  draw: null,
  changedSince: false,
}

export const viewOf = (id: string, title: string, standings: ContestStandings | null): ContestView => ({
  id,
  kind: 'contest',
  title,
  scope: 'Northwind',
  window: {
    start: '2026-11-20',
    end: '2026-11-21',
    label: standings === null || standings.isByTheClock ? 'Nov 20' : 'Nov 9 – 29',
    progress: '',
  },
  changedAt: standings === null ? null : pictureTime - minute,
  awaits: null,
  standings,
})

/** Of an hour, won by everybody over the bar. */
export const powerHour = (
  entrants: readonly Entrant[] = people,
  part: Partial<ContestStandings> = {},
): ContestStandings => {
  const all = { ...plain, ...part }
  const { line } = all
  return {
    ...all,
    rows:
      part.rows ??
      rowsFor(entrants, line, ({ score, rank }) =>
        line === null ? rank === 1 && (score ?? 0) > 0 : (score ?? 0) >= line,
      ),
  }
}

/** Of three weeks, of whole days, won by whoever has most. */
export const longContest = (
  entrants: readonly Entrant[] = people,
  part: Partial<ContestStandings> = {},
): ContestStandings =>
  powerHour(entrants, {
    contest: 'november',
    name: 'November sprint',
    isByTheClock: false,
    from: pictureTime - 11 * day,
    until: pictureTime + 9 * day + 4 * hour,
    finalAt: pictureTime + 10 * day + 4 * hour,
    win: { by: 'most' },
    counts: 'Meetings held',
    noun: 'meetings',
    line: null,
    prizes: [{ what: 'A day off' }, { what: 'Dinner for two' }, { what: 'Coffee for a week' }],
    ...part,
  })
