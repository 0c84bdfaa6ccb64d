// A board of exceptions in words: the answer in its title, how long each has been so, how often it was there, who wrote.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { ExceptionsRow, ExceptionsView } from '../../../shared/wire/boards/exceptions-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Null where the floor has no rules: nothing could be off. */
export const exceptionsAnswer = (
  { total, hasRules }: Pick<ExceptionsView, 'total' | 'hasRules'>,
  { say, value }: Format,
): BoardAnswer | null => {
  if (!hasRules) return null
  if (total === 0)
    return { word: say({ id: 'answer.all-clear', defaultMessage: 'All clear.' }), alarm: 'reached', rest: '' }
  return {
    word: value(total, 'count'),
    alarm: undefined,
    rest: say(
      { id: 'exceptions.off', defaultMessage: '{total, plural, one {thing is off} other {things are off}}' },
      { total },
    ),
  }
}

export const footWords = ({ named, setAside }: ExceptionsView, say: Say): string => {
  const question = named
    ? say({ id: 'exceptions.question', defaultMessage: 'What is off, and who has written about it?' })
    : say({
        id: 'exceptions.sums',
        defaultMessage: 'What is off, by rule. No names: ask whoever coaches them.',
      })
  return setAside === 0
    ? question
    : `${question} ${say(
        {
          id: 'exceptions.aside',
          defaultMessage: '{aside, plural, one {One more is set aside.} other {# more are set aside.}}',
        },
        { aside: setAside },
      )}`
}

export const daysWords = ({ days, count }: ExceptionsRow, say: Say): string => {
  if (days === 0) return say({ id: 'exceptions.today', defaultMessage: 'since today' })
  return count > 1
    ? say(
        { id: 'exceptions.longest', defaultMessage: 'up to {days, plural, one {# day} other {# days}}' },
        { days },
      )
    : say({ id: 'exceptions.days', defaultMessage: '{days, plural, one {# day} other {# days}}' }, { days })
}

/** How often, and what was done about it; null where there is nothing to say. */
export const historyWords = ({ times, wrote, isNew, says }: ExceptionsRow, say: Say): string | null => {
  if (says === null)
    return times === 0
      ? null
      : say(
          {
            id: 'exceptions.came-back',
            defaultMessage: '{times, plural, one {one came back} other {# came back}}',
          },
          { times },
        )
  const again =
    times > 1
      ? say(
          {
            id: 'exceptions.nth',
            defaultMessage:
              '{times, selectordinal, one {#st time} two {#nd time} few {#rd time} other {#th time}}',
          },
          { times },
        )
      : null
  const done =
    wrote !== null
      ? say({ id: 'exceptions.wrote', defaultMessage: '{name} wrote' }, { name: wrote })
      : isNew
        ? say({ id: 'exceptions.new', defaultMessage: 'new' })
        : say({ id: 'exceptions.unwritten', defaultMessage: 'nobody wrote' })
  return again === null ? done : `${again} · ${done}`
}
