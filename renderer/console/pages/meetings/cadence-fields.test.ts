import { describe, expect, test } from 'vitest'
import { Cadence } from '../../../../shared/wire/cadence.ts'
import { cadenceFieldsOf, cadenceOf, movedBoard, newCadence } from './cadence-fields.ts'

describe('[L29] the form of a meeting', () => {
  test('gives back every meeting as it was', () => {
    for (const more of [
      { day: 'friday', at: '16:30', owner: 'ana', team: 'east', boards: ['results', 'wins'] },
      { every: 'month', day: -2, boards: ['results'] },
      { every: 'quarter', day: 3, boards: ['results'] },
      { day: 'tuesday', oneToOnes: true, boards: [] },
    ]) {
      const cadence = Cadence.parse({ id: 'it', name: 'It', ...more })
      expect(cadenceOf(cadenceFieldsOf(cadence), 'it').data).toEqual(cadence)
    }
  })

  test('says the day that the file left out', () => {
    const fieldsOf = (every: string) =>
      cadenceFieldsOf(Cadence.parse({ id: 'it', name: 'It', every, boards: ['results'] }))
    expect(cadenceOf(fieldsOf('week'), 'it').data?.day).toBe('monday')
    expect(cadenceOf(fieldsOf('quarter'), 'it').data?.day).toBe(1)
  })

  test('is not to be saved without a name, a time or a board; one-to-ones need no board and have no owner', () => {
    const whole = { ...newCadence, name: 'Monday review', boards: ['results'] }
    expect(cadenceOf(whole, 'it').success).toBe(true)
    for (const lacking of [{ name: ' ' }, { at: '' }, { boards: [] }])
      expect(cadenceOf({ ...whole, ...lacking }, 'it').success).toBe(false)
    const alone = cadenceOf({ ...whole, boards: [], oneToOnes: true, owner: 'ana' }, 'it')
    expect(alone.data).toMatchObject({ oneToOnes: true, boards: [] })
    expect(alone.data).not.toHaveProperty('owner')
  })

  test('moves a board by a place, and none beyond the end', () => {
    const boards = ['a', 'b', 'c']
    expect(movedBoard(boards, 0, 1)).toEqual(['b', 'a', 'c'])
    expect(movedBoard(boards, 2, -1)).toEqual(['a', 'c', 'b'])
    expect(movedBoard(boards, 2, 1)).toEqual(boards)
    expect(movedBoard(boards, 0, -1)).toEqual(boards)
  })
})
