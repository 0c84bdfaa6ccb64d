// What keeps a metric from being saved, in plain words.
import type { SentenceFault } from '../../../../../shared/domain/metric-drafts/sentence-faults.ts'
import type { Metric } from '../../../../../shared/wire/floor.ts'
import { useDateWords } from '../../../words/use-date-words.ts'
import { useSay } from '../../../words/words.tsx'
import { useFieldWords } from '../sentence/use-field-words.ts'

const useUnitWords = (): ((unit: Metric['unit']) => string) => {
  const say = useSay()
  return (unit) => {
    switch (unit) {
      case 'count':
        return say({ id: 'console.unit.is.count', defaultMessage: 'a count' })
      case 'money':
        return say({ id: 'console.unit.is.money', defaultMessage: 'money' })
      case 'percent':
        return say({ id: 'console.unit.percent', defaultMessage: 'a percentage' })
      case 'days':
        return say({ id: 'console.unit.is.days', defaultMessage: 'days' })
      case 'points':
        return say({ id: 'console.unit.is.points', defaultMessage: 'points' })
    }
  }
}

/** What the floor itself refuses is said by the feed, in the reader's language. */
export type WordedFault = Exclude<SentenceFault, { code: 'other' }>

export const useFaultWords = (): ((fault: WordedFault) => string) => {
  const say = useSay()
  const date = useDateWords()
  const units = useUnitWords()
  const fields = useFieldWords()

  const unfinished = (place: Extract<SentenceFault, { code: 'unfinished' }>['place']): string => {
    switch (place) {
      case 'name':
        return say({ id: 'console.fault.name', defaultMessage: 'What is it called? Give it a name.' })
      case 'objective':
        return say({
          id: 'console.fault.objective',
          defaultMessage: 'Which question does it answer? A metric without one is a number without a reason.',
        })
      case 'number':
        return say({ id: 'console.fault.number', defaultMessage: 'Which number is meant? Choose one.' })
      case 'above':
        return say({ id: 'console.fault.above', defaultMessage: 'What is divided? Choose a metric.' })
      case 'below':
        return say({
          id: 'console.fault.below',
          defaultMessage: 'A share of what? Choose the metric to divide by.',
        })
      case 'points':
        return say({ id: 'console.fault.points', defaultMessage: 'Points for what? Choose a metric.' })
      case 'value':
        return say({ id: 'console.fault.value', defaultMessage: 'A condition lacks its value.' })
    }
  }

  return (fault) => {
    switch (fault.code) {
      case 'unfinished':
        return unfinished(fault.place)
      case 'divides-itself':
        return say(
          {
            id: 'console.fault.divides-itself',
            defaultMessage: '“{name}” divided by itself is always 100%: choose another metric to divide by.',
          },
          { name: fault.name },
        )
      case 'circle':
        return say(
          {
            id: 'console.fault.circle',
            defaultMessage: 'This goes round in a circle: {way}. None of them could ever be worked out.',
          },
          { way: [...fault.way, ...fault.way.slice(0, 1)].join(' → ') },
        )
      case 'unknown-stage':
        return say(
          {
            id: 'console.fault.stage',
            defaultMessage:
              'The floor has no stage “{stage}”{meant, select, none {} other {; is “{meant}” meant?}}.',
          },
          { stage: fault.stage, meant: fault.meant ?? 'none' },
        )
      case 'contradiction':
        return say(
          {
            id: 'console.fault.contradiction',
            defaultMessage: 'Nothing can fulfil all that is asked of the {field}: it would always be zero.',
          },
          { field: fields.field(fault.field) },
        )
      case 'nothing-below':
        return say(
          {
            id: 'console.fault.nothing-below',
            defaultMessage:
              '“{name}” is counted no more: a share of nothing says nothing. Choose another metric to divide by.',
          },
          { name: fault.name },
        )
      case 'percent-of-another':
        return say(
          {
            id: 'console.fault.percent-of-another',
            defaultMessage:
              'A percentage compares like with like, and {above} is no part of {below}. Show it as an amount or a number.',
          },
          { above: units(fault.above), below: units(fault.below) },
        )
      case 'money-of-no-money':
        return say({
          id: 'console.fault.money',
          defaultMessage: 'That is no amount: only money divided by something else is.',
        })
      case 'is-money':
        return say({ id: 'console.fault.is-money', defaultMessage: 'That is an amount: show it as one.' })
      case 'same-dates':
        return say({
          id: 'console.fault.same-dates',
          defaultMessage: 'From a date to itself are always no days: choose two different ones.',
        })
      case 'from-too-early':
        return say(
          {
            id: 'console.fault.from-too-early',
            defaultMessage:
              'It counts as it does now since {since}: what comes next has to begin after that day.',
          },
          { since: date(fault.since) },
        )
      case 'no-date':
        return say({ id: 'console.fault.no-date', defaultMessage: 'From which day on? Choose a date.' })
    }
  }
}
