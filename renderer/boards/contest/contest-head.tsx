// Above the standings of a contest: how it is won and what for, how long it goes on, and what is not final yet.
import { memo } from 'react'
import type { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { howWonWords, momentWords, prizeWords } from './contest-words.ts'
import { leftText } from './time-left.ts'
import { useLeft } from './use-left.ts'
import './contest-head.css'

export const ContestHead = memo(({ standings }: { readonly standings: ContestStandings }) => {
  const { format, locale, timeZone } = useSurroundings()
  const { say } = format
  const { phase, until, finalAt, changedSince, isByTheClock } = standings
  const how = howWonWords(standings, format)
  const prize = prizeWords(standings, format)
  return (
    <div className="contest-head">
      <span className="contest-head-words">
        <span className="contest-how fitting line" dir="auto" style={fitting(how)}>
          {how}
        </span>
        {prize !== '' && (
          <span className="contest-prize fitting line" dir="auto" style={fitting(prize)}>
            {prize}
          </span>
        )}
      </span>
      {phase === 'running' && <TimeLeft until={until} />}
      {phase === 'closing' && (
        <span className="contest-when" {...phrase}>
          <span className="contest-when-label">
            {say({ id: 'contest.final-at', defaultMessage: 'Final' })}
          </span>
          <strong className="contest-when-text">{momentWords(finalAt, true, locale, timeZone)}</strong>
        </span>
      )}
      {phase === 'final' && (
        <span className="contest-when" {...phrase}>
          <span className="contest-when-label">
            {changedSince
              ? say({
                  id: 'contest.changed-since',
                  defaultMessage: 'Facts were corrected since; the prizes stay',
                })
              : say({ id: 'contest.ended', defaultMessage: 'Ended' })}
          </span>
          <strong className="contest-when-text">
            {momentWords(isByTheClock ? until : until - 1, isByTheClock, locale, timeZone)}
          </strong>
        </span>
      )}
    </div>
  )
})
ContestHead.displayName = 'ContestHead'

/** The closer the end, the finer it is told. */
const TimeLeft = memo(({ until }: { readonly until: number }) => {
  const { say } = useSurroundings().format
  const left = useLeft(until)
  return (
    <span className="contest-when" role="timer">
      <span className="contest-when-label">{say({ id: 'contest.left', defaultMessage: 'Time left' })}</span>
      <strong className="contest-when-text contest-when-clock" dir="ltr">
        {leftText(left, say)}
      </strong>
    </span>
  )
})
TimeLeft.displayName = 'TimeLeft'
