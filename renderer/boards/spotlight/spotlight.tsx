// One person has the wall: their face, the number that speaks best for them, their goals, and what else there is to tell.

import { useMemo } from 'react'
import type { SpotlightRow, SpotlightView } from '../../../shared/wire/boards/spotlight-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Empty } from '../parts/empty.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import { withoutRepeats } from '../parts/without-repeats.ts'
import { bestNumber } from './best-number.ts'
import { DayPlan } from './day-plan.tsx'
import { Best, Praise } from './praise.tsx'
import { SpotGoal } from './spot-goal.tsx'
import './spotlight.css'

interface SpotlightProps {
  readonly view: SpotlightView
  readonly page: number
  readonly pages: number
  /** Feed clock, epoch ms. */
  readonly now: number
}

/** Every goal of theirs, and they have one. */
const isThere = ({ goals }: SpotlightRow): boolean => {
  const set = goals.filter(({ goal }) => goal !== null)
  return set.length > 0 && set.every(({ state }) => state === 'reached')
}

export const Spotlight = ({ view, page, pages, now }: SpotlightProps) => {
  const { say } = useSurroundings().format
  const [turn] = useMemo(() => rowsOnPage(view.rows, page, pages), [view.rows, page, pages]).rows
  if (!turn)
    return (
      <Empty headline={say({ id: 'spotlight.empty', defaultMessage: 'Everybody gets their turn' })}>
        {say({
          id: 'spotlight.empty-advice',
          defaultMessage: 'Once people are on this floor, each of them is shown here in turn.',
        })}
      </Empty>
    )
  const { id, row } = turn
  const best = bestNumber(row, view.metrics)
  const goals = view.metrics.flatMap((each, index) => {
    const isBest = best.of === 'goal' && best.goal === index
    const goal = (
      <SpotGoal
        key={`${each.metric.id} ${each.window.label}`}
        id={`${id} ${each.metric.id} ${each.window.label}`}
        isQuiet={row.quiet}
        metric={each.metric}
        window={each.window}
        standing={row.goals[index]}
      />
    )
    return [{ isBest, goal }]
  })
  const others = goals.filter(({ isBest }) => !isBest)
  return (
    <article className="spotlight" key={id}>
      <Person row={row} scope={view.scope} />
      <div
        className="spotlight-story"
        data-goals={others.length}
        data-plan={row.plan !== undefined || undefined}
      >
        {best.of !== 'nothing' && (
          <div className="spot-best" data-of={best.of}>
            {goals.find(({ isBest }) => isBest)?.goal}
            {best.of !== 'goal' && <Best of={best.of} row={row} metrics={view.metrics} now={now} />}
          </div>
        )}
        {others.length > 0 && (
          <div className="spot-goals" data-count={others.length}>
            {others.map(({ goal }) => goal)}
          </div>
        )}
        {row.plan && <DayPlan plan={row.plan} />}
        <Praise row={row} metrics={view.metrics} now={now} without={best.of} />
      </div>
    </article>
  )
}

const Person = ({ row, scope }: { readonly row: SpotlightRow; readonly scope: string }) => {
  const what = withoutRepeats([row.team ?? '', row.role ?? ''], scope)
  return (
    <section className="spotlight-person" data-hue={row.hue} data-there={isThere(row) || undefined}>
      <span className="spotlight-face">
        <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={isThere(row)} isLarge />
      </span>
      {what !== '' && (
        <span className="spotlight-role line" dir="auto">
          {what}
        </span>
      )}
    </section>
  )
}
