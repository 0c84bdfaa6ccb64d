import { expect, test } from 'vitest'
import type { ExceptionsAnswer } from '../../wire/exceptions.ts'
import { createFloorModel } from '../counting/floor-model.ts'
import { createChangeWords } from '../metric-changes/change-words.ts'
import { call, calls, createTestFloor, floorOf, person, team } from '../test-support/test-floor.ts'
import { parseDay } from '../time/calendar-date.ts'
import { createFormat } from '../words/format.ts'
import { leaderRecap } from './leader-recap.ts'
import { leaderRecapWords } from './leader-recap-words.ts'
import { managerRecap } from './manager-recap.ts'
import { managerRecapWords } from './manager-recap-words.ts'
import { createPhrases } from './recap-phrases.ts'

const now = Date.parse('2026-11-23T08:00:00Z')
const file = floorOf({
  teams: [team('east', { name: 'East' }), team('west', { name: 'West' })],
  people: [
    person('ana', { name: 'Ana Ruiz', team: 'east' }),
    person('bo', { name: 'Bo Lind', team: 'west' }),
  ],
  metrics: [calls],
  goals: [
    { metric: 'calls', window: 'week', team: 'east', value: 2 },
    { metric: 'calls', window: 'week', team: 'west', value: 7 },
    { metric: 'calls', window: 'month', org: true, value: 4 },
    { metric: 'calls', window: 'month', team: 'west', value: 3 },
  ],
})
const format = createFormat(file.floor)
const changeWords = createChangeWords(createFloorModel(file), format, parseDay('2026-11-23'))
const phrases = createPhrases(format, file.floor.locale, changeWords)

const entry = (id: string, rule: string, more: object = {}) => ({
  ...{ id, rule, subject: { kind: 'rep' as const, person: 'ana' }, nth: 1, title: id, owner: 'ana' },
  ...{ ownerName: 'Ana Ruiz', team: 'east', since: now - 1000, openedAt: now, says: `Why ${id}` },
  ...{ why: { kind: 'missing' as const, field: 'amount' }, face: null, teamName: 'East', amount: null },
  ...{ account: null, hasLeft: false, seenAt: null, notes: [], snoozed: null, snoozes: 0, mails: true },
  ...{ slack: null, draft: null },
  ...more,
})
const exceptions = (...open: ExceptionsAnswer['open']): Pick<ExceptionsAnswer, 'rules' | 'open'> => ({
  rules: [
    { id: 'late', name: 'Close date passed', test: 'deal' },
    { id: 'busy', name: 'Busy, not productive', test: 'busy' },
  ],
  open,
})

const floor = () => {
  const test = createTestFloor(file)
  test.write(...['ana', 'ana', 'bo', 'bo', 'bo'].map((rep) => call(rep, '2026-11-18T10:00:00Z')))
  test.write(...['ana', 'bo', 'bo', 'bo'].map((rep) => call(rep, '2026-10-14T10:00:00Z')))
  test.write(call('bo', '2026-09-14T10:00:00Z'))
  return test.numbers
}

test('[D7] a manager reads of their teams alone, with flags apart from what is off, and what is set aside left out', () => {
  const open = exceptions(
    entry('Deal a', 'late'),
    entry('Deal b', 'late', { snoozed: { until: now + 1, name: 'Jo' } }),
    entry('Ana Ruiz', 'busy'),
  )
  const recap = managerRecap(floor(), { teams: ['east'], exceptions: open }, now)
  expect(recap?.teams.map(({ name, numbers }) => [name, numbers[0]?.value, numbers[0]?.goal])).toEqual([
    ['East', 2, 2],
  ])
  expect(recap?.off.map(({ rule, count }) => [rule, count])).toEqual([['Close date passed', 1]])
  expect(recap?.flags.map(({ rule, count }) => [rule, count])).toEqual([['Busy, not productive', 1]])
  if (!recap) throw new Error('no recap')
  const { document } = managerRecapWords(recap, phrases)
  expect(document.lead).toBe('The one goal was reached. 1 exception is open.')
  expect(JSON.stringify(document)).not.toMatch(/West|Bo Lind|Deal b|NaN|undefined/)
})

test('[D7] of many things of one rule those that are off the longest are named, and how many more there are', () => {
  const things = Array.from({ length: 6 }, (_, index) =>
    entry(`Deal ${index}`, 'late', { since: now - index * 1000 }),
  )
  const recap = managerRecap(floor(), { teams: [], exceptions: exceptions(...things) }, now)
  expect(recap?.off[0]?.things.map(({ title }) => title)).toEqual(['Deal 5', 'Deal 4', 'Deal 3', 'Deal 2'])
  if (!recap) throw new Error('no recap')
  expect(JSON.stringify(managerRecapWords(recap, phrases).document)).toContain('and 2 more')
})

test('[D7] whose teams are no longer on the floor reads of no others', () => {
  expect(managerRecap(floor(), { teams: ['gone'], exceptions: exceptions() }, now)).toBeNull()
})

test('[D8] a leader reads sums of the month against its goals and the month before, and no name', () => {
  const life = { team: 'east', name: 'East', open: 2, longest: 1, mended: 3, median: 90_000_000 }
  const lifetimes = [{ ...life, written: { mended: 0, median: null }, cameBack: 0 }]
  const recap = leaderRecap(floor(), 'month', lifetimes, now)
  expect(recap?.numbers.map(({ value, goal, before }) => [value, goal, before])).toEqual([[4, 4, 1]])
  if (!recap) throw new Error('no recap')
  const { subject, document } = leaderRecapWords(recap, phrases)
  expect(subject).toBe('Floor: recap of October 2026')
  expect(document.lead).toBe('The one goal was reached.')
  expect(document.sections.map(({ heading }) => heading)).toEqual([
    'The floor',
    'West',
    'Exceptions, and how long they stay open',
  ])
  expect(document.sections.at(-1)?.items).toMatchObject([
    { label: 'East', value: '2 open', detail: 'Over the last 90 days, half were in order within 2 days' },
  ])
  expect(JSON.stringify(document)).not.toMatch(/Ana|Bo Lind|NaN|undefined/)
})
