// The steps of a team's ladder, each with what it unlocks.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../kit/button.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { useSay } from '../../words/words.tsx'
import type { RuleFields } from './rule-fields.ts'

type Steps = RuleFields['steps']
const mostSteps = 10

interface LadderFieldsProps {
  readonly steps: Steps
  readonly onChange: (steps: Steps) => void
}

export function LadderFields({ steps, onChange }: LadderFieldsProps) {
  const say = useSay()
  const change = (at: number, step: Partial<Steps[number]>) =>
    onChange(steps.map((each, index) => (index === at ? { ...each, ...step } : each)))
  return (
    <div className="ladder-fields">
      {steps.map(({ percent, reward }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own
        <div key={index} className="ladder-step">
          <NumberField
            label={say({ id: 'console.celebrate.step.percent', defaultMessage: 'Of the goal, in %' })}
            value={percent}
            min={1}
            max={1000}
            onChange={(next) => change(index, { percent: next })}
          />
          <TextField
            label={say({ id: 'console.celebrate.step.reward', defaultMessage: 'It unlocks' })}
            placeholder={say({
              id: 'console.celebrate.step.example',
              defaultMessage: 'Lunch is on the house',
            })}
            value={reward}
            maxLength={120}
            onChange={(next) => change(index, { reward: next })}
          />
          {steps.length > 1 && (
            <Button
              look="quiet"
              icon={<X />}
              aria-label={say(
                { id: 'console.celebrate.step.remove', defaultMessage: 'Without the step at {percent} %' },
                { percent },
              )}
              onPress={() => onChange(steps.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {steps.length < mostSteps && (
        <Button
          size="small"
          icon={<Plus aria-hidden="true" />}
          onPress={() => onChange([...steps, { percent: (steps.at(-1)?.percent ?? 50) + 10, reward: '' }])}
        >
          <FormattedMessage id="console.celebrate.step.add" defaultMessage="One more step" />
        </Button>
      )}
    </div>
  )
}
