import { expect, test } from 'vitest'
import { Board } from '../../wire/floor.ts'
import { boardLines, draftOf } from '../boards/making/board-lines.ts'
import { addBoard, changeBoard } from './board-edits.ts'

const before = Board.parse({
  id: 'race',
  kind: 'trend-race',
  title: 'Race',
  metric: 'won',
  window: 'quarter',
  scope: { team: 'east' },
})
const changed = (change: object) =>
  changeBoard(
    before,
    boardLines('trend-race', 'race', { ...draftOf(before), ...change }, before, { metrics: [] }),
  )

test('[H90] of a changed board only what says something else is written', () => {
  expect(changed({})).toBeNull()
  expect(changed({ title: 'The race', team: null })).toEqual({
    do: 'set',
    list: 'boards',
    id: 'race',
    fields: { title: 'The race', scope: null },
  })
})

test('a new board is added last', () => {
  const lines = boardLines('trend-race', 'race', draftOf(before), null, { metrics: [] })
  expect(addBoard(lines)).toEqual({ do: 'add', list: 'boards', entry: lines, before: null })
})
