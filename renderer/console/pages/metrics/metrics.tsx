// What counts: metrics that run side by side, what changed, and every metric with the definitions that it had.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ConversationRule } from '../../../../shared/wire/conversation.ts'
import type { DefinedMetric, DefinitionsAnswer, MetricVersion } from '../../../../shared/wire/definitions.ts'
import { definitionsQuery } from '../../api/definitions.ts'
import { feedNow } from '../../api/feed-time.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay, useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'
import { useTakenWords } from '../sources/use-taken-words.ts'
import { TrialCard } from './trial-card.tsx'
import { TrialDialog } from './trial-dialog.tsx'
import './metrics.css'

function Version({ of, isNow }: { readonly of: MetricVersion; readonly isNow: boolean }) {
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
      <code className="soft small" dir="ltr">
        {text}
      </code>
    </li>
  )
}

const noFloor = { sources: [], inbound: [], people: [], teams: [] }

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

function Metric({ of }: { readonly of: DefinedMetric }) {
  const date = useDateWords()
  const { id, name, objective, versions, takenFrom, conversations, retired } = of
  const floor = useFloor()
  const taken = useTakenWords(floor?.file ?? noFloor)
  return (
    <li className="line metric-line">
      <div className="grow">
        <p className="metric-head">
          <span className="strong">
            <bdi>{name}</bdi>
          </span>
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
        {retired?.why && (
          <p className="small">
            <bdi>{retired.why}</bdi>
          </p>
        )}
        {retired === null && (
          <p className="small">
            <Link to="/how/$metric" params={{ metric: id }}>
              <FormattedMessage id="console.how.title" defaultMessage="How was this computed?" />
            </Link>
          </p>
        )}
        <details className="metric-details" open={versions.length > 1}>
          <summary className="small">
            <FormattedMessage id="console.metrics.how" defaultMessage="How it is counted" />
          </summary>
          <ol>
            {versions.map((version, index) => (
              <Version key={version.since ?? ''} of={version} isNow={index === 0} />
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

function Changes({ changes }: { readonly changes: DefinitionsAnswer['changes'] }) {
  const date = useDateWords()
  return (
    <Card title={<FormattedMessage id="console.metrics.changes" defaultMessage="What changed" />}>
      {changes.length === 0 ? (
        <p className="soft">
          <FormattedMessage
            id="console.metrics.changes.none"
            defaultMessage="Nothing yet. A metric or a goal that is new, counted in another way or retired is told here, on the walls and in the recaps."
          />
        </p>
      ) : (
        <ol className="metric-changes">
          {changes.map(({ version, at, title, text, why }) => (
            <li key={`${version} ${title}`}>
              <p className="strong">
                <bdi>{title}</bdi>
              </p>
              <p>
                <bdi>{text}</bdi>
                {why !== null && (
                  <>
                    {' '}
                    <bdi>{why}</bdi>
                  </>
                )}
              </p>
              <p className="soft small">
                <FormattedMessage
                  id="console.metrics.changes.when"
                  defaultMessage="Edited {date}, version {version}"
                  values={{ date: date(at), version }}
                />
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

/** Two, and the outcome that they should foretell. */
const leastCompared = 3

/** No trial is called that: ids are slugs. */
const newOne = '·'

/** A date `YYYY-MM-DD` by the floor's clock. */
const useToday = (): string => {
  const timeZone = useMe()?.floor.timeZone ?? 'UTC'
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(feedNow())
}

export function Metrics() {
  const say = useSay()
  const { data } = useQuery(definitionsQuery)
  const mayChange = useMay().administer
  const file = useFloor()?.file
  const today = useToday()
  const [asked, setAsked] = useState<string | null>(null)
  if (!data) return <Loading />
  const { metrics, changes, trials } = data
  const trialOf = (id: string) => file?.trials.find((trial) => trial.id === id)
  return (
    <Page
      title={say({ id: 'console.nav.metrics', defaultMessage: 'Metrics' })}
      over={
        <FormattedMessage
          id="console.metrics.over"
          defaultMessage="What each number counts, since when, and why"
        />
      }
      headline={
        <FormattedMessage
          id="console.metrics.headline"
          defaultMessage="{count, plural, =0 {Nothing is counted yet} one {One metric counts} other {# metrics count}}"
          values={{ count: metrics.filter(({ retired }) => retired === null).length }}
        />
      }
      actions={
        mayChange &&
        file &&
        file.metrics.length >= leastCompared && (
          <Button icon={<Plus aria-hidden="true" />} onPress={() => setAsked(newOne)}>
            <FormattedMessage id="console.trial.new" defaultMessage="Compare two metrics" />
          </Button>
        )
      }
      aside={<Changes changes={changes} />}
    >
      {trials.map((trial) => (
        <TrialCard
          key={trial.id}
          trial={trial}
          onChange={mayChange && trialOf(trial.id) ? () => setAsked(trial.id) : null}
        />
      ))}
      {metrics.length > 0 && (
        <Card flush title={<FormattedMessage id="console.metrics.all" defaultMessage="All metrics" />}>
          <ul className="lines">
            {metrics.map((metric) => (
              <Metric key={metric.id} of={metric} />
            ))}
          </ul>
        </Card>
      )}
      {asked !== null && file && (
        <TrialDialog
          key={asked}
          file={file}
          before={trialOf(asked) ?? null}
          today={today}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  )
}
