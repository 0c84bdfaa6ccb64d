// What the form calls a part of a board that the floor would refuse: a board's own key says nothing to whoever makes one.
import { useSay } from '../../words/words.tsx'

/** `at`: the key that a fault is about; null where the form does not ask for it. */
export const useAskedWords = (): ((at: string) => string | null) => {
  const say = useSay()
  return (at) => {
    switch (at) {
      case 'metric':
      case 'metrics':
        return say({ id: 'console.make.metric', defaultMessage: 'Number' })
      case 'pipeline':
        return say({ id: 'console.make.pipeline', defaultMessage: 'Open deals that can become it' })
      case 'pair':
        return say({ id: 'console.make.pair', defaultMessage: 'Beside it' })
      case 'window':
        return say({ id: 'console.make.window', defaultMessage: 'Time' })
      case 'days':
        return say({ id: 'console.make.days', defaultMessage: 'How many days back' })
      case 'by':
      case 'of':
        return say({ id: 'console.make.rows', defaultMessage: 'One for each of' })
      case 'scope':
        return say({ id: 'console.make.team', defaultMessage: 'Team' })
      case 'contest':
        return say({ id: 'console.make.contest', defaultMessage: 'Contest' })
      case 'left':
        return say({ id: 'console.make.left', defaultMessage: 'On the left' })
      case 'right':
        return say({ id: 'console.make.right', defaultMessage: 'On the right' })
      case 'text':
        return say({ id: 'console.make.text', defaultMessage: 'What it says' })
      case 'countdownTo':
        return say({ id: 'console.make.countdown', defaultMessage: 'Counts down to' })
      case 'afterwards':
        return say({ id: 'console.make.afterwards', defaultMessage: 'What stands there afterwards' })
      case 'audience':
        return say({ id: 'console.board.audience', defaultMessage: 'For whom' })
      case 'title':
        return say({ id: 'console.make.title', defaultMessage: 'What it is called' })
      default:
        return null
    }
  }
}
