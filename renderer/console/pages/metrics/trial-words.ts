// What a trial found, in a sentence.
import type { TrialAnswer } from '../../../../shared/wire/trial.ts'
import type { useSay } from '../../words/words.tsx'

export const trialWords = (
  say: ReturnType<typeof useSay>,
  { verdict, sides, outcome, people, least }: TrialAnswer,
): string => {
  const names = { first: sides[0].metric.name, second: sides[1].metric.name, outcome: outcome.name }
  switch (verdict) {
    case 'first':
      return say(
        { id: 'console.trial.first', defaultMessage: '{first} foretold {outcome} better than {second}' },
        names,
      )
    case 'second':
      return say(
        { id: 'console.trial.second', defaultMessage: '{second} foretold {outcome} better than {first}' },
        names,
      )
    case 'alike':
      return say(
        {
          id: 'console.trial.alike',
          defaultMessage: 'Neither foretold {outcome} clearly better: the difference may be chance',
        },
        names,
      )
    case 'too few':
      return say(
        {
          id: 'console.trial.few',
          defaultMessage:
            'Too few people to tell: {people, plural, =0 {nobody was} one {one was} other {# were}} here all the time, and it takes {least}',
        },
        { people, least },
      )
    case 'no difference':
      return say(
        {
          id: 'console.trial.same',
          defaultMessage: 'Nothing can be told: nearly everybody had the same of one of the numbers',
        },
        names,
      )
    case 'not begun':
      return say({ id: 'console.trial.early', defaultMessage: 'No day of {outcome} is over yet' }, names)
    case 'history coming':
      return say({
        id: 'console.trial.coming',
        defaultMessage: 'The history is still coming in; of a part of it nothing can be told',
      })
  }
}
