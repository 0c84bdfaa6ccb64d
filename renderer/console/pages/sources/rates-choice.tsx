// By whose rates deals in other currencies are converted, where the vendor has rates of its own.
import { FormattedMessage } from 'react-intl'
import type { Source } from '../../../../shared/wire/source.ts'
import { type Choice, Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'

interface RatesChoiceProps {
  readonly vendor: string
  readonly value: Source['rates']
  readonly onChange: (value: Source['rates']) => void
}

export function RatesChoice({ vendor, value, onChange }: RatesChoiceProps) {
  const say = useSay()
  const choices: readonly Choice<'floor' | 'vendor'>[] = [
    {
      id: 'floor',
      name: say({ id: 'console.sources.rates.floor', defaultMessage: 'By this floor’s rates' }),
    },
    {
      id: 'vendor',
      name: say(
        { id: 'console.sources.rates.vendor', defaultMessage: 'By {vendor}’s rates of the closing date' },
        { vendor },
      ),
    },
  ]
  return (
    <section className="source-part source-recurring">
      <h3>
        <FormattedMessage id="console.sources.rates" defaultMessage="Deals in other currencies" />
      </h3>
      <Picker
        label={say({ id: 'console.sources.rates.label', defaultMessage: 'How they are converted' })}
        value={value ?? 'floor'}
        choices={choices}
        onChange={(chosen) => onChange(chosen === 'vendor' ? chosen : undefined)}
      />
    </section>
  )
}
