// What counts: metrics that run side by side, what changed, and every metric with the definitions that it had.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus, Scale } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { DefinitionsAnswer } from '../../../../shared/wire/definitions.ts'
import { definitionsQuery } from '../../api/definitions.ts'
import { feedNow } from '../../api/feed-time.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay, useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'
import { Catalogue } from './catalogue/catalogue.tsx'
import { TrialCard } from './trial-card.tsx'
import { TrialDialog } from './trial-dialog.tsx'
import './metrics.css'

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
  const navigate = useNavigate()
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
        file && (
          <>
            {file.metrics.length >= leastCompared && (
              <Button icon={<Scale aria-hidden="true" />} onPress={() => setAsked(newOne)}>
                <FormattedMessage id="console.trial.new" defaultMessage="Compare two metrics" />
              </Button>
            )}
            <Button
              look="primary"
              icon={<Plus aria-hidden="true" />}
              onPress={() => void navigate({ to: '/new-metric' })}
            >
              <FormattedMessage id="console.metrics.new" defaultMessage="New metric" />
            </Button>
          </>
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
      {metrics.length > 0 && <Catalogue metrics={metrics} file={file} mayChange={mayChange} />}
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
