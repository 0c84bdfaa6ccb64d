// Much would change or go at once: only a person can say whether that is meant.
import { FormattedMessage } from 'react-intl'
import type { SourceQuestion } from '../../../../shared/wire/sources.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'

interface QuestionProps {
  readonly question: SourceQuestion | null
  /** What is read. */
  readonly vendor: string
  readonly onAllow: () => void
  readonly onPause: () => void
}

export function Question({ question, vendor, onAllow, onPause }: QuestionProps) {
  if (question === null) return null
  return (
    <Notice
      tone="warn"
      title={
        <FormattedMessage
          id="console.sources.question.title"
          defaultMessage="Much of {months} would change at once: is that meant?"
          values={{
            months: question.from === question.to ? question.from : `${question.from} – ${question.to}`,
          }}
        />
      }
      actions={
        <>
          <Button size="small" onPress={onPause}>
            <FormattedMessage id="console.sources.question.pause" defaultMessage="No, pause it" />
          </Button>
          <Button size="small" look="primary" onPress={onAllow}>
            <FormattedMessage id="console.sources.question.allow" defaultMessage="Yes, take it" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="console.sources.question.note"
          defaultMessage="Of {of, number} deals and activities {change, number} would change and {withdraw, number} would go. Until you answer, nothing of {vendor} is taken, and the walls keep what they show."
          values={{ of: question.of, change: question.change, withdraw: question.withdraw, vendor }}
        />
      </p>
    </Notice>
  )
}
