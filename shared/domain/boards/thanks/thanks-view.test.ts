import { expect, test } from 'vitest'
import { ThanksBoard, ThanksView } from '../../../wire/boards/thanks-board.ts'
import { createEngine } from '../../counting/engine.ts'
import { createFloorModel } from '../../counting/floor-model.ts'
import type { Thanks } from '../../facts/thanks.ts'
import { createNumbers } from '../../standing/numbers.ts'
import type { ThanksBook } from '../../standing/thanks-book.ts'
import { floorOf, person, team } from '../../test-support/test-floor.ts'
import { floorReferenceFaults } from '../floor-references.ts'
import { wallNumbers } from '../wall-numbers.ts'
import { createThanksView } from './thanks-view.ts'

const now = Date.parse('2026-11-20T20:00:00Z')
const file = floorOf({
  floor: { thanks: {} },
  teams: [team('east'), team('west')],
  people: [
    person('ana', { name: 'Ana Ruiz', team: 'east' }),
    person('bo', { name: 'Bo Lind', team: 'west', celebrate: 'quiet' }),
    person('cy', { name: 'Cy Gone', team: 'east', endedOn: '2026-11-19' }),
    person('dee', { name: 'Dee Off', team: 'west', offWall: true }),
  ],
})
const helped = (helper: string, by: string, at: string, words = 'Demo'): Thanks => ({
  ...{ id: `${helper} ${by} ${at}`, helper, helped: by, words, account: null, how: null, way: 'helped' },
  at: Date.parse(at),
})
const viewOf = (thanks: readonly Thanks[], more: object = {}) => {
  const book: ThanksBook = {
    since: (at) => thanks.filter((each) => each.at >= at).sort((one, other) => other.at - one.at),
  }
  const engine = createEngine(createFloorModel(file))
  const numbers = createNumbers(
    engine,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    book,
  )
  const board = ThanksBoard.parse({ id: 'b', title: 'Thank you', kind: 'thanks', ...more })
  return ThanksView.parse(createThanksView(wallNumbers(numbers), board).compute(now))
}
const cards = ({ rows }: ThanksView) =>
  Object.values(rows)
    .sort((one, other) => one.place - other.place)
    .map(({ name, helped: { name: by } }) => [name, by])

test('[K46] the latest first, with both faces, so many days back, and nothing that is still to come', () => {
  const view = viewOf(
    [
      helped('ana', 'bo', '2026-11-18T10:00:00Z'),
      helped('bo', 'ana', '2026-11-20T10:00:00Z'),
      helped('ana', 'bo', '2026-11-14T10:00:00Z'),
      helped('ana', 'bo', '2026-11-13T23:59:00Z'),
      helped('ana', 'bo', '2026-11-20T20:00:01Z'),
    ],
    { days: 7 },
  )
  expect(cards(view)).toEqual([
    ['Bo Lind', 'Ana Ruiz'],
    ['Ana Ruiz', 'Bo Lind'],
    ['Ana Ruiz', 'Bo Lind'],
  ])
  expect(view).toMatchObject({ given: 3, helping: 2, awaits: null })
})

test('[K46] who is quiet is named, and says so; who has left or is kept off walls is on none, on neither side', () => {
  const at = '2026-11-20T10:00:00Z'
  const view = viewOf([
    helped('bo', 'ana', at),
    helped('cy', 'ana', at),
    helped('ana', 'cy', at),
    helped('dee', 'ana', at),
    helped('ana', 'dee', at),
    helped('nobody', 'ana', at),
  ])
  expect(cards(view)).toEqual([['Bo Lind', 'Ana Ruiz']])
  expect(Object.values(view.rows)[0]).toMatchObject({ quiet: true })
})

test('[K46] of a team: whoever helped is in it today', () => {
  const at = '2026-11-20T10:00:00Z'
  const view = viewOf([helped('bo', 'ana', at), helped('ana', 'bo', at)], { scope: { team: 'east' } })
  expect(cards(view)).toEqual([['Ana Ruiz', 'Bo Lind']])
})

test('[K46] five hundred thanks are counted, and the latest twenty-four shown', () => {
  const many = Array.from({ length: 500 }, (_, nth) =>
    helped('ana', 'bo', new Date(now - nth * 60_000).toISOString()),
  )
  const view = viewOf(many)
  expect(view.given).toBe(500)
  expect(Object.keys(view.rows)).toHaveLength(24)
})

test('[K45] a wall of thanks is refused where nobody can give any', () => {
  const boards = [{ id: 'b', title: 'Thank you', kind: 'thanks' }]
  expect(floorReferenceFaults(floorOf({ boards }))).toMatchObject([
    { path: ['boards', 0, 'kind'], message: expect.stringContaining('set floor.thanks') },
  ])
  expect(floorReferenceFaults(floorOf({ boards, floor: { thanks: {} } }))).toEqual([])
})
