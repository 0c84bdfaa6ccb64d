import { expect, test } from 'vitest'
import { floorOf, person } from '../test-support/test-floor.ts'
import { createLikelyPeople } from './likely-people.ts'

const { people } = floorOf({
  people: [
    person('ana', { name: 'Ana Ruiz', aliases: ['ana.ruiz@floor.test'] }),
    person('anna', { name: 'Anna Krüger' }),
    person('marcus', { name: 'Marcus Oyelaran' }),
    person('priya', { name: 'Priya Raman' }),
  ],
})
const likely = createLikelyPeople(people)

test.each([
  ['Ruiz, Ana', 'ana'],
  ['a.ruiz@other.test', 'ana'],
  ['Ana Riuz', 'ana'],
  ['krueger anna', 'anna'],
  ['Anna Kruger', 'anna'],
  ['praman', 'priya'],
  ['PriyaRaman', 'priya'],
  ['m.oyelaran', 'marcus'],
])('[H99] %s is probably %s', (name, id) => {
  expect(likely.of(name)[0]?.id).toBe(id)
})

test.each(['Integration User', '1234', '@', ''])('[H99] "%s" is nobody that could be suggested', (name) => {
  expect(likely.of(name)).toEqual([])
})
