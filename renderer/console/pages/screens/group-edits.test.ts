import { expect, test } from 'vitest'
import { FloorFile } from '../../../../shared/wire/floor.ts'
import { applyEdits } from '../../api/apply-edits.ts'
import { groupEdits, regroupEdits, removeGroupEdits } from './group-edits.ts'

const file = FloorFile.parse({
  floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD' },
  boards: [],
  playlists: [
    { id: 'day', name: 'Day', items: [{ board: 'calls' }] },
    { id: 'sales', name: 'Sales', items: [{ board: 'calls' }] },
  ],
  screenGroups: [{ id: 'sdrs', name: 'SDRs', playlist: 'sales' }],
  screens: [
    { id: 'wall', name: 'Wall', playlist: 'day' },
    { id: 'left', name: 'Left', group: 'sdrs' },
    { id: 'right', name: 'Right', group: 'sdrs', playlist: 'day' },
  ],
})
const [sdrs] = file.screenGroups
if (!sdrs) throw new Error('no group')

const after = (edits: ReturnType<typeof groupEdits>) => {
  const { screens, screenGroups } = applyEdits(file, edits)
  return {
    groups: screenGroups.map(({ id, name, playlist }) => [id, name, playlist ?? null]),
    screens: screens.map(({ id, group, playlist }) => [id, group ?? null, playlist ?? null]),
  }
}

test('[S121] a new group has an id of its own, and the screens that were put in it', () => {
  expect(after(groupEdits(file, null, { name: 'SDRs', playlist: 'day', screens: ['wall', 'left'] }))).toEqual(
    {
      groups: [
        ['sdrs', 'SDRs', 'sales'],
        ['sdrs-2', 'SDRs', 'day'],
      ],
      screens: [
        ['wall', 'sdrs-2', 'day'],
        ['left', 'sdrs-2', null],
        ['right', 'sdrs', 'day'],
      ],
    },
  )
})

test('[S121] a screen that leaves its group, or whose group loses its playlist, keeps what it always showed', () => {
  const emptied = after(groupEdits(file, sdrs, { name: 'Team', playlist: 'sales', screens: [] }))
  expect(emptied).toEqual({
    groups: [['sdrs', 'Team', 'sales']],
    screens: [
      ['wall', null, 'day'],
      ['left', null, 'sales'],
      ['right', null, 'day'],
    ],
  })
  const own = after(groupEdits(file, sdrs, { name: 'SDRs', playlist: null, screens: ['left', 'right'] }))
  expect(own).toEqual({
    groups: [['sdrs', 'SDRs', null]],
    screens: [
      ['wall', null, 'day'],
      ['left', 'sdrs', 'sales'],
      ['right', 'sdrs', 'day'],
    ],
  })
  expect(after(removeGroupEdits(file, sdrs))).toEqual({ ...emptied, groups: [] })
})

test('[S121] what is as it was is not edited', () => {
  expect(groupEdits(file, sdrs, { name: 'SDRs', playlist: 'sales', screens: ['left', 'right'] })).toEqual([])
  const [wall] = file.screens
  if (!wall) throw new Error('no screen')
  expect(regroupEdits(file, wall, null)).toEqual([])
  expect(regroupEdits(file, wall, 'sdrs')).toMatchObject([{ id: 'wall', fields: { group: 'sdrs' } }])
})
