import { describe, expect, test } from 'vitest'
import { ExceptionRule } from '../../wire/exception-rule.ts'
import { floorReferenceFaults } from '../boards/floor-references.ts'
import { calls, floorOf, metricOf, revenue, wins } from '../test-support/test-floor.ts'

const faultsOf = (rule: object) =>
  floorReferenceFaults(
    floorOf({
      metrics: [calls, wins, revenue, metricOf('rate', { ratio: ['wins', 'calls'] }, { unit: 'percent' })],
      goals: [{ metric: 'calls', window: 'week', org: true, value: 9 }],
      exceptions: [{ id: 'off', name: 'Off', ...rule }],
    }),
  ).map(({ path, message }) => [path.slice(2).join('.'), message])

const by = { day: 'wednesday', at: '11:00' }

describe('[E1][E4][E6][E7] rules that cannot be held', () => {
  test.each([
    [
      'an unknown metric',
      { rep: { metric: 'cals', window: 'week', below: 2, by } },
      'rep.metric',
      /did you mean "calls"/,
    ],
    ['an unknown team', { deal: { overdue: 0 }, team: 'north' }, 'team', /no team/],
    ['an unknown role', { deal: { overdue: 0 }, role: 'ae' }, 'role', /no role/],
    ['a field that no deal could lack', { deal: { missing: 'nextStep' } }, 'deal.missing', /fields\.<name>/],
    [
      'a condition on what deals have not',
      { deal: { overdue: 0, where: [{ field: 'outcome', is: 'x' }] } },
      'deal.where.0.field',
      /deals have no/,
    ],
    [
      'a condition on credits',
      { deal: { overdue: 0, where: [{ field: 'credit', is: 'owner' }] } },
      'deal.where.0.field',
      /owner’s/,
    ],
    [
      'below, in a window that has only begun',
      { rep: { metric: 'calls', window: 'month', below: 2 } },
      'rep.window',
      /say by when/,
    ],
    [
      'a time of the week in a month',
      { rep: { metric: 'calls', window: 'month', below: 2, by } },
      'rep.by',
      /window "week"/,
    ],
    [
      'a time of the week for what should stay low',
      { rep: { metric: 'calls', window: 'week', above: 2, by } },
      'rep.by',
      /goes with below/,
    ],
    [
      'behind a goal that nobody has',
      { rep: { metric: 'wins', window: 'week', wellBehind: 2 } },
      'rep.wellBehind',
      /needs a goal/,
    ],
    [
      'behind in days that are no period',
      { rep: { metric: 'calls', window: 'last 7 days', wellBehind: 2 } },
      'rep.window',
      /day, week/,
    ],
    ['a rate as an input', { busy: { input: 'rate', outcome: 'wins' } }, 'busy.input', /does not add up/],
    ['a pair of one', { busy: { input: 'calls', outcome: 'calls' } }, 'busy.outcome', /another metric/],
    ['the momentum of a rate', { momentum: { metric: 'rate' } }, 'momentum.metric', /does not add up/],
  ])('%s', (_, rule, path, message) => {
    expect(faultsOf(rule)).toEqual([[path, expect.stringMatching(message)]])
  })

  test('those that can have no fault', () => {
    expect(
      [
        { deal: { missing: 'fields.nextStep', where: [{ field: 'amount', atLeast: 1000 }] } },
        { rep: { metric: 'calls', window: 'last week', below: 2 } },
        { rep: { metric: 'calls', window: 'week', wellBehind: 2 } },
        { rep: { metric: 'rate', window: 'last 28 days', below: 0.2 } },
        { busy: { input: 'calls', outcome: 'revenue' } },
      ].flatMap(faultsOf),
    ).toEqual([])
  })

  test.each([
    ['two tests', { deal: { overdue: 0 }, momentum: { metric: 'calls' } }],
    ['no test', {}],
    ['two questions to a deal', { deal: { overdue: 0, untouched: 3 } }],
    ['a pair over a week', { busy: { input: 'calls', outcome: 'wins', days: 5 } }],
    [
      'a time that is none',
      { rep: { metric: 'calls', window: 'week', below: 2, by: { day: 'wednesday', at: '24:00' } } },
    ],
  ])('%s: refused where it is read', (_, rule) => {
    expect(ExceptionRule.safeParse({ id: 'off', name: 'Off', ...rule }).success).toBe(false)
  })
})
