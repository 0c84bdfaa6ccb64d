import { expect, test } from 'vitest'
import type { FloorFile } from '../../wire/floor.ts'
import { floorReferenceFaults } from '../boards/floor-references.ts'
import { call, createTestFloor, floorOf, metricOf, person } from '../test-support/test-floor.ts'
import { countingFingerprint } from './floor-model.ts'

const noon = '2026-11-20T12:00:00Z'
const asking = (is: unknown) =>
  metricOf('conversations', {
    from: 'activity',
    where: [
      { field: 'kind', is: 'call' },
      { field: 'conversation', is },
    ],
    date: 'at',
  })
const conversations = asking(true)
const parts = (rule: object = {}, metrics: readonly object[] = [conversations]) =>
  floorOf({ floor: { conversations: rule }, people: [person('ana')], metrics })
const counted = (rule: object, ...calls: readonly object[]): number | null => {
  const { write, value } = createTestFloor(parts(rule))
  write(...calls.map((more) => call('ana', noon, more)))
  return value('conversations', 'ana', 'day', noon)
}
const dialer = { source: 'aircall', outcome: 'answered' }

test('[N80] a conversation is a call that was long enough, or of which somebody noted that it was one', () => {
  const calls = [
    { ...dialer, durationSeconds: 59.9 },
    { ...dialer, durationSeconds: 60 },
    { outcome: 'conversation' },
    { outcome: 'Connected' },
    { outcome: 'voicemail', durationSeconds: 90 },
    { durationSeconds: 75 },
    { ...dialer, kind: 'meeting', durationSeconds: 1800 },
    {},
  ]
  expect(counted({}, ...calls)).toBe(3)
  expect(counted({ seconds: 30, outcomes: ['Connected'], notOutcomes: [] }, ...calls)).toBe(5)
})

test('[N80] its rule is a part of how the floor counts, where a metric asks for it', () => {
  const [usual, other] = [parts(), parts({ seconds: 120 })]
  expect(countingFingerprint(usual)).not.toBe(countingFingerprint(other))
  const calls = metricOf('calls', { from: 'activity', date: 'at' })
  expect(countingFingerprint(parts({}, [calls]))).toBe(countingFingerprint(parts({ seconds: 120 }, [calls])))
})

test('[N80] a metric asks for it by true or false, of activities alone', () => {
  const faults = (file: FloorFile): string[] => floorReferenceFaults(file).map(({ message }) => message)
  expect(faults(parts())).toEqual([])
  expect(faults(parts({}, [asking('yes')]))).toEqual([
    'conversation can only be tested with is: true or is: false',
  ])
  const ofDeals = metricOf('won', {
    from: 'deal',
    where: [{ field: 'conversation', is: true }],
    date: 'closedAt',
  })
  expect(faults(parts({}, [ofDeals]))).toEqual(['deals have no conversation'])
})
