// Beside the sentence: what it comes to, what just misses it, and what is left out; or why there is nothing yet.
import { FormattedMessage } from 'react-intl'
import type { MetricForm } from '../../../../../shared/domain/metric-drafts/metric-form.ts'
import type { DraftAnswer } from '../../../../../shared/wire/metric-drafts.ts'
import { ApiFailure } from '../../../api/request.ts'
import type { Counted } from '../../../api/use-counted.ts'
import { Card } from '../../../kit/card.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { useFailureWords } from '../../../shell/failure-words.ts'
import { LeftOutCard } from '../../how/left-out.tsx'
import type { SentenceWords } from '../sentence/use-sentence-words.ts'
import { LiveResult } from './live-result.tsx'
import { NearMisses } from './near-misses.tsx'

interface DraftAsideProps {
  readonly counted: Counted<DraftAnswer>
  readonly form: MetricForm
  readonly words: SentenceWords
}

export function DraftAside({ counted, form, words }: DraftAsideProps) {
  const failureWords = useFailureWords()
  const result = counted.answer?.result ?? null
  return (
    <>
      {counted.error instanceof ApiFailure && <Notice tone="bad">{failureWords(counted.error)}</Notice>}
      {result ? (
        <>
          <LiveResult result={result} isPending={counted.isPending} />
          {form.sentence.shape === 'facts' && (
            <NearMisses misses={result.misses} sentence={form.sentence} words={words} />
          )}
          {result.leftOut.length > 0 && <LeftOutCard answer={result} />}
        </>
      ) : (
        <Card
          title={<FormattedMessage id="console.draft.title" defaultMessage="On your own facts, right now" />}
        >
          <p className="soft" role="status">
            {counted.isPending ? (
              <FormattedMessage id="console.draft.counting" defaultMessage="Counting all facts…" />
            ) : (
              <FormattedMessage
                id="console.draft.unfinished"
                defaultMessage="As soon as the sentence is whole, this says what it comes to."
              />
            )}
          </p>
        </Card>
      )}
    </>
  )
}
