// Exceptions in sentences, in the floor's language: why something is one, what to write to its owner to begin with, and what a
// mail says that the feed sends by itself.
import type { ExceptionRule } from '../../wire/exception-rule.ts'
import type { Draft, ExceptionSubject, ExceptionWhy } from '../../wire/exceptions.ts'
import { type Format, shownShare } from './format.ts'

type WhyOf<K extends ExceptionWhy['kind']> = Extract<ExceptionWhy, { kind: K }>

export interface ExceptionWords {
  /** One or two sentences with the figures. */
  readonly why: (why: ExceptionWhy) => string
  /** To the owner, from whoever writes. */
  readonly draft: (about: DraftAbout) => Draft
  /** Of the feed's own mail: to the rep themselves, or to a manager of theirs. */
  readonly alert: (about: AlertAbout) => Draft
}

interface DraftAbout {
  readonly rule: string
  readonly subject: ExceptionSubject
  readonly title: string
  readonly why: ExceptionWhy
  /** The owner's first name, and the name of whoever writes. */
  readonly to: string
  readonly from: string
}

interface AlertAbout extends Omit<DraftAbout, 'to' | 'from'> {
  readonly name: string
  readonly to: ExceptionRule['tell'][number]
}

/** "fields.nextStepOn" as people would say it: "next step on". */
const fieldName = (field: string): string =>
  field
    .replace(/^fields\./, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase()

export const createExceptionWords = (format: Format, locale: string): ExceptionWords => {
  const { say } = format
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const date = (text: string): string => short.format(Date.parse(text))
  const weekday = (day: string): string => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    // 5 January 1970 was a Monday.
    return weekdays.format(Date.UTC(1970, 0, 5 + days.indexOf(day)))
  }
  const rounded = (amount: number): string => format.value(Math.round(amount * 10) / 10, 'points')

  const missingWords = (field: string): string => {
    switch (field) {
      case 'amount':
        return say({ id: 'exception.missing.amount', defaultMessage: 'It has no amount.' })
      case 'expectedCloseOn':
        return say({ id: 'exception.missing.close', defaultMessage: 'It has no close date.' })
      default:
        return say(
          { id: 'exception.missing', defaultMessage: '“{field}” is empty.' },
          { field: fieldName(field) },
        )
    }
  }

  const valueWords = ({ metric, window, value, than, limit, by }: WhyOf<'value'>): string => {
    const values = {
      value: format.value(value, metric.unit),
      limit: format.value(limit, metric.unit),
      metric: metric.name,
      window,
    }
    if (by !== null)
      return say(
        {
          id: 'exception.short-by',
          defaultMessage: '{metric}: {value} of the {limit} that were due by {day} {at} ({window}).',
        },
        { ...values, day: weekday(by.day), at: by.at },
      )
    return than === 'below'
      ? say(
          { id: 'exception.below', defaultMessage: '{metric}: {value}, fewer than {limit} ({window}).' },
          values,
        )
      : say(
          { id: 'exception.above', defaultMessage: '{metric}: {value}, more than {limit} ({window}).' },
          values,
        )
  }

  const pairWords = (pair: WhyOf<'busy'> | WhyOf<'everybody'>) => ({
    made: format.value(pair.made, pair.input.unit),
    came: format.value(pair.came, pair.outcome.unit),
    usual: pair.outcome.unit === 'money' ? format.value(pair.usual, 'money') : rounded(pair.usual),
    input: pair.input.noun,
    outcome: pair.outcome.name,
    days: pair.days,
  })

  const busyWords = (pair: WhyOf<'busy'>): string => {
    const values = { ...pairWords(pair), whose: pair.whose }
    const counts = say(
      {
        id: 'exception.busy',
        defaultMessage:
          '{made} {input} on {days} working days. {outcome}: {came}; at {whose, select, own {the rate of the months before} other {the role’s rate}} it would be about {usual}.',
      },
      values,
    )
    if (pair.share === null || pair.share < 1) return counts
    const share = format.value(shownShare(pair.share), 'percent')
    return `${counts} ${say(
      { id: 'exception.busy.goal', defaultMessage: '{input}: {share} of the goal for these days.' },
      { input: pair.input.name, share },
    )}`
  }

  const everybodyWords = (pair: WhyOf<'everybody'>): string => {
    const words = pairWords(pair)
    const counts = say(
      {
        id: 'exception.everybody',
        defaultMessage:
          '{made} {input} on {days} working days. {outcome}: {came}; usually it would be about {usual}.',
      },
      words,
    )
    const fell =
      pair.fell === null
        ? say({
            id: 'exception.everybody.nowhere',
            defaultMessage: 'It fell for everybody alike, so that it is nobody’s own.',
          })
        : say(
            {
              id: 'exception.everybody.fell',
              defaultMessage:
                'It fell for everybody, and most of it in {value}: {came} instead of about {before}. It is nobody’s own.',
            },
            {
              value: pair.fell.value,
              came: format.value(pair.fell.came, pair.outcome.unit),
              before:
                pair.outcome.unit === 'money'
                  ? format.value(pair.fell.before, 'money')
                  : rounded(pair.fell.before),
            },
          )
    return `${counts} ${fell}`
  }

  const why = (of: ExceptionWhy): string => {
    switch (of.kind) {
      case 'overdue':
        return say(
          { id: 'exception.overdue', defaultMessage: 'It was to close on {on}.' },
          { on: date(of.on) },
        )
      case 'untouched':
        return of.on === null
          ? say({
              id: 'exception.never-touched',
              defaultMessage: 'Nobody has touched it since it was begun.',
            })
          : say(
              { id: 'exception.untouched', defaultMessage: 'Nobody has touched it since {on}.' },
              { on: date(of.on) },
            )
      case 'in stage':
        return of.usual === null
          ? say(
              {
                id: 'exception.in-stage',
                defaultMessage: 'In {stage} for {days, plural, one {# day} other {# days}}.',
              },
              { stage: of.stage, days: of.days },
            )
          : say(
              {
                id: 'exception.over-average',
                defaultMessage:
                  'In {stage} for {days, plural, one {# day} other {# days}}; deals are there for {usual} on average.',
              },
              { stage: of.stage, days: of.days, usual: rounded(of.usual) },
            )
      case 'missing':
        return missingWords(of.field)
      case 'value':
        return valueWords(of)
      case 'well behind':
        return say(
          {
            id: 'exception.well-behind',
            defaultMessage: 'Well behind with {metric}: {windows}.',
          },
          {
            metric: of.metric.name,
            windows: lists.format(
              of.windows.map(({ label, value, goal }) =>
                say(
                  { id: 'exception.well-behind.window', defaultMessage: '{value} of {goal} ({label})' },
                  {
                    label,
                    value: format.value(value, of.metric.unit),
                    goal: format.value(goal, of.metric.unit),
                  },
                ),
              ),
            ),
          },
        )
      case 'busy':
        return busyWords(of)
      case 'momentum':
        return say(
          {
            id: 'exception.momentum',
            defaultMessage:
              '{now} {noun} a working day over the last {days, plural, one {# day} other {# days}}; in the eight weeks before it was {usual}.',
          },
          { now: rounded(of.now), usual: rounded(of.usual), noun: of.metric.noun, days: of.days },
        )
      case 'everybody':
        return everybodyWords(of)
    }
  }

  /** What to ask for, to begin with. */
  const askFor = ({ kind }: ExceptionWhy): string => {
    switch (kind) {
      case 'overdue':
        return say({
          id: 'exception.ask.overdue',
          defaultMessage: 'What is the new date, and what has to happen before then?',
        })
      case 'untouched':
        return say({ id: 'exception.ask.untouched', defaultMessage: 'What comes next, and when?' })
      case 'in stage':
        return say({
          id: 'exception.ask.in-stage',
          defaultMessage: 'What keeps it there, and where can I help?',
        })
      case 'missing':
        return say({ id: 'exception.ask.missing', defaultMessage: 'Please fill it in today.' })
      case 'value':
      case 'well behind':
        return say({
          id: 'exception.ask.value',
          defaultMessage: 'What would help you to get there? Let us talk about it today.',
        })
      case 'busy':
        return say({
          id: 'exception.ask.busy',
          defaultMessage:
            'You put the work in, and too little comes of it. Let us listen to a few of them together.',
        })
      case 'momentum':
        return say({
          id: 'exception.ask.momentum',
          defaultMessage: 'Is something in the way? Let us talk about it today.',
        })
      case 'everybody':
        return ''
    }
  }

  const subjectOf = ({ subject, title, rule, why: of }: Omit<DraftAbout, 'to' | 'from'>): string => {
    if (subject.kind === 'deal')
      return say({ id: 'exception.subject', defaultMessage: '{title}: {rule}' }, { title, rule })
    // What a flag is called is meant for managers.
    if (of.kind === 'busy')
      return say(
        { id: 'exception.subject.pair', defaultMessage: '{input} and {outcome}' },
        { input: of.input.name, outcome: of.outcome.name },
      )
    return of.kind === 'momentum' ? of.metric.name : rule
  }

  return {
    why,
    draft: ({ to, from, ...about }) => ({
      subject: subjectOf(about),
      text: [
        say({ id: 'exception.hello', defaultMessage: 'Hello {name},' }, { name: to }),
        about.subject.kind === 'deal'
          ? say(
              { id: 'exception.about', defaultMessage: 'This is about {title}. {why}' },
              { title: about.title, why: why(about.why) },
            )
          : why(about.why),
        askFor(about.why),
        from,
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    }),
    alert: ({ name, to, ...about }) => ({
      subject:
        to === 'rep'
          ? subjectOf(about)
          : say(
              { id: 'exception.alert.subject', defaultMessage: '{name}: {rule}' },
              { name, rule: about.rule },
            ),
      text: [
        about.subject.kind === 'deal' ? `${about.title}: ${why(about.why)}` : why(about.why),
        to === 'rep'
          ? say({
              id: 'exception.alert.rep',
              defaultMessage: 'This goes to you, and not to the wall. Your lead sees it too.',
            })
          : say({
              id: 'exception.alert.manager',
              defaultMessage: 'Nobody sees this but you and those who coach the same people.',
            }),
      ].join('\n\n'),
    }),
  }
}
