import { expect, test } from 'vitest'
import { sayIn } from '../../../shared/domain/words/say.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { tickNote } from './tick-note.ts'

const rowsOf = (...cells: Standing[]) => ({
  ana: { name: 'Ana', short: 'Ana', initials: 'A', hue: 0, photo: null, place: 0, cells },
})
const behind: Standing = { value: 2, goal: 10, attainment: 0.2, pace: 5, state: 'well behind' }

test('the tick is explained where one is drawn', () => {
  expect(tickNote(rowsOf({ ...behind, goal: null, pace: null, state: null }, behind), sayIn('en'))).toBe(
    ' · tick = pace',
  )
})

test('nothing is said of a tick where none is: at the end of the week, without goals, past the goal, with nobody', () => {
  const without: Standing[] = [
    { ...behind, pace: 10 },
    { ...behind, goal: null, pace: null, attainment: null, state: null },
    { ...behind, value: 12, state: 'reached' },
  ]
  expect(tickNote(rowsOf(...without), sayIn('en'))).toBe('')
  expect(tickNote({}, sayIn('en'))).toBe('')
})
