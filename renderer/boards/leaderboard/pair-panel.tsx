// The other half of the story: the input beside an output, or the output beside an input.
import { type CSSProperties, memo, useMemo } from 'react'
import { figuresIn, textWidth } from '../../../shared/domain/words/text-width.ts'
import type { LeaderboardView, PairRow } from '../../../shared/wire/boards/leaderboard-board.ts'
import type { Unit } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fitting } from '../../ui/fitting.ts'
import { spring } from '../../ui/motion/curves.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useTravel } from '../../wall/use-travel.ts'
import { Arriving } from '../parts/arriving.tsx'
import { Badge } from '../parts/badge.tsx'
import { leastSlots, rowsOnPage } from '../parts/paging.ts'
import { windowLabel } from '../parts/window-label.ts'
import './pair-panel.css'

interface PairPanelProps {
  readonly pair: NonNullable<LeaderboardView['pair']>
  readonly page: number
  readonly pages: number
}

/** A name wider than this shares its line no further, rem. */
const widestName = 22
const pairNameRem = 3.4
const pips = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
/** Names and figures together wider than this leave room for half the pips, rem. */
const wideText = 34

/** Of the widest figures, in rem, so that all lines have the same columns. */
const useFiguresWidth = ({ rows, metric }: PairPanelProps['pair']): number => {
  const { format } = useSurroundings()
  return useMemo(() => {
    const all = Object.values(rows)
    const value = Math.max(2, ...all.map((row) => figuresIn(format.value(row.value, metric.unit))))
    const goal = Math.max(
      0,
      ...all.map((row) => (row.goal === null ? 0 : figuresIn(format.value(row.goal, metric.unit)) + 1.4)),
    )
    return value * 2.35 + goal * 1.65 + 0.4
  }, [rows, metric.unit, format])
}

/** Of the widest short name, in rem: the pips give way before a name does. */
const useNamesWidth = ({ rows }: PairPanelProps['pair']): number =>
  useMemo(() => {
    const widest = Math.max(0, ...Object.values(rows).map((row) => textWidth(row.short)))
    return Math.min(widestName, widest * pairNameRem + 0.4)
  }, [rows])

/** Seldom changes with the people it stands beside. */
export const PairPanel = memo(({ pair, page, pages }: PairPanelProps) => {
  const { metric } = pair
  const shown = useMemo(() => rowsOnPage(pair.rows, page, pages), [pair.rows, page, pages])
  const best = Math.max(0, ...Object.values(pair.rows).map((row) => row.value ?? 0))
  // While there is nothing to judge, nobody is counted as having missed a goal.
  const hasGoals = Object.values(pair.rows).some(({ goal }) => goal !== null)
  const summary = [
    pair.withGoal > 0 ? `${pair.atGoal} of ${pair.withGoal} at goal` : hasGoals ? '' : 'no goal set',
    pair.window.progress,
  ]
  const figures = useFiguresWidth(pair)
  const names = useNamesWidth(pair)
  const pipCount = figures + names > wideText ? 5 : 10
  const half = Math.ceil(shown.slots / 2)
  const style = {
    '--slots': Math.max(leastSlots, shown.slots),
    '--half': half,
    '--figures': `${figures}rem`,
    '--names': `${names}rem`,
  } as CSSProperties
  return (
    <aside className="pair" style={style}>
      <span className="eyebrow">
        <Badge indicator={metric.indicator} />
        <span className="eyebrow-text line">{windowLabel(pair.window)}</span>
      </span>
      <h2 className="pair-title fitting line" style={fitting(metric.name)}>
        {metric.name}
      </h2>
      <span className="quiet line">{summary.filter((part) => part !== '').join(' · ')}</span>
      <ul className="pair-rows" key={page}>
        <Arriving rows={shown.rows}>
          {({ id, row, slot }) => (
            <PairLine
              key={id}
              row={row}
              slot={slot}
              half={half}
              unit={metric.unit}
              tone={metric.indicator}
              best={best}
              pipCount={pipCount}
            />
          )}
        </Arriving>
      </ul>
    </aside>
  )
})
PairPanel.displayName = 'PairPanel'

interface PairLineProps {
  readonly row: PairRow
  readonly slot: number
  /** Lines in a column, where the screen's shape asks for two. */
  readonly half: number
  readonly unit: Unit
  readonly tone: 'input' | 'output'
  readonly best: number
  readonly pipCount: number
}

/** Lit pips: of the goal, or of the best where there is no goal. All of them only when it is reached. */
const litPips = (row: PairRow, best: number, pipCount: number): number => {
  const share = row.goal === null ? (best > 0 ? (row.value ?? 0) / best : 0) : (row.attainment ?? 0)
  return share >= 1 ? pipCount : Math.max(0, Math.min(pipCount - 1, Math.round(share * pipCount)))
}

/** In one column or, where the screen's shape asks for them, in two. */
const lineAt = (slot: number, half: number): string => {
  const down = `var(--in-one) * ${slot} + var(--in-two) * ${slot % half}`
  const across = `var(--in-two) * var(--forward) * ${Math.floor(slot / half)}`
  return `translate(calc((${across}) * (100% + 4rem)), calc((${down}) * 100%))`
}

const PairLine = memo(({ row, slot, half, unit, tone, best, pipCount }: PairLineProps) => {
  const { format } = useSurroundings()
  const lit = litPips(row, best, pipCount)
  const reached = row.state === 'reached'
  return (
    <li
      className="pair-line"
      data-tone={tone}
      data-reached={reached || undefined}
      {...useTravel<HTMLLIElement>(slot, (at) => lineAt(at, half), spring)}
    >
      <span className="pair-name line" dir="auto">
        {row.short}
      </span>
      <span className="pair-pips">
        {pips.slice(0, pipCount).map((pip) => (
          <span className="pip" key={pip}>
            <span className="pip-light" data-on={pip < lit || undefined} />
          </span>
        ))}
      </span>
      <span className="pair-figures">
        <CountingNumber className="pair-value" amount={row.value} unit={unit} />
        {row.goal !== null && <span className="pair-goal"> / {format.value(row.goal, unit)}</span>}
      </span>
    </li>
  )
})
PairLine.displayName = 'PairLine'
