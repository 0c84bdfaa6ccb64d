// What an amount that is for each month counts as. A floor says so; nothing is taken for a year by itself.
import { FormattedMessage } from 'react-intl'
import type { Source } from '../../../../shared/wire/source.ts'
import { type Choice, Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'

interface RecurringChoiceProps {
  readonly value: Source['recurring']
  readonly onChange: (value: Source['recurring']) => void
}

export function RecurringChoice({ value, onChange }: RecurringChoiceProps) {
  const say = useSay()
  const choices: readonly Choice<'as-written' | 'yearly'>[] = [
    {
      id: 'as-written',
      name: say({ id: 'console.sources.recurring.written', defaultMessage: 'As they are written' }),
    },
    {
      id: 'yearly',
      name: say({ id: 'console.sources.recurring.yearly', defaultMessage: 'For a year: twelve times' }),
    },
  ]
  return (
    <section className="source-part source-recurring">
      <h3>
        <FormattedMessage id="console.sources.recurring" defaultMessage="Values for each month" />
      </h3>
      <Picker
        label={say({ id: 'console.sources.recurring.label', defaultMessage: 'How they count' })}
        value={value ?? 'as-written'}
        choices={choices}
        onChange={(chosen) => onChange(chosen === 'yearly' ? chosen : undefined)}
      />
    </section>
  )
}
