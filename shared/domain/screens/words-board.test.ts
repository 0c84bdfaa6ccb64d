import { expect, test } from 'vitest'
import { createFloorModel } from '../counting/floor-model.ts'
import { floorOf } from '../test-support/test-floor.ts'
import { changesBoard, withChangesBoard } from './changes-board.ts'
import { stageOf } from './screen-stage.ts'
import { boardsOnWalls, withWordsBoard, wordsBoard } from './words-board.ts'

const wins = { id: 'wins', title: 'Wins', kind: 'wins' }
const calm = { id: 'night', title: 'Night', kind: 'calm' }
const own = { id: 'vp', title: 'From the VP', kind: 'from-the-top' }
const floorWith = (...boards: object[]) => floorOf({ boards, floor: { locale: 'de-DE' } })
const scene = (board: string) => ({ board, seconds: 20 })
const boardsIn = (scenes: readonly { readonly board: string }[]) => scenes.map(({ board }) => board)

test('[C63] the floor’s own board is taken, where it is for everybody', () => {
  expect(wordsBoard(floorWith(wins, own)).id).toBe('vp')
  const ofTeam = { ...own, scope: { team: 'east' } }
  const hidden = { ...own, audience: 'leadership' }
  expect([ofTeam, hidden].map((board) => wordsBoard(floorWith(board)).id)).toEqual([
    'from-the-top',
    'from-the-top',
  ])
})

test('[C63] where there is none, one is made whose id nobody has', () => {
  const taken = { ...wins, id: 'from-the-top' }
  expect(wordsBoard(floorWith(taken))).toMatchObject({ id: 'from-the-top-2', title: 'Von ganz oben' })
  expect(boardsOnWalls(floorWith(taken)).map(({ id }) => id)).toEqual([
    'from-the-top',
    'from-the-top-2',
    'what-counts',
  ])
  const file = floorWith(wins, own)
  expect(boardsOnWalls(file)).toEqual([...file.boards, changesBoard(file)])
  expect(boardsOnWalls(file)).toBe(boardsOnWalls(file))
})

test('[C63] it comes last in a lap; a playlist that has one, a calm one and an empty one stay as they are', () => {
  expect(withWordsBoard([scene('wins')], floorWith(wins))).toEqual([
    scene('wins'),
    { board: 'from-the-top', seconds: 15 },
  ])
  const file = floorWith(wins, own, calm)
  expect(boardsIn(withWordsBoard([scene('vp'), scene('wins')], file))).toEqual(['vp', 'wins'])
  expect(boardsIn(withWordsBoard([scene('wins'), scene('night')], file))).toEqual(['wins', 'night', 'vp'])
  expect(boardsIn(withWordsBoard([scene('night')], file))).toEqual(['night'])
  expect(withWordsBoard([], file)).toEqual([])
})

test('[C63] a stage has it while there is a word, and not before', () => {
  const model = createFloorModel(
    floorOf({
      boards: [wins],
      playlists: [{ id: 'day', name: 'Day', items: [{ board: 'wins' }] }],
      screens: [{ id: 'wall', name: 'Wall', playlist: 'day' }],
    }),
  )
  const boards = (hasWords: boolean) =>
    boardsIn(stageOf(model, 'wall', 0, '', { words: hasWords, changes: false }).playlists['day'] ?? [])
  expect([boards(false), boards(true)]).toEqual([['wins'], ['wins', 'from-the-top']])
})

test('[F116] the board of changes comes last before the leaders’ words, under an id that is free', () => {
  const file = floorWith(wins, calm, { ...wins, id: 'what-counts' })
  expect(changesBoard(file)).toMatchObject({ id: 'what-counts-2', kind: 'announcement', audience: 'floor' })
  expect(boardsIn(withChangesBoard([scene('wins')], file))).toEqual(['wins', 'what-counts-2'])
  expect(boardsIn(withChangesBoard([scene('night')], file))).toEqual(['night'])
  const model = createFloorModel(
    floorOf({ boards: [wins], playlists: [{ id: 'day', name: 'Day', items: [{ board: 'wins' }] }] }),
  )
  const shown = (words: boolean, changes: boolean) =>
    boardsIn(stageOf(model, null, 0, '', { words, changes }).playlists['all'] ?? [])
  expect([shown(false, true), shown(true, true)]).toEqual([
    ['wins', 'what-counts'],
    ['wins', 'what-counts', 'from-the-top'],
  ])
})
