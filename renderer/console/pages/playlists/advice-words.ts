// Advice on a playlist in sentences, with the names of what it is about.
import { useIntl } from 'react-intl'
import type { PlaylistAdvice } from '../../../../shared/wire/advice.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useSay } from '../../words/words.tsx'

/** More names than these are counted. */
const mostNames = 3

export const useAdviceWords = (file: FloorFile): ((advice: PlaylistAdvice) => string) => {
  const say = useSay()
  const { formatList } = useIntl()
  return ({ code, boards, metrics }) => {
    const named = [
      ...boards.map((id) => file.boards.find((board) => board.id === id)?.title ?? id),
      ...(boards.length > 0
        ? []
        : metrics.map((id) => file.metrics.find((metric) => metric.id === id)?.name ?? id)),
    ]
    const rest = named.length - mostNames
    const what = formatList(
      rest > 0
        ? [
            ...named.slice(0, mostNames),
            say({ id: 'console.advice.more', defaultMessage: '{rest} more' }, { rest }),
          ]
        : named,
    )
    switch (code) {
      case 'no-inputs':
        return say({
          id: 'console.advice.no-inputs',
          defaultMessage: 'It shows results only. Add a board of what people do for them.',
        })
      case 'no-outputs':
        return say({
          id: 'console.advice.no-outputs',
          defaultMessage: 'It shows activity only. Add a board of what comes of it.',
        })
      case 'no-goal':
        return say({ id: 'console.advice.no-goal', defaultMessage: 'No goal is set for {what}.' }, { what })
      case 'no-team-goal':
        return say({
          id: 'console.advice.no-team-goal',
          defaultMessage: 'Nothing on it is a goal that everybody adds to.',
        })
      case 'private':
        return say(
          { id: 'console.advice.private', defaultMessage: 'Walls do not show {what}: not for the floor.' },
          { what },
        )
      case 'stale':
        return say(
          { id: 'console.advice.stale', defaultMessage: 'Nothing has come in for long: {what}.' },
          { what },
        )
      case 'unchanged':
        return say({
          id: 'console.advice.unchanged',
          defaultMessage: 'It has been the same for weeks. People no longer see what never changes.',
        })
      case 'too-short':
        return say(
          { id: 'console.advice.too-short', defaultMessage: 'Too short to be read: {what}.' },
          { what },
        )
    }
  }
}
