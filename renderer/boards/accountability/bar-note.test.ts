import { expect, test } from 'vitest'
import { sayIn } from '../../../shared/domain/words/say.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { barNote } from './bar-note.ts'

const rowsOf = (...cells: Standing[]) => ({
  ana: { name: 'Ana', short: 'Ana', initials: 'A', hue: 0, photo: null, place: 0, cells },
})
const behind: Standing = { value: 2, goal: 10, attainment: 0.2, pace: 5, state: 'well behind' }

test('[B212] the tick is explained where one is drawn', () => {
  expect(barNote(rowsOf({ ...behind, goal: null, pace: null, state: null }, behind), sayIn('en'))).toBe(
    'dotted = goal, tick = pace',
  )
})

test('nothing is said of a tick where none is: at the end of the week, without goals, past the goal, with nobody', () => {
  const without: Standing[] = [
    { ...behind, pace: 10 },
    { ...behind, goal: null, pace: null, attainment: null, state: null },
    { ...behind, value: 12, state: 'reached' },
  ]
  expect(barNote(rowsOf(...without), sayIn('en'))).toBe('dotted = goal')
  expect(barNote({}, sayIn('en'))).toBe('dotted = goal')
})
