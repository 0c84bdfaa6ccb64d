// How every number of a board was computed: a list of them, and behind each its facts, its formula, or where it is set.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type {
  BoardFigure,
  BoardFiguresAnswer,
  FigureAnswer,
  FigureGroup,
  ListedFigure,
} from '../../../../shared/wire/figures.ts'
import { figureFactsAddress, figureQuery, figuresQuery } from '../../api/figures.ts'
import { ApiFailure } from '../../api/request.ts'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'
import { useSay } from '../../words/words.tsx'
import { AnswerCards } from './answer-cards.tsx'
import { DoubtCard } from './doubt-card.tsx'
import { DownloadFacts } from './download-facts.tsx'
import { type EarlierFacts, useEarlierFacts } from './earlier-facts.tsx'
import { EditMetric } from './edit-metric.tsx'
import './how.css'
import { LeftOutCard } from './left-out.tsx'
import { LinePoints } from './line-points.tsx'
import { RatesCard } from './rates-card.tsx'
import { WorkingCard } from './working-card.tsx'

const headline = <FormattedMessage id="console.how.title" defaultMessage="How was this computed?" />

/** From what a number comes, in a word. */
function Origin({ figure: { hasFacts, working, note } }: { readonly figure: ListedFigure }) {
  if (hasFacts) return <FormattedMessage id="console.how.origin.facts" defaultMessage="Counted from facts" />
  if (working !== null) return <>{working.says}</>
  return <>{note}</>
}

function GroupCard({ board, group }: { readonly board: string; readonly group: FigureGroup }) {
  return (
    <Card flush title={<bdi>{group.name}</bdi>}>
      <ul className="lines how-figures">
        {group.figures.map((figure) => (
          <li key={figure.id}>
            <Link
              to="/boards/$board/how"
              params={{ board }}
              search={{ figure: figure.id }}
              className="line how-line"
            >
              <span className="grow">
                <span className="how-name">
                  <bdi>{figure.name}</bdi>
                  {figure.window !== null && figure.window !== '' && (
                    <span className="soft small">
                      {' '}
                      <bdi>{figure.window}</bdi>
                    </span>
                  )}
                </span>
                <span className="soft small how-source">
                  <Origin figure={figure} />
                </span>
              </span>
              <span className="strong figures">{figure.display}</span>
              <ChevronRight aria-hidden="true" className="how-go" />
            </Link>
          </li>
        ))}
      </ul>
      <LinePoints board={board} group={group} />
    </Card>
  )
}

function Figures({ answer }: { readonly answer: BoardFiguresAnswer }) {
  if (answer.groups.length === 0)
    return (
      <Notice tone="info">
        <FormattedMessage
          id="console.how.no-figures"
          defaultMessage="This board shows no number at the moment."
        />
      </Notice>
    )
  return (
    <div className="how-groups">
      {answer.groups.map((group) => (
        <GroupCard key={group.id} board={answer.board.id} group={group} />
      ))}
    </div>
  )
}

function OneFigure({ answer, earlier }: { readonly answer: FigureAnswer; readonly earlier: EarlierFacts }) {
  const { board, figure, explained, at } = answer
  if (explained !== null)
    return (
      <AnswerCards answer={explained} name={figure.name} onWall={figure.display} at={at} earlier={earlier} />
    )
  return (
    <>
      <Card>
        <p className="how-value figures">
          {figure.full}
          <span className="soft small">
            <bdi>{figure.name}</bdi>
            {figure.window !== null && (
              <>
                , <bdi>{figure.window}</bdi>
              </>
            )}
            {figure.display !== figure.full && (
              <>
                {' · '}
                <FormattedMessage
                  id="console.how.as-on-wall"
                  defaultMessage="on the wall as {shown}"
                  values={{ shown: figure.display }}
                />
              </>
            )}
          </span>
        </p>
      </Card>
      <WorkingCard board={board.id} figure={figure} />
    </>
  )
}

interface FigurePageProps {
  readonly board: string
  readonly figure: string
}

function FigurePage({ board, figure: id }: FigurePageProps) {
  const say = useSay()
  const earlier = useEarlierFacts(`${board} ${id}`)
  const { data, error } = useQuery({
    ...figureQuery(board, id, earlier.lines),
    placeholderData: earlier.keep,
  })
  const failureWords = useFailureWords()
  return (
    <Page
      title={say({ id: 'console.how.title', defaultMessage: 'How was this computed?' })}
      over={
        <>
          <Link to="/boards/$board/how" params={{ board }}>
            <bdi>{data?.board.title ?? board}</bdi>
          </Link>
          {data && (
            <>
              {' › '}
              <bdi>{data.group}</bdi> › <bdi>{data.figure.name}</bdi>
            </>
          )}
        </>
      }
      headline={headline}
      actions={
        data && (
          <>
            {data.explained && <DownloadFacts href={figureFactsAddress(board, id)} />}
            {data.figure.about !== null && <EditMetric />}
          </>
        )
      }
      aside={
        data && (
          <>
            {data.explained && (
              <>
                <LeftOutCard answer={data.explained} />
                <RatesCard answer={data.explained} />
              </>
            )}
            {data.figure.about !== null && (
              <DoubtCard
                key={id}
                about={{ ...withoutMissing(data.figure.about), board }}
                shown={`${data.group}, ${data.figure.name}: ${data.figure.display}`}
              />
            )}
          </>
        )
      }
    >
      {error instanceof ApiFailure && <Notice tone="bad">{failureWords(error)}</Notice>}
      {data ? <OneFigure answer={data} earlier={earlier} /> : error === null && <Loading />}
    </Page>
  )
}

/** What is left out is not sent. */
const withoutMissing = ({ metric, window, rep, team, role }: NonNullable<BoardFigure['about']>) => ({
  metric,
  window,
  ...(rep !== undefined && { rep }),
  ...(team !== undefined && { team }),
  ...(role !== undefined && { role }),
})

function FiguresPage({ board }: { readonly board: string }) {
  const say = useSay()
  const { data, error } = useQuery(figuresQuery(board))
  const failureWords = useFailureWords()
  return (
    <Page
      title={say({ id: 'console.how.title', defaultMessage: 'How was this computed?' })}
      over={
        <>
          <Link to="/boards/$board" params={{ board }}>
            <bdi>{data?.board.title ?? board}</bdi>
          </Link>
          {data && (
            <>
              {' · '}
              <bdi>{data.board.scope}</bdi>
            </>
          )}
        </>
      }
      headline={headline}
    >
      <p className="soft">
        <FormattedMessage
          id="console.how.pick"
          defaultMessage="Every number that the board shows at this moment. Pick one to see what it is made of."
        />
      </p>
      {error instanceof ApiFailure && <Notice tone="bad">{failureWords(error)}</Notice>}
      {data ? <Figures answer={data} /> : error === null && <Loading />}
    </Page>
  )
}

export function BoardHow() {
  const { board } = useParams({ from: '/inside/boards/$board/how' })
  const { figure } = useSearch({ from: '/inside/boards/$board/how' })
  return figure === undefined ? <FiguresPage board={board} /> : <FigurePage board={board} figure={figure} />
}
