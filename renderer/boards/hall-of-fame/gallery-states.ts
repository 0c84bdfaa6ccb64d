// The hall of fame in the states that somebody has looked at.
import type { HallOfFameRow, HallOfFameView } from '../../../shared/wire/boards/hall-of-fame-board.ts'
import type { Face } from '../../../shared/wire/view-parts.ts'
import { pictureTime } from '../samples/floor.ts'
import { awkwardNames, face } from '../samples/people.ts'

const day = 86_400_000

const ended = (
  called: string,
  daysAgo: number,
  winners: readonly Face[],
  part: Partial<HallOfFameRow> = {},
) => ({
  place: 0,
  contest: called.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  called,
  until: pictureTime - daysAgo * day,
  between: 'people' as const,
  winners: [...winners],
  more: 0,
  prize: 'Lunch',
  counts: 'Conversations',
  score: 26,
  unit: 'count' as const,
  ...part,
})

const windowOf = (rows: readonly HallOfFameRow[]): HallOfFameView['window'] => {
  if (rows.length === 0) return { start: null, end: null, label: '', progress: '' }
  const date = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const untils = rows.map(({ until }) => until)
  const label = date.formatRange(Math.min(...untils), Math.max(...untils)).replaceAll('\u2009', '\u00a0')
  return { start: null, end: null, label, progress: '' }
}

const board = (
  id: string,
  rows: readonly HallOfFameRow[],
  champion: HallOfFameView['champion'] = null,
): HallOfFameView => ({
  id,
  kind: 'hall-of-fame',
  title: 'Hall of fame',
  scope: 'Northwind',
  window: windowOf(rows),
  changedAt: rows[0]?.until ?? null,
  awaits: null,
  rows: Object.fromEntries(rows.map((row, place) => [`end-${place}`, { ...row, place }])),
  champion,
})

const hana = face('Hana Sato', 6)
const priya = face('Priya Raman', 0)
const joao = face('João Almeida', 1)
const marcus = face('Marcus Oyelaran', 2)
const amira = face('Amira Haddad', 5)
const tomas = face('Tomás Herrera', 3)
const grace = face('Grace Lindqvist', 4)
const enterprise = { ...face('Enterprise', 2), short: 'Enterprise' }
const red = { ...face('Red side', 5), short: 'Red side' }

const monthOf = (daysAgo: number, winner: Face, score: number) =>
  ended('Meetings of the month', daysAgo, [winner], { counts: 'Meetings held', score, prize: 'A day off' })

const ordinary: readonly HallOfFameRow[] = [
  ended('Power hour', 0.1, [priya], { score: 31 }),
  ended('Power hour', 1, [hana, joao, amira, tomas], { more: 3 }),
  monthOf(3, marcus, 24),
  ended('Meeting cup', 6, [enterprise], { between: 'teams', prize: 'Team breakfast', unit: 'points' }),
  ended('Talk week', 8, [grace], { prize: 'Dinner for two', score: 1.64, unit: 'percent' }),
  ended('November raffle', 11, [amira, tomas], { prize: 'Cinema for two', score: null }),
  ended('Power hour', 14, [joao], { score: 22 }),
]

const winnersOfAnHour = [hana, joao, marcus, amira]

const twelve: readonly HallOfFameRow[] = [
  ...ordinary,
  ended('Power hour', 15, [priya]),
  ended('Talk week', 20, [hana], { prize: 'Dinner for two' }),
  monthOf(33, priya, 21),
  ended('Relay', 40, [red], { between: 'sides', prize: 'A cake', score: null }),
  ended('Power hour', 330, [tomas]),
]

const long = 'The long and winding sprint to the last conversation of the quarter, Q4 2026'

export const views: readonly HallOfFameView[] = [
  board('hall-of-fame', ordinary),
  board('hall-of-fame-champion', twelve, { ...priya, wins: 3 }),
  board('hall-of-fame-one', ordinary.slice(0, 1)),
  board('hall-of-fame-one-everybody', [ended('Power hour', 0.1, winnersOfAnHour, { more: 26 })]),
  board('hall-of-fame-two', ordinary.slice(0, 2)),
  board('hall-of-fame-four', ordinary.slice(0, 4)),
  board('hall-of-fame-none', []),
  board('hall-of-fame-everybody', [
    ended('Power hour', 0.1, winnersOfAnHour, { more: 26 }),
    ...ordinary.slice(1),
  ]),
  board('hall-of-fame-both', [ended('Power hour', 0.1, [hana, joao]), ...ordinary.slice(1, 5)]),
  board('hall-of-fame-team', [
    ended('Meeting cup', 0.1, [enterprise], {
      ...{ between: 'teams', prize: 'Team breakfast', counts: 'Conversations 1, Meetings held 10' },
      ...{ unit: 'points', score: 41.5 },
    }),
    ...ordinary.slice(0, 3),
  ]),
  board('hall-of-fame-quiet', [
    ended('Power hour', 0.1, [{ ...priya, quiet: true }], { score: 31 }),
    ...ordinary.slice(1),
  ]),
  board(
    'hall-of-fame-without-prize',
    ordinary.map((row) => ({ ...row, prize: null })),
  ),
  board(
    'hall-of-fame-long',
    awkwardNames.slice(0, 7).map((name, index) =>
      ended(long, index, [face(name, index), ...(index % 2 === 0 ? [] : [face(awkwardNames[7] ?? '', 7)])], {
        ...{ prize: long, counts: long, more: index === 3 ? 240 : 0 },
        ...(index === 0 && { unit: 'money' as const, score: 123_456_789_00 }),
      }),
    ),
  ),
]
