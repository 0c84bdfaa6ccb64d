import { expect, test } from 'vitest'
import { rulesOf } from '../../../../shared/domain/screens/schedule-rules.ts'
import { FloorFile } from '../../../../shared/wire/floor.ts'
import { edgesOf, withEdgeAt } from './edge-hours.ts'
import { hoursEdit } from './rule-edits.ts'

const file = FloorFile.parse({
  floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD' },
  playlists: [{ id: 'wins', name: 'Wins', items: [{ board: 'wins' }] }],
  screens: [
    {
      id: 'wall',
      name: 'Wall',
      playlist: 'wins',
      schedule: [
        { playlist: 'wins', hours: { from: '16:00', to: '17:30' } },
        { playlist: 'wins', hours: { from: '22:00', to: '06:00' } },
        { playlist: 'wins' },
      ],
    },
  ],
})
const [wall] = file.screens
if (!wall) throw new Error('no screen')
const [day, night, whole] = rulesOf(file, wall)
if (!day || !night || !whole) throw new Error('no rules')

test('[S123] an edge can be moved where it is the rule’s own, and not where another rule or midnight cuts it', () => {
  expect(edgesOf({ rule: day, from: 960, to: 1050 })).toEqual(['start', 'end'])
  expect(edgesOf({ rule: day, from: 990, to: 1050 })).toEqual(['end'])
  expect(edgesOf({ rule: night, from: 1320, to: 1440 })).toEqual(['start'])
  expect(edgesOf({ rule: night, from: 0, to: 360 })).toEqual(['end'])
  expect(edgesOf({ rule: whole, from: 0, to: 1440 })).toEqual([])
  expect(edgesOf({ rule: null, from: 0, to: 1440 })).toEqual([])
})

test('[S123] it goes by quarters of an hour, and leaves one at least', () => {
  expect(withEdgeAt(day, 'end', 1003)).toEqual({ from: 960, to: 1005 })
  expect(withEdgeAt(day, 'end', 100)).toEqual({ from: 960, to: 975 })
  expect(withEdgeAt(day, 'end', 2000)).toEqual({ from: 960, to: 1440 })
  expect(withEdgeAt(day, 'start', -5)).toEqual({ from: 0, to: 1050 })
  expect(withEdgeAt(day, 'start', 1200)).toEqual({ from: 1035, to: 1050 })
  expect(withEdgeAt(night, 'end', 400)).toEqual({ from: 1320, to: 1845 })
  expect(withEdgeAt(night, 'start', 200)).toEqual({ from: 375, to: 1800 })
})

test('[S123] the edit changes the hours of this rule alone', () => {
  const hoursOf = (edit: ReturnType<typeof hoursEdit>) =>
    edit.do === 'set' && FloorFile.shape.screens.parse([{ ...wall, ...edit.fields }])[0]?.schedule
  expect(hoursOf(hoursEdit(file, day, { from: 960, to: 1440 }))).toMatchObject([
    { hours: { from: '16:00', to: '24:00' } },
    { hours: { from: '22:00', to: '06:00' } },
    { playlist: 'wins' },
  ])
  expect(hoursOf(hoursEdit(file, night, { from: 1320, to: 1845 }))).toMatchObject([
    { hours: { to: '17:30' } },
    { hours: { from: '22:00', to: '06:45' } },
    { playlist: 'wins' },
  ])
})
