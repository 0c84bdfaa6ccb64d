// The second in which somebody passes their goal: gold floods the row from the line, the face is lifted, and for two
// seconds the board is theirs (picture 24).
import { type CSSProperties, memo } from 'react'
import type { LeaderboardRow } from '../../../shared/wire/boards/leaderboard-board.ts'
import type { Unit, ViewWindow } from '../../../shared/wire/view-parts.ts'
import { Avatar, Star } from '../../ui/avatar.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { turnMs, useLater } from '../../wall/use-later.ts'
import { ofGoalWords } from '../parts/of-goal-words.ts'
import { FallingPaper } from '../parts/room/falling-paper.tsx'
import { daysLeft } from './days-left.ts'
import './gold-band.css'

interface GoldBandProps {
  readonly row: LeaderboardRow
  readonly slot: number
  readonly unit: Unit
  /** Where the goal is, as a share of the track. */
  readonly lineAt: number
  readonly window: ViewWindow
}

/** Letters of sizes that no other text has are slow to shape: they come after the light, a part at a time. */
export const GoldBand = memo(({ row, slot, unit, lineAt, window }: GoldBandProps) => {
  const hasWords = useLater(turnMs)
  const hasFigures = useLater(2 * turnMs)
  return (
    <div
      className="gold"
      data-front
      style={{ '--slot': slot, '--line-at': lineAt } as CSSProperties}
      aria-hidden="true"
    >
      <span className="gold-dim" />
      <div className="gold-row">
        <span className="gold-flood">
          <span className="gold-shine" />
        </span>
        <span className="gold-flash" />
        <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />
        {hasWords && <Words name={row.name} window={window} />}
        {hasFigures && <Figures row={row} unit={unit} />}
      </div>
    </div>
  )
})
GoldBand.displayName = 'GoldBand'

const Words = ({ name, window }: { readonly name: string; readonly window: ViewWindow }) => {
  const { format, feedNow, timeZone } = useSurroundings()
  const { say } = format
  const early = daysLeft(window.end, feedNow(), timeZone)
  return (
    <span className="gold-words">
      <span className="gold-name fitting line" dir="auto" style={fitting(name)}>
        {name}
      </span>
      <span className="gold-said" {...phrase}>
        <span className="gold-passed">
          <Star />
          {say({ id: 'gold.passed', defaultMessage: 'Passed' })}
        </span>
        {early !== null && early > 0 && (
          <span className="gold-early">
            {say(
              {
                id: 'gold.early',
                defaultMessage: '{days, plural, one {# day early} other {# days early}}',
              },
              { days: early },
            )}
          </span>
        )}
      </span>
    </span>
  )
}

const Figures = ({ row, unit }: Pick<GoldBandProps, 'row' | 'unit'>) => {
  const { format } = useSurroundings()
  const value = format.value(row.value, unit)
  return (
    <span className="gold-figures" {...phrase}>
      <span className="gold-value fitting-figure" style={fittingFigure(value)}>
        {value}
      </span>
      {row.goal !== null && (
        <span className="gold-goal">
          {ofGoalWords(format.value(row.goal, unit), 'higher', format.say)} ·{' '}
          {format.attainment(row.attainment)}
        </span>
      )}
    </span>
  )
}

/** Behind the rows, so that it crosses no word: rays from the line, and paper that falls and lands. */
export const GoldAir = memo(({ slot, lineAt }: Pick<GoldBandProps, 'slot' | 'lineAt'>) => (
  <div className="gold" style={{ '--slot': slot, '--line-at': lineAt } as CSSProperties} aria-hidden="true">
    <span className="gold-rays" />
    <FallingPaper />
  </div>
))
GoldAir.displayName = 'GoldAir'
