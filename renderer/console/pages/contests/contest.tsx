// One contest: how it stands, how it is won and what is won; announced, called off, or put away.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { ContestsAnswer } from '../../../../shared/wire/contests/api.ts'
import type { Contest } from '../../../../shared/wire/contests/contest.ts'
import type { ContestStandings } from '../../../../shared/wire/contests/standings.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { contestsQuery } from '../../api/contests.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { rowsInOrder, useContestWords } from './contest-words.ts'
import { removeEdits } from './place-edits.ts'
import { StandingsTable } from './standings-table.tsx'
import './contests.css'

const mostRows = 2000

function Prizes({ of }: { readonly of: ContestStandings }) {
  const words = useContestWords()
  return (
    <Card title={<FormattedMessage id="console.contest.prize" defaultMessage="What is won" />}>
      <p>{words.win(of)}</p>
      <ol className="lines">
        {of.prizes.map(({ what }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a prize is known by its place alone
          <li key={at} className="line">
            <span className="contest-rank figures">{of.prizes.length > 1 ? at + 1 : ''}</span>
            <span className="grow" dir="auto">
              {what}
            </span>
          </li>
        ))}
      </ol>
      {of.paidBy !== null && (
        <p className="soft small">
          <FormattedMessage
            id="console.contest.pays"
            defaultMessage="{who} pays"
            values={{ who: <bdi>{of.paidBy}</bdi> }}
          />
        </p>
      )}
      {of.sponsor && (
        <blockquote className="soft" dir="auto">
          “{of.sponsor.word}” – <bdi>{of.sponsor.from.name}</bdi>
        </blockquote>
      )}
      {of.draw && (
        <p className="soft small contest-seed">
          {of.draw.seed === null ? (
            <FormattedMessage
              id="console.contest.sealed"
              defaultMessage="The seed of the draw is sealed: its SHA-256 is {sealed}."
              values={{ sealed: <code>{of.draw.sealed}</code> }}
            />
          ) : (
            <FormattedMessage
              id="console.contest.seed"
              defaultMessage="Drawn from the seed {seed}."
              values={{ seed: <code>{of.draw.seed}</code> }}
            />
          )}
        </p>
      )}
    </Card>
  )
}

interface ActsProps {
  readonly file: FloorFile
  readonly contest: Contest
  readonly standings: ContestStandings
}

function Acts({ file, contest, standings }: ActsProps) {
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id, name } = contest
  const put = async (state: Contest['state'], said: string) => {
    const outcome = await edit([{ do: 'set', list: 'contests', id, fields: { state } }], said)
    if (outcome.ok) await client.invalidateQueries({ queryKey: contestsQuery.queryKey })
  }
  const remove = async () => {
    const outcome = await edit(
      removeEdits(file, id),
      say({ id: 'console.entry.removed', defaultMessage: '“{name}” is removed.' }, { name }),
    )
    if (!outcome.ok) return
    await client.invalidateQueries({ queryKey: contestsQuery.queryKey })
    await navigate({ to: '/contests' })
  }
  const isOpen = ['draft', 'announced', 'running', 'closing'].includes(standings.phase)
  return (
    <>
      {isOpen && (
        <ButtonLink icon={<Pencil aria-hidden="true" />} href={`/contests/${id}/change`}>
          <FormattedMessage id="console.celebrate.rule.change" defaultMessage="Change" />
        </ButtonLink>
      )}
      {isOpen && contest.state === 'announced' && (
        <Button
          look="danger"
          onPress={() =>
            void put(
              'called-off',
              say({ id: 'console.contest.called-off', defaultMessage: '“{name}” is called off.' }, { name }),
            )
          }
        >
          <FormattedMessage id="console.contest.call-off" defaultMessage="Call it off" />
        </Button>
      )}
      {(contest.state !== 'announced' || standings.phase === 'final') && (
        <Button look="danger" onPress={() => void remove()}>
          <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
        </Button>
      )}
      {contest.state === 'draft' && (
        <Button
          look="primary"
          onPress={() =>
            void put(
              'announced',
              say({ id: 'console.contest.announced', defaultMessage: '“{name}” is announced.' }, { name }),
            )
          }
        >
          <FormattedMessage id="console.contest.announce" defaultMessage="Announce" />
        </Button>
      )}
    </>
  )
}

/** `contest`: null where only its end is known, since the floor does not have it any more. */
function One({
  contest,
  standings,
}: {
  readonly contest: Contest | null
  readonly standings: ContestStandings
}) {
  const may = useMay()
  const file = useFloor()?.file
  const words = useContestWords()
  const now = useFeedNow(1000)
  const winners = rowsInOrder(standings).filter(({ isIn }) => isIn)
  return (
    <Page
      over={
        <Link to="/contests">
          <FormattedMessage id="console.nav.contests" defaultMessage="Contests" />
        </Link>
      }
      title={standings.name}
      headline={
        standings.phase === 'final' && winners.length > 0 ? (
          <FormattedMessage
            id="console.contest.one.won"
            defaultMessage="{contest}: {names} won"
            values={{
              contest: <bdi>{standings.name}</bdi>,
              names: <bdi>{winners.map(({ name }) => name).join(', ')}</bdi>,
            }}
          />
        ) : (
          <FormattedMessage
            id="console.contest.one.headline"
            defaultMessage="{contest}: {state}"
            values={{ contest: <bdi>{standings.name}</bdi>, state: words.state(standings, now) }}
          />
        )
      }
      actions={may.edit && contest && file && <Acts file={file} contest={contest} standings={standings} />}
      aside={<Prizes of={standings} />}
    >
      <p className="soft">{words.when(standings)}</p>
      {standings.phase === 'closing' && (
        <Notice tone="info">
          <FormattedMessage
            id="console.contest.provisional"
            defaultMessage="Nothing is final yet: numbers may still come in."
          />
        </Notice>
      )}
      {standings.changedSince && (
        <Notice tone="warn">
          <FormattedMessage
            id="console.contest.changed-since"
            defaultMessage="Numbers were corrected after the end. What was final stays as it is; with today’s numbers it would have ended otherwise."
          />
        </Notice>
      )}
      <Card flush>
        <StandingsTable of={standings} most={mostRows} />
      </Card>
    </Page>
  )
}

/** `on`: the date on which one began that is over. */
const find = ({ contests, ended }: ContestsAnswer, id: string, on: string | undefined) => {
  const own = contests.find(({ contest }) => contest.id === id)
  if (own && (on === undefined || own.standings.on === on)) return own
  const standings = ended.find((each) => each.contest === id && (on === undefined || each.on === on))
  return standings ? { contest: null, standings } : own
}

export function ContestPage() {
  const { data } = useQuery(contestsQuery)
  const { contest: id = '' } = useParams({ strict: false })
  const { on } = useSearch({ strict: false })
  if (!data) return <Loading />
  const found = find(data, id, on)
  return found ? <One {...found} /> : <NotFound />
}
