import { expect, test } from 'vitest'
import { createTestFloor, floorOf, person, revenue, team, win } from '../../test-support/test-floor.ts'
import { figuresOfBoard, findFigure, groupsInWords, openSight } from './board-figures.ts'

const at = Date.parse('2026-11-12T12:00:00Z')

const raceOf = (show: string) => {
  const board = {
    ...{ id: 'race', kind: 'trend-race', title: 'Race', metric: 'revenue', window: 'month', show },
    of: 'people',
  }
  const floor = createTestFloor(
    floorOf({
      teams: [team('east')],
      people: ['ana', 'bo'].map((id) => person(id, { team: 'east' })),
      metrics: [revenue],
      goals: [{ metric: 'revenue', window: 'month', value: 10_000, rep: 'ana' }],
      boards: [board],
    }),
  )
  floor.write(win('ana', '2026-11-02', 1000), win('bo', '2026-11-05', 3000), win('ana', '2026-11-09', 4000))
  const [own] = floor.numbers.model.file.boards
  if (own === undefined) throw new Error('no board')
  return figuresOfBoard(floor.numbers, own, at)
}

test('[H119] each point of a line counts the facts up to the end of its day', () => {
  const found = raceOf('total')
  const [ana] = groupsInWords(found, openSight)
  const points = ana?.points.map(({ name, display }) => [name, display]) ?? []
  expect(points).toHaveLength(12)
  expect(points[0]).toEqual(['By the end of Nov 1', '$0'])
  expect(points[7]).toEqual(['By the end of Nov 8', '$1.0K'])
  expect(points[8]).toEqual(['By the end of Nov 9', '$5.0K'])
  const { figure } = findFigure(found, 'ana.line 2026-11-08') ?? expect.unreachable()
  expect(figure).toMatchObject({
    value: 100_000,
    facts: { window: { start: '2026-11-01', end: '2026-11-09' } },
  })
})

test('[H119] a place on a line is made of those who were ahead that day, a share of what was there and the goal', () => {
  const { figure: place } = findFigure(raceOf('rank'), 'ana.rank 6') ?? expect.unreachable()
  expect(place).toMatchObject({
    value: 2,
    working: { by: 'place', terms: [{ figure: 'bo.line 2026-11-07' }] },
  })
  const { figure: share } = findFigure(raceOf('attainment'), 'ana.share 8') ?? expect.unreachable()
  expect(share).toMatchObject({
    value: 0.5,
    working: {
      by: 'quotient',
      terms: [{ value: 500_000, figure: 'ana.line 2026-11-09' }, { figure: 'ana.goal' }],
    },
  })
})
