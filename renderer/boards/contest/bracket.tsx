// Two by two: the rounds from the one that is on, who plays whom, and who goes on.
import { type CSSProperties, memo } from 'react'
import type { ContestMatch, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fitting } from '../../ui/fitting.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { roundName } from './answer.ts'
import { mostMatches, roundsOnPage } from './bracket-shape.ts'
import './bracket.css'

interface BracketProps {
  readonly standings: ContestStandings
  readonly page: number
}

export const Bracket = ({ standings, page }: BracketProps) => {
  const { say } = useSurroundings().format
  const shown = roundsOnPage(standings, page)
  const most = Math.max(1, ...shown.map(({ matches }) => matches.length))
  return (
    <ol
      className="contest-rounds"
      key={page}
      style={{ '--rounds': shown.length, '--matches': most } as CSSProperties}
      data-many={most > mostMatches / 2 || undefined}
    >
      {shown.map(({ round, matches }) => (
        <li className="contest-round" key={round}>
          <span className="contest-round-name">{roundName(round, standings.rounds.length, say)}</span>
          <ul className="contest-matches">
            {matches.map((match, at) => (
              <Match
                // biome-ignore lint/suspicious/noArrayIndexKey: a match is its place
                key={at}
                match={match}
                rows={standings.rows}
                unit={standings.unit}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

interface MatchProps extends Pick<ContestStandings, 'rows' | 'unit'> {
  readonly match: ContestMatch
}

const Match = memo(({ match, rows, unit }: MatchProps) => (
  <li className="contest-match" data-free={match.isFree || undefined}>
    <Side id={match.one} score={match.oneScore} match={match} rows={rows} unit={unit} />
    <Side id={match.other} score={match.otherScore} match={match} rows={rows} unit={unit} />
  </li>
))
Match.displayName = 'Match'

interface SideProps extends MatchProps {
  readonly id: string | null
  readonly score: number | null
}

const Side = ({ id, score, match, rows, unit }: SideProps) => {
  const { format } = useSurroundings()
  const row = id === null ? undefined : rows[id]
  const name =
    row?.short ??
    (match.isFree
      ? format.say({ id: 'contest.free', defaultMessage: 'free' })
      : format.say({ id: 'contest.open-place', defaultMessage: 'still open' }))
  return (
    <span
      className="contest-side"
      data-won={(id !== null && match.winner === id) || undefined}
      data-out={(id !== null && match.winner !== null && match.winner !== id) || undefined}
    >
      {row && <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />}
      <span className="contest-side-words">
        <span
          className="contest-side-name fitting line"
          dir="auto"
          data-open={row === undefined || undefined}
          style={fitting(name)}
        >
          {name}
        </span>
      </span>
      {score !== null && <span className="contest-side-score">{format.value(score, unit)}</span>}
    </span>
  )
}
