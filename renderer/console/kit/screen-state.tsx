// How a screen is: a shape, a word and a colour, so that none of them is needed alone.
import type { ScreenStatus } from '../../../shared/wire/screens.ts'
import { useSay } from '../words/words.tsx'
import './screen-state.css'

type State = ScreenStatus['state']

export function StateDot({ state }: { readonly state: State }) {
  return <span className="state-dot" data-state={state} aria-hidden="true" />
}

export const useStateWord = (): ((state: State) => string) => {
  const say = useSay()
  return (state) => {
    switch (state) {
      case 'live':
        return say({ id: 'console.state.live', defaultMessage: 'live' })
      case 'held':
        return say({ id: 'console.state.held', defaultMessage: 'held' })
      case 'calm':
        return say({ id: 'console.state.calm', defaultMessage: 'calm' })
      case 'off':
        return say({ id: 'console.state.off', defaultMessage: 'off' })
      case 'never':
        return say({ id: 'console.state.never', defaultMessage: 'not paired' })
      case 'asleep':
        return say({ id: 'console.state.asleep', defaultMessage: 'asleep' })
    }
  }
}
