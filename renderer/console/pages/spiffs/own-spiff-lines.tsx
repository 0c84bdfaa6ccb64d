// What somebody earned by spiffs, and what waits: theirs alone.
import { FormattedMessage } from 'react-intl'
import type { SpiffsAnswer } from '../../../../shared/wire/spiffs.ts'
import { Card } from '../../kit/card.tsx'
import { More } from '../../kit/more.tsx'
import { SpiffLine } from './spiff-line.tsx'
import { useSpiffWords } from './use-spiff-words.ts'

/** The rest is one press away. */
const few = 5

export function OwnSpiffFigures({ of: { ownSums, currency } }: { readonly of: SpiffsAnswer }) {
  const { minor } = useSpiffWords(currency)
  return (
    <p className="spiff-figures figures">
      <span className="spiff-figure">
        <b>{minor(ownSums.approvedMinor)}</b>
        <FormattedMessage id="console.spiff.own.approved" defaultMessage="approved" />
      </span>
      <span className="spiff-figure">
        <b>{minor(ownSums.dueMinor)}</b>
        <FormattedMessage id="console.spiff.own.waits" defaultMessage="waits for your manager" />
      </span>
    </p>
  )
}

export function OwnSpiffLines({ of }: { readonly of: SpiffsAnswer }) {
  const { own, currency } = of
  if (own.length === 0) return null
  const lines = (from: number, to?: number) => (
    <ul className="lines spiff-lines">
      {own.slice(from, to).map((line) => (
        <SpiffLine
          key={`${line.spiff} ${line.key}`}
          of={line}
          currency={currency}
          title={
            <>
              <bdi>{line.spiffName}</bdi>:
            </>
          }
        />
      ))}
    </ul>
  )
  return (
    <Card title={<FormattedMessage id="console.spiff.own" defaultMessage="What you earned" />}>
      <OwnSpiffFigures of={of} />
      {lines(0, few)}
      {own.length > few && (
        <More
          level={3}
          words={
            <FormattedMessage
              id="console.spiff.own.more"
              defaultMessage="{count, plural, one {One more} other {# more}}"
              values={{ count: own.length - few }}
            />
          }
        >
          {lines(few)}
        </More>
      )}
    </Card>
  )
}
