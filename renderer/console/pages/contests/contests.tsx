// Contests: what runs, what comes, what is still a draft, and what was won.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Download, Plus, Trophy } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { ContestsAnswer } from '../../../../shared/wire/contests/api.ts'
import type { ContestStandings } from '../../../../shared/wire/contests/standings.ts'
import { contestsQuery, payoutsAddress } from '../../api/contests.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useMay } from '../../api/queries.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { More } from '../../kit/more.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { rowsInOrder, useContestWords } from './contest-words.ts'
import { StandingsTable } from './standings-table.tsx'
import './contests.css'

/** On the page of one contest are all of them. */
const mostRows = 5
/** Of a list; the others open by a press. */
const mostLines = 8

type One = ContestsAnswer['contests'][number]

function ContestLink({ of }: { readonly of: ContestStandings }) {
  return (
    <Link
      to="/contests/$contest"
      params={{ contest: of.contest }}
      search={of.phase === 'final' ? { on: of.on } : {}}
    >
      <bdi>{of.name}</bdi>
    </Link>
  )
}

function Running({ of: { standings }, now }: { readonly of: One; readonly now: number }) {
  const words = useContestWords()
  return (
    <Card flush title={<ContestLink of={standings} />} note={words.state(standings, now)}>
      <p className="soft contest-note">{words.win(standings)}</p>
      <StandingsTable of={standings} most={mostRows} />
    </Card>
  )
}

interface LinesProps {
  readonly title: ReactNode
  readonly of: readonly ContestStandings[]
  readonly now: number
}

function Line({ of, now }: { readonly of: ContestStandings; readonly now: number }) {
  const words = useContestWords()
  return (
    <li className="line">
      <div className="grow">
        <p className="strong">
          <ContestLink of={of} />
        </p>
        <p className="soft small">
          {words.when(of)} · {words.win(of)}
        </p>
        {of.phase === 'final' && (
          <p className="small" dir="auto">
            {rowsInOrder(of)
              .filter(({ isIn }) => isIn)
              .map(({ name }) => name)
              .join(', ')}
          </p>
        )}
      </div>
      <span className="soft small">{words.state(of, now)}</span>
    </li>
  )
}

function List({ of, now }: Omit<LinesProps, 'title'>) {
  return (
    <ul className="lines">
      {of.map((standings) => (
        <Line key={`${standings.contest} ${standings.on}`} of={standings} now={now} />
      ))}
    </ul>
  )
}

function Lines({ title, of, now }: LinesProps) {
  if (of.length === 0) return null
  return (
    <Card title={title} note={of.length}>
      <List of={of.slice(0, mostLines)} now={now} />
      {of.length > mostLines && (
        <More
          level={2}
          words={
            <FormattedMessage
              id="console.contest.earlier"
              defaultMessage="{count, plural, one {One more} other {# more}}"
              values={{ count: of.length - mostLines }}
            />
          }
        >
          <List of={of.slice(mostLines)} now={now} />
        </More>
      )}
    </Card>
  )
}

const inPhase = (contests: readonly One[], ...phases: readonly ContestStandings['phase'][]) =>
  contests.filter(({ standings }) => phases.includes(standings.phase))
const standingsOf = ({ standings }: One): ContestStandings => standings

function All({ answer: { contests, ended } }: { readonly answer: ContestsAnswer }) {
  const say = useSay()
  const may = useMay()
  const now = useFeedNow(10_000)
  const running = inPhase(contests, 'running', 'closing')
  const [first] = inPhase(contests, 'running')
  const leads = first && !first.standings.hidden ? rowsInOrder(first.standings)[0] : undefined
  const add = may.edit && (
    <ButtonLink look="primary" icon={<Plus aria-hidden="true" />} href="/new-contest">
      <FormattedMessage id="console.contest.new" defaultMessage="New contest" />
    </ButtonLink>
  )
  return (
    <Page
      over={<FormattedMessage id="console.nav.contests" defaultMessage="Contests" />}
      title={say({ id: 'console.nav.contests', defaultMessage: 'Contests' })}
      headline={
        first === undefined ? (
          <FormattedMessage
            id="console.contest.headline.none"
            defaultMessage="{coming, plural, =0 {No contest runs} one {No contest runs, one comes} other {No contest runs, # come}}"
            values={{ coming: inPhase(contests, 'announced').length }}
          />
        ) : leads?.rank === 1 && (leads.score ?? 0) > 0 ? (
          <FormattedMessage
            id="console.contest.headline.leads"
            defaultMessage="{contest}: {name} leads"
            values={{ contest: <bdi>{first.standings.name}</bdi>, name: <bdi>{leads.name}</bdi> }}
          />
        ) : (
          <FormattedMessage
            id="console.contest.headline.runs"
            defaultMessage="{contest} runs"
            values={{ contest: <bdi>{first.standings.name}</bdi> }}
          />
        )
      }
      actions={
        <>
          {may.edit && ended.length > 0 && (
            <a className="button plain usual" href={payoutsAddress} download>
              <Download aria-hidden="true" />
              <FormattedMessage id="console.contest.payouts" defaultMessage="What was won, as a table" />
            </a>
          )}
          {add}
        </>
      }
    >
      {contests.length === 0 && ended.length === 0 && (
        <Card>
          <Empty
            icon={<Trophy aria-hidden="true" />}
            title={<FormattedMessage id="console.contest.none" defaultMessage="No contest yet" />}
            action={add}
          >
            <FormattedMessage
              id="console.contest.none.note"
              defaultMessage="Begin with a power hour: an hour, a bar, and everybody over it wins. It stands on the wall with its clock."
            />
          </Empty>
        </Card>
      )}
      {running.map((one) => (
        <Running key={one.contest.id} of={one} now={now} />
      ))}
      <Lines
        title={<FormattedMessage id="console.contest.coming" defaultMessage="Coming" />}
        of={inPhase(contests, 'announced').map(standingsOf)}
        now={now}
      />
      <Lines
        title={<FormattedMessage id="console.contest.drafts" defaultMessage="Drafts" />}
        of={inPhase(contests, 'draft').map(standingsOf)}
        now={now}
      />
      <Lines
        title={<FormattedMessage id="console.contest.ended" defaultMessage="Ended" />}
        of={ended}
        now={now}
      />
      <Lines
        title={<FormattedMessage id="console.contest.off" defaultMessage="Called off" />}
        of={inPhase(contests, 'called-off').map(standingsOf)}
        now={now}
      />
    </Page>
  )
}

export function Contests() {
  const { data } = useQuery(contestsQuery)
  return data ? <All answer={data} /> : <Loading />
}
