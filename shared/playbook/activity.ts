// Activity: how much is done?
import type { PlaybookMetric } from './playbook-metric.ts'

const touches = ['call', 'email', 'meeting']

export const activityMetrics: readonly PlaybookMetric[] = [
  {
    roles: ['ae'],
    metric: {
      id: 'meetings-held',
      name: 'Meetings held',
      noun: 'meetings',
      objective: 'How often did we sit down with a customer?',
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      window: 'week',
      of: {
        from: 'activity',
        where: [
          { field: 'kind', is: 'meeting' },
          { field: 'outcome', is: 'held' },
        ],
        date: 'at',
      },
    },
  },
  {
    roles: ['sdr'],
    metric: {
      id: 'dials',
      name: 'Dials',
      noun: 'dials',
      objective: 'How many times did we pick up the phone?',
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      window: 'week',
      of: { from: 'activity', where: [{ field: 'kind', is: 'call' }], date: 'at' },
    },
  },
  {
    roles: ['sdr'],
    metric: {
      id: 'conversations',
      name: 'Conversations',
      noun: 'conversations',
      objective: 'How many of those calls reached somebody who talked to us?',
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      window: 'week',
      of: {
        from: 'activity',
        where: [
          { field: 'kind', is: 'call' },
          { field: 'conversation', is: true },
        ],
        date: 'at',
      },
    },
  },
  {
    roles: ['sdr'],
    metric: {
      id: 'emails',
      name: 'E-mails',
      noun: 'e-mails',
      objective: 'How many people did we write to, one by one?',
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      window: 'week',
      of: { from: 'activity', where: [{ field: 'kind', is: 'email' }], date: 'at' },
    },
  },
  {
    roles: ['sdr'],
    metric: {
      id: 'meetings-booked',
      name: 'Meetings booked',
      noun: 'booked',
      objective: 'How many conversations became a first meeting for an account executive?',
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      window: 'week',
      of: { from: 'activity', where: [{ field: 'kind', is: 'meeting-booked' }], date: 'at' },
    },
  },
  {
    roles: ['ae', 'sdr'],
    metric: {
      id: 'account-touches',
      name: 'Account touches',
      noun: 'touches',
      objective: 'How often did an account hear from us, in whatever way?',
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      window: 'week',
      of: {
        from: 'activity',
        where: [
          { field: 'kind', in: touches },
          { field: 'account', exists: true },
        ],
        date: 'at',
      },
    },
  },
  {
    roles: ['ae'],
    metric: {
      id: 'deals-touched',
      name: 'Deals touched',
      noun: 'deals',
      objective: 'How many of our open deals did somebody work on?',
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      window: 'week',
      of: { from: 'deal', where: [{ field: 'status', is: 'open' }], date: 'lastActivityAt' },
    },
  },
  {
    roles: ['ae', 'sdr'],
    metric: {
      id: 'help-given',
      name: 'Help given',
      noun: 'helped',
      objective: 'How often did we help a colleague, as those say who were helped?',
      indicator: 'input',
      question: 'activity',
      unit: 'count',
      window: 'month',
      of: { from: 'activity', where: [{ field: 'kind', is: 'help' }], date: 'at' },
    },
  },
]
