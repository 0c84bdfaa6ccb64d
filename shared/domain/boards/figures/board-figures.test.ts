import { expect, test } from 'vitest'
import { createTestFloor, floorOf, person, revenue, win } from '../../test-support/test-floor.ts'
import { figureInWords, figuresOfBoard, findFigure, groupsInWords, openSight } from './board-figures.ts'

const board = { id: 'ranking', kind: 'leaderboard', title: 'Ranking', metric: 'revenue', window: 'quarter' }
const at = Date.parse('2026-11-18T12:00:00Z')

const floorWith = (people: number) => {
  const ids = Array.from({ length: people }, (_, nth) => `p${nth}`)
  const floor = createTestFloor(
    floorOf({ people: ids.map((id) => person(id)), metrics: [revenue], boards: [board] }),
  )
  floor.write(...ids.map((id, nth) => win(id, '2026-11-10', 1000 + nth)))
  const [own] = floor.numbers.model.file.boards
  if (own === undefined) throw new Error('no board')
  return figuresOfBoard(floor.numbers, own, at)
}

test('[H110] a list says how each number comes about, and is no longer for each of many than for each of few', () => {
  const lengthEach = (people: number): number =>
    JSON.stringify(groupsInWords(floorWith(people), openSight)).length / people
  expect(lengthEach(200)).toBeLessThan(1.2 * lengthEach(20))
  const place = groupsInWords(floorWith(3), openSight)[2]?.figures.find(({ id }) => id === 'p0.place')
  expect(place?.working).toEqual({ by: 'place', says: '2 are ahead. Equal ones share a place.' })
})

test('[H111] a number alone comes with its terms, which are numbers of the board', () => {
  const found = floorWith(3)
  const own = findFigure(found, 'p0.place') ?? expect.unreachable()
  expect(figureInWords(found, own.group, own.figure, openSight).working?.terms).toEqual([
    { name: 'p2', value: 100_200, display: '$1,002', figure: 'p2.value' },
    { name: 'p1', value: 100_100, display: '$1,001', figure: 'p1.value' },
  ])
})

test('[H111] the news at the foot of a ranking of values is of who stands in it: one who left is no news', () => {
  const byProduct = { ...board, by: 'product' }
  const floor = createTestFloor(
    floorOf({
      floor: { breakdowns: ['product'] },
      people: [person('ana'), person('bo', { endedOn: '2026-10-31' })],
      metrics: [revenue],
      boards: [byProduct],
    }),
  )
  floor.write(win('ana', '2026-11-16', 7), win('bo', '2026-11-17', 9))
  const found = figuresOfBoard(floor.numbers, floor.numbers.model.file.boards[0] ?? expect.unreachable(), at)
  expect(found.view).toMatchObject({ latest: { rep: 'ana', amount: 700 } })
  expect(findFigure(found, 'latest.amount')?.figure).toMatchObject({ value: 700 })
})
