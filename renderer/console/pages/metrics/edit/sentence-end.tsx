// The end of the sentence: the period in which the metric is usually seen, and which way is better.
import { FormattedMessage } from 'react-intl'
import type { MetricForm } from '../../../../../shared/domain/metric-drafts/metric-form.ts'
import { useSay } from '../../../words/words.tsx'
import { useWindowChoices } from '../../how/window-words.ts'
import { WordPicker } from './word-picker.tsx'

interface SentenceEndProps {
  readonly form: MetricForm
  readonly onChange: (change: Partial<MetricForm>) => void
}

export function SentenceEnd({ form, onChange }: SentenceEndProps) {
  const say = useSay()
  const windows = useWindowChoices(form.window === '' ? undefined : form.window)
  return (
    <p className="sentence-line">
      <FormattedMessage
        id="console.sentence.edit.end"
        defaultMessage="usual period {window} and {better} is better"
        values={{
          window: (
            <WordPicker
              key="window"
              label={say({ id: 'console.sentence.place.window', defaultMessage: 'Usual period' })}
              choices={windows.map((each) =>
                each.id === ''
                  ? {
                      ...each,
                      name: say({ id: 'console.sentence.window.none', defaultMessage: 'none of its own' }),
                    }
                  : each,
              )}
              value={form.window}
              onChange={(window) => onChange({ window })}
            />
          ),
          better: (
            <WordPicker
              key="better"
              label={say({ id: 'console.sentence.place.better', defaultMessage: 'Which is better' })}
              choices={[
                { id: 'higher', name: say({ id: 'console.sentence.higher', defaultMessage: 'higher' }) },
                { id: 'lower', name: say({ id: 'console.sentence.lower', defaultMessage: 'lower' }) },
              ]}
              value={form.better}
              onChange={(better) => {
                if (better === 'higher' || better === 'lower') onChange({ better })
              }}
            />
          ),
        }}
      />
    </p>
  )
}
