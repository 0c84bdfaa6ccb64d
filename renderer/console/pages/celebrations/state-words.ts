// What became of a celebration, in a word or two.
import type { Celebration, ShownOn } from '../../../../shared/wire/celebrations/api.ts'
import { useSay } from '../../words/words.tsx'

export const useStateWords = (): ((state: Celebration['state']) => string) => {
  const say = useSay()
  const words: Readonly<Record<Celebration['state'], string>> = {
    waiting: say({ id: 'console.celebrate.state.waiting', defaultMessage: 'waits' }),
    showing: say({ id: 'console.celebrate.state.showing', defaultMessage: 'on the wall now' }),
    shown: say({ id: 'console.celebrate.state.shown', defaultMessage: 'shown' }),
    'quiet hours': say({
      id: 'console.celebrate.state.quiet',
      defaultMessage: 'kept for the card: quiet hours',
    }),
    'too many': say({
      id: 'console.celebrate.state.many',
      defaultMessage: 'kept for the card: too many at once',
    }),
    'too late': say({ id: 'console.celebrate.state.late', defaultMessage: 'kept for the card: too late' }),
    cancelled: say({ id: 'console.celebrate.state.cancelled', defaultMessage: 'cancelled' }),
    'taken back': say({ id: 'console.celebrate.state.taken-back', defaultMessage: 'taken back' }),
  }
  return (state) => words[state]
}

export const useSoundWords = (): ((sound: ShownOn['sound']) => string) => {
  const say = useSay()
  const words: Readonly<Record<ShownOn['sound'], string>> = {
    played: say({ id: 'console.celebrate.sound.played', defaultMessage: 'with sound' }),
    blocked: say({
      id: 'console.celebrate.sound.blocked',
      defaultMessage: 'the browser let no sound through',
    }),
    muted: say({ id: 'console.celebrate.sound.muted', defaultMessage: 'at volume 0' }),
    none: say({ id: 'console.celebrate.sound.none', defaultMessage: 'without sound' }),
    broken: say({ id: 'console.celebrate.sound.broken', defaultMessage: 'the sound could not be played' }),
  }
  return (sound) => words[sound]
}
