import { expect, test } from 'vitest'
import { FloorFile } from '../../wire/floor.ts'
import { createSuggestPerson } from './suggest-person.ts'

const { people } = FloorFile.parse({
  floor: { name: 'Test', timeZone: 'UTC', currency: 'USD' },
  people: [
    { id: 'ana', name: 'Ana Ruíz', aliases: ['aruiz@northwind.example'] },
    { id: 'kofi', name: 'Kofi Mensah' },
    { id: 'sam-a', name: 'Sam Lee' },
    { id: 'sam-b', name: 'Sam Lee' },
  ],
})
const suggest = createSuggestPerson(people)

test('[H53] a name that nobody has is probably that of whoever has it but for a slip, an accent, an order or an address', () => {
  expect(
    [
      'Ruiz, Ana',
      'ana.ruiz@example.com',
      'Kofi Mensha',
      'Kofi Mensahh',
      'MENSAH Kofi',
      'aruiz@other.example',
    ].map(suggest),
  ).toEqual(['ana', 'ana', 'kofi', 'kofi', 'kofi', 'ana'])
})

test('[H53] nobody is suggested who is one of two, or whose name is another', () => {
  expect(['Lee, Sam', 'Zoe Adams', '', '@'].map(suggest)).toEqual([null, null, null, null])
})
