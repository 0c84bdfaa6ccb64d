// Where somebody was from when on: a line for each time, the first one all along or from a day on.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import type { Step } from './person-draft.ts'

interface DatedStepsProps {
  readonly legend: string
  readonly steps: readonly Step[]
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly none: string
  readonly more: string
  /** The date that a further line begins with. */
  readonly today: string
  readonly onChange: (steps: Step[]) => void
}

export function DatedSteps({ legend, steps, choices, none, more, today, onChange }: DatedStepsProps) {
  const say = useSay()
  const shown = steps.length === 0 ? [{ id: '', from: '' }] : steps
  const change = (at: number, step: Partial<Step>) =>
    onChange(shown.map((each, index) => (index === at ? { ...each, ...step } : each)))
  return (
    <fieldset className="steps">
      <legend className="field-label">{legend}</legend>
      {shown.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and stay in their order
        <div className="step" key={at}>
          <Picker
            label={legend}
            labelUnseen
            value={step.id}
            choices={[{ id: '', name: none }, ...choices]}
            onChange={(id) => change(at, { id })}
          />
          <TextField
            label={say({ id: 'console.roster.from', defaultMessage: 'From' })}
            type="date"
            value={step.from}
            onChange={(from) => change(at, { from })}
          />
          {shown.length > 1 && (
            <Button
              look="quiet"
              icon={<X aria-hidden="true" />}
              aria-label={say({ id: 'console.roster.step.remove', defaultMessage: 'Take this line away' })}
              onPress={() => onChange(shown.filter((_, index) => index !== at))}
            />
          )}
        </div>
      ))}
      {shown[0]?.id !== '' && (
        <Button
          size="small"
          look="quiet"
          icon={<Plus aria-hidden="true" />}
          onPress={() => onChange([...shown, { id: '', from: today }])}
        >
          {more}
        </Button>
      )}
      {shown.length === 1 && shown[0]?.from === '' && (
        <p className="hint">
          <FormattedMessage id="console.roster.always" defaultMessage="Without a date it holds all along." />
        </p>
      )}
    </fieldset>
  )
}
