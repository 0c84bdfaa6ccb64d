// A wall and its recomputation know nothing of what stands aside; each is held to what is written here, and not only to the other.
import { expect, test } from 'vitest'
import { createBoardView } from '../../shared/domain/boards/board-view.ts'
import {
  createTestFloor,
  floorOf,
  person,
  revenue,
  team,
  win,
} from '../../shared/domain/test-support/test-floor.ts'
import { Fact } from '../../shared/wire/fact.ts'
import { Board } from '../../shared/wire/floor.ts'
import { boardAsItShouldBe } from './board-oracle.ts'

const noon = Date.parse('2026-11-20T12:00:00Z')
const file = floorOf({
  floor: { takenFrom: [{ kinds: ['deal'], source: 'crm' }] },
  teams: [team('east', { members: ['ana'] })],
  people: [person('ana')],
  metrics: [revenue],
})
const byHand = win('ana', '2026-11-18', 900, { source: 'by-hand' })
const fromCrm = win('ana', '2026-11-19', 700)

test.each([
  {
    of: 'a deal that stands aside',
    said: [byHand],
    shown: { awaits: 'first fact', deals: 0, total: 0 },
  },
  {
    of: 'such a deal and one that counts',
    said: [byHand, fromCrm],
    shown: { awaits: null, deals: 1, total: 70_000 },
  },
])('[F123] [S4] a board of wins and its oracle say the same of $of', ({ said, shown }) => {
  const { write, numbers } = createTestFloor(file)
  write(...said)
  const facts = said.map((each) => Fact.parse(each))
  const versions = new Map(facts.map((fact) => [fact.id, [{ fact, receivedAt: noon }]]))
  const board = Board.parse({ id: 'wins', title: 'Wins', kind: 'wins', days: 7 })
  expect(createBoardView(numbers, board).compute(noon)).toMatchObject(shown)
  expect(boardAsItShouldBe(file, versions, board, noon, false)).toMatchObject(shown)
})
