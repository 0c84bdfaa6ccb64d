import { expect, test } from 'vitest'
import type { AwardResult } from '../../../wire/awards.ts'
import { AwardBoard, AwardView } from '../../../wire/boards/award-board.ts'
import type { AwardBook } from '../../standing/award-book.ts'
import { createNumbers } from '../../standing/numbers.ts'
import { call, calls, createTestFloor, floorOf, person, team } from '../../test-support/test-floor.ts'
import { createFormat } from '../../words/format.ts'
import { createFigureTools } from '../figures/figure-tools.ts'
import { floorReferenceFaults } from '../floor-references.ts'
import { createPaperWords } from '../paper.ts'
import { wallNumbers } from '../wall-numbers.ts'
import { createAwardView } from './award-view.ts'
import { awardFigures } from './figures.ts'
import { awardOnPaper } from './on-paper.ts'

const file = floorOf({
  teams: [team('east'), team('west')],
  people: [
    person('ana', { name: 'Ana Lopez', team: 'east' }),
    person('bo', { name: 'Bo Berg', team: 'west', offWall: true }),
    person('cy', { name: 'Cyrus Stone', shortName: 'Cy', team: 'west', celebrate: 'quiet' }),
    person('dee', { name: 'Dee Gone', team: 'east', endedOn: '2026-11-19' }),
    ...Array.from({ length: 30 }, (_, nth) => person(`p${nth}`, { name: `Pat ${nth}`, team: 'west' })),
  ],
  metrics: [calls],
  awards: [
    { id: 'player', name: 'Player of the month', from: '2026-09-01', prize: 'A day off' },
    { id: 'caller', name: 'Caller of the month', from: '2026-09-01', by: 'both', metric: 'calls' },
  ],
})
const floor = createTestFloor(file)
floor.write(
  ...['ana', 'ana', 'ana', 'p1', 'p1', 'p2', 'p3', 'bo', 'bo', 'bo', 'bo'].map((rep) =>
    call(rep, '2026-11-10T10:00:00Z'),
  ),
)
const now = Date.parse('2026-11-20T20:00:00Z')

const result = (on: string, winners: readonly string[], more: Partial<AwardResult> = {}): AwardResult => ({
  ...{ award: 'player', name: 'Player of the month', on, every: 'month', by: 'vote', metric: null },
  ...{ from: Date.parse(`${on}T00:00:00Z`), until: Date.parse(`${on}T00:00:00Z`) + 30 * 86_400_000 },
  closedAt: Date.parse(`${on}T00:00:00Z`) + 32 * 86_400_000,
  ...{ prize: 'A day off', shortlist: [], voted: 9, voters: 12 },
  winners: winners.map((id) => ({
    person: id,
    name: id,
    words: `because of ${id}`,
    votes: null,
    value: null,
  })),
  ...more,
})
interface Kept {
  readonly said?: readonly (readonly [person: string, words: string])[]
  readonly results?: readonly AwardResult[]
  readonly at?: number
}
const viewOf = ({ said = [], results = [], at = now }: Kept, more: object = {}): AwardView => {
  const awards: AwardBook = {
    nominations: () => said.map(([id, words], nth) => ({ person: id, words, at: nth })),
    results: (_, ms, most, isWanted = () => true) =>
      results.filter((each) => each.closedAt <= ms && isWanted(each)).slice(0, most),
  }
  const [none] = [undefined]
  const numbers = createNumbers(floor.engine, () => false, none, none, none, none, none, none, awards)
  const board = AwardBoard.parse({ id: 'b', title: 'Player', kind: 'award', award: 'player', ...more })
  return AwardView.parse(createAwardView(wallNumbers(numbers), board).compute(at))
}
const cards = ({ rows }: AwardView) =>
  Object.values(rows)
    .sort((one, other) => one.place - other.place)
    .map(({ name, words, more }) => [name, words, more])

test('[B271] [B273] those who are nominated stand in the order of their first reason, and nobody whom a wall does not name', () => {
  const said = [
    ['cy', 'Kind.'],
    ['bo', 'Off walls.'],
    ['dee', 'Gone.'],
    ['ana', 'First here.'],
    ['cy', 'Early.'],
    ['cy', 'Late.'],
  ] as const
  const view = viewOf({ said })
  expect(cards(view)).toEqual([
    ['Cy', 'Kind.', 2],
    ['Ana Lopez', 'First here.', 0],
  ])
  expect(view).toMatchObject({ standing: 2, phase: 'nominating', prize: 'A day off', chosen: null })
  expect(view.rows['cy']?.quiet).toBe(true)
  expect(cards(viewOf({ said }, { scope: { team: 'east' } }))).toEqual([['Ana Lopez', 'First here.', 0]])
  const many = viewOf({ said: Array.from({ length: 30 }, (_, nth) => [`p${nth}`, 'Why.'] as const) })
  expect([Object.keys(many.rows).length, many.standing]).toEqual([24, 30])
})

test('[B271] by both the three best stand for it with their figure, and the words that somebody wrote', () => {
  const view = viewOf({ said: [['p1', 'Calls early.']] }, { award: 'caller' })
  expect(Object.entries(view.rows).map(([id, { place, value, words }]) => [id, place, value, words])).toEqual(
    [
      ['ana', 0, 3, null],
      ['p1', 1, 2, 'Calls early.'],
      ['p2', 2, 1, null],
      ['p3', 3, 1, null],
    ],
  )
})

test('[B272] [B273] [B274] whoever was chosen has the board for some days, and longer while nobody is nominated', () => {
  const said = [['ana', 'Again.']] as const
  const results = [result('2026-10-01', ['cy']), result('2026-09-01', ['ana', 'cy'])]
  const closed = results[0]?.closedAt ?? 0
  const soon = viewOf({ said, results, at: closed + 86_400_000 })
  expect(soon).toMatchObject({
    chosen: { winners: [{ name: 'Cy', quiet: true }], words: 'because of cy', prize: 'A day off', voted: 9 },
    past: [{ winners: [{ name: 'Ana Lopez' }, { name: 'Cy' }], more: 0 }],
    rows: {},
  })
  const later = viewOf({ said, results, at: closed + 8 * 86_400_000 })
  expect(later).toMatchObject({ chosen: null, standing: 1, past: [{}, {}] })
  expect(viewOf({ results, at: closed + 20 * 86_400_000 }).chosen?.winners).toHaveLength(1)

  // Nobody is named who has left or is off walls; of thirty the first four, and how many more.
  const gone = viewOf({ results: [result('2026-10-01', ['dee', 'bo']), result('2026-09-01', ['ana'])] })
  expect(gone).toMatchObject({ chosen: { winners: [{ name: 'Ana Lopez' }] }, past: [] })
  const many = viewOf({
    results: [
      result(
        '2026-10-01',
        Array.from({ length: 30 }, (_, nth) => `p${nth}`),
      ),
    ],
  })
  expect([many.chosen?.winners.length, many.chosen?.more, many.chosen?.words]).toEqual([4, 26, null])
  // A reason stands beside one alone, also where the others are not named.
  expect(viewOf({ results: [result('2026-10-01', ['ana', 'dee'])] }).chosen?.words).toBeNull()
})

test('[B275] its figures and its paper say who stands for it and who was chosen, and no vote of anybody', () => {
  const tools = createFigureTools(
    createNumbers(floor.engine, () => false),
    now,
  )
  const paper = createPaperWords({
    format: createFormat({ locale: 'en-US', currency: 'USD' }),
    date: (ms) => new Date(ms).toISOString().slice(0, 10),
  })
  const board = AwardBoard.parse({ id: 'b', title: 'Player', kind: 'award', award: 'player' })
  const open = viewOf({ said: [['ana', 'Kind.']] })
  expect(awardFigures(tools, board, open)[0]?.figures).toMatchObject([{ id: 'standing', value: 1 }])
  expect(awardOnPaper(open, paper).table?.rows.map(({ cells }) => cells)).toEqual([['Ana Lopez', 'Kind.']])
  const over = viewOf({ results: [result('2026-10-01', ['ana'])] })
  expect(awardFigures(tools, board, over)[0]?.figures).toMatchObject([{ id: 'voted', value: 9 }])
  expect(awardOnPaper(over, paper).table?.rows.map(({ cells }) => cells.at(-1))).toEqual(['Ana Lopez'])
})

test('[B271] a board of an award that is not there is refused', () => {
  const board = { id: 'b', title: 'Player', kind: 'award', award: 'playr' }
  const faults = floorReferenceFaults(
    floorOf({ boards: [board], awards: [{ id: 'player', name: 'P', from: '2026-09-01' }] }),
  )
  expect(faults).toEqual([
    { path: ['boards', 0, 'award'], message: expect.stringContaining('did you mean "player"') },
  ])
})
