import { expect, test } from 'vitest'
import { ContestBoard, ContestView } from '../../../wire/boards/contest-board.ts'
import type { ContestRow, ContestStandings } from '../../../wire/contests/standings.ts'
import { FloorFile } from '../../../wire/floor.ts'
import { type ContestBook, noContests } from '../../standing/contest-book.ts'
import { createNumbers } from '../../standing/numbers.ts'
import { createTestFloor, floorOf, metricOf, person } from '../../test-support/test-floor.ts'
import { createFormat } from '../../words/format.ts'
import { floorReferenceFaults } from '../floor-references.ts'
import { createPaperWords } from '../paper.ts'
import { wallNumbers } from '../wall-numbers.ts'
import { createContestView } from './contest-view.ts'
import { contestOnPaper } from './on-paper.ts'

const calls = metricOf('calls', {
  from: 'activity',
  where: [{ field: 'kind', is: 'call' }],
  date: 'at',
})
const hour = {
  id: 'hour',
  name: 'Power hour',
  counts: 'calls',
  from: '2026-11-20T15:00',
  until: '2026-11-20T16:00',
  win: { by: 'most' },
  state: 'announced',
}
const file = floorOf({
  people: [
    person('ana', { name: 'Ana Lopez' }),
    person('bo', { name: 'Bo Berg', offWall: true }),
    person('cy', { name: 'Cyrus Stone', shortName: 'Cy' }),
  ],
  metrics: [calls],
  contests: [hour],
})
const { engine } = createTestFloor(file)
const now = Date.parse('2026-11-20T15:30:00Z')

const row = (name: string, place: number, score: number): ContestRow => ({
  name,
  short: name,
  initials: 'XX',
  hue: 3,
  photo: null,
  place,
  rank: place + 1,
  score,
  raw: null,
  at: now - place,
  share: null,
  missing: null,
  isIn: place === 0,
  tooLittle: false,
  tickets: null,
  has: [],
  people: [],
  prize: null,
})
const standing: ContestStandings = {
  contest: 'hour',
  name: 'Power hour',
  on: '2026-11-20',
  between: 'people',
  of: 'total',
  phase: 'running',
  from: now - 1_800_000,
  until: now + 1_800_000,
  finalAt: now + 1_800_000,
  isByTheClock: true,
  win: { by: 'most' },
  counts: 'Calls',
  noun: 'calls',
  unit: 'count',
  line: null,
  collects: [],
  handicap: false,
  atLeast: null,
  prizes: [],
  paidBy: null,
  sponsor: null,
  hidden: false,
  rows: { bo: row('Bo Berg', 0, 9), cy: row('Cyrus Stone', 1, 7), gone: row('Gone G.', 2, 5) },
  rounds: [],
  draw: null,
  changedSince: false,
}

const viewOf = (standings: ContestStandings | null): ContestView => {
  const contests: ContestBook = { ...noContests, standings: () => standings }
  const numbers = createNumbers(engine, () => false, undefined, undefined, undefined, undefined, contests)
  const board = ContestBoard.parse({ id: 'b', title: 'B', kind: 'contest', contest: 'hour' })
  return ContestView.parse(createContestView(wallNumbers(numbers), board).compute(now))
}

test('[B266] people are called as walls call them, who is kept off is not listed, and ranks stay', () => {
  const { standings, changedAt } = viewOf(standing)
  const rows = Object.entries(standings?.rows ?? {})
  expect(rows.map(([id, { name, place, rank }]) => [id, name, place, rank])).toEqual([
    ['cy', 'Cy', 0, 2],
    ['gone', 'Gone G.', 1, 3],
  ])
  expect(changedAt).toBe(now)
})

test.each(['draft', 'called-off'] as const)('[B266] of a %s nothing is shown', (phase) => {
  expect(viewOf({ ...standing, phase })).toMatchObject({ standings: null, window: { label: '' } })
  expect(viewOf(null).standings).toBeNull()
})

test('[B266] a board names a contest that the floor has', () => {
  const board = (contest: string) => ({ id: 'b', title: 'B', kind: 'contest', contest })
  const faultsOf = (contest: string) =>
    floorReferenceFaults(FloorFile.parse({ ...file, boards: [board(contest)] })).map(({ path }) => path)
  expect(faultsOf('hour')).toEqual([])
  expect(faultsOf('houre')).toEqual([['boards', 0, 'contest']])
})

test('[B265] while it is hidden a sheet tells no score either', () => {
  const words = createPaperWords({
    format: createFormat({ locale: 'en-US', currency: 'USD' }),
    date: String,
  })
  expect(contestOnPaper(viewOf({ ...standing, hidden: true }), words).table).toBeNull()
  expect(contestOnPaper(viewOf(standing), words).table?.rows.map(({ cells }) => cells)).toEqual([
    ['2', 'Cy', '7'],
    ['3', 'Gone G.', '5'],
  ])
})
