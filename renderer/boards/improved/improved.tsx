// Two halves, as proud as the sales board: who beats their own past, and who reaches their goal day after day.

import { useMemo } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { ImprovedView } from '../../../shared/wire/boards/improved-board.ts'
import { SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Tick } from '../parts/streak/streak-marks.tsx'
import { windowLabel } from '../parts/window-label.ts'
import { openPlace } from './answer.ts'
import { FreePlace, Half } from './half.tsx'
import { halfPage } from './half-page.ts'
import { ImprovedLine } from './improved-line.tsx'
import { Newcomers } from './newcomers.tsx'
import { StreakLine } from './streak-line.tsx'
import './improved.css'

interface ImprovedProps {
  readonly view: ImprovedView
  readonly page: number
}

export const Improved = ({ view, page }: ImprovedProps) => (
  <div className="improved">
    <Gains view={view} page={page} />
    <Streaks view={view} page={page} />
  </div>
)

const deedOf = (people: number, say: Say): string =>
  say(
    {
      id: 'improved.deed',
      defaultMessage:
        '{people, plural, =0 {Beat your own past} one {beats their own past} other {beat their own past}}',
    },
    { people },
  )

const Gains = ({ view, page }: ImprovedProps) => {
  const { rows, improved: metric, relative, early, newcomers, streaks, awaits } = view
  const { say } = useSurroundings().format
  const shown = useMemo(() => halfPage(rows, page), [rows, page])
  const people = Object.keys(rows).length
  // In the largest letters, where nobody has a streak either.
  const isSaid = awaits === null && Object.keys(streaks.rows).length === 0
  return (
    <Half
      side="improved"
      metric={metric}
      sign="▲"
      people={people}
      deed={deedOf(people, say)}
      slots={shown.slots}
      page={shown.page}
      note={newcomers.length > 0 && <Newcomers names={newcomers} page={page} />}
    >
      {people > 0 ? (
        <SameSize names={shown.rows.map(({ row }) => row.name)}>
          {shown.rows.map(({ id, row, slot }) => (
            <ImprovedLine key={id} row={row} slot={slot} metric={metric} relative={relative} />
          ))}
        </SameSize>
      ) : (
        <FreePlace sign="▲" headline={isSaid ? null : openPlace(view, say)}>
          {early
            ? say(
                {
                  id: 'improved.early-advice',
                  defaultMessage: '{window} has only just begun. Its first gains go up here.',
                },
                { window: windowLabel(view.window, say) },
              )
            : say({
                id: 'improved.free-advice',
                defaultMessage: 'Whoever does better than in their own last four weeks goes up here.',
              })}
        </FreePlace>
      )}
    </Half>
  )
}

const Streaks = ({ view: { streaks }, page }: ImprovedProps) => {
  const { metric, rows, withGoal } = streaks
  const { say } = useSurroundings().format
  const shown = useMemo(() => halfPage(rows, page), [rows, page])
  const people = Object.keys(rows).length
  return (
    <Half
      side="streaks"
      metric={metric}
      sign={<Tick />}
      people={people}
      deed={
        people === 0
          ? say({ id: 'improved.streaks-free', defaultMessage: 'On goal day after day' })
          : say({ id: 'improved.streaks', defaultMessage: 'on goal day after day' })
      }
      slots={shown.slots}
      page={shown.page}
    >
      {people > 0 ? (
        <SameSize names={shown.rows.map(({ row }) => row.name)}>
          {shown.rows.map(({ id, row, slot }) => (
            <StreakLine key={id} row={row} slot={slot} />
          ))}
        </SameSize>
      ) : withGoal === 0 ? (
        <FreePlace
          sign={<Tick />}
          headline={say({ id: 'board.no-goal-yet', defaultMessage: 'No goal set yet' })}
        >
          {say({
            id: 'improved.no-goal-advice',
            defaultMessage:
              'Once people have a goal for a day or a week, their days in a row are counted here.',
          })}
        </FreePlace>
      ) : (
        <FreePlace
          sign={<Tick />}
          headline={say({ id: 'improved.next-streak', defaultMessage: 'The next streak starts today' })}
        >
          {say({
            id: 'improved.next-streak-advice',
            defaultMessage: 'Two working days in a row on goal go up here.',
          })}
        </FreePlace>
      )}
    </Half>
  )
}
