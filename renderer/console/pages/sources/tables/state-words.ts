// How a table does, in words.
import type { SourceState, TroubleKind } from '../../../../../shared/wire/sources.ts'
import { useSay } from '../../../words/words.tsx'
import { useStateWords } from '../source-words.ts'

export const useTableStateWords = (): Readonly<Record<SourceState, string>> => {
  const say = useSay()
  return {
    ...useStateWords(),
    'needs sign-in': say({ id: 'console.tables.state.sign-in', defaultMessage: 'Needs its password' }),
  }
}

/** What is wrong; the feed's own sentence says more. */
export const useTableTroubleWords = (): Readonly<Record<TroubleKind, string>> => {
  const say = useSay()
  return {
    'sign-in': say({
      id: 'console.tables.trouble.sign-in',
      defaultMessage: 'The database does not let the feed in. Type its password anew.',
    }),
    rights: say({
      id: 'console.tables.trouble.rights',
      defaultMessage: 'As it is now nothing is taken from it, and the walls keep what they show.',
    }),
    busy: say({
      id: 'console.tables.trouble.busy',
      defaultMessage: 'It is too busy at the moment. It is read again by itself.',
    }),
    away: say({
      id: 'console.tables.trouble.away',
      defaultMessage: 'It cannot be reached. It is read again by itself, and nothing is lost.',
    }),
    strange: say({
      id: 'console.tables.trouble.strange',
      defaultMessage: 'Something unexpected came in its place. It is read again by itself.',
    }),
  }
}
