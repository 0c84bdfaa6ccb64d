// The sounds that come with Floorboard, by what people call them, and the floor's own.
import type { CelebrationSound } from '../../../../shared/wire/celebrations/rule.ts'
import type { Choice } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { useMediaChoices } from './use-media-choices.ts'

/** `current`: what is chosen stays a choice, also where its file is gone. */
export const useSoundChoices = (current: CelebrationSound): readonly Choice<CelebrationSound>[] => {
  const say = useSay()
  const choices: readonly Choice<CelebrationSound>[] = [
    { id: 'gong', name: say({ id: 'console.sound.gong', defaultMessage: 'Gong' }) },
    { id: 'bell', name: say({ id: 'console.sound.bell', defaultMessage: 'Bell' }) },
    { id: 'fanfare', name: say({ id: 'console.sound.fanfare', defaultMessage: 'Fanfare' }) },
    { id: 'crowd', name: say({ id: 'console.sound.crowd', defaultMessage: 'Crowd' }) },
    { id: 'chime', name: say({ id: 'console.sound.chime', defaultMessage: 'Soft chime' }) },
    { id: 'none', name: say({ id: 'console.sound.none', defaultMessage: 'No sound' }) },
  ]
  const own = useMediaChoices(['sound'], current)
  return [...choices, ...own.filter(({ id }) => !choices.some((choice) => choice.id === id))]
}
