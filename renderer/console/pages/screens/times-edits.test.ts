import { expect, test } from 'vitest'
import { FloorFile } from '../../../../shared/wire/floor.ts'
import { asItsGroup, changeTime, timesOf } from './times-edits.ts'

const night = { hours: { from: '20:00', to: '06:30' } }
const weekend = { days: ['saturday' as const, 'sunday' as const] }

const floorWith = (screen: object, group: object | null) => {
  const file = FloorFile.parse({
    floor: { name: 'North', timeZone: 'UTC', currency: 'USD' },
    screenGroups: group === null ? [] : [{ id: 'lobbies', name: 'Lobbies', ...group }],
    screens: [{ id: 'lobby', name: 'Lobby', ...(group !== null && { group: 'lobbies' }), ...screen }],
  })
  const [lobby] = file.screens
  if (lobby === undefined) throw new Error('no screen')
  return { file, lobby }
}
const change = (screen: object, group: object | null, change: Parameters<typeof changeTime>[3]) => {
  const { file, lobby } = floorWith(screen, group)
  return changeTime(file, lobby, 'sleep', change)
}
const own = (sleep: unknown) => ({ do: 'set', list: 'screens', id: 'lobby', fields: { sleep } })
const ofGroup = (sleep: unknown) => ({ do: 'set', list: 'screenGroups', id: 'lobbies', fields: { sleep } })

test('[S234] the times that are shown are those that count: the screen’s own, else its group’s', () => {
  const shown = (screen: object, group: object | null) => {
    const { file, lobby } = floorWith(screen, group)
    const { list, of } = timesOf(file, lobby, 'sleep')
    return [list, of]
  }
  expect(shown({}, null)).toEqual([[], 'screen'])
  expect(shown({ sleep: [night] }, { sleep: [weekend] })).toEqual([[night], 'screen'])
  expect(shown({}, { sleep: [weekend] })).toEqual([[weekend], 'group'])
  expect(shown({ sleep: [] }, { sleep: [weekend] })).toEqual([[], 'screen'])
})

test('[S234] a time is added, changed and taken away, and the others stay', () => {
  const screen = { sleep: [night, weekend] }
  const holidays = { holidays: true as const }
  expect(change(screen, null, { index: null, time: holidays, alone: true })).toEqual(
    own([night, weekend, holidays]),
  )
  expect(change(screen, null, { index: 0, time: holidays, alone: true })).toEqual(own([holidays, weekend]))
  expect(change(screen, null, { index: 0, time: null, alone: true })).toEqual(own([weekend]))
  expect(change({ sleep: [night] }, null, { index: 0, time: null, alone: true })).toEqual(own(null))
})

test('[S234] what is changed for the screen alone leaves its group as it is, and keeps what it had of it', () => {
  const group = { sleep: [night] }
  expect(change({}, group, { index: null, time: weekend, alone: true })).toEqual(own([night, weekend]))
  expect(change({}, group, { index: null, time: weekend, alone: false })).toEqual(ofGroup([night, weekend]))
  expect(change({}, group, { index: 0, time: null, alone: true })).toEqual(own([]))
  expect(change({}, group, { index: 0, time: null, alone: false })).toEqual(ofGroup(null))
  const { lobby } = floorWith({ sleep: [] }, group)
  expect(asItsGroup(lobby, 'sleep')).toEqual(own(null))
})
