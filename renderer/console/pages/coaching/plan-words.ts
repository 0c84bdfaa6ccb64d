// Plans in words: whose rates they rest on, and why there is none.
import type { CoachingAnswer, NoPlan } from '../../../../shared/wire/coaching.ts'
import type { PlanRate } from '../../../../shared/wire/plan.ts'
import type { useSay } from '../../words/words.tsx'
import { metricOf } from './figures.ts'

type Say = ReturnType<typeof useSay>

export const whoseWords = (say: Say, of: PlanRate['of']): string => {
  switch (of) {
    case 'own':
      return say({ id: 'console.plan.of.own', defaultMessage: 'own' })
    case 'role':
      return say({ id: 'console.plan.of.role', defaultMessage: 'the role’s' })
    case 'floor':
      return say({ id: 'console.plan.of.floor', defaultMessage: 'the floor’s' })
    case 'manager':
      return say({ id: 'console.plan.of.manager', defaultMessage: 'set by hand' })
  }
}

/** A few words for a list. */
export const noPlanLine = (say: Say, { kind }: NoPlan): string => {
  switch (kind) {
    case 'no quota':
      return say({ id: 'console.plan.line.quota', defaultMessage: 'No plan: no quota' })
    case 'no days':
      return say({ id: 'console.plan.line.days', defaultMessage: 'No plan: no day to work' })
    case 'no rate':
      return say({ id: 'console.plan.line.rate', defaultMessage: 'No plan: a rate is not known' })
    case 'not yet':
      return say({ id: 'console.plan.line.yet', defaultMessage: 'The plan is being drawn up' })
  }
}

interface Why {
  readonly title: string
  /** What to do about it. */
  readonly note: string
}

export const noPlanWords = (say: Say, metrics: CoachingAnswer['metrics'], none: NoPlan): Why => {
  const last = metrics.at(-1)?.name ?? ''
  switch (none.kind) {
    case 'no quota':
      return {
        title: say({ id: 'console.plan.none.quota', defaultMessage: 'No plan: there is no quota' }),
        note: say(
          {
            id: 'console.plan.none.quota.note',
            defaultMessage:
              'Set a goal for {metric} in the formula’s window, for the person or the role. The plan is drawn up as soon as it is there.',
          },
          { metric: last },
        ),
      }
    case 'no days':
      return {
        title: say({ id: 'console.plan.none.days', defaultMessage: 'No plan: there is no day to work' }),
        note: say({
          id: 'console.plan.none.days.note',
          defaultMessage:
            'Leave, days off and holidays take all days of this period. The next plan comes with the next period.',
        }),
      }
    case 'no rate':
      return {
        title: say(
          {
            id: 'console.plan.none.rate',
            defaultMessage: 'No plan: nobody’s history says how much of {from} becomes {to}',
          },
          {
            from: metricOf(metrics, none.from)?.name ?? none.from,
            to: metricOf(metrics, none.metric)?.name ?? none.metric,
          },
        ),
        note: say({
          id: 'console.plan.none.rate.note',
          defaultMessage:
            'Import the history of this step, or leave the step out of the formula. The plan is drawn up as soon as there is a rate.',
        }),
      }
    case 'not yet':
      return {
        title: say({ id: 'console.plan.none.yet', defaultMessage: 'The plan is being drawn up' }),
        note: say({
          id: 'console.plan.none.yet.note',
          defaultMessage: 'It is here in a moment, and is fixed from then on.',
        }),
      }
  }
}
