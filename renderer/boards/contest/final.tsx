// A contest that is over for good: who has won and what, as large as they are few, and the others beneath.
import { type CSSProperties, memo } from 'react'
import type { ContestRow, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Confetti } from '../parts/confetti.tsx'
import { Empty } from '../parts/empty.tsx'
import { whoWon } from './answer.ts'
import { Members } from './contest-rows.tsx'
import { inOrder, unitOf } from './contest-shape.ts'
import './final.css'

/** So many on a page of winners. */
export const winnersOnPage = 8
const mostOthers = 5

interface FinalProps {
  readonly standings: ContestStandings
  readonly page: number
  readonly pages: number
}

export const Final = ({ standings, page, pages }: FinalProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const winners = whoWon(standings)
  const each = Math.ceil(winners.length / pages)
  const shown = winners.slice(page * each, (page + 1) * each)
  const won = new Set(winners)
  const others = inOrder(standings)
    .filter((row) => !won.has(row) && row.rank !== null)
    .slice(0, mostOthers)
  if (winners.length === 0)
    return (
      <Empty headline={say({ id: 'contest.nobody-won', defaultMessage: 'Nobody won this time.' })} isAnswer>
        {say({
          id: 'contest.nobody-won-advice',
          defaultMessage: 'The prize was not won: nobody had what the contest asked for.',
        })}
      </Empty>
    )
  return (
    <section className="contest-final">
      <SameSize names={shown.map(({ name }) => name)}>
        <ul
          className="contest-winners"
          key={page}
          style={{ '--winners': shown.length, '--columns': shown.length > 6 ? 4 : 3 } as CSSProperties}
          data-size={shown.length <= 3 ? 'large' : 'small'}
        >
          {shown.map((row, at) => (
            <Winner key={row.name} row={row} seed={at} standings={standings} />
          ))}
        </ul>
      </SameSize>
      {others.length > 0 && (
        <ol className="contest-others">
          {others.map((row) => (
            <li className="contest-other" key={row.name}>
              <span className="contest-other-rank">{format.value(row.rank, 'count')}</span>
              <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />
              <span className="contest-other-words">
                <span className="contest-other-name fitting line" dir="auto" style={fitting(row.short)}>
                  {row.short}
                </span>
                <span className="contest-other-score">{scoreText(row, standings, format)}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const scoreText = (
  row: ContestRow,
  standings: ContestStandings,
  { value, say }: ReturnType<typeof useSurroundings>['format'],
): string =>
  row.tickets === null
    ? value(row.score, unitOf(standings))
    : say(
        { id: 'contest.tickets-of', defaultMessage: '{tickets, plural, one {# ticket} other {# tickets}}' },
        { tickets: row.tickets },
      )

interface WinnerProps {
  readonly row: ContestRow
  readonly seed: number
  readonly standings: ContestStandings
}

const Winner = memo(({ row, seed, standings }: WinnerProps) => {
  const { format } = useSurroundings()
  const figure = scoreText(row, standings, format)
  // What everybody gets alike stands above.
  const prize = standings.prizes.length < 2 ? '' : (row.prize ?? '')
  return (
    <li className="contest-winner" data-hue={row.hue}>
      <Confetti seed={seed} />
      <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached isLarge />
      <span className="contest-winner-words">
        <PersonName name={row.name} />
        {row.people.length > 0 && <Members people={row.people} />}
        <span className="contest-winner-score fitting-figure" style={fittingFigure(figure)}>
          {figure}
        </span>
        {prize !== '' && (
          <span className="contest-winner-prize fitting line" dir="auto" style={fitting(prize)}>
            {prize}
          </span>
        )}
      </span>
    </li>
  )
})
Winner.displayName = 'Winner'
