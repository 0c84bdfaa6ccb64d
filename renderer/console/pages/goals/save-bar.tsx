// What is typed and not saved yet: what it would move, from when on it holds, and the way to save it.
import { FormattedMessage } from 'react-intl'
import type { useEffects } from '../../api/effects.ts'
import { Button } from '../../kit/button.tsx'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'
import { EffectsNote, maySave } from '../people/effects-note.tsx'

interface SaveBarProps {
  readonly count: number
  /** The first day on which they hold. */
  readonly from: string
  readonly effects: ReturnType<typeof useEffects>
  readonly onSave: () => void
  readonly onDiscard: () => void
}

export function SaveBar({ count, from, effects, onSave, onDiscard }: SaveBarProps) {
  const say = useSay()
  const date = useDateWords()
  return (
    <section
      className="goal-save"
      aria-label={say({ id: 'console.goals.save-bar', defaultMessage: 'What is not saved yet' })}
    >
      <EffectsNote of={effects} />
      <div className="goal-save-line">
        <p>
          <b>
            <FormattedMessage
              id="console.goals.typed"
              defaultMessage="{count, plural, one {One goal is not saved.} other {# goals are not saved.}}"
              values={{ count: count }}
            />
          </b>{' '}
          <span className="soft">
            <FormattedMessage
              id="console.goals.holds"
              defaultMessage="They hold from {date} on; the periods before keep theirs."
              values={{ date: date(from) }}
            />
          </span>
        </p>
        <div className="row-of-buttons">
          <Button onPress={onDiscard}>
            <FormattedMessage id="console.goals.discard" defaultMessage="Discard" />
          </Button>
          <Button look="primary" isDisabled={!maySave(effects)} onPress={onSave}>
            <FormattedMessage
              id="console.goals.save"
              defaultMessage="Save {count, plural, one {one goal} other {# goals}}"
              values={{ count: count }}
            />
          </Button>
        </div>
      </div>
    </section>
  )
}
