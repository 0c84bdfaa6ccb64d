// What the demo floor measures beside the playbook, and how the simulation reads how far it got.
import type { Chapter } from '../../../../shared/playbook/metrics.ts'
import { markKind, markMetrics } from '../mark.ts'

/** Made of metrics of the playbook, or of facts that no other source sends. */
export const ownMetrics: Chapter = {
  heading: 'What else the managers of this floor like to know',
  metrics: [
    {
      id: 'coaching-sessions',
      name: 'Coaching sessions',
      noun: 'sessions',
      objective: 'How often did a lead sit beside a rep?',
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      window: 'week',
      of: { from: 'activity', where: [{ field: 'kind', is: 'coaching' }], date: 'at' },
    },
    {
      id: 'prospecting-points',
      name: 'Prospecting points',
      noun: 'points',
      objective:
        'How much prospecting was done when a conversation is worth five dials and a booked meeting twenty-five?',
      indicator: 'input',
      question: 'activity',
      unit: 'points',
      window: 'week',
      of: {
        points: [
          ['dials', 1],
          ['conversations', 5],
          ['meetings-booked', 25],
        ],
      },
    },
    {
      id: 'conversation-rate',
      name: 'Conversation rate',
      objective: 'How many dials reach somebody who talks to us?',
      indicator: 'input',
      question: 'activity',
      unit: 'percent',
      window: 'last 28 days',
      of: { ratio: ['conversations', 'dials'] },
    },
    {
      id: 'booking-rate',
      name: 'Booking rate',
      objective: 'How many conversations end with a meeting in the calendar?',
      indicator: 'input',
      question: 'activity',
      unit: 'percent',
      window: 'last 28 days',
      of: { ratio: ['meetings-booked', 'conversations'] },
    },
    {
      id: 'big-deals',
      name: 'Big deals',
      noun: 'big deals',
      objective: 'How many deals of $100,000 and more did we win?',
      indicator: 'output',
      question: 'results',
      unit: 'count',
      window: 'quarter',
      of: {
        from: 'deal',
        where: [
          { field: 'status', is: 'won' },
          { field: 'amount', atLeast: 100_000 },
        ],
        date: 'closedAt',
      },
    },
    {
      id: 'open-pipeline',
      name: 'Open pipeline',
      noun: 'open',
      objective: 'How much is still to play for?',
      indicator: 'output',
      question: 'results',
      unit: 'money',
      window: 'all',
      of: {
        from: 'deal',
        where: [{ field: 'status', is: 'open' }],
        date: 'createdAt',
        measure: { sum: 'amount' },
      },
    },
  ],
}

const marked = (field: string) => ({
  from: 'activity' as const,
  where: [{ field: 'kind', is: markKind }],
  date: 'at' as const,
  measure: { sum: `fields.${field}` },
})

export const markChapter: Chapter = {
  heading: 'By these two the simulation finds its place again after a restart. Without them it does not run.',
  metrics: [
    {
      id: markMetrics.openedAt,
      name: 'Demo opened at',
      objective: 'When did this simulated floor go live, in seconds since 1970?',
      indicator: 'output',
      question: 'activity',
      unit: 'count',
      window: 'all',
      of: marked('openedAt'),
    },
    {
      id: markMetrics.factsTold,
      name: 'Demo facts told',
      objective: 'How many facts has the simulation sent so far?',
      indicator: 'output',
      question: 'activity',
      unit: 'count',
      window: 'all',
      of: marked('factsTold'),
    },
  ],
}
