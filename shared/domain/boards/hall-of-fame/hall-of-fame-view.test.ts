import { expect, test } from 'vitest'
import { HallOfFameBoard, HallOfFameView } from '../../../wire/boards/hall-of-fame-board.ts'
import type { ContestRow, ContestStandings } from '../../../wire/contests/standings.ts'
import { FloorFile } from '../../../wire/floor.ts'
import { type ContestBook, noContests } from '../../standing/contest-book.ts'
import { createNumbers } from '../../standing/numbers.ts'
import { createTestFloor, floorOf, metricOf, person, team } from '../../test-support/test-floor.ts'
import { createFormat } from '../../words/format.ts'
import { createFigureTools } from '../figures/figure-tools.ts'
import { floorReferenceFaults } from '../floor-references.ts'
import { createPaperWords } from '../paper.ts'
import { wallNumbers } from '../wall-numbers.ts'
import { championOf } from './champion.ts'
import { hallOfFameFigures } from './figures.ts'
import { createHallOfFameView } from './hall-of-fame-view.ts'
import { hallOfFameOnPaper } from './on-paper.ts'

const file = floorOf({
  teams: [team('east'), team('west')],
  people: [
    person('ana', { name: 'Ana Lopez', team: 'east' }),
    person('bo', { name: 'Bo Berg', team: 'west', offWall: true }),
    person('cy', { name: 'Cyrus Stone', shortName: 'Cy', team: 'west', celebrate: 'quiet' }),
    person('dee', { name: 'Dee Gone', team: 'east', endedOn: '2026-11-19' }),
    ...Array.from({ length: 30 }, (_, nth) => person(`p${nth}`, { name: `Pat ${nth}`, team: 'west' })),
  ],
  metrics: [metricOf('calls', { from: 'activity', where: [{ field: 'kind', is: 'call' }], date: 'at' })],
  contests: [
    {
      ...{ id: 'hour', name: 'Power hour', counts: 'calls', win: { by: 'most' }, state: 'announced' },
      ...{ from: '2026-11-20T15:00', until: '2026-11-20T16:00' },
    },
  ],
})
const { engine } = createTestFloor(file)
const now = Date.parse('2026-11-20T20:00:00Z')
const day = 86_400_000

const row = (name: string, place: number, part: Partial<ContestRow> = {}): ContestRow => ({
  ...{ name, short: name, initials: 'XX', hue: 3, photo: null, place, rank: place + 1, score: 9 - place },
  ...{ raw: null, at: now, share: null, missing: null, isIn: true, tooLittle: false, tickets: null },
  ...{ has: [], people: [], prize: null },
  ...part,
})
const end = (
  contest: string,
  daysAgo: number,
  rows: Record<string, ContestRow>,
  part: Partial<ContestStandings> = {},
): ContestStandings => ({
  ...{ contest, name: `The ${contest}`, on: `${daysAgo} days ago`, between: 'people', of: 'total' },
  ...{ phase: 'final', from: now - daysAgo * day - 3_600_000, until: now - daysAgo * day },
  ...{
    finalAt: now - daysAgo * day,
    isByTheClock: true,
    win: { by: 'most' },
    counts: 'Calls',
    noun: 'calls',
  },
  ...{ unit: 'count', line: null, collects: [], handicap: false, atLeast: null, prizes: [], paidBy: null },
  ...{ sponsor: null, hidden: false, rows, rounds: [], draw: null, changedSince: false },
  ...part,
})

const viewOf = (ends: readonly ContestStandings[], more: object = {}): HallOfFameView => {
  const contests: ContestBook = {
    ...noContests,
    ended: (ms, most, isWanted = () => true) =>
      ends.filter((each) => each.finalAt <= ms && isWanted(each)).slice(0, most),
  }
  const numbers = createNumbers(engine, () => false, undefined, undefined, undefined, undefined, contests)
  const board = HallOfFameBoard.parse({ id: 'b', title: 'Hall of fame', kind: 'hall-of-fame', ...more })
  return HallOfFameView.parse(createHallOfFameView(wallNumbers(numbers), board).compute(now))
}
const figuresOf = (view: HallOfFameView) =>
  hallOfFameFigures(
    createFigureTools(
      createNumbers(engine, () => false),
      now,
    ),
    HallOfFameBoard.parse({ id: 'b', title: 'Hall of fame', kind: 'hall-of-fame' }),
    view,
  ).map(({ name, figures }) => [name, ...figures.map(({ name: of, value }) => `${of} ${value}`)])
const shown = ({ rows }: HallOfFameView) =>
  Object.values(rows)
    .sort((one, other) => one.place - other.place)
    .map(({ called, winners }) => [called, ...winners.map(({ name }) => name)])

test('[B280] the contests that ended last, twelve at most, each with who won it, the prize and the score', () => {
  const ends = Array.from({ length: 20 }, (_, nth) =>
    end(`c${nth}`, nth, { ana: row('Ana', 0, { prize: 'Lunch' }), cy: row('Cyrus', 1, { isIn: false }) }),
  )
  const view = viewOf(ends)
  expect(shown(view)).toHaveLength(12)
  expect(shown(view)[0]).toEqual(['The c0', 'Ana Lopez'])
  expect(Object.values(view.rows)[0]).toMatchObject({ prize: 'Lunch', counts: 'Calls', score: 9, more: 0 })
  expect(view.changedAt).toBe(now)
  expect(view.window).toMatchObject({ start: '2026-11-09', end: '2026-11-21' })
  expect(view.window.label).toMatch(/^Nov 9\s–\sNov 20$|^Nov 9\s–\s20$/)
  // A draw is not decided by a score.
  const drawn = viewOf([end('raffle', 1, { ana: row('Ana', 0) }, { win: { by: 'raffle', ticketEach: 1 } })])
  expect(Object.values(drawn.rows)[0]).toMatchObject({ score: null })
})

test('[B280] of one contest only its own ends', () => {
  const ends = [end('other', 1, { ana: row('Ana', 0) }), end('hour', 2, { ana: row('Ana', 0) })]
  expect(shown(viewOf(ends, { contest: 'hour' }))).toEqual([['The hour', 'Ana Lopez']])
})

test('[B281] who has left or is kept off walls is named nowhere; an end that only they won is not there', () => {
  const view = viewOf([
    end('a', 1, { bo: row('Bo Berg', 0), cy: row('Cyrus Stone', 1), nobody: row('Gone G.', 2) }),
    end('b', 2, { bo: row('Bo Berg', 0) }),
    end('c', 3, { dee: row('Dee Gone', 0) }),
    end('d', 4, {}),
  ])
  expect(shown(view)).toEqual([['The a', 'Cy']])
  expect(Object.values(view.rows)[0]?.winners[0]).toMatchObject({ quiet: true })
  expect(JSON.stringify(view)).not.toMatch(/Bo Berg|Dee Gone|Gone G\./)
})

test('[B281] of a scope: whoever is in it today, and its teams; sides are on the board of everybody alone', () => {
  const sides = { between: 'sides' } as const
  const ends = [
    end('a', 1, { ana: row('Ana', 0), cy: row('Cyrus', 1) }),
    end('b', 2, { ana: row('Ana', 0) }),
    end('c', 3, { west: row('West then', 0), gone: row('A team then', 1) }, { between: 'teams' }),
    end('d', 4, { red: row('Red', 0) }, sides),
  ]
  expect(shown(viewOf(ends, { scope: { team: 'west' } }))).toEqual([
    ['The a', 'Cy'],
    ['The c', 'west'],
  ])
  expect(shown(viewOf(ends)).slice(2)).toEqual([
    ['The c', 'west', 'A team then'],
    ['The d', 'Red'],
  ])
})

test('[B282] thirty winners are four faces and how many more; five are five faces', () => {
  const of = (count: number) =>
    viewOf([
      end(
        'over',
        1,
        Object.fromEntries(Array.from({ length: count }, (_, nth) => [`p${nth}`, row(`Pat ${nth}`, nth)])),
      ),
    ])
  const counted = (count: number) =>
    Object.values(of(count).rows).map(({ winners, more }) => [winners.length, more])[0]
  expect(counted(30)).toEqual([4, 26])
  expect(counted(6)).toEqual([4, 2])
  expect(counted(5)).toEqual([5, 0])
})

test('[B283] the champion won at least two of those that are shown, and more than anybody else', () => {
  const won = (...keys: string[]) => keys.map((key) => ({ key }))
  expect(championOf([])).toBeNull()
  expect(championOf([won('a'), won('b')])).toBeNull()
  expect(championOf([won('a', 'b'), won('b', 'a')])).toBeNull()
  expect(championOf([won('a', 'b'), won('b'), won('c')])).toMatchObject({ winner: { key: 'b' }, wins: 2 })
  const view = viewOf([
    end('a', 1, { ana: row('Ana', 0) }),
    end('b', 2, { cy: row('Cyrus', 0) }),
    end('c', 3, { cy: row('Cyrus', 0) }),
  ])
  expect(view.champion).toMatchObject({ name: 'Cy', wins: 2 })
})

test('[B280] a board names a contest that the floor has, or none', () => {
  const faultsOf = (more: object) =>
    floorReferenceFaults(
      FloorFile.parse({ ...file, boards: [{ id: 'b', title: 'B', kind: 'hall-of-fame', ...more }] }),
    ).map(({ path }) => path)
  expect(faultsOf({})).toEqual([])
  expect(faultsOf({ contest: 'hour' })).toEqual([])
  expect(faultsOf({ contest: 'houre' })).toEqual([['boards', 0, 'contest']])
})

test('[B280] on paper each has a line', () => {
  const words = createPaperWords({
    format: createFormat({ locale: 'en-US', currency: 'USD' }),
    date: (ms) => new Date(ms).toISOString().slice(0, 10),
  })
  const rows = Object.fromEntries(Array.from({ length: 6 }, (_, nth) => [`p${nth}`, row('', nth)]))
  const view = viewOf([end('hour', 1, rows), end('day', 2, { ana: row('Ana', 0, { prize: 'Lunch' }) })])
  expect(hallOfFameOnPaper(view, words).table?.rows.map(({ cells }) => cells)).toEqual([
    ['The hour', '2026-11-19', 'Pat 0, Pat 1, Pat 2, Pat 3, 2 more', ''],
    ['The day', '2026-11-18', 'Ana Lopez', 'Lunch'],
  ])
})

test('[H110] every number of it is told: how many are shown, who won most, how many won each, and with what', () => {
  const view = viewOf([
    end('a', 1, {
      cy: row('Cyrus', 0),
      ...Object.fromEntries(Array.from({ length: 6 }, (_, nth) => [`p${nth}`, row('', nth + 1)])),
    }),
    end('b', 2, { cy: row('Cyrus', 0) }, { win: { by: 'raffle', ticketEach: 1 } }),
  ])
  expect(figuresOf(view)).toEqual([
    ['Together', 'Contests that were won 2', 'Won by Cy 2'],
    ['The a', 'Winners 7', 'Calls 9'],
    ['The b', 'Winners 1'],
  ])
})
