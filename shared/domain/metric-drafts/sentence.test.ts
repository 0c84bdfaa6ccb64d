import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoFloorText } from '../../../main/feed/demo/demo-floor.ts'
import { floorFileOf } from '../../../test/floors/open-test-floor.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import { playbookFloorText } from '../../playbook/floor-text.ts'
import { playbookRoles, segments } from '../../playbook/shape.ts'
import { DateField, Metric } from '../../wire/floor.ts'
import { mentionsOf, usesAt } from '../edits/mentions.ts'
import { metricsByBoards } from './by-boards.ts'
import { ratioUnit, ratioUnits, withFrom, withTest, withValues } from './choices.ts'
import { changedFields, formOf, type MetricForm, metricOf, newEntry, newForm } from './metric-form.ts'
import { usesOfMetrics } from './metric-uses.ts'
import type { Sentence } from './sentence.ts'
import { sentenceFaults } from './sentence-faults.ts'

const demo = floorFileOf(demoFloorText)
const playbook = floorFileOf(
  playbookFloorText({
    name: 'Northwind',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    locale: 'fr-FR',
    roles: playbookRoles,
    segments,
  }),
)
const small = floorFileOf(smallFloorText)

const scalar = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean())
const condition = fc.oneof(
  ...(['is', 'isNot'] as const).map((key) =>
    fc.record({ field: fc.string({ minLength: 1 }), [key]: scalar }),
  ),
  ...(['in', 'notIn'] as const).map((key) =>
    fc.record({ field: fc.string({ minLength: 1 }), [key]: fc.array(scalar, { minLength: 1 }) }),
  ),
  ...(['atLeast', 'atMost'] as const).map((key) =>
    fc.record({
      field: fc.string({ minLength: 1 }),
      [key]: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
  ),
  fc.record({ field: fc.string({ minLength: 1 }), exists: fc.boolean() }),
)
const date = fc.constantFrom(...DateField.options)
const slug = fc.constantFrom('calls', 'revenue', 'meetings')
const base = fc.record({
  from: fc.constantFrom('deal', 'activity'),
  where: fc.array(condition, { maxLength: 5 }),
  date,
  measure: fc.oneof(
    fc.constant('count'),
    fc.record({ sum: fc.string({ minLength: 1 }) }),
    fc.record({ mean: fc.string({ minLength: 1 }) }),
    fc.record({ meanDays: fc.tuple(date, date) }),
  ),
})
const of = fc.oneof(
  base,
  fc.record({ ratio: fc.tuple(slug, slug) }),
  fc.record({
    points: fc.array(fc.tuple(slug, fc.double({ min: -1e6, max: 1e6, noNaN: true })), { minLength: 1 }),
  }),
)

describe('a metric as a sentence', () => {
  test('[H71] every metric of the playbook, the demo and a small floor is the same after it was a form, and nothing of it is written', () => {
    const metrics = [...demo.metrics, ...playbook.metrics, ...small.metrics]
    expect(metrics.length).toBeGreaterThan(60)
    for (const metric of metrics) {
      const again = metricOf(formOf(metric), metric.id, metric)
      expect(again).toEqual(metric)
      expect(changedFields(metric, again), metric.id).toEqual({})
      expect(Metric.parse(newEntry(metric))).toEqual(metric)
    }
  })

  test('[H71] so is every definition that a floor file can hold, with its history', () => {
    fc.assert(
      fc.property(of, fc.option(fc.array(base, { minLength: 1, maxLength: 3 })), (definition, earlier) => {
        const metric = Metric.parse({
          ...{ id: 'x', name: 'X', objective: 'Why?', indicator: 'input', question: 'activity' },
          unit: 'points' in definition ? 'points' : 'count',
          of: definition,
          ...(earlier && { since: '2026-05-01', earlier: earlier.map((each) => ({ of: each })) }),
          retired: { on: '2026-11-01', why: 'Gone' },
        })
        const again = metricOf(formOf(metric), 'x', metric)
        expect(again.of).toEqual(metric.of)
        expect([again.since, again.earlier, again.retired]).toEqual([
          metric.since,
          metric.earlier,
          metric.retired,
        ])
        expect(Metric.parse(newEntry(metric)).of).toEqual(metric.of)
      }),
      { numRuns: propertyRuns(120), verbose: true },
    )
  })

  test('[H72] only what was changed is written, and what stood before is kept from its day on', () => {
    const calls = small.metrics.find(({ id }) => id === 'calls')
    if (calls === undefined) throw new Error('the small floor counts calls')
    const form = formOf(calls)
    expect(changedFields(calls, metricOf({ ...form, name: ' Dials ' }, 'calls', calls))).toEqual({
      name: 'Dials',
    })
    const long = {
      ...form,
      sentence: {
        ...form.sentence,
        where: [
          ...(form.sentence.shape === 'facts' ? form.sentence.where : []),
          { field: 'durationSeconds', test: 'atLeast', values: [180] },
        ],
      } as Sentence,
      why: 'Short ones told us nothing.',
    }
    const since = changedFields(calls, metricOf({ ...long, from: '2026-12-01' }, 'calls', calls))
    expect(since).toEqual({
      of: {
        ...calls.of,
        where: [
          { field: 'kind', is: 'call' },
          { field: 'durationSeconds', atLeast: 180 },
        ],
      },
      why: 'Short ones told us nothing.',
      since: '2026-12-01',
      earlier: [{ of: calls.of }],
    })
    expect(Object.keys(changedFields(calls, metricOf(long, 'calls', calls)))).toEqual(['of', 'why'])
    // A number of another kind is no part of the one before.
    const kept = Metric.parse({ ...calls, ...since })
    const deals = { ...formOf(kept), sentence: newForm.sentence }
    const asRatio = {
      ...formOf(kept),
      sentence: { shape: 'ratio', above: 'calls', below: 'revenue' } as const,
    }
    expect(changedFields(kept, metricOf(deals, 'calls', kept))).toMatchObject({ why: null })
    expect(changedFields(kept, metricOf(asRatio, 'calls', kept))).toMatchObject({
      ...{ earlier: null, since: null, why: null },
    })
  })

  test('[H73] what the other kind of facts does not have goes with it, and values decide between one and several', () => {
    if (newForm.sentence.shape !== 'facts') throw new Error('a new metric counts facts')
    const calls = withFrom(
      {
        ...newForm.sentence,
        where: [
          { field: 'status', test: 'is', values: ['won'] },
          { field: 'fields.Segment', test: 'is', values: ['SMB'] },
        ],
        measure: { how: 'sum', field: 'amount' },
      },
      'activity',
    )
    expect(calls).toMatchObject({
      ...{ from: 'activity', date: 'at', measure: { how: 'count' } },
      where: [{ field: 'fields.Segment' }],
    })
    const status = { field: 'status', test: 'is', values: ['won'] } as const
    const several = withValues(status, ['won', 'lost'])
    expect(several).toMatchObject({ test: 'in' })
    expect(withTest(several, 'isNot')).toMatchObject({ test: 'notIn', values: ['won', 'lost'] })
    expect(withValues(several, ['lost'])).toMatchObject({ test: 'is' })
    expect(ratioUnits('count', 'count')).toEqual(['percent', 'count'])
    expect(ratioUnit('money', 'count', 'percent')).toBe('money')
    expect(ratioUnit('count', 'days', 'percent')).toBe('count')
    expect(ratioUnit('money', 'money', 'count')).toBe('count')
    expect(withTest(status, 'missing')).toEqual({ field: 'status', test: 'missing', values: [] })
  })
})

describe('what a sentence is refused for', () => {
  const form = (sentence: Sentence, more: Partial<MetricForm> = {}): MetricForm => ({
    ...newForm,
    ...{ name: 'Share', objective: 'How much?', unit: 'percent', sentence },
    ...more,
  })
  const codes = (sentence: Sentence, more: Partial<MetricForm> = {}) =>
    sentenceFaults(small, form(sentence, more), 'share', null)

  test('[H74] no metric of the playbook and the demo is', () => {
    for (const file of [demo, playbook, small])
      for (const metric of file.metrics)
        expect(sentenceFaults(file, formOf(metric), metric.id, metric), metric.id).toEqual([])
  })

  test('[H74] a number that is divided by itself, by nothing, or by what is of another kind', () => {
    expect(codes({ shape: 'ratio', above: 'calls', below: 'calls' })).toEqual([
      { code: 'divides-itself', name: 'Calls' },
    ])
    expect(codes({ shape: 'ratio', above: 'share', below: 'calls' })[0]).toMatchObject({
      code: 'divides-itself',
    })
    expect(codes({ shape: 'ratio', above: 'calls', below: '' })).toEqual([
      { code: 'unfinished', place: 'below' },
    ])
    expect(codes({ shape: 'ratio', above: 'revenue', below: 'calls' })).toEqual([
      { code: 'percent-of-another', above: 'money', below: 'count' },
    ])
    expect(codes({ shape: 'ratio', above: 'revenue', below: 'calls' }, { unit: 'money' })).toEqual([])
    expect(codes({ shape: 'ratio', above: 'revenue', below: 'calls' }, { unit: 'count' })).toEqual([
      { code: 'is-money' },
    ])
    const gone = floorFileOf(
      smallFloorText.replace('  - id: calls\n', '  - id: calls\n    retired: { on: 2026-01-01 }\n'),
    )
    const ratio = form({ shape: 'ratio', above: 'revenue', below: 'calls' }, { unit: 'money' })
    expect(sentenceFaults(gone, ratio, 'share', null)).toEqual([{ code: 'nothing-below', name: 'Calls' }])
  })

  test('[H74] a circle is told with its way', () => {
    const circled = floorFileOf(
      smallFloorText.replace(
        'goals:\n',
        '  - { id: mix, name: Mix, objective: All?, indicator: input, question: activity, unit: points, of: { points: [[calls, 1]] } }\ngoals:\n',
      ),
    )
    const calls = circled.metrics.find(({ id }) => id === 'calls')
    if (calls === undefined) throw new Error('the small floor counts calls')
    const sentence: Sentence = { shape: 'points', parts: [{ metric: 'mix', weight: 2 }] }
    expect(sentenceFaults(circled, { ...formOf(calls), sentence }, 'calls', calls)).toEqual([
      { code: 'circle', way: ['Calls', 'Mix'] },
    ])
  })

  test('[H74] an unknown stage, an empty place, and conditions that nothing can fulfil', () => {
    const where = (...conditions: object[]) => ({ ...newForm.sentence, where: conditions }) as Sentence
    expect(codes(where({ field: 'stage', test: 'is', values: ['proposel'] }))).toEqual([
      { code: 'unknown-stage', stage: 'proposel', meant: 'Proposal' },
    ])
    expect(codes(where({ field: 'amount', test: 'atLeast', values: [] }))).toEqual([
      { code: 'unfinished', place: 'value', condition: 0 },
    ])
    expect(
      codes(
        where(
          { field: 'amount', test: 'atLeast', values: [1000] },
          { field: 'amount', test: 'atMost', values: [500] },
        ),
      ),
    ).toEqual([{ code: 'contradiction', field: 'amount' }])
    expect(
      codes(
        where(
          { field: 'status', test: 'is', values: ['won'] },
          { field: 'status', test: 'notIn', values: ['won', 'lost'] },
        ),
      ),
    ).toEqual([{ code: 'contradiction', field: 'status' }])
    expect(sentenceFaults(small, newForm, 'new', null)).toEqual([
      { code: 'unfinished', place: 'name' },
      { code: 'unfinished', place: 'objective' },
    ])
  })
})

test('[H137] [H142] metrics stand in the order in which boards show them, then with goals first', () => {
  for (const file of [demo, playbook, small]) {
    const uses = usesOfMetrics(file)
    const shown = metricsByBoards(file).map(
      (id) => (uses.get(id) ?? []).filter(({ list }) => list === 'boards').length,
    )
    expect(shown).toEqual(shown.toSorted((a, b) => b - a))
    expect(shown).toHaveLength(file.metrics.filter(({ retired }) => !retired).length)
  }
  const { metric } = small.goals.find((goal) => goal.metric !== small.metrics[0]?.id) ?? { metric: 'none' }
  const boardless = { ...small, boards: [], goals: small.goals.filter((goal) => goal.metric === metric) }
  expect(metricsByBoards(boardless)[0]).toBe(metric)
})

test('[H70] where metrics are used is found for all at once as for each alone', () => {
  for (const file of [demo, playbook, small]) {
    const uses = usesOfMetrics(file)
    expect(uses.size).toBeGreaterThan(1)
    for (const { id } of file.metrics)
      expect(uses.get(id) ?? [], id).toEqual(usesAt(file, mentionsOf(file, 'metrics', id)))
  }
})
