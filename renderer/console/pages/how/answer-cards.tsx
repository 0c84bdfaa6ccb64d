// A number with what it counts, in which days, and every fact with what it adds, up to the number itself.
import { FormattedMessage } from 'react-intl'
import { addsUp } from '../../../../shared/domain/boards/figures/adds-up.ts'
import type { ExplainedAnswer } from '../../../../shared/wire/explained.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSentenceWords } from '../metrics/sentence/use-sentence-words.ts'
import type { EarlierFacts } from './earlier-facts.tsx'
import { PartTable } from './part-table.tsx'
import { useInstantWords, useWindowWords } from './window-words.ts'

interface AnswerCardsProps {
  readonly answer: ExplainedAnswer
  /** As the wall writes it; left out, nothing is said of a wall. */
  readonly onWall?: string
  /** What the figure is called on its board; left out, as the metric. */
  readonly name?: string
  /** Epoch ms at which it was worked out; null: just now. */
  readonly at: number | null
  readonly earlier: EarlierFacts
}

export function AnswerCards({ answer, onWall, name, at, earlier }: AnswerCardsProps) {
  const words = useWindowWords()
  const instants = useInstantWords()
  const { metric, window, of, display, made, parts } = answer
  const metrics = useFloor()?.file.metrics ?? []
  const sentence = useSentenceWords(metrics)
  const definition = metrics.find(({ id }) => id === metric.id)?.of
  const holds = addsUp(answer)
  return (
    <>
      <Card>
        <div className="how-number">
          <p className="how-value figures">
            {display}
            <span className="soft small">
              <bdi>{name ?? metric.name}</bdi>
              {window.label !== '' && (
                <>
                  , <bdi>{window.label}</bdi>
                </>
              )}
            </span>
          </p>
          <div className="how-definition">
            <p>
              <bdi>{metric.objective}</bdi>
            </p>
            {definition && <p className="strong">{sentence.definition(definition)}</p>}
            {metric.text !== '' && (
              <p>
                <code className="soft" dir="ltr">
                  {metric.text}
                </code>
              </p>
            )}
            <p className="soft small">{words(window)}</p>
            <p className="soft small">{instants(window, at)}</p>
          </div>
        </div>
      </Card>
      {parts.map((part) => (
        <PartTable
          key={part.metric.id}
          part={part}
          weight={answer.weights[part.metric.id] ?? null}
          of={of}
          earlier={earlier}
          onWall={made === 'sum' || made === 'mean' ? onWall : undefined}
        />
      ))}
      {holds !== null && (
        <Notice tone={holds ? 'good' : 'bad'}>
          {holds ? (
            <FormattedMessage
              id="console.how.adds-up"
              defaultMessage="Added up again just now, from what stands here: the same number."
            />
          ) : (
            <FormattedMessage
              id="console.how.differs"
              defaultMessage="What stands here does not make the number. Something came in this moment: look again."
            />
          )}
        </Notice>
      )}
    </>
  )
}
