import { expect, test } from 'vitest'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import { piecesOf } from './play-pieces.ts'

const who = { tv: 'tv-12345678', screen: 'wall' }
const play = (startedAt: string, ms: number, goesOn = false) => ({
  nth: 7,
  board: 'revenue',
  startedAt: Date.parse(startedAt),
  ms,
  goesOn,
})

test('what is shown counts for the day on which it is seen, in the floor’s own zone', () => {
  const newYork = createZone('America/New_York')
  expect(piecesOf(play('2026-11-21T04:59:50Z', 5000), who, newYork)).toEqual([
    { ...who, nth: 7, board: 'revenue', day: '2026-11-20', times: 1, ms: 5000 },
  ])
  expect(piecesOf(play('2026-11-21T04:59:50Z', 30_000), who, newYork)).toEqual([
    { ...who, nth: 7, board: 'revenue', day: '2026-11-20', times: 1, ms: 10_000 },
    { ...who, nth: 7, board: 'revenue', day: '2026-11-21', times: 0, ms: 20_000 },
  ])
})

test('a piece that goes on is no other time', () => {
  const [piece] = piecesOf(play('2026-11-20T12:00:00Z', 1000, true), who, createZone('UTC'))
  expect(piece).toMatchObject({ times: 0, ms: 1000 })
})
