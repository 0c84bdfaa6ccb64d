// How a source does, in words.
import type { SourceHealth, SourceState, TroubleKind } from '../../../../shared/wire/sources.ts'
import { useSay } from '../../words/words.tsx'

export const useStateWords = (): Readonly<Record<SourceState, string>> => {
  const say = useSay()
  return {
    ok: say({ id: 'console.sources.state.ok', defaultMessage: 'Live' }),
    differs: say({ id: 'console.sources.state.differs', defaultMessage: 'Live, but it differs' }),
    late: say({ id: 'console.sources.state.late', defaultMessage: 'Late' }),
    refused: say({ id: 'console.sources.state.refused', defaultMessage: 'Needs you' }),
    'needs sign-in': say({ id: 'console.sources.state.sign-in', defaultMessage: 'Needs a new key' }),
    paused: say({ id: 'console.sources.state.paused', defaultMessage: 'Paused' }),
  }
}

/** What is wrong, and what helps; the feed's own sentence says more. */
export const useTroubleWords = (): ((name: string) => Readonly<Record<TroubleKind, string>>) => {
  const say = useSay()
  return (name) => ({
    'sign-in': say(
      {
        id: 'console.sources.trouble.sign-in',
        defaultMessage: '{name} does not take the key any more. Make a new one there, and paste it here.',
      },
      { name },
    ),
    rights: say(
      {
        id: 'console.sources.trouble.rights',
        defaultMessage: 'The key lacks a right. Add it to the key in {name}; it goes on by itself.',
      },
      { name },
    ),
    busy: say(
      {
        id: 'console.sources.trouble.busy',
        defaultMessage: '{name} asks to be called less often. It goes on by itself.',
      },
      { name },
    ),
    away: say(
      {
        id: 'console.sources.trouble.away',
        defaultMessage: '{name} does not answer. It is asked again by itself, and nothing is lost.',
      },
      { name },
    ),
    strange: say(
      {
        id: 'console.sources.trouble.strange',
        defaultMessage: '{name} answered with something unexpected. It is asked again by itself.',
      },
      { name },
    ),
  })
}

/** Whether somebody has to do something. */
export const needsSomebody = ({ state }: Pick<SourceHealth, 'state'>): boolean =>
  state === 'refused' || state === 'needs sign-in'
