import type { Say } from '../../../shared/domain/words/say.ts'
import type { ServiceAct } from '../../../shared/wire/service.ts'

interface ActWords {
  readonly name: string
  /** What comes of it, asked before it is done. */
  readonly question: string
}

export const actWords = (act: ServiceAct, say: Say): ActWords => {
  switch (act) {
    case 'pair':
      return {
        name: say({ id: 'service.pair', defaultMessage: 'Pair it anew' }),
        question: say({
          id: 'service.pair-question',
          defaultMessage: 'This TV forgets which screen it is, and shows a pairing code.',
        }),
      }
    case 'set-up':
      return {
        name: say({ id: 'service.set-up', defaultMessage: 'Show another floor' }),
        question: say({
          id: 'service.set-up-question',
          defaultMessage: 'This TV forgets its floor and its screen, and asks which floor it shows.',
        }),
      }
    case 'restart':
      return {
        name: say({ id: 'service.restart', defaultMessage: 'Restart the program' }),
        question: say({
          id: 'service.restart-question',
          defaultMessage: 'The wall is dark for a few seconds.',
        }),
      }
    case 'leave':
      return {
        name: say({ id: 'service.leave', defaultMessage: 'Leave to the desktop' }),
        question: say({
          id: 'service.leave-question',
          defaultMessage: 'The wall ends, and stays dark until somebody starts it.',
        }),
      }
    case 'power-off':
      return {
        name: say({ id: 'service.power-off', defaultMessage: 'Shut down the computer' }),
        question: say({
          id: 'service.power-off-question',
          defaultMessage: 'The wall stays dark until somebody switches the computer on.',
        }),
      }
  }
}
