// Everyone at or over their goal, all alike: no ranks, no order but that of names.

import { type CSSProperties, memo, useMemo } from 'react'
import type { OverTheLineRow, OverTheLineView } from '../../../shared/wire/boards/over-the-line-board.ts'
import type { Unit } from '../../../shared/wire/view-parts.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Arriving } from '../parts/arriving.tsx'
import { Confetti } from '../parts/confetti.tsx'
import { Empty } from '../parts/empty.tsx'
import { midSentence } from '../parts/mid-sentence.ts'
import { rowsOnPage } from '../parts/paging.ts'
import { useGridPlace } from '../parts/use-grid-place.ts'
import { whoIsFirst } from './answer.ts'
import { NextStep, nextWords, stepText } from './next-step.tsx'
import { tileGrid } from './tile-grid.ts'
import './over-the-line.css'

interface OverTheLineProps {
  readonly view: OverTheLineView
  readonly page: number
  readonly pages: number
}

export const OverTheLine = ({ view, page, pages }: OverTheLineProps) => {
  const shown = useMemo(() => rowsOnPage(view.rows, page, pages), [view.rows, page, pages])
  const over = Object.keys(view.rows).length
  const { format, locale } = useSurroundings()
  const { say } = format
  if (view.withGoal === 0)
    return (
      <Empty headline={say({ id: 'board.no-goal-yet', defaultMessage: 'No goal set yet' })}>
        {say(
          {
            id: 'over-the-line.no-goal-advice',
            defaultMessage:
              'Once people have a goal for {metric}, everyone who reaches theirs is celebrated here.',
          },
          { metric: midSentence(view.metric.name, locale) },
        )}
      </Empty>
    )
  if (over === 0) return <NobodyYet view={view} />
  const grid = tileGrid(shown.slots)
  const style = {
    '--columns': grid.columns,
    '--lines': grid.lines,
    '--portrait-lines': grid.portraitLines,
  } as CSSProperties
  return (
    <section className="over">
      <div className="over-head">
        <span className="over-next" {...phrase}>
          <NextStep view={view} />
        </span>
      </div>
      <SameSize names={shown.rows.map(({ row }) => row.name)}>
        <ul className="tiles" key={page} style={style} data-size={grid.size} data-count={shown.slots}>
          <Arriving rows={shown.rows} together={grid.columns}>
            {({ id, row, slot }) => <Tile key={id} row={row} slot={slot} unit={view.metric.unit} />}
          </Arriving>
        </ul>
      </SameSize>
    </section>
  )
}

/** Who will be first stands in the largest letters: below it how near they are, or else how many run for it. */
const NobodyYet = ({ view }: { readonly view: OverTheLineView }) => {
  const { format, locale } = useSurroundings()
  const { say } = format
  const { nearest, metric, withGoal } = view
  const asks = view.awaits === null && view.window.begins === undefined
  const people = say(
    {
      id: 'over-the-line.first-advice',
      defaultMessage:
        '{people, plural, =1 {One person has a goal here.} one {# person has a goal here.} other {# people have a goal here.}}',
    },
    { people: withGoal },
  )
  if (!asks) return <Empty headline={whoIsFirst(say)}>{people}</Empty>
  if (nearest === null) return <Empty headline={people}>{null}</Empty>
  return <Empty headline={nextWords(0, stepText(nearest, metric, format, locale), say)}>{people}</Empty>
}

interface TileProps {
  readonly row: OverTheLineRow
  readonly slot: number
  readonly unit: Unit
}

const Tile = memo(({ row, slot, unit }: TileProps) => {
  const { format } = useSurroundings()
  const share = format.attainment(row.attainment)
  return (
    <li
      className="tile"
      ref={useGridPlace(slot)}
      style={{ order: slot, animationDelay: `${Math.min(slot, 11) * 20}ms` }}
      data-hue={row.hue}
    >
      <Confetti seed={slot} />
      <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached />
      <span className="tile-words">
        <PersonName name={row.name} />
        <span className="tile-figures" style={fittingFigure(format.value(row.value, unit), share)}>
          <CountingNumber className="tile-value fitting-figure" amount={row.value} unit={unit} />
          <span className="tile-share">{share}</span>
        </span>
      </span>
    </li>
  )
})
Tile.displayName = 'Tile'
