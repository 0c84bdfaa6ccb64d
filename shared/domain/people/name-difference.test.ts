import { describe, expect, test } from 'vitest'
import { Person } from '../../wire/floor.ts'
import { createNameDifferences, firstDifference } from './name-difference.ts'

const people = [
  { id: 'ana', name: 'Ana Ruiz', aliases: ['ana.ruiz@example.com', '0058d000004abcA'] },
  { id: 'bo', name: 'Bo Ng', aliases: ['k7X'] },
  { id: 'cy', name: 'Cy Young', aliases: ['k7x'] },
  { id: 'zoe', name: 'Zoë Winter' },
  { id: 'dee', name: 'Dee Lee' },
  { id: 'dee-2', name: 'Dee Lee' },
].map((person) => Person.parse(person))

describe('a name that nobody has', () => {
  test.each([
    ['Аna Ruiz', 'is not "Ana Ruiz" (ana): it has "А" (U+0410) where that has "A", at character 1'],
    ['Ana Ruíz', 'is not "Ana Ruiz" (ana): it has "í" (U+00ED) where that has "i", at character 7'],
    ['Zoe Winter', 'is not "Zoë Winter" (zoe): it has "e" where that has "ë" (U+00EB), at character 3'],
    ['Ana Ruz', 'is not "Ana Ruiz" (ana): it has "z" where that has "i", at character 7'],
    ['Ana-Ruiz', 'is not "Ana Ruiz" (ana): it has "-" where that has a space, at character 4'],
    [
      'ana.ruis@exmple.com',
      'is not "ana.ruiz@example.com" (ana): it has "s" where that has "z", at character 8',
    ],
    ['Bo Mg', null],
    ['Ruiz, Ana', 'is "Ana Ruiz" (ana) with its words in another order'],
    [
      '0058d000004ABCA',
      'differs in capitals only from "0058d000004abcA" (ana); ids of 15 characters are taken exactly',
    ],
    ['K7X', 'differs in capitals only from "k7X" (bo) and "k7x" (cy)'],
    ['dee lee', 'is the name of several people: dee, dee-2'],
    ['Somebody Else', null],
    ['', null],
  ])('[F24] %s is told apart from the one that was meant', (written, words) => {
    expect(createNameDifferences(people).any(written)).toBe(words)
  })

  test.each([
    ['Ana\u00a0Ruiz', 'Ana Ruiz', 'has a no-break space where that has a space, at character 4'],
    ['Ana\u200bRuiz', 'AnaRuiz', 'has a zero-width space where that has "R", at character 4'],
    ['Ana Ruiz\u2060', 'Ana Ruiz', 'has U+2060 where that has nothing, at character 9'],
    ['ana', 'Ana', 'has "a" where that has "A", at character 1'],
  ])('%j and %j first differ where it says', (text, other, words) => {
    expect(firstDifference(text, other)).toBe(words)
  })
})
