// What a contest would have been four weeks earlier, and what is unfair about it, before anything is announced.
import { FormattedMessage } from 'react-intl'
import type { Contest } from '../../../../shared/wire/contests/contest.ts'
import { useTriedContest } from '../../api/contests.ts'
import { Card } from '../../kit/card.tsx'
import { NotTried } from '../../kit/not-tried.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useContestWords } from './contest-words.ts'
import { StandingsTable } from './standings-table.tsx'

const mostRows = 8

interface TriedCardProps {
  /** Null while something is missing. */
  readonly contest: Contest | null
  /** Whether it will hang somewhere once it is saved. */
  readonly hangs: boolean
}

export function TriedCard({ contest, hangs }: TriedCardProps) {
  const words = useContestWords()
  const { answer, error, isPending } = useTriedContest(contest)
  return (
    <>
      {answer?.warnings
        .filter(({ id }) => id !== 'no-screen' || !hangs)
        .map(({ id, says }) => (
          <Notice key={id} tone="warn">
            {says}
          </Notice>
        ))}
      <Card
        flush
        title={<FormattedMessage id="console.contest.tried" defaultMessage="Four weeks earlier" />}
        note={answer && words.when(answer.past)}
      >
        {answer === null ? (
          <NotTried
            className="contest-note"
            missing={
              contest === null ? (
                <FormattedMessage
                  id="console.contest.tried.missing"
                  defaultMessage="As soon as nothing is missing, this shows how it would have ended."
                />
              ) : null
            }
            failed={error !== null}
          />
        ) : (
          <div data-pending={isPending ? '' : undefined}>
            <p className="soft contest-note">{words.win(answer.past)}</p>
            <StandingsTable of={answer.past} most={mostRows} />
          </div>
        )}
      </Card>
    </>
  )
}
