// What a webhook of one's own may be told, in words.
import type { WebhookTopic } from '../../../../shared/wire/webhooks.ts'
import { useSay } from '../../words/words.tsx'

export interface EventChoice {
  readonly id: WebhookTopic
  readonly name: string
  readonly note: string
}

export const useEventChoices = (): readonly EventChoice[] => {
  const say = useSay()
  return [
    {
      id: 'celebration',
      name: say({ id: 'console.events.celebration', defaultMessage: 'Celebrations' }),
      note: say({
        id: 'console.events.celebration.note',
        defaultMessage: 'Every one, and when it is taken back.',
      }),
    },
    {
      id: 'goal-reached',
      name: say({ id: 'console.events.goal', defaultMessage: 'Goals reached' }),
      note: say({
        id: 'console.events.goal.note',
        defaultMessage: 'Of a person, a team or the floor, once a period.',
      }),
    },
    {
      id: 'exception',
      name: say({ id: 'console.events.exception', defaultMessage: 'Exceptions' }),
      note: say({
        id: 'console.events.exception.note',
        defaultMessage: 'That one began or is over, by rule and team; no names.',
      }),
    },
    {
      id: 'facts-refused',
      name: say({ id: 'console.events.refused', defaultMessage: 'Facts refused' }),
      note: say({
        id: 'console.events.refused.note',
        defaultMessage: 'At most once a minute, with counts and the first reasons.',
      }),
    },
    {
      id: 'source-trouble',
      name: say({ id: 'console.events.source', defaultMessage: 'A source in trouble' }),
      note: say({
        id: 'console.events.source.note',
        defaultMessage: 'When it begins and ends, and when a night’s count differs.',
      }),
    },
    {
      id: 'board-changed',
      name: say({ id: 'console.events.board', defaultMessage: 'Boards that changed' }),
      note: say({
        id: 'console.events.board.note',
        defaultMessage: 'Which ones, at most once a minute; without figures.',
      }),
    },
  ]
}
