// Team goals side by side, each against its own pace (picture 4).

import { memo, useMemo } from 'react'
import type { TeamProgressRow, TeamProgressView } from '../../../shared/wire/boards/team-progress-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Arriving } from '../parts/arriving.tsx'
import { cardGrid, hasRoomForInputs } from '../parts/cards/card-grid.ts'
import { Cards } from '../parts/cards/cards.tsx'
import { GoalCard } from '../parts/cards/goal-card.tsx'
import { TrendLine } from '../parts/cards/trend-line.tsx'
import { Empty } from '../parts/empty.tsx'
import { midSentence } from '../parts/mid-sentence.ts'
import { rowsOnPage } from '../parts/paging.ts'

interface TeamProgressProps {
  readonly view: TeamProgressView
  readonly page: number
  readonly pages: number
}

export const TeamProgress = ({ view, page, pages }: TeamProgressProps) => {
  const { format, locale } = useSurroundings()
  const { say } = format
  const shown = useMemo(() => rowsOnPage(view.rows, page, pages), [view.rows, page, pages])
  if (shown.slots === 0)
    return (
      <Empty headline={say({ id: 'board.no-teams', defaultMessage: 'No teams here yet' })}>
        {say(
          {
            id: 'team-progress.empty-advice',
            defaultMessage: 'Each team gets a card here with its {metric}, its goal and its pace.',
          },
          { metric: midSentence(view.metric.name, locale) },
        )}
      </Empty>
    )
  const grid = cardGrid(shown.slots)
  return (
    <Cards key={page} grid={grid} names={shown.rows.map(({ row }) => row.name)}>
      <Arriving rows={shown.rows}>
        {({ id, row, slot }) => (
          <TeamCard
            key={id}
            id={id}
            row={row}
            slot={slot}
            metric={view.metric}
            inputs={hasRoomForInputs(grid) ? view.inputs : noInputs}
          />
        )}
      </Arriving>
    </Cards>
  )
}

const noInputs: readonly ViewMetric[] = []

interface TeamCardProps {
  readonly id: string
  readonly row: TeamProgressRow
  readonly slot: number
  readonly metric: ViewMetric
  readonly inputs: readonly ViewMetric[]
}

const TeamCard = memo(({ id, row, slot, metric, inputs }: TeamCardProps) => (
  <GoalCard
    id={id}
    row={row}
    slot={slot}
    metric={metric}
    trend={<TrendLine points={row.trend} />}
    inputs={inputs.map((input, index) => ({
      metric: input,
      value: row.inputs[index]?.value ?? null,
      state: null,
    }))}
  />
))
TeamCard.displayName = 'TeamCard'
