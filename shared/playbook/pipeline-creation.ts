// Pipeline creation: does activity become pipeline?
import { type DealRules, isSourced, type PlaybookMetric } from './playbook-metric.ts'

export const creationMetrics = ({ sold }: DealRules): readonly PlaybookMetric[] => [
  {
    roles: ['ae'],
    metric: {
      id: 'new-opportunities',
      name: 'New opportunities',
      noun: 'opps',
      objective: 'How many new deals did we open?',
      indicator: 'output',
      question: 'pipeline-creation',
      unit: 'count',
      window: 'month',
      of: { from: 'deal', where: [...sold], date: 'createdAt' },
    },
  },
  {
    roles: ['ae'],
    metric: {
      id: 'new-pipeline',
      name: 'New pipeline',
      noun: 'created',
      objective: 'How much new pipeline did we create?',
      indicator: 'output',
      question: 'pipeline-creation',
      unit: 'money',
      window: 'quarter',
      of: { from: 'deal', where: [...sold], date: 'createdAt', measure: { sum: 'amount' } },
    },
  },
  {
    roles: ['sdr'],
    metric: {
      id: 'opportunities-created',
      name: 'Opportunities created',
      noun: 'opps',
      objective: "How many deals began with an SDR's work?",
      indicator: 'output',
      question: 'pipeline-creation',
      unit: 'count',
      window: 'month',
      of: { from: 'deal', where: [isSourced], date: 'createdAt' },
    },
  },
  {
    roles: ['sdr'],
    metric: {
      id: 'opportunities-accepted',
      name: 'Opportunities accepted',
      noun: 'accepted',
      objective: 'How many of the deals that SDRs began did an account executive take on?',
      indicator: 'output',
      question: 'pipeline-creation',
      unit: 'count',
      window: 'month',
      of: {
        from: 'deal',
        where: [isSourced, { field: 'fields.acceptedOn', exists: true }],
        date: 'createdAt',
      },
    },
  },
  {
    roles: ['sdr'],
    metric: {
      id: 'activities-per-opportunity',
      name: 'Activities per opportunity',
      objective: 'How many touches does one new opportunity take?',
      indicator: 'output',
      question: 'pipeline-creation',
      unit: 'count',
      better: 'lower',
      window: 'quarter',
      of: { ratio: ['account-touches', 'opportunities-created'] },
    },
  },
]
