// What most sales floors celebrate, to begin with: little enough that people look up when it comes.
import type { z } from 'zod'
import type { CelebrationRule } from '../wire/celebrations/rule.ts'
import { teamIdOf } from './groups.ts'
import type { PlaybookRole, Shape } from './shape.ts'

type RuleEntry = z.input<typeof CelebrationRule>

export interface CelebrationChapter {
  readonly heading: string
  readonly rules: readonly RuleEntry[]
}

const executives: CelebrationChapter = {
  heading: 'Account executives. A big deal is big for its team, so that small deals have their day too.',
  rules: [
    {
      id: 'big-deal',
      name: 'Big deal',
      on: { over: { percentile: 0.9, of: 'team' } },
      sound: 'gong',
      walkUp: true,
      priority: 5,
    },
    { id: 'first-deal', name: 'First deal', on: { first: 'ever' }, sound: 'fanfare', priority: 5 },
    {
      id: 'back-again',
      name: 'Back in the game',
      on: { afterDays: 30 },
      sound: 'chime',
      seconds: 8,
      priority: 2,
    },
    {
      id: 'quarter-goal',
      name: 'Quarter goal reached',
      on: { metric: 'bookings', window: 'quarter', crosses: 'goal' },
      walkUp: true,
      priority: 5,
    },
    {
      id: 'bookings-record',
      name: 'Record month',
      on: { metric: 'bookings', window: 'month', crosses: { record: 'personal' } },
      priority: 3,
    },
  ],
}

const developers: CelebrationChapter = {
  heading: 'Sales development: what they do, and not what others sign.',
  rules: [
    {
      id: 'meetings-goal',
      name: 'Meetings of the week',
      on: { metric: 'meetings-booked', window: 'week', crosses: 'goal' },
      priority: 3,
    },
    {
      id: 'new-leader',
      name: 'New number one',
      on: { metric: 'meetings-booked', window: 'week', crosses: 'first-place' },
      sound: 'bell',
      seconds: 8,
      priority: 1,
    },
    {
      id: 'everybody-dialled',
      name: 'All of us',
      on: { metric: 'dials', window: 'day', crosses: 'everybody' },
      team: teamIdOf('sdr'),
      sound: 'crowd',
      priority: 4,
    },
    {
      id: 'dials-streak',
      name: 'On a streak',
      on: { metric: 'dials', window: 'day', crosses: { streak: 5 } },
      sound: 'chime',
      seconds: 8,
      priority: 2,
    },
  ],
}

/** A team's way to its goal, with something to look forward to. */
const ladderOf = (role: PlaybookRole): RuleEntry => ({
  id: `${role}-ladder`,
  name: role === 'ae' ? 'The quarter' : 'Meetings this week',
  on: {
    metric: role === 'ae' ? 'bookings' : 'meetings-booked',
    window: role === 'ae' ? 'quarter' : 'week',
    of: 'team',
    crosses: {
      ladder: [
        { at: { share: 0.5 } },
        { at: { share: 0.8 }, reward: 'Lunch for the team' },
        { at: { share: 1 }, reward: 'The team’s own choice' },
      ],
    },
  },
  team: teamIdOf(role),
  sound: 'crowd',
  priority: 4,
})

const people: CelebrationChapter = {
  heading: 'Everybody, at the hour of their office',
  rules: [
    { id: 'birthdays', name: 'Happy birthday', on: { day: 'birthday' }, sound: 'chime', seconds: 10 },
    {
      id: 'anniversaries',
      name: 'Thank you',
      on: { day: 'anniversary', at: '10:15' },
      sound: 'chime',
      seconds: 10,
    },
    { id: 'first-days', name: 'Welcome', on: { day: 'first-day', at: '09:30' }, sound: 'chime', seconds: 10 },
  ],
}

export const celebrationChapters = ({ roles }: Shape): readonly CelebrationChapter[] => [
  ...(roles.includes('ae') ? [executives] : []),
  ...(roles.includes('sdr') ? [developers] : []),
  {
    heading: 'Teams on their way, with what each step brings: PLACEHOLDERS',
    rules: roles.map(ladderOf),
  },
  people,
]
