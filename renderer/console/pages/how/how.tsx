// How a number was computed: what it counts, in which days, and every fact with what it adds, up to the number itself.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { type ExplainedSearch, explainedAddress, explainedQuery } from '../../api/explained.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { ApiFailure } from '../../api/request.ts'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { Picker } from '../../kit/picker.tsx'
import { SearchPicker } from '../../kit/search-picker.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'
import { useSay } from '../../words/words.tsx'
import { AnswerCards } from './answer-cards.tsx'
import { DoubtCard } from './doubt-card.tsx'
import { DownloadFacts } from './download-facts.tsx'
import { useEarlierFacts } from './earlier-facts.tsx'
import { EditMetric } from './edit-metric.tsx'
import './how.css'
import { LeftOutCard } from './left-out.tsx'
import { RatesCard } from './rates-card.tsx'
import { useWindowChoices } from './window-words.ts'

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

export function How() {
  const say = useSay()
  const { metric } = useParams({ from: '/inside/how/$metric' })
  const search = useSearch({ from: '/inside/how/$metric' })
  const earlier = useEarlierFacts(`${metric} ${JSON.stringify(search)}`)
  const { data, error } = useQuery({
    ...explainedQuery(metric, search, earlier.lines),
    placeholderData: earlier.keep,
  })
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
      actions={
        data && (
          <>
            <DownloadFacts href={explainedAddress(metric, search)} />
            <EditMetric />
          </>
        )
      }
      aside={
        data && (
          <>
            <LeftOutCard answer={data} />
            <RatesCard answer={data} />
            <DoubtCard
              key={`${metric} ${JSON.stringify(search)}`}
              about={{ metric, ...search }}
              shown={`${data.metric.name}, ${data.of.name}: ${data.display}`}
            />
          </>
        )
      }
    >
      <Choices search={search} />
      {error instanceof ApiFailure && <Notice tone="bad">{failureWords(error)}</Notice>}
      {data ? <AnswerCards answer={data} at={null} earlier={earlier} /> : error === null && <Loading />}
    </Page>
  )
}
