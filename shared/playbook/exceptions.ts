// What is off, ready-made: deals that lie, weeks that begin slowly, effort that brings nothing. For managers, and never on a wall.
import type { z } from 'zod'
import type { ExceptionRule } from '../wire/exception-rule.ts'
import { groupsOf } from './groups.ts'
import type { Shape } from './shape.ts'

type RuleEntry = z.input<typeof ExceptionRule>

export interface ExceptionChapter {
  readonly heading: string
  readonly rules: readonly RuleEntry[]
}

const deals: ExceptionChapter = {
  heading: 'Deals, by the date where their owner is',
  rules: [
    { id: 'close-date-passed', name: 'Close date passed', deal: { overdue: 0 } },
    { id: 'untouched-for-two-weeks', name: 'Untouched for two weeks', deal: { untouched: 14 } },
    { id: 'stuck-in-its-stage', name: 'Stuck in its stage', deal: { overAverage: 30 } },
    { id: 'next-step-missing', name: 'No next step', deal: { missing: 'fields.nextStepOn' } },
  ],
}

const executivesOf = (role: string): readonly RuleEntry[] => [
  {
    id: `${role}-well-behind`,
    name: 'Well behind with meetings, two weeks in a row',
    rep: { metric: 'meetings-held', window: 'week', wellBehind: 2 },
    role,
  },
]

const developersOf = (role: string): readonly RuleEntry[] => [
  {
    id: `${role}-by-wednesday`,
    name: 'Fewer than 2 meetings by Wednesday 11:00',
    rep: { metric: 'meetings-booked', window: 'week', below: 2, by: { day: 'wednesday', at: '11:00' } },
    role,
    tell: ['rep', 'manager'],
  },
  {
    id: `${role}-busy`,
    name: 'Busy, not productive',
    busy: { input: 'dials', outcome: 'meetings-booked' },
    role,
  },
  { id: `${role}-momentum`, name: 'Losing momentum', momentum: { metric: 'dials' }, role },
]

/** Deals belong to account executives; what SDRs do is looked at by week and by what comes of it. */
export const exceptionChapters = (shape: Shape): readonly ExceptionChapter[] => {
  const { ae, sdr } = groupsOf(shape)
  return [
    ...(ae.length > 0 ? [deals] : []),
    {
      heading: 'People, by their own goals, weeks and rates',
      rules: [
        ...ae.flatMap(({ role }) => executivesOf(role.id)),
        ...sdr.flatMap(({ role }) => developersOf(role.id)),
      ],
    },
  ]
}
