import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { FloorFile } from '../../wire/floor.ts'
import type { MetricChange } from '../../wire/metric-changes.ts'
import { floorReferenceFaults } from '../boards/floor-references.ts'
import { createNumbers } from '../standing/numbers.ts'
import { call, createTestFloor, floorOf, metricOf, person, team } from '../test-support/test-floor.ts'
import { parseDay } from '../time/calendar-date.ts'
import { createFormat } from '../words/format.ts'
import { announcedIn, type Listener, onWalls, wallListener } from './announced.ts'
import { createChangeWords } from './change-words.ts'
import { metricChanges } from './metric-changes.ts'

const kind = (is: string) => ({ from: 'activity', where: [{ field: 'kind', is }], date: 'at' })
const board = (metric: string, audience = 'floor') => ({
  ...{ id: `board-${metric}`, title: metric, kind: 'over-the-line', metric, window: 'week', audience },
})
const calls = metricOf('calls', kind('call'), { name: 'Calls' })
const talks = metricOf('talks', kind('talk'), { name: 'Talks', objective: 'How many real talks?' })
const goal = (value: number | string, more: object = {}) => ({
  ...{ metric: 'calls', window: 'week', role: 'sdr', value },
  ...more,
})
const floor = (parts: object = {}): FloorFile =>
  floorOf({
    roles: [{ id: 'sdr', name: 'SDR' }],
    teams: [team('east', { name: 'East' })],
    people: [person('ana', { name: 'Ana', role: 'sdr', team: 'east' })],
    metrics: [calls],
    boards: [board('calls')],
    ...parts,
  })

/** Each floor was edited on the day that stands before it. */
const history = (...edits: readonly (readonly [string, FloorFile])[]): readonly MetricChange[] =>
  edits.flatMap(([today, after], index) => {
    const before = edits[index - 1]?.[1]
    const at = Date.parse(`${today}T09:00:00Z`)
    return before === undefined ? [] : metricChanges(before, after, { version: index + 1, at, today })
  })
const numbersOf = (edits: readonly (readonly [string, FloorFile])[]) => {
  const file = edits.at(-1)?.[1]
  if (!file) throw new Error('no floor')
  const all = history(...edits)
  return createNumbers(createTestFloor(file).engine, undefined, undefined, undefined, { all: () => all })
}
const told = (
  edits: readonly (readonly [string, FloorFile])[],
  date: string,
  listener: Listener = wallListener,
): readonly string[] => {
  const numbers = numbersOf(edits)
  const today = parseDay(date)
  const words = createChangeWords(numbers.model, createFormat(numbers.model.file.floor), today)
  return announcedIn(numbers, { from: today, to: today + 1 }, listener).map((change) => {
    const { title, text, why } = words(change)
    return [title, text, ...(why === null ? [] : [why])].join(' | ')
  })
}
const start = ['2026-11-01', floor()] as const

describe('what changed', () => {
  test('[F114] a new, changed or retired metric and goal is one; a name, a title or an objective is none', () => {
    const more = { metrics: [calls, talks], boards: [board('calls'), board('talks')] }
    expect(told([start, ['2026-11-10', floor(more)]], '2026-11-10')).toEqual([
      'New: Talks | From today. How many real talks?',
    ])
    const renamed = metricOf('calls', kind('call'), { name: 'Dials', noun: 'dials', objective: 'Other?' })
    expect(history(start, ['2026-11-10', floor({ metrics: [renamed] })])).toEqual([])
    const recounted = { metrics: [metricOf('calls', kind('dial'), { name: 'Calls', why: 'It is a dial.' })] }
    expect(told([start, ['2026-11-10', floor(recounted)]], '2026-11-12')).toEqual([
      'Calls: counted anew | Since November 10. The days before are counted so, too. | It is a dial.',
    ])
    const retired = { ...calls, retired: { on: '2026-11-20', why: 'Nobody looked.' } }
    expect(told([start, ['2026-11-10', floor({ metrics: [retired] })]], '2026-11-12')).toEqual([
      'Calls: counted no more | From November 20. What was counted stays. | Nobody looked.',
    ])
    const gone = floor({ metrics: [talks], boards: [] })
    const both = floor({ ...more })
    expect(
      told(
        [
          ['2026-11-01', both],
          ['2026-11-10', gone],
        ],
        '2026-11-10',
      ),
    ).toEqual(['Calls: counted no more | From today. What was counted stays.'])
  })

  test('[F114] [N89] calls that are taken from another source are counted anew, as far back as the rule says', () => {
    const from = (...takenFrom: readonly object[]) => floor({ metrics: [calls, talks], floor: { takenFrom } })
    const without = ['2026-11-01', from()] as const
    const rule = { kinds: ['call'], source: 'aircall' }
    const toldOf = (...rules: readonly object[]) =>
      told([without, ['2026-11-10', from(...rules)]], '2026-11-10')
    expect(toldOf(rule)).toEqual(['Calls: counted anew | From today. The days before are counted so, too.'])
    expect(toldOf({ ...rule, since: '2026-09-01' })).toEqual([
      'Calls: counted anew | From today. The days before are counted so, too, as far back as September 1.',
    ])
    expect(toldOf({ ...rule, since: '2026-11-16' })).toEqual([
      'Calls: counted anew | From November 16. The days before stay as they were counted.',
    ])
    expect(toldOf({ ...rule, kinds: ['meeting'] })).toEqual([])
    // A rule that was there before says nothing of how far this one reaches.
    const own = { ...rule, rep: 'ana' }
    expect(
      told(
        [
          ['2026-11-01', from(own)],
          ['2026-11-10', from(own, { ...rule, since: '2026-09-01' })],
        ],
        '2026-11-10',
      ),
    ).toEqual([
      'Calls: counted anew | From today. The days before are counted so, too, as far back as September 1.',
    ])
  })

  test('[F114] a goal that is set, raised from a day on, or taken away is one, with what it was until then', () => {
    const [thirty, forty] = [
      floor({ goals: [goal(30)] }),
      floor({ goals: [goal(30), goal(40, { from: '2026-11-16', why: 'Two more phones.' })] }),
    ]
    expect(told([start, ['2026-11-10', thirty]], '2026-11-10')).toEqual([
      'Calls: goal 30 a week | Each SDR, from today.',
    ])
    expect(
      told(
        [
          ['2026-11-01', thirty],
          ['2026-11-10', forty],
        ],
        '2026-11-10',
      ),
    ).toEqual(['Calls: goal 40 a week | Each SDR, from November 16. Until then 30. | Two more phones.'])
    expect(
      told(
        [
          ['2026-11-01', thirty],
          ['2026-11-10', start[1]],
        ],
        '2026-11-11',
      ),
    ).toEqual(['Calls: no goal any more | Each SDR, since November 10.'])
    // One that is written over, and one that says for whom it is in another way.
    expect(
      told(
        [
          ['2026-11-01', thirty],
          ['2026-11-10', floor({ goals: [goal(35)] })],
        ],
        '2026-11-10',
      ),
    ).toEqual(['Calls: goal 35 a week | Each SDR, from today. Until then 30.'])
    const window = floor({ goals: [{ ...goal(30), window: 'this week' }] })
    expect(history(['2026-11-01', thirty], ['2026-11-10', window])).toEqual([])
  })

  test('[F114] another floor in the place of this one announces nothing', () => {
    expect(history(start, ['2026-11-10', floor({ metrics: [talks], boards: [board('talks')] })])).toEqual([])
  })
})

describe('what is told', () => {
  const dated = (since: string, more: object = {}) =>
    floor({
      metrics: [
        metricOf('calls', kind('dial'), { name: 'Calls', since, earlier: [{ of: kind('call') }], ...more }),
      ],
    })

  test('[F115] from the edit on, two weeks before it holds at most, until a week after it holds or was edited', () => {
    const edits = [start, ['2026-11-01', dated('2026-12-01')]] as const
    const isTold = (date: string) => told(edits, date).length === 1
    expect(['2026-11-16', '2026-11-17', '2026-12-07', '2026-12-08'].map(isTold)).toEqual([
      false,
      true,
      true,
      false,
    ])
    const late = [start, ['2026-11-20', dated('2026-11-02')]] as const
    expect(['2026-11-20', '2026-11-26', '2026-11-27'].map((date) => told(late, date).length)).toEqual([
      1, 1, 0,
    ])
    expect(told(edits, '2026-11-30')).toEqual([
      'Calls: counted anew | From December 1. The days before stay as they were counted.',
    ])
  })

  test('[F115] as the floor stands: a reason that is added later is told, what was taken back is not', () => {
    const first = ['2026-11-10', dated('2026-11-16')] as const
    expect(
      told([start, first, ['2026-11-11', dated('2026-11-17', { why: 'They are dials.' })]], '2026-11-12'),
    ).toEqual([
      'Calls: counted anew | From November 17. The days before stay as they were counted. | They are dials.',
    ])
    expect(told([start, first, ['2026-11-11', start[1]]], '2026-11-12')).toEqual([])
  })

  test('[F116] on a wall nothing of a metric that no wall shows, and of no one person', () => {
    const hidden = { metrics: [calls, talks], boards: [board('calls'), board('talks', 'managers')] }
    const edits = [
      start,
      ['2026-11-10', floor({ ...hidden, goals: [goal(9, { role: undefined, rep: 'ana' })] })],
    ] as const
    expect(told(edits, '2026-11-10')).toEqual([])
    const everybody: Listener = { audiences: ['floor', 'managers'], hears: () => true }
    expect(told(edits, '2026-11-10', everybody)).toEqual([
      'New: Talks | From today. How many real talks?',
      'Calls: goal 9 a week | Ana, from today.',
    ])
    // A metric that went with its private board was never on a wall.
    const gone = [
      ['2026-11-01', floor(hidden)],
      ['2026-11-10', floor()],
    ] as const
    expect([told(gone, '2026-11-10'), told(gone, '2026-11-10', everybody).length]).toEqual([[], 1])
    expect(onWalls(numbersOf(gone), Date.parse('2026-11-10T12:00:00Z'))).toEqual([])
  })

  test('[F115] whatever is edited, and edited back, is told as what it was first and what it is now', () => {
    const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
    console.info(`edits of a goal: FLOORBOARD_SEED=${seed}`)
    const values = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(values, (each) => {
        const edits = each.map((value) => ['2026-11-10', floor({ goals: [goal(value)] })] as const)
        const [first, last] = [each[0], each.at(-1)]
        expect(told(edits, '2026-11-10')).toEqual(
          first === last ? [] : [`Calls: goal ${last} a week | Each SDR, from today. Until then ${first}.`],
        )
      }),
      { seed, numRuns: propertyRuns(150) },
    )
  })
})

describe('a metric that was counted in another way before', () => {
  const since = (metric: object) => floor({ metrics: [metric] })
  const turned = metricOf('calls', kind('dial'), {
    since: '2026-11-16',
    earlier: [{ of: { from: 'activity', where: [], date: 'at' } }, { since: '2026-11-09', of: kind('call') }],
  })

  test('[F112] counts each day by the definition of that day, also within one window', () => {
    const test = createTestFloor(since(turned))
    const on = (at: string, is: string) => call('ana', `${at}T10:00:00Z`, { kind: is })
    test.write(on('2026-11-08', 'email'), on('2026-11-09', 'email'), on('2026-11-15', 'call'))
    test.write(on('2026-11-15', 'dial'), on('2026-11-16', 'call'), on('2026-11-16', 'dial'))
    const value = (window: string) => test.value('calls', 'ana', window, '2026-11-20T12:00:00Z')
    expect(['2026-11-08..2026-11-09', '2026-11-09..2026-11-16', '2026-11-16..'].map(value)).toEqual([1, 1, 1])
    expect(value('month')).toBe(3)
    expect(value('all')).toBe(3)
  })

  test('[F113] its definitions follow one another by date and are of one kind', () => {
    const faults = (metric: object) =>
      floorReferenceFaults(since(metric)).map(({ path, message }) => `${path.join('.')} ${message}`)
    expect(faults(turned)).toEqual([])
    const of = { from: 'deal', where: [], date: 'closedAt', measure: { sum: 'fields.seats' } }
    expect(faults(metricOf('calls', kind('dial'), { earlier: [{ of }] }))).toEqual([
      'metrics.0 needs since, the day from which it holds: others came before',
      'metrics.0.earlier.0.of.measure must be of the same kind as today’s: counts, sums and means are no parts of one number',
    ])
    expect(faults({ ...turned, since: '2026-11-09' })).toEqual([
      'metrics.0.since must be after 2026-11-09, when the definition before it began to hold',
    ])
    expect(faults({ ...turned, retired: { on: '2026-11-16' } })[0]).toContain('must be after 2026-11-16')
    const rate = metricOf(
      'rate',
      { ratio: ['calls', 'calls'] },
      { unit: 'percent', since: '2026-11-09', earlier: [{ of: kind('x') }] },
    )
    expect(floorReferenceFaults(floor({ metrics: [calls, rate] })).map(({ message }) => message)).toEqual([
      'goes with what counts facts: a ratio and points follow the definitions of their parts',
    ])
  })
})
