// Three lines for a one-to-one, from the coaching point: what to look at, what to ask, what to agree.
import { wholeAmount } from '../../../../shared/domain/standing/attainment.ts'
import type { Format } from '../../../../shared/domain/words/format.ts'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import type { useSay } from '../../words/words.tsx'
import { askWords, metricOf, rateWords, stepWord } from './figures.ts'

interface Asked {
  readonly answer: CoachingAnswer
  readonly say: ReturnType<typeof useSay>
  readonly format: Format
}

const stepLines = ({ answer, say, format }: Asked, kind: 'sank' | 'lags', link: number) => {
  const reading = answer.readings[link]
  const to = reading && metricOf(answer.metrics, reading.metric)
  if (!reading || !to) return null
  const { made, from } = reading.counted
  const rate = (value: number | null) => rateWords(format, value, reading.isShare, to.unit)
  const mark = rate(kind === 'sank' ? reading.own : reading.role)
  return [
    say(
      {
        id: 'console.agenda.look',
        defaultMessage:
          '{manner, select, amount {Look at the largest and the smallest of the {from} of {window}: {rate} on average, {mark}} money {Look at what of {from} did not become {to} in {window}, the largest first: {rate} did, {mark}} other {Look at five {from} of {window} that did not become {to}: {rate} did, {mark}}} {kind, select, sank {before} other {in the middle of the role}}.',
      },
      {
        manner: !reading.isShare ? 'amount' : made.unit === 'money' ? 'money' : 'pieces',
        kind,
        from: stepWord(say, from),
        to: stepWord(say, to),
        rate: rate(reading.now.value),
        mark,
        window: answer.window.label,
      },
    ),
    kind === 'sank'
      ? say({
          id: 'console.agenda.ask.sank',
          defaultMessage: 'Ask what is different from before at this step: with whom, when and how.',
        })
      : say({
          id: 'console.agenda.ask.lags',
          defaultMessage: 'Ask whose way of doing this step is worth a look, and arrange to listen in.',
        }),
    say(
      {
        id: 'console.agenda.agree',
        defaultMessage: 'Agree on one thing to try, and on the day to look again. The mark is {mark}.',
      },
      { mark },
    ),
  ]
}

const firstStepLines = ({ answer, say, format }: Asked): readonly string[] => {
  const plan = answer.plans.at(-1)
  const first = answer.metrics[0]
  const need = plan?.steps[0]?.need
  const { live } = answer
  const noun = first ? stepWord(say, first) : ''
  const asked =
    first && plan && need !== undefined && live && live.days > 0
      ? say(
          {
            id: 'console.agenda.needed',
            defaultMessage:
              'Look at what is needed from now on: {needed} {noun} a day. The plan was {planned}.',
          },
          {
            noun: stepWord(say, first, 'figure'),
            needed: askWords(format, (live.needs[0] ?? 0) / live.days, first.unit),
            planned: format.value(wholeAmount(need / plan.days, first.unit), first.unit),
          },
        )
      : say(
          { id: 'console.agenda.done', defaultMessage: 'Look at what is done of the first step: {noun}.' },
          { noun },
        )
  return answer.point.kind === 'holds'
    ? [
        say({ id: 'console.agenda.holds', defaultMessage: 'Say what holds, and what it took.' }),
        asked,
        say({
          id: 'console.agenda.keep',
          defaultMessage: 'Agree on what stays as it is, and on one thing to learn next.',
        }),
      ]
    : [
        asked,
        say(
          { id: 'console.agenda.hinders', defaultMessage: 'Ask what stands in the way of more {noun}.' },
          { noun },
        ),
        say({
          id: 'console.agenda.enough',
          defaultMessage: 'Agree on how many until when, so that there is something to judge.',
        }),
      ]
}

export const agendaWords = (asked: Asked): readonly string[] => {
  const { point } = asked.answer
  const lines =
    point.kind === 'sank' || point.kind === 'lags' ? stepLines(asked, point.kind, point.link) : null
  return lines ?? firstStepLines(asked)
}
