// The part of the sentence that gives points: so many for each of several metrics.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { Sentence } from '../../../../../shared/domain/metric-drafts/sentence.ts'
import { Button } from '../../../kit/button.tsx'
import type { Choice } from '../../../kit/picker.tsx'
import { useSay } from '../../../words/words.tsx'
import { WordNumber } from './word-number.tsx'
import { WordPicker } from './word-picker.tsx'

type PointsSentence = Extract<Sentence, { readonly shape: 'points' }>

interface PointsLinesProps {
  readonly sentence: PointsSentence
  /** Metrics to choose from, with the one that stands. */
  readonly partChoices: (standing: string) => readonly Choice<string>[]
  readonly onChange: (sentence: PointsSentence) => void
}

export function PointsLines({ sentence, partChoices, onChange: set }: PointsLinesProps) {
  const say = useSay()
  return (
    <ul className="sentence-lines">
      {sentence.parts.map(({ metric, weight }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its place is all that a part is known by
        <li key={index} className="sentence-line">
          <FormattedMessage
            id="console.sentence.edit.part"
            defaultMessage="{weight} for each of {metric}"
            values={{
              weight: (
                <WordNumber
                  key="weight"
                  label={say({ id: 'console.sentence.place.weight', defaultMessage: 'How many points' })}
                  value={weight}
                  min={-1e6}
                  max={1e6}
                  format={{ maximumFractionDigits: 6 }}
                  onChange={(next) =>
                    set({ ...sentence, parts: sentence.parts.with(index, { metric, weight: next ?? 0 }) })
                  }
                />
              ),
              metric: (
                <WordPicker
                  key="metric"
                  label={say({ id: 'console.sentence.place.part', defaultMessage: 'For which metric' })}
                  choices={partChoices(metric)}
                  value={metric === '' ? null : metric}
                  onChange={(next) =>
                    set({ ...sentence, parts: sentence.parts.with(index, { metric: next, weight }) })
                  }
                />
              ),
            }}
          />
          <Button
            look="quiet"
            size="small"
            icon={<X />}
            aria-label={say(
              { id: 'console.sentence.without-part', defaultMessage: 'Without part {nth}' },
              { nth: index + 1 },
            )}
            onPress={() => set({ ...sentence, parts: sentence.parts.toSpliced(index, 1) })}
          />
        </li>
      ))}
      <li className="sentence-line">
        <Button
          look="quiet"
          size="small"
          icon={<Plus aria-hidden="true" />}
          onPress={() => set({ ...sentence, parts: [...sentence.parts, { metric: '', weight: 1 }] })}
        >
          <FormattedMessage id="console.sentence.add-part" defaultMessage="Points for another metric" />
        </Button>
      </li>
    </ul>
  )
}
