import { expect, test } from 'vitest'
import { createChangeWords } from '../metric-changes/change-words.ts'
import { createNumbers } from '../standing/numbers.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
} from '../test-support/test-floor.ts'
import { topWord, topWordsOf } from '../test-support/test-words.ts'
import { createFormat } from '../words/format.ts'
import { createPhrases } from './recap-phrases.ts'
import { repRecap } from './rep-recap.ts'
import { repRecapWords } from './rep-recap-words.ts'

/** A Monday: the week before began on the 16th. */
const now = Date.parse('2026-11-23T08:00:00Z')

const parts = {
  teams: [team('east', { name: 'East' }), team('west', { name: 'West' })],
  people: [
    person('ana', { name: 'Ana Ruiz', team: 'east' }),
    person('bo', { name: 'Bo Lind', team: 'east' }),
    person('cy', { name: 'Cy', team: 'west', leave: [{ from: '2026-11-16', until: '2026-11-20' }] }),
    person('dee', { name: 'Dee', team: 'west', endedOn: '2026-11-20' }),
    person('eve', { name: 'Eve', team: 'west' }),
  ],
  metrics: [calls, revenue],
  goals: [
    { metric: 'calls', window: 'week', rep: 'ana', value: 4 },
    { metric: 'calls', window: 'week', rep: 'bo', value: 1 },
    { metric: 'calls', window: 'week', rep: 'cy', value: 1 },
    { metric: 'calls', window: 'week', rep: 'dee', value: 1 },
    { metric: 'revenue', window: 'quarter', rep: 'ana', value: 1000 },
    { metric: 'calls', window: 'week', team: 'east', value: 'sum-of-members' },
  ],
}
const open = (settings: object = {}) => createTestFloor(floorOf({ ...parts, floor: settings }))

const recapOf = (numbers: ReturnType<typeof open>['numbers'], id: string) => {
  const { roster } = numbers.model
  const member = roster.personAt(roster.subjectOf(id) ?? -1)
  if (!member) throw new Error(`no ${id}`)
  return repRecap(numbers, member, now)
}
const wordsOf = (numbers: ReturnType<typeof open>['numbers'], id: string) => {
  const recap = recapOf(numbers, id)
  if (!recap) throw new Error('no recap')
  const { floor } = numbers.model.file
  const format = createFormat(floor)
  const changeWords = createChangeWords(numbers.model, format, numbers.todayAt(now))
  return repRecapWords(recap, createPhrases(format, floor.locale, changeWords))
}

const week = (rep: string, count: number): object[] =>
  Array.from({ length: count }, () => call(rep, '2026-11-18T10:00:00Z'))

test('[D4] says the week that is over, against its goals, and the longer goals as they stand', () => {
  const { write, numbers } = open()
  write(...week('ana', 3), call('ana', '2026-11-23T07:00:00Z'), call('ana', '2026-11-15T10:00:00Z'))
  write(win('ana', '2026-11-17T10:00:00Z', 400, { account: 'Brightwater' }), ...week('bo', 2))
  const recap = recapOf(numbers, 'ana')
  expect(recap?.numbers.map(({ metric, value, goal }) => [metric.id, value, goal])).toEqual([
    ['calls', 3, 4],
    ['revenue', 40_000, null],
  ])
  expect(recap?.goals.map(({ metric, value, goal }) => [metric.id, value, goal])).toEqual([
    ['revenue', 40_000, 100_000],
  ])
  expect(recap?.wins).toEqual([{ account: 'Brightwater', amountMinor: 40_000, helped: false }])
  expect(recap?.team?.numbers.map(({ metric, value, goal }) => [metric.id, value, goal])[0]).toEqual([
    'calls',
    5,
    5,
  ])
})

test('[D4] of a week that is over nothing is told that is dated by what moves on', () => {
  const touched = metricOf('touched', { from: 'deal', date: 'lastActivityAt' })
  const share = metricOf('share', { ratio: ['touched', 'calls'] }, { unit: 'percent' })
  const test = createTestFloor(floorOf({ ...parts, metrics: [calls, revenue, touched, share] }))
  const deal = { source: 'crm', type: 'deal', status: 'open', credits: [{ rep: 'ana' }] }
  test.write(...week('ana', 3), { ...deal, id: 'touched', lastActivityAt: '2026-11-18T09:00:00Z' })
  expect(test.value('touched', 'ana', 'last week', '2026-11-23T08:00:00Z')).toBe(1)
  expect(recapOf(test.numbers, 'ana')?.numbers.map(({ metric }) => metric.id)).toEqual(['calls'])
})

test('[D4] wins that they helped with are theirs, and what was written to them that week, and to nobody else', () => {
  const { write, engine } = open()
  const shared = { account: 'Acme', credits: [{ rep: 'bo' }, { rep: 'ana', role: 'assist' }] }
  write(win('bo', '2026-11-17', 90, shared), win('bo', '2026-11-18', 70, { account: 'Hidden' }))
  const words = topWordsOf(
    topWord('Well done', '2026-11-18T10:00:00Z', { people: ['ana'] }),
    topWord('Of the week before', '2026-11-15T10:00:00Z', { people: ['ana'] }),
    topWord('For Bo', '2026-11-18T10:00:00Z', { people: ['bo'] }),
  )
  const recap = recapOf(
    createNumbers(engine, () => false, words),
    'ana',
  )
  expect(recap?.wins).toEqual([{ account: 'Acme', amountMinor: 9000, helped: true }])
  expect(recap?.thanks.map(({ text }) => text)).toEqual(['Well done'])
})

test('[D5] goes to nobody who was away all week, has left, or of whom there is nothing to tell', () => {
  const { write, numbers } = open()
  write(...week('cy', 2), ...week('dee', 2))
  expect(['ana', 'cy', 'dee', 'eve'].map((id) => recapOf(numbers, id) !== null)).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('[D6] leaves out what is empty, says nothing in a sentence, and never NaN', () => {
  const { write, numbers } = open()
  write(...week('bo', 1))
  const { document } = wordsOf(numbers, 'ana')
  expect(document.lead).toBe('The one goal was not reached.')
  expect(document.sections.map(({ heading }) => heading)).toEqual([
    'Your numbers',
    'Longer goals',
    'Your team: East',
  ])
  expect(JSON.stringify(document)).not.toMatch(/NaN|undefined|Infinity|null%/)
})

test('[D6] in German, and in Hebrew from right to left with names kept apart', () => {
  const german = open({ locale: 'de-DE' })
  german.write(...week('ana', 4))
  expect(wordsOf(german.numbers, 'ana').document).toMatchObject({
    title: 'Ihre Woche, Ana Ruiz',
    lead: 'Das eine Ziel wurde erreicht.',
    direction: 'ltr',
  })
  const hebrew = open({ locale: 'he-IL' })
  hebrew.write(...week('ana', 4))
  expect(wordsOf(hebrew.numbers, 'ana').document).toMatchObject({
    title: 'Your week, \u2068Ana Ruiz\u2069',
    direction: 'rtl',
  })
})
