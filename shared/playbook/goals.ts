// Goals to begin with: plausible and round, to be replaced by the floor's own.
import type { z } from 'zod'
import type { Goal } from '../wire/floor.ts'
import { type Group, groupsOf, smallestTeams, teamIdOf, teamsSideBySide } from './groups.ts'
import { roughAmount } from './rough-amount.ts'
import type { Segment, Shape } from './shape.ts'

type GoalEntry = z.input<typeof Goal>

export interface GoalSection {
  readonly heading: string
  readonly goals: readonly GoalEntry[]
}

/** An account executive's goals: amounts in US dollars per quarter, counts per week or month. */
const bySegment: Readonly<
  Record<
    Segment,
    { bookings: number; meetings: number; touches: number; opportunities: number; advanced: number }
  >
> = {
  smb: { bookings: 120_000, meetings: 12, touches: 90, opportunities: 14, advanced: 8 },
  'mid-market': { bookings: 240_000, meetings: 10, touches: 70, opportunities: 10, advanced: 5 },
  enterprise: { bookings: 450_000, meetings: 8, touches: 50, opportunities: 5, advanced: 3 },
}
/** With one deal in three won, the pipeline must be three times the bookings. */
const pipelineShare = 3
const sdrPipeline = 450_000
const sdrBookings = 120_000

const executiveGoals = ({ role, segment }: Group, currency: string): GoalEntry[] => {
  const own = bySegment[segment ?? 'mid-market']
  const money = (dollars: number) => roughAmount(dollars, currency)
  return [
    { metric: 'meetings-held', window: 'week', role: role.id, value: own.meetings },
    { metric: 'account-touches', window: 'week', role: role.id, value: own.touches },
    { metric: 'deals-touched', window: 'week', role: role.id, value: own.meetings },
    { metric: 'deals-advanced', window: 'week', role: role.id, value: own.advanced },
    { metric: 'untouched-deals', window: 'older than 14 days', role: role.id, value: 2 },
    { metric: 'new-opportunities', window: 'month', role: role.id, value: own.opportunities },
    {
      metric: 'new-pipeline',
      window: 'quarter',
      role: role.id,
      value: money(own.bookings * pipelineShare),
    },
    { metric: 'bookings', window: 'quarter', role: role.id, value: money(own.bookings) },
    { metric: 'win-rate', window: 'quarter', role: role.id, value: 0.3 },
  ]
}

const developerGoals = ({ role }: Group, currency: string): GoalEntry[] => [
  { metric: 'dials', window: 'day', role: role.id, value: 40 },
  { metric: 'dials', window: 'week', role: role.id, value: 200 },
  { metric: 'conversations', window: 'week', role: role.id, value: 35 },
  { metric: 'emails', window: 'week', role: role.id, value: 100 },
  { metric: 'account-touches', window: 'week', role: role.id, value: 300 },
  { metric: 'meetings-booked', window: 'week', role: role.id, value: 5 },
  { metric: 'assigned-untouched', window: 'older than 2 days', role: role.id, value: 5 },
  { metric: 'opportunities-created', window: 'month', role: role.id, value: 8 },
  { metric: 'opportunities-accepted', window: 'month', role: role.id, value: 6 },
  { metric: 'opportunities-accepted', window: 'quarter', role: role.id, value: 18 },
  { metric: 'sourced-pipeline', window: 'quarter', role: role.id, value: roughAmount(sdrPipeline, currency) },
  { metric: 'sourced-bookings', window: 'quarter', role: role.id, value: roughAmount(sdrBookings, currency) },
]

/** Metrics with a bar for the whole team, whose goal is the sum of its people's. */
const summed = {
  ae: [
    ['meetings-held', 'week'],
    ['new-pipeline', 'quarter'],
    ['bookings', 'quarter'],
  ],
  sdr: [
    ['dials', 'week'],
    ['meetings-booked', 'week'],
    ['opportunities-accepted', 'month'],
    ['sourced-pipeline', 'quarter'],
    ['sourced-bookings', 'quarter'],
  ],
} as const

const teamGoals = (shape: Shape, role: keyof typeof summed): GoalEntry[] =>
  [
    ...new Set([
      teamIdOf(role),
      ...smallestTeams(shape, role).map(({ id }) => id),
      ...teamsSideBySide(shape, role),
    ]),
  ].flatMap((team) =>
    summed[role].map(([metric, window]) => ({ metric, window, team, value: 'sum-of-members' as const })),
  )

const orgGoals = (shape: Shape): GoalEntry[] =>
  shape.roles.flatMap((role) =>
    summed[role].map(([metric, window]) => ({
      metric,
      window,
      org: true as const,
      value: 'sum-of-members' as const,
    })),
  )

export const goalSections = (shape: Shape): readonly GoalSection[] => {
  const { ae, sdr } = groupsOf(shape)
  return [
    ...ae.map((group) => ({
      heading: `${group.role.name}, each`,
      goals: executiveGoals(group, shape.currency),
    })),
    ...sdr.map((group) => ({
      heading: `${group.role.name}, each`,
      goals: developerGoals(group, shape.currency),
    })),
    {
      heading: 'Teams and the whole: the sum of their people, until you write an amount',
      goals: [...shape.roles.flatMap((role) => teamGoals(shape, role)), ...orgGoals(shape)],
    },
  ]
}
