import { describe, expect, test } from 'vitest'
import { Person } from '../../wire/floor.ts'
import { lostNames } from './lost-names.ts'

const priya = { id: 'priya', name: 'Priya Raman', aliases: ['pr@example.com'] }
const bo = { id: 'bo', name: 'Bo Ng' }

const becauseOf = (rep: string, ...after: readonly object[]): readonly string[] =>
  lostNames(
    [priya, bo].map((person) => Person.parse(person)),
    after.map((person) => Person.parse(person)),
    [{ rep, facts: 214 }],
  ).map(({ because, facts }) => `${because}: ${facts}`)

describe('[F27] facts that an edit would send to the unassigned', () => {
  test.each([
    ['PR@example.com', [{ ...priya, aliases: [] }, bo], 'removes alias "pr@example.com" of Priya Raman: 214'],
    ['Priya\u00a0Raman', [{ ...priya, name: 'Priya R.' }, bo], 'renames Priya Raman to Priya R.: 214'],
    ['priya', [bo], 'removes Priya Raman (priya): 214'],
    [
      'priya',
      [{ ...priya, id: 'priya-raman' }, bo],
      'changes the id of Priya Raman from priya to priya-raman: 214',
    ],
    [
      'PR@Example.com',
      [priya, { ...bo, aliases: ['PR@EXAMPLE.com'] }],
      'makes "PR@Example.com" mean more than one person: 214',
    ],
    [
      'Priya Raman',
      [priya, { ...bo, name: 'priya raman' }],
      'gives somebody else the same name as Priya Raman (priya): 214',
    ],
  ])('%s', (rep, after, said) => {
    expect(becauseOf(rep, ...after)).toEqual([said])
  })

  test('are not those of strangers, nor those that somebody else gets', () => {
    expect(becauseOf('Zed', bo)).toEqual([])
    expect(becauseOf('pr@example.com', { ...bo, aliases: ['pr@example.com'] })).toEqual([])
  })
})
