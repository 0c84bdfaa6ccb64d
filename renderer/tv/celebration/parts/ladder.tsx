// The ladder of a team's thresholds as one bar, with what each unlocks beneath its mark.
import type { CSSProperties } from 'react'
import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import { Star } from '../../../ui/avatar.tsx'
import { phrase } from '../../../ui/phrase.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { useTiming } from '../takeover/timing.ts'
import { settle, stay } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import './ladder.css'

interface LadderProps {
  readonly rungs: CelebrationView['ladder']
  readonly value: number
  /** Before what is celebrated; null where nobody knows. */
  readonly was: number | null
}

/** The rungs that have room beneath the bar: those about the one that was just reached. */
const shownOf = (rungs: LadderProps['rungs']): LadderProps['rungs'] => {
  const last = rungs.findLastIndex(({ reached }) => reached)
  return rungs.slice(Math.max(0, Math.min(last - 2, rungs.length - 4))).slice(0, 4)
}

export const Ladder = ({ rungs, value, was }: LadderProps) => {
  const { format } = useSurroundings()
  const { beats } = useTiming()
  const top = Math.max(value, ...rungs.map(({ line }) => line), Number.MIN_VALUE)
  const share = (amount: number) => Math.min(1, Math.max(0, amount / top))
  const shown = shownOf(rungs)
  const now = shown.findLast(({ reached }) => reached)
  const unit = rungs[0]?.unit ?? 'count'
  return (
    <Part
      className="ladder"
      track={stay({ at: beats.count - 200, from: 'translateY(3rem)', until: beats.leave })}
      isClear
    >
      <div className="ladder-bar">
        <Part
          className="ladder-filled"
          style={{ '--to': share(value) } as CSSProperties}
          track={[
            {
              at: beats.count,
              transform: `scaleX(${share(was ?? value * 0.9) / Math.max(share(value), 0.001)})`,
              easing: settle,
            },
            { at: beats.land + 200, transform: 'none' },
          ]}
        />
        {rungs.map(({ line }) => (
          <span className="ladder-mark" key={line} style={{ '--at': share(line) } as CSSProperties} />
        ))}
        <div className="ladder-plate">
          <span className="ladder-value" {...phrase}>
            {format.value(value, unit)}
            {now !== undefined && (
              <small>
                {format.say(
                  { id: 'board.of-goal', defaultMessage: 'of {goal}' },
                  { goal: format.value(now.line, unit) },
                )}
              </small>
            )}
          </span>
        </div>
      </div>
      <ul className="ladder-rungs">
        {shown.map((rung) => (
          <li
            key={rung.line}
            className="rung"
            data-now={rung === now || undefined}
            data-reached={rung.reached || undefined}
          >
            <span className="rung-line">
              {rung.reached && <Star />}
              {format.value(rung.line, rung.unit)}
            </span>
            {rung.reward !== null && <bdi className="rung-reward line">{rung.reward}</bdi>}
          </li>
        ))}
      </ul>
    </Part>
  )
}
