// Pipeline hygiene: is the pipeline being worked? All of these should be 0.
import type { Condition } from '../wire/condition.ts'
import { isOpen, type MetricEntry, type PlaybookMetric } from './playbook-metric.ts'

type Lying = Pick<MetricEntry, 'id' | 'name' | 'noun' | 'task' | 'objective' | 'window'>
type DealDate = 'createdAt' | 'expectedCloseOn' | 'lastActivityAt'

/** A count of what is neglected. */
const lying = (what: Lying, of: MetricEntry['of']): MetricEntry => ({
  ...what,
  indicator: 'input',
  question: 'pipeline-hygiene',
  unit: 'count',
  better: 'lower',
  of,
})

const openDeals = (date: DealDate, ...where: readonly Condition[]): MetricEntry['of'] => ({
  from: 'deal',
  where: [isOpen, ...where],
  date,
})

export const hygieneMetrics: readonly PlaybookMetric[] = [
  {
    roles: ['ae'],
    metric: lying(
      {
        id: 'untouched-deals',
        name: 'Untouched deals',
        noun: 'untouched',
        task: 'Call',
        objective: 'Which open deals has nobody worked on for more than two weeks?',
        window: 'older than 14 days',
      },
      openDeals('lastActivityAt'),
    ),
  },
  {
    roles: ['ae'],
    metric: lying(
      {
        id: 'no-next-step',
        name: 'No next step',
        noun: 'without a next step',
        task: 'Book',
        objective: 'With which open deals did nobody agree on the next meeting, or what else happens next?',
        window: 'all',
      },
      openDeals('createdAt', { field: 'fields.nextStepOn', exists: false }),
    ),
  },
  {
    roles: ['ae'],
    metric: lying(
      {
        id: 'past-close-date',
        name: 'Past close date',
        noun: 'overdue',
        task: 'Re-date',
        objective: 'Which open deals should have closed by now?',
        window: 'overdue',
      },
      openDeals('expectedCloseOn'),
    ),
  },
  {
    roles: ['ae'],
    metric: lying(
      {
        id: 'slipped-deals',
        name: 'Slipped deals',
        noun: 'slipped',
        task: 'Confirm',
        objective: 'How many deals that should close in the quarter have been put off before?',
        window: 'quarter',
      },
      // Few sources count it: whoever has none is not asked for it with each deal.
      openDeals(
        'expectedCloseOn',
        { field: 'fields.slips', exists: true },
        { field: 'fields.slips', atLeast: 1 },
      ),
    ),
  },
  {
    roles: ['ae'],
    metric: lying(
      {
        id: 'aged-deals',
        name: 'Aged deals',
        noun: 'aged',
        task: 'Decide',
        objective: 'Which open deals are older than a quarter?',
        window: 'older than 90 days',
      },
      openDeals('createdAt'),
    ),
  },
  {
    roles: ['sdr'],
    metric: lying(
      {
        id: 'assigned-untouched',
        name: 'Assigned but untouched',
        noun: 'untouched',
        objective: 'Who was given to us more than two days ago and has not heard from us yet?',
        window: 'older than 2 days',
      },
      {
        from: 'activity',
        where: [
          { field: 'kind', is: 'assigned' },
          { field: 'fields.touchedOn', exists: false },
        ],
        date: 'at',
      },
    ),
  },
]
