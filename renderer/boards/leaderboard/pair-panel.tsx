// The other half of the story: the input beside an output, or the output beside an input.
import { type CSSProperties, memo, useMemo } from 'react'
import type { Format } from '../../../shared/domain/words/format.ts'
import { figuresIn } from '../../../shared/domain/words/text-width.ts'
import type { LeaderboardView, PairRow } from '../../../shared/wire/boards/leaderboard-board.ts'
import type { Unit } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fitting } from '../../ui/fitting.ts'
import { spring } from '../../ui/motion/curves.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useTravel } from '../../wall/use-travel.ts'
import { Arriving } from '../parts/arriving.tsx'
import { Badge } from '../parts/badge.tsx'
import { rowsOnPage, slotsOf } from '../parts/paging.ts'
import { useGoalPassed } from '../parts/use-goal-passed.ts'
import { windowLabel } from '../parts/window-label.ts'
import { pairNames } from './pair-names.ts'
import './pair-panel.css'

interface PairPanelProps {
  readonly pair: NonNullable<LeaderboardView['pair']>
  readonly page: number
  readonly pages: number
  /** Whether goals could be set for its rows. */
  readonly takesGoals: boolean
  /** Whether it says how many are at goal: one such count is enough for a board. */
  readonly counts: boolean
}

const pips = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
/** Names and figures together wider than this leave room for half the pips, rem. */
const wideText = 34

/** Figures wider than this are set smaller, the goal without the currency that the value has, rem. */
const wideFigures = 22

/** Wider than this even so, they would leave the panel beside a board: there the pips alone tell the goal, rem. */
const widestFigures = 33

/** The widest of them, in figures, so that all lines have the same columns. */
const useFigures = ({ rows, metric }: PairPanelProps['pair']) => {
  const { format } = useSurroundings()
  return useMemo(() => {
    const all = Object.values(rows)
    const value = Math.max(2, ...all.map((row) => figuresIn(format.value(row.value, metric.unit))))
    const goal = (write: Format['value']) =>
      Math.max(
        0,
        ...all.map((row) => (row.goal === null ? 0 : figuresIn(write(row.goal, metric.unit)) + 1.4)),
      )
    const rem = value * 2.35 + goal(format.value) * 1.65 + 0.4
    if (rem <= wideFigures) return { rem, upright: rem, isWide: false, isWidest: false }
    const alone = value * 2 + 0.4
    const upright = alone + goal(format.unsigned) * 1.65
    const isWidest = upright > widestFigures
    return { rem: isWidest ? alone : upright, upright, isWide: true, isWidest }
  }, [rows, metric.unit, format])
}

/** Seldom changes with the people it stands beside. */
export const PairPanel = memo(({ pair, page, pages, takesGoals, counts }: PairPanelProps) => {
  const { metric } = pair
  const { say } = useSurroundings().format
  const shown = useMemo(() => rowsOnPage(pair.rows, page, pages), [pair.rows, page, pages])
  const best = Math.max(0, ...Object.values(pair.rows).map((row) => row.value ?? 0))
  // While there is nothing to judge, nobody is counted as having missed a goal.
  const hasGoals = Object.values(pair.rows).some(({ goal }) => goal !== null)
  const summary = [
    counts && pair.withGoal > 0
      ? say(
          { id: 'leaderboard.at-goal', defaultMessage: '{reached} of {people} at goal' },
          { reached: pair.atGoal, people: pair.withGoal },
        )
      : hasGoals || !takesGoals
        ? ''
        : say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' }),
    pair.window.progress,
  ]
  const { rem: figures, upright, isWide, isWidest } = useFigures(pair)
  const { rem: names, takeAll } = useMemo(
    () => pairNames(Object.values(pair.rows).map((row) => row.short)),
    [pair.rows],
  )
  const isTight = figures + names > wideText
  // The pips give way before what tells two names apart does, and before any of a name where they count towards no goal.
  const isNamesOnly = takeAll || (isTight && !takesGoals)
  const pipCount = isNamesOnly ? 0 : isTight ? 5 : 10
  const half = Math.ceil(shown.slots / 2)
  const style = {
    '--slots': slotsOf(shown),
    '--half': half,
    '--own-slots': shown.slots,
    '--figures': `${figures}rem`,
    '--upright-figures': `${upright}rem`,
    '--names': `${names}rem`,
  } as CSSProperties
  return (
    <aside
      className="pair"
      style={style}
      data-wide={isWide || undefined}
      data-widest={isWidest || undefined}
      data-names-only={isNamesOnly || undefined}
    >
      <span className="eyebrow">
        <Badge indicator={metric.indicator} />
        <span className="eyebrow-text line" dir="auto">
          {windowLabel(pair.window, say)}
        </span>
      </span>
      <h2 className="pair-title fitting line" dir="auto" style={fitting(metric.name)}>
        {metric.name}
      </h2>
      <span className="quiet line" {...phrase}>
        {summary.filter((part) => part !== '').join(' · ')}
      </span>
      <ul className="pair-rows" key={page}>
        <Arriving rows={shown.rows}>
          {({ id, row, slot }) => (
            <PairLine
              key={id}
              id={`${metric.id} ${id}`}
              row={row}
              slot={slot}
              half={half}
              unit={metric.unit}
              tone={metric.indicator}
              best={best}
              pipCount={pipCount}
              isWide={isWide}
            />
          )}
        </Arriving>
      </ul>
    </aside>
  )
})
PairPanel.displayName = 'PairPanel'

interface PairLineProps {
  /** Whose it is, and of what. */
  readonly id: string
  readonly row: PairRow
  readonly slot: number
  /** Lines in a column, where the screen's shape asks for two. */
  readonly half: number
  readonly unit: Unit
  readonly tone: 'input' | 'output'
  readonly best: number
  readonly pipCount: number
  readonly isWide: boolean
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

const PairLine = memo(({ id, row, slot, half, unit, tone, best, pipCount, isWide }: PairLineProps) => {
  const { format } = useSurroundings()
  const lit = litPips(row, best, pipCount)
  const placed = useTravel<HTMLLIElement>(slot, (at) => lineAt(at, half), spring)
  const { state } = useGoalPassed(placed.ref, {
    id,
    standing: row,
    fraction: Math.min(1, Math.max(0, row.attainment ?? 0)),
    goalAt: 1,
    isQuiet: row.quiet,
  })
  return (
    <li className="pair-line" data-tone={tone} data-reached={state === 'reached' || undefined} {...placed}>
      <span className="gold-light" />
      <span className="pair-name line" dir="auto">
        {row.short}
      </span>
      {pipCount > 0 && (
        <span className="pair-pips">
          {pips.slice(0, pipCount).map((pip) => (
            <span className="pip" key={pip}>
              <span className="pip-light" data-on={pip < lit || undefined} />
            </span>
          ))}
        </span>
      )}
      <span className="pair-figures" {...phrase}>
        <CountingNumber className="pair-value" amount={row.value} unit={unit} />
        {row.goal !== null && (
          <span className="pair-goal"> / {(isWide ? format.unsigned : format.value)(row.goal, unit)}</span>
        )}
      </span>
    </li>
  )
})
PairLine.displayName = 'PairLine'
