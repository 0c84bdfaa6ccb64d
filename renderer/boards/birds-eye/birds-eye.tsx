// The whole org on one screen (picture 4): its own goal above, and beneath it who brings it, side by side.
import { memo, useMemo } from 'react'
import type { BirdsEyeRow, BirdsEyeView } from '../../../shared/wire/boards/birds-eye-board.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Arriving } from '../parts/arriving.tsx'
import { cardGrid } from '../parts/cards/card-grid.ts'
import { Cards } from '../parts/cards/cards.tsx'
import { GoalCard } from '../parts/cards/goal-card.tsx'
import { TrendLine } from '../parts/cards/trend-line.tsx'
import { Empty } from '../parts/empty.tsx'
import { midSentence } from '../parts/mid-sentence.ts'
import { rowsOnPage } from '../parts/paging.ts'
import { Headline } from './headline.tsx'
import './birds-eye.css'

interface BirdsEyeProps {
  readonly view: BirdsEyeView
  readonly page: number
  readonly pages: number
}

export const BirdsEye = ({ view, page, pages }: BirdsEyeProps) => {
  const { rows, metric, headline } = view
  const { format, locale } = useSurroundings()
  const { say } = format
  const shown = useMemo(() => rowsOnPage(rows, page, pages), [rows, page, pages])
  return (
    <section className="birds-eye">
      <Headline headline={headline} metric={metric} />
      {shown.slots === 0 ? (
        <Empty headline={say({ id: 'board.no-teams', defaultMessage: 'No teams here yet' })}>
          {say(
            {
              id: 'birds-eye.empty-advice',
              defaultMessage: 'Each gets a card here with its {metric}, its goal and where it is heading.',
            },
            { metric: midSentence(metric.name, locale) },
          )}
        </Empty>
      ) : (
        <Cards key={page} grid={cardGrid(shown.slots)} names={shown.rows.map(({ row }) => row.name)}>
          <Arriving rows={shown.rows}>
            {({ id, row, slot }) => <BirdsEyeCard key={id} id={id} row={row} slot={slot} board={metric.id} />}
          </Arriving>
        </Cards>
      )}
    </section>
  )
}

interface BirdsEyeCardProps {
  readonly id: string
  readonly row: BirdsEyeRow
  readonly slot: number
  /** The board's metric: a card of another one names it. */
  readonly board: string
}

const BirdsEyeCard = memo(({ id, row, slot, board }: BirdsEyeCardProps) => {
  const { metric, window } = row
  const own = [metric.id === board ? null : metric.name, window].filter(
    (term) => term !== null && term !== '',
  )
  return (
    <GoalCard
      id={id}
      row={row}
      slot={slot}
      metric={metric}
      trend={<TrendLine points={row.trend} before={row.before} reach={row.reach} />}
      note={<CardNote terms={own.join(' · ')} projected={row.projected} unit={metric.unit} />}
      inputs={row.inputs}
    />
  )
})
BirdsEyeCard.displayName = 'BirdsEyeCard'

interface CardNoteProps extends Pick<BirdsEyeRow, 'projected'>, Pick<BirdsEyeRow['metric'], 'unit'> {
  /** What the number is, where it is not the board's. */
  readonly terms: string
}

const CardNote = ({ terms, projected, unit }: CardNoteProps) => {
  const { format } = useSurroundings()
  return (
    <span className="card-note line" {...phrase}>
      {projected !== null && (
        <>
          {format.say({ id: 'board.heading-for', defaultMessage: 'heading for' })}{' '}
          <strong>{format.value(projected, unit)}</strong>
        </>
      )}
      {terms !== '' && projected !== null && ' · '}
      <bdi>{terms}</bdi>
    </span>
  )
}
