import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { Trial } from '../../wire/trial.ts'
import { floorReferenceFaults } from '../boards/floor-references.ts'
import { call, calls, createTestFloor, floorOf, metricOf, person, team } from '../test-support/test-floor.ts'
import { spearman } from './rank-correlation.ts'
import { answerTrial } from './trial-answer.ts'

const kind = (is: string, more: object = {}) => ({
  ...{ from: 'activity', where: [{ field: 'kind', is }], date: 'at' },
  ...more,
})
const talks = metricOf('talks', {
  ...{ from: 'activity', date: 'at' },
  where: [
    { field: 'kind', is: 'call' },
    { field: 'durationSeconds', atLeast: 180 },
  ],
})
const meetings = metricOf('meetings', kind('meeting'))
const metrics = [
  calls,
  talks,
  meetings,
  metricOf('length', kind('call', { measure: { mean: 'durationSeconds' } })),
]
const trialOf = (more: object = {}) =>
  Trial.parse({
    ...{ id: 't', name: 'Calls or talks?', metrics: ['calls', 'talks'], outcome: 'meetings' },
    ...{ from: '2026-10-05', until: '2026-10-30', ...more },
  })
const ids = Array.from({ length: 14 }, (_, index) => `p${index}`)
const floorWith = (people: readonly object[], more: object = {}) =>
  floorOf({ metrics, people, roles: [{ id: 'sdr', name: 'SDR' }], teams: [team('east')], ...more })
const everybody = ids.map((id) => person(id, { role: 'sdr' }))
const now = Date.parse('2026-11-20T12:00:00Z')
const ask = (floor: ReturnType<typeof createTestFloor>, trial = trialOf(), more: object = {}) =>
  answerTrial(floor.numbers, trial, { isHistoryComing: false, ms: now, seed: 7, ...more })

/** So many of each, on a day of the trial. */
const done = (rep: string, short: number, long: number, met: number, on = '2026-10-12'): object[] => {
  const some = (count: number, more: object) =>
    Array.from({ length: count }, () => call(rep, `${on}T10:00:00Z`, more))
  return [
    ...some(short, { durationSeconds: 20 }),
    ...some(long, { durationSeconds: 400 }),
    ...some(met, { kind: 'meeting' }),
  ]
}

test('[O8] [O10] who talked more met more, whoever dialled more: long calls foretold meetings better', () => {
  const floor = createTestFloor(floorWith(everybody))
  ids.forEach((id, index) => {
    floor.write(...done(id, ((index * 5) % 14) * 4, index, index + (index % 3)))
  })
  const answer = ask(floor)
  expect(answer).toMatchObject({ verdict: 'second', people: 14, running: false, outcomeFrom: '2026-10-05' })
  const [first, second] = answer?.sides ?? []
  expect(second?.correlation).toBeGreaterThan(0.9)
  expect(second?.low).toBeGreaterThan(first?.correlation ?? 1)
  // Turned round it says the same of the other.
  expect(ask(floor, trialOf({ metrics: ['talks', 'calls'] }))?.verdict).toBe('first')
})

test('[O8] of each person what they had on the days of the trial, and of the outcome so many days later: as counted by hand', () => {
  const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
  console.info(`trials: FLOORBOARD_SEED=${seed}`)
  const days = ['2026-10-04', '2026-10-05', '2026-10-30', '2026-10-31', '2026-11-10']
  const Work = fc.array(
    fc.record({
      who: fc.constantFrom(...ids),
      on: fc.constantFrom(...days),
      short: fc.nat(2),
      long: fc.nat(2),
      met: fc.nat(2),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(Work, fc.constantFrom(0, 11), (work, later) => {
      const floor = createTestFloor(floorWith(everybody))
      floor.write(...work.flatMap(({ who, on, short, long, met }) => done(who, short, long, met, on)))
      const plus = (date: string) =>
        new Date(Date.parse(date) + later * 86_400_000).toISOString().slice(0, 10)
      const sum = (of: (each: (typeof work)[number]) => number, from: string, until: string) =>
        ids.map((id) =>
          work
            .filter(({ who, on }) => who === id && from <= on && on <= until)
            .reduce((all, each) => all + of(each), 0),
        )
      const [from, until] = ['2026-10-05', '2026-10-30']
      const came = sum(({ met }) => met, plus(from), plus(until))
      const expected = [
        spearman(
          sum(({ short, long }) => short + long, from, until),
          came,
        ),
        spearman(
          sum(({ long }) => long, from, until),
          came,
        ),
      ]
      expect(ask(floor, trialOf({ later }))?.sides.map(({ correlation }) => correlation)).toEqual(expected)
    }),
    { seed, numRuns: propertyRuns(60) },
  )
})

test('[O9] says in words why nothing can be told: too few, all alike, not begun, half a history', () => {
  const floor = createTestFloor(floorWith(everybody))
  expect(ask(floor)).toMatchObject({
    verdict: 'no difference',
    sides: [{ correlation: null }, { correlation: null }],
  })
  expect(ask(floor, trialOf(), { isHistoryComing: true })?.verdict).toBe('history coming')
  expect(ask(floor, trialOf({ from: '2026-11-20', until: '2026-11-30' }))).toMatchObject({
    verdict: 'not begun',
    running: true,
  })
  expect(ask(floor, trialOf({ from: '2026-11-10', until: '2026-11-30' }))?.running).toBe(true)
  // Who came later, left, was in the role for a part of it, or has nothing that a mean could be taken of is not held against others.
  const few = createTestFloor(
    floorWith(
      [
        ...everybody.slice(0, 9),
        person('late', { role: 'sdr', startedOn: '2026-10-06' }),
        person('left', { role: 'sdr', endedOn: '2026-10-29' }),
        person('moved', { role: [{ role: 'sdr' }, { role: 'other', from: '2026-10-20' }] }),
      ],
      {
        roles: [
          { id: 'sdr', name: 'SDR' },
          { id: 'other', name: 'Other' },
        ],
      },
    ),
  )
  expect(ask(few, trialOf({ role: 'sdr' }))).toMatchObject({ verdict: 'too few', people: 9, least: 10 })
  expect(ask(few)?.people).toBe(10)
  few.write(...done('p1', 1, 1, 1))
  expect(ask(few, trialOf({ metrics: ['calls', 'length'] }))?.people).toBe(1)
})

test('[O8] a trial names metrics that the floor has, two that differ, and an outcome that is neither', () => {
  const faults = (trial: object) =>
    floorReferenceFaults(floorWith([], { trials: [{ ...trialOf(), ...trial }] })).map(
      ({ path, message }) => `${path.join('.')} ${message}`,
    )
  expect(faults({})).toEqual([])
  expect(faults({ metrics: ['calls', 'call'], team: 'west' })).toEqual([
    'trials.0.metrics.1 "call" is no metric of this floor; did you mean "calls"?',
    'trials.0.team "west" is no team of this floor',
  ])
  expect(faults({ metrics: ['calls', 'calls'] })[0]).toContain('nothing is compared with itself')
  expect(faults({ outcome: 'talks' })).toEqual([
    'trials.0.metrics.1 must be another metric than the outcome, which foretells itself',
  ])
  expect(Trial.safeParse({ ...trialOf(), until: '2026-10-01' }).success).toBe(false)
})
