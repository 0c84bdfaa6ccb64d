// In which ways colleagues help each other, in words.
import type { ThanksHow } from '../../../../shared/wire/thanks.ts'
import { useSay } from '../../words/words.tsx'

export const useThanksHowWords = () => {
  const say = useSay()
  return {
    /** On a button. */
    button: (how: ThanksHow): string => {
      switch (how) {
        case 'sat-in':
          return say({ id: 'console.thanks.how.sat-in', defaultMessage: 'Sat in' })
        case 'handed-over':
          return say({ id: 'console.thanks.how.handed-over', defaultMessage: 'Handed over' })
        case 'tip':
          return say({ id: 'console.thanks.how.tip', defaultMessage: 'Gave a tip' })
      }
    },
    /** In a sentence about somebody. */
    helped: (how: ThanksHow): string => {
      switch (how) {
        case 'sat-in':
          return say({ id: 'console.thanks.helped.sat-in', defaultMessage: 'sat in' })
        case 'handed-over':
          return say({ id: 'console.thanks.helped.handed-over', defaultMessage: 'handed over' })
        case 'tip':
          return say({ id: 'console.thanks.helped.tip', defaultMessage: 'gave a tip' })
      }
    },
  }
}
