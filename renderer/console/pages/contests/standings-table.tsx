// Who stands where in a contest, with what it would take to move up; as much of it as is asked for.
import { Trophy } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { ContestStandings } from '../../../../shared/wire/contests/standings.ts'
import { Face } from '../../kit/face.tsx'
import { useMoneyWords } from '../how/use-money-words.ts'
import { rowsInOrder, useContestWords } from './contest-words.ts'

interface StandingsTableProps {
  readonly of: ContestStandings
  readonly most: number
}

export function StandingsTable({ of, most }: StandingsTableProps) {
  const words = useContestWords()
  const { full } = useMoneyWords()
  const rows = rowsInOrder(of)
  if (of.hidden)
    return (
      <p className="soft contest-note">
        <FormattedMessage
          id="console.contest.hidden"
          defaultMessage="Nobody sees who stands where until the end."
        />
      </p>
    )
  if (rows.length === 0)
    return (
      <p className="soft contest-note">
        <FormattedMessage id="console.contest.nobody" defaultMessage="Nobody takes part." />
      </p>
    )
  return (
    <ol className="lines contest-rows">
      {rows.slice(0, most).map((row) => (
        <li key={row.id} className="line" data-in={row.isIn ? '' : undefined}>
          <span className="contest-rank figures">{row.rank ?? '–'}</span>
          {of.between === 'people' && <Face of={row} />}
          <span className="grow">
            <span className="strong" dir="auto">
              {row.name}
            </span>
            {row.tooLittle && (
              <span className="soft small contest-below">
                <FormattedMessage
                  id="console.contest.too-little"
                  defaultMessage="Not in it: less than {least}"
                  values={{ least: of.atLeast ?? '' }}
                />
              </span>
            )}
            {row.prize !== null && (
              <span className="small contest-below contest-won">
                <Trophy aria-hidden="true" /> <bdi>{row.prize}</bdi>
              </span>
            )}
            {row.missing !== null && !row.isIn && of.phase === 'running' && (
              <span className="soft small contest-below">
                {row.share === null ? (
                  <FormattedMessage
                    id="console.contest.missing"
                    defaultMessage="{missing} more to move up"
                    values={{ missing: full(row.missing, of.unit) }}
                  />
                ) : (
                  <FormattedMessage
                    id="console.contest.missing.line"
                    defaultMessage="{missing} more to win"
                    values={{ missing: full(row.missing, of.unit) }}
                  />
                )}
              </span>
            )}
          </span>
          <span className="contest-score figures">{words.score(of, row)}</span>
        </li>
      ))}
      {rows.length > most && (
        <li className="soft small contest-note">
          <FormattedMessage
            id="console.contest.more"
            defaultMessage="and {count, plural, one {one more} other {# more}}"
            values={{ count: rows.length - most }}
          />
        </li>
      )}
    </ol>
  )
}
