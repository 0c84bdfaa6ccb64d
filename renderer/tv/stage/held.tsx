// Who holds the wall and for how long; in a huddle also what is talked about, and how far it has come.
import { type CSSProperties, memo } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { Hold } from '../../../shared/wire/control.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import './held.css'

interface HeldProps {
  readonly hold: Hold
  readonly now: number
  readonly time: (at: number) => string
}

const minuteMs = 60_000

/** Longer ones are read more easily as a time of day. */
const longestInMinutes = 60

/** A wall's clock may be a little behind the feed's: six minutes that have just begun are not seven by that. */
const clockErrorMs = 1000

const leftInWords = ({ until }: Hold, now: number, time: HeldProps['time'], say: Say): string => {
  const minutes = Math.max(1, Math.ceil((until - now - clockErrorMs) / minuteMs))
  return minutes > longestInMinutes
    ? say({ id: 'wall.held-until', defaultMessage: 'until {time}' }, { time: time(until) })
    : say({ id: 'wall.held-left', defaultMessage: '{minutes} min left' }, { minutes })
}

export const Held = ({ hold, now, time }: HeldProps) => {
  const { say } = useSurroundings().format
  const left = leftInWords(hold, now, time, say)
  const { name } = hold.holder
  return (
    <div className="held" data-kind={hold.kind}>
      {hold.huddle === null ? (
        <>
          <span className="held-sign" aria-hidden="true" />
          <span className="held-words" {...phrase}>
            <bdi className="held-name line">{name}</bdi>{' '}
            <span>{say({ id: 'wall.holds', defaultMessage: 'holds the wall' })}</span>
          </span>
        </>
      ) : (
        <Huddle huddle={hold.huddle} board={hold.board} name={name} />
      )}
      <span className="held-left" {...phrase}>
        {left}
      </span>
    </div>
  )
}

interface HuddleProps {
  readonly huddle: NonNullable<Hold['huddle']>
  readonly board: string
  readonly name: string
}

const Huddle = memo(({ huddle: { title, boards }, board, name }: HuddleProps) => {
  const { say } = useSurroundings().format
  const at = boards.findIndex((each) => each.board === board)
  return (
    <>
      <bdi className="held-title line">{title}</bdi>
      <ol className="held-marks" aria-hidden="true" style={{ '--boards': boards.length } as CSSProperties}>
        {boards.map((each, index) => (
          <li
            className="held-mark"
            key={each.board}
            data-discussed={each.discussed || undefined}
            data-on={index === at || undefined}
          />
        ))}
      </ol>
      <span className="held-place" {...phrase}>
        {say(
          { id: 'wall.huddle-place', defaultMessage: '{place} of {boards}' },
          { place: at + 1, boards: boards.length },
        )}
      </span>
      <bdi className="held-name line">{name}</bdi>
    </>
  )
})
Huddle.displayName = 'Huddle'
