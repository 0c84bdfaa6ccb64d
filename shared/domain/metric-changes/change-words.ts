// Changes of metrics and goals in words, for walls and mails.
import { parseWindow } from '../../wire/window.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { toMinor } from '../counting/money.ts'
import { type Day, dayMs } from '../time/calendar-date.ts'
import type { Format } from '../words/format.ts'
import type { Announced } from './announced.ts'

export interface ChangeWords {
  /** "New: Conversations", "Dials: goal 40 a day" */
  readonly title: string
  /** From when, and what it was until then. */
  readonly text: string
  readonly why: string | null
}

type Named = Pick<FloorModel, 'file' | 'roster' | 'calendar'>

const same = (text: string): string => text

/** `today`: where the floor is; what has begun is told of in another way than what is to come. */
export const createChangeWords = ({ file, roster, calendar }: Named, format: Format, today: Day) => {
  const { say } = format
  const { locale, currency } = file.floor
  const long = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const dateOf = (day: Day): string => long.format(day * dayMs)

  const fromWords = (day: Day): string => {
    if (day === today) return say({ id: 'change.today', defaultMessage: 'from today' })
    const date = dateOf(day)
    return day > today
      ? say({ id: 'change.from', defaultMessage: 'from {date}' }, { date })
      : say({ id: 'change.since', defaultMessage: 'since {date}' }, { date })
  }
  const goalValue = (value: Announced['is'], { unit }: Announced): string => {
    if (typeof value === 'number')
      return format.value(unit === 'money' ? toMinor(value, currency) : value, unit)
    return value === 'from-formula'
      ? say({ id: 'change.from-formula', defaultMessage: 'by everybody’s own plan' })
      : say({ id: 'change.sum', defaultMessage: 'the sum of its people’s' })
  }
  const windowWords = (text: string): string => {
    const window = parseWindow(text)
    if (window === null) return text
    if (window.kind !== 'period') return calendar.label(window, today)
    return say(
      {
        id: 'change.window',
        defaultMessage:
          '{grain, select, day {a day} week {a week} month {a month} quarter {a quarter} other {a year}}',
      },
      { grain: window.grain },
    )
  }
  const whose = ({ goal }: Announced, set: (text: string) => string): string => {
    const id = goal?.subject.id ?? ''
    switch (goal?.subject.kind) {
      case 'role':
        return say(
          { id: 'change.each', defaultMessage: 'each {role}' },
          { role: set(file.roles.find((role) => role.id === id)?.name ?? id) },
        )
      case 'team':
      case 'rep': {
        const subject = roster.subjectOf(id)
        return set(subject === null ? id : roster.nameOf(subject))
      }
      default:
        return say({ id: 'change.floor', defaultMessage: 'the whole floor' })
    }
  }
  const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1)

  const ofMetric = (change: Announced): Omit<ChangeWords, 'why'> => {
    const { what, name, from, objective, keepsPast, sourcesSince } = change
    const date = fromWords(from)
    if (what === 'retired')
      return {
        title: say({ id: 'change.retired', defaultMessage: '{name}: counted no more' }, { name }),
        text: say(
          { id: 'change.retired.text', defaultMessage: '{date}. What was counted stays.' },
          { date: capital(date) },
        ),
      }
    if (what === 'new')
      return {
        title: say({ id: 'change.new', defaultMessage: 'New: {name}' }, { name }),
        text: `${capital(date)}. ${objective ?? ''}`.trim(),
      }
    const title = say({ id: 'change.changed', defaultMessage: '{name}: counted anew' }, { name })
    if (sourcesSince !== null)
      return {
        title,
        text: say(
          {
            id: 'change.sources',
            defaultMessage: '{date}. The days before are counted so, too, as far back as {since}.',
          },
          { date: capital(date), since: dateOf(sourcesSince) },
        ),
      }
    return {
      title,
      text: keepsPast
        ? say(
            { id: 'change.keeps', defaultMessage: '{date}. The days before stay as they were counted.' },
            { date: capital(date) },
          )
        : say(
            { id: 'change.whole', defaultMessage: '{date}. The days before are counted so, too.' },
            { date: capital(date) },
          ),
    }
  }
  const ofGoal = (change: Announced, set: (text: string) => string): Omit<ChangeWords, 'why'> => {
    const { what, name, from, goal, is, was } = change
    const values = { who: capital(whose(change, set)), date: fromWords(from) }
    if (what === 'retired')
      return {
        title: say({ id: 'change.goal-retired', defaultMessage: '{name}: no goal any more' }, { name }),
        text: say({ id: 'change.goal.text', defaultMessage: '{who}, {date}.' }, values),
      }
    const value = say(
      { id: 'change.goal-value', defaultMessage: '{value} {window}' },
      { value: goalValue(is, change), window: windowWords(goal?.window ?? '') },
    )
    return {
      title: say({ id: 'change.goal', defaultMessage: '{name}: goal {value}' }, { name, value }),
      text:
        was === null
          ? say({ id: 'change.goal.text', defaultMessage: '{who}, {date}.' }, values)
          : say(
              { id: 'change.goal.until', defaultMessage: '{who}, {date}. Until then {was}.' },
              { ...values, was: goalValue(was, change) },
            ),
    }
  }

  /** `name`: sets names apart from the words around them, where these run in another direction. */
  return (change: Announced, name: (text: string) => string = same): ChangeWords => {
    const named = { ...change, name: name(change.name) }
    return { ...(change.goal === null ? ofMetric(named) : ofGoal(named, name)), why: change.why }
  }
}
