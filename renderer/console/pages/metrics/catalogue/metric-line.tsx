// A metric in the catalogue: the question that it answers, what it counts in words, where it is used, and how it did before.
import { Link } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Use } from '../../../../../shared/domain/edits/mentions.ts'
import type { ConversationRule } from '../../../../../shared/wire/conversation.ts'
import type { DefinedMetric, MetricVersion } from '../../../../../shared/wire/definitions.ts'
import type { Metric } from '../../../../../shared/wire/floor.ts'
import { useFloor } from '../../../api/floor-edits.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { useDateWords } from '../../../words/use-date-words.ts'
import { useSay } from '../../../words/words.tsx'
import { useTakenWords } from '../../sources/use-taken-words.ts'
import type { SentenceWords } from '../sentence/use-sentence-words.ts'
import { UsedBy } from './used-by.tsx'

interface VersionProps {
  readonly of: MetricVersion
  /** In words; null where they stand above already, or the floor file is not there. */
  readonly sentence: string | null
  readonly isNow: boolean
}

function Version({ of, sentence, isNow }: VersionProps) {
  const date = useDateWords()
  const { since, until, why, text } = of
  const say = useSay()
  const when =
    since !== null && until !== null
      ? say(
          { id: 'console.metrics.from-until', defaultMessage: '{since} to {until}' },
          { since: date(since), until: date(until) },
        )
      : since !== null
        ? say({ id: 'console.metrics.since', defaultMessage: 'Since {since}' }, { since: date(since) })
        : until !== null
          ? say({ id: 'console.metrics.until', defaultMessage: 'Until {until}' }, { until: date(until) })
          : say({ id: 'console.metrics.always', defaultMessage: 'All along' })
  return (
    <li className="metric-version" data-now={isNow ? '' : undefined}>
      <p>
        <span className="strong">{when}</span>
        {why !== null && (
          <>
            {' · '}
            <bdi>{why}</bdi>
          </>
        )}
      </p>
      {sentence !== null && <p>{sentence}</p>}
      <code className="soft small" dir="ltr">
        {text}
      </code>
    </li>
  )
}

function Conversation({ rule }: { readonly rule: ConversationRule }) {
  const { formatList } = useIntl()
  const listed = (outcomes: readonly string[]): string => formatList(outcomes, { type: 'disjunction' })
  return (
    <FormattedMessage
      id="console.metrics.conversation"
      defaultMessage="A call is a conversation from {seconds, plural, one {# second} other {# seconds}} on{outcomes, select, none {} other {, or with the outcome {outcomes}}}{never, select, none {} other {; never with the outcome {never}}}."
      values={{
        seconds: rule.seconds,
        outcomes: rule.outcomes.length === 0 ? 'none' : listed(rule.outcomes),
        never: rule.notOutcomes.length === 0 ? 'none' : listed(rule.notOutcomes),
      }}
    />
  )
}

const noFloor = { sources: [], inbound: [], people: [], teams: [] }

interface MetricLineProps {
  readonly of: DefinedMetric
  /** As the floor file has it; undefined while that is on its way. */
  readonly metric: Metric | undefined
  readonly words: SentenceWords
  readonly uses: readonly Use[]
  readonly mayChange: boolean
}

export function MetricLine({ of, metric, words, uses, mayChange }: MetricLineProps) {
  const date = useDateWords()
  const { id, name, objective, versions, takenFrom, conversations, retired } = of
  const floor = useFloor()
  const taken = useTakenWords(floor?.file ?? noFloor)
  /** Newest first, as the versions are. */
  const definitions = metric && [metric.of, ...(metric.earlier ?? []).map((each) => each.of).toReversed()]
  return (
    <li className="line metric-line">
      <div className="grow">
        <p className="metric-head">
          <span className="strong metric-name">
            <bdi>{name}</bdi>
          </span>
          {metric && (
            <Tag tone={metric.indicator}>
              {metric.indicator === 'input' ? (
                <FormattedMessage id="console.metrics.input" defaultMessage="In their hands" />
              ) : (
                <FormattedMessage id="console.metrics.output" defaultMessage="What comes of it" />
              )}
            </Tag>
          )}
          {versions.length > 1 && (
            <Tag>
              <FormattedMessage
                id="console.metrics.versions"
                defaultMessage="{count, plural, one {# definition} other {# definitions}}"
                values={{ count: versions.length }}
              />
            </Tag>
          )}
          {retired && (
            <Tag>
              <FormattedMessage
                id="console.metrics.retired"
                defaultMessage="Retired {date}"
                values={{ date: date(retired.on) }}
              />
            </Tag>
          )}
        </p>
        <p className="soft">
          <bdi>{objective}</bdi>
        </p>
        {metric && <p className="metric-sentence">{words.definition(metric.of)}</p>}
        {retired?.why && (
          <p className="small">
            <bdi>{retired.why}</bdi>
          </p>
        )}
        {metric && <UsedBy uses={uses} />}
        <div className="metric-links small">
          {mayChange && (
            <Link to="/metrics/$metric" params={{ metric: id }}>
              <FormattedMessage
                id="console.metrics.change"
                defaultMessage="Change<of> {name}</of>"
                values={{ name, of: (words) => <span className="unseen">{words}</span> }}
              />
            </Link>
          )}
          {retired === null && (
            <Link to="/how/$metric" params={{ metric: id }}>
              <FormattedMessage id="console.how.title" defaultMessage="How was this computed?" />
            </Link>
          )}
        </div>
        <details className="metric-details" open={versions.length > 1}>
          <summary className="small">
            <FormattedMessage id="console.metrics.how" defaultMessage="How it is counted" />
          </summary>
          <ol>
            {versions.map((version, index) => (
              <Version
                key={version.since ?? ''}
                of={version}
                sentence={
                  versions.length === 1 || definitions?.[index] === undefined
                    ? null
                    : words.definition(definitions[index])
                }
                isNow={index === 0}
              />
            ))}
            {conversations !== null && (
              <li className="metric-version small">
                <Conversation rule={conversations} />
              </li>
            )}
            {takenFrom.map((rule) => (
              <li key={JSON.stringify(rule)} className="metric-version small">
                <bdi>{taken(rule)}</bdi>
              </li>
            ))}
          </ol>
        </details>
      </div>
    </li>
  )
}
