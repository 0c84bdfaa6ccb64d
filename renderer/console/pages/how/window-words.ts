// The days of a number in words: their first and last midnight, and whose.
import { useIntl } from 'react-intl'
import type { ExplainedAnswer } from '../../../../shared/wire/explained.ts'
import { cityOf } from '../../words/city-of.ts'
import { useSay } from '../../words/words.tsx'

export const useWindowWords = (): ((window: ExplainedAnswer['window']) => string) => {
  const say = useSay()
  const intl = useIntl()
  const day = (date: string): string =>
    intl.formatDate(date, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
  return ({ start, end, label, zone }) => {
    const city = cityOf(zone)
    if (start !== null && end !== null)
      return say(
        {
          id: 'console.how.days',
          defaultMessage: '{label} runs from {start}, midnight, up to {end}, midnight, in {city}.',
        },
        { label, start: day(start), end: day(end), city },
      )
    if (start !== null)
      return say(
        { id: 'console.how.days.from', defaultMessage: '{label} runs from {start}, midnight, in {city}.' },
        { label, start: day(start), city },
      )
    if (end !== null)
      return say(
        { id: 'console.how.days.to', defaultMessage: '{label} runs up to {end}, midnight, in {city}.' },
        { label, end: day(end), city },
      )
    return say({
      id: 'console.how.days.all',
      defaultMessage: 'All days, and facts without a date.',
    })
  }
}

/** The same as instants, and when it was worked out (epoch ms; null: just now). */
export const useInstantWords = (): ((window: ExplainedAnswer['window'], at: number | null) => string) => {
  const say = useSay()
  const intl = useIntl()
  const instant = (text: string): string => `${text.slice(0, 10)} ${text.slice(11, 16)}`
  return ({ startAt, endAt }, at) => {
    const time = intl.formatTime(at ?? Date.now(), { hour: 'numeric', minute: '2-digit' })
    if (startAt !== null && endAt !== null)
      return say(
        {
          id: 'console.how.instants',
          defaultMessage: 'In UTC: {start} to {end}. Worked out at {time}.',
        },
        { start: instant(startAt), end: instant(endAt), time },
      )
    return say({ id: 'console.how.worked-out', defaultMessage: 'Worked out at {time}.' }, { time })
  }
}

/** The usual windows, the metric's own first; another one that was asked for stands with them. */
export const useWindowChoices = (
  asked: string | undefined,
): readonly { readonly id: string; readonly name: string }[] => {
  const say = useSay()
  const usual = [
    { id: '', name: say({ id: 'console.how.window.own', defaultMessage: 'As usual for it' }) },
    { id: 'day', name: say({ id: 'console.how.window.day', defaultMessage: 'Today' }) },
    { id: 'week', name: say({ id: 'console.how.window.week', defaultMessage: 'This week' }) },
    { id: 'last week', name: say({ id: 'console.how.window.last-week', defaultMessage: 'Last week' }) },
    { id: 'month', name: say({ id: 'console.how.window.month', defaultMessage: 'This month' }) },
    { id: 'last month', name: say({ id: 'console.how.window.last-month', defaultMessage: 'Last month' }) },
    { id: 'quarter', name: say({ id: 'console.how.window.quarter', defaultMessage: 'This quarter' }) },
    {
      id: 'last quarter',
      name: say({ id: 'console.how.window.last-quarter', defaultMessage: 'Last quarter' }),
    },
    { id: 'year', name: say({ id: 'console.how.window.year', defaultMessage: 'This year' }) },
    { id: 'all', name: say({ id: 'console.how.window.all', defaultMessage: 'All time' }) },
  ]
  return asked === undefined || usual.some(({ id }) => id === asked)
    ? usual
    : [...usual, { id: asked, name: asked }]
}
