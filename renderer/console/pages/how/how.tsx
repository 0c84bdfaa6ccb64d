// How a number was computed: what it counts, in which days, and every fact with what it adds, up to the number itself.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import type { ExplainedAnswer } from '../../../../shared/wire/explained.ts'
import { type ExplainedSearch, explainedQuery } from '../../api/explained.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { ApiFailure } from '../../api/request.ts'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { Picker } from '../../kit/picker.tsx'
import { SearchPicker } from '../../kit/search-picker.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'
import { useSay } from '../../words/words.tsx'
import { addsUp } from '../../../../shared/domain/boards/figures/adds-up.ts'
import { useSentenceWords } from '../metrics/sentence/use-sentence-words.ts'
import './how.css'
import { LeftOutCard } from './left-out.tsx'
import { PartTable } from './part-table.tsx'
import { useWindowChoices, useWindowWords } from './window-words.ts'

const everybody = 'org'

function Choices({ search }: { readonly search: ExplainedSearch }) {
  const say = useSay()
  const navigate = useNavigate()
  const floor = useFloor()
  const windows = useWindowChoices(search.window)
  const people = floor?.file.people ?? []
  const teams = floor?.file.teams ?? []
  const go = (next: ExplainedSearch) =>
    void navigate({ to: '.', search: JSON.parse(JSON.stringify(next)), replace: true })
  const chosen =
    search.rep !== undefined
      ? `rep ${search.rep}`
      : search.team !== undefined
        ? `team ${search.team}`
        : everybody
  const window = search.window === undefined ? {} : { window: search.window }
  return (
    <div className="how-choices">
      <SearchPicker
        label={<FormattedMessage id="console.how.whose" defaultMessage="Whose" />}
        choices={[
          { id: everybody, name: say({ id: 'console.how.everybody', defaultMessage: 'Everybody' }) },
          ...teams.map(({ id, name }) => ({ id: `team ${id}`, name })),
          ...people.map(({ id, name }) => ({ id: `rep ${id}`, name })),
        ]}
        value={chosen}
        onChange={(id) => {
          const [kind, of = ''] = id.split(' ')
          go(kind === 'rep' ? { ...window, rep: of } : kind === 'team' ? { ...window, team: of } : window)
        }}
      />
      <Picker
        label={<FormattedMessage id="console.how.window" defaultMessage="Of when" />}
        choices={windows}
        value={search.window ?? windows[0]?.id ?? null}
        onChange={(id) => {
          const { window: _, ...whose } = search
          go(id === '' ? whose : { ...whose, window: id })
        }}
      />
    </div>
  )
}

function Answer({ answer }: { readonly answer: ExplainedAnswer }) {
  const words = useWindowWords()
  const { metric, window, of: whose, display, parts } = answer
  const metrics = useFloor()?.file.metrics ?? []
  const sentence = useSentenceWords(metrics)
  const of = metrics.find(({ id }) => id === metric.id)?.of
  const holds = addsUp(answer)
  return (
    <>
      <Card>
        <div className="how-number">
          <p className="how-value figures">
            {display}
            <span className="soft small">
              <bdi>{metric.name}</bdi>, <bdi>{window.label}</bdi>
            </span>
          </p>
          <div className="how-definition">
            <p>
              <bdi>{metric.objective}</bdi>
            </p>
            {of && <p className="strong">{sentence.definition(of)}</p>}
            <p>
              <code className="soft" dir="ltr">
                {metric.text}
              </code>
            </p>
            <p className="soft small">{words(window)}</p>
          </div>
        </div>
      </Card>
      {parts.map((part) => (
        <PartTable
          key={part.metric.id}
          part={part}
          weight={answer.weights[part.metric.id] ?? null}
          of={whose}
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

export function How() {
  const say = useSay()
  const { metric } = useParams({ from: '/inside/how/$metric' })
  const search = useSearch({ from: '/inside/how/$metric' })
  const { data, error } = useQuery(explainedQuery(metric, search))
  const failureWords = useFailureWords()
  return (
    <Page
      title={say({ id: 'console.how.title', defaultMessage: 'How was this computed?' })}
      over={
        data && (
          <>
            <bdi>{data.metric.name}</bdi> · <bdi>{data.of.name}</bdi>
          </>
        )
      }
      headline={<FormattedMessage id="console.how.title" defaultMessage="How was this computed?" />}
      aside={data && <LeftOutCard answer={data} />}
    >
      <Choices search={search} />
      {error instanceof ApiFailure && <Notice tone="bad">{failureWords(error)}</Notice>}
      {data ? <Answer answer={data} /> : error === null && <Loading />}
    </Page>
  )
}
