// One person, or one value of a field, on the board. The row is placed by transform alone; its element never moves in the document.
import { memo, type RefObject, useLayoutEffect, useRef } from 'react'
import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'
import type { Unit } from '../../../shared/wire/view-parts.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { startTravel, type Travel, type Way } from '../../ui/motion/travel.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Along } from '../../wall/along.tsx'
import { Bar, type BarProps, type BarTone, useCrossing } from '../../wall/bar.tsx'
import { useCrossed } from '../../wall/use-crossed.ts'
import { useLastSaid, useSaid } from '../../wall/use-said.ts'
import { useSlot } from '../../wall/use-travel.ts'
import { changeText } from './change-text.ts'
import './crossed.css'

export interface LeaderRowProps {
  readonly id: string
  readonly row: LeaderboardRow
  readonly slot: number
  /** Slots by which it makes room for whoever passes the goal beside it; above 0 downwards. */
  readonly aside: number
  /** Called when it passes its goal, with the ms until that is seen. */
  readonly onCrossed: (id: string, afterMs: number) => void
  readonly unit: Unit
  readonly tone: BarTone
  readonly fraction: number
  readonly goalAt: number | null
  readonly mark: number | null
  readonly rankBy: LeaderboardView['rankBy']
  /** What stands in the last column. */
  readonly beside: 'attainment' | 'change' | 'nothing'
  /** The period has just begun: whoever has nothing yet stands with what lies ahead, without a rank. */
  readonly begins: boolean
  /** Before the name: a person's face, or the colour that a value has in the bar at the foot. */
  readonly sign: 'face' | 'swatch' | 'none'
}

/** In parts that know only what they draw: a row that is overtaken draws its rank anew and nothing else. */
export const LeaderRow = memo((props: LeaderRowProps) => {
  const { id, row, slot, aside, fraction, goalAt, mark, sign } = props
  const isAhead = props.begins && row.value === 0 && row.goal !== null
  const reached = row.state === 'reached'
  const crossedAfterMs = useCrossing(fraction, goalAt ?? mark)
  const said = useSaid(reached, crossedAfterMs)
  const attainment = useLastSaid(row.attainment, reached && !said)
  const placed = useSlot(slot + aside, isPassed)
  const plate = useLift(placed.ref, slot, row.value)
  useCrossed(placed.ref, {
    id,
    standing: row,
    afterMs: crossedAfterMs,
    isQuiet: row.quiet,
    onCrossed: props.onCrossed,
  })
  return (
    <li
      className="leader"
      data-reached={said || undefined}
      data-gathered={sign === 'none' || undefined}
      {...placed}
    >
      <span className="leader-plate" ref={plate} />
      <span className="leader-light" />
      <span className="leader-rank">{isAhead ? '' : (row.rank ?? '–')}</span>
      {sign === 'face' ? (
        <Avatar
          initials={row.initials}
          hue={row.hue}
          photo={row.photo}
          reached={reached}
          crossedAfterMs={crossedAfterMs}
        />
      ) : (
        <span className="leader-swatch" data-hue={sign === 'swatch' ? row.hue : undefined} />
      )}
      <span className="leader-body">
        <span className="leader-name">
          <PersonName name={row.name} />
          <Climb places={row.climbed} />
        </span>
        <Track
          fraction={fraction}
          reached={reached}
          crossedAfterMs={crossedAfterMs}
          tone={props.tone}
          hollow={goalAt !== null && row.goal === null}
          goalAt={goalAt}
          mark={mark}
        />
      </span>
      {isAhead && row.goal !== null ? (
        <Ahead goal={row.goal} unit={props.unit} />
      ) : (
        <Numbers
          value={row.value}
          goal={row.goal}
          attainment={attainment}
          improvement={row.improvement}
          unit={props.unit}
          rankBy={props.rankBy}
          beside={props.beside}
        />
      )}
    </li>
  )
})
LeaderRow.displayName = 'LeaderRow'

/** One place down: somebody went by. Who makes room for less, or falls further, does not step back for it. */
const isPassed = (from: number, to: number): boolean => to - from === 1

interface TrackProps extends BarProps {
  readonly goalAt: number | null
  readonly mark: number | null
}

const Track = memo(({ goalAt, mark, ...bar }: TrackProps) => {
  const line = goalAt ?? mark
  return (
    <Bar {...bar} burstAt={line}>
      {line !== null && (
        <Along at={line}>
          <span className={goalAt === null ? 'leader-mark' : 'leader-goal'} />
        </Along>
      )}
    </Bar>
  )
})
Track.displayName = 'Track'

const lift: Way = { opacity: [0, 1, 1, 0], at: [0, 0.12, 0.7, 1] }

/**
 * Lifts whoever overtakes off those they pass: who climbs by a number of their own, not who climbs because another fell.
 * The plate is always there, out of sight at other times: on a slow TV each new element costs time.
 */
const useLift = (row: RefObject<HTMLElement | null>, slot: number, value: number | null) => {
  const { calm } = useSurroundings()
  const plate = useRef<HTMLSpanElement>(null)
  const last = useRef<{ slot: number; value: number | null; travel: Travel | null }>({
    slot,
    value,
    travel: null,
  })
  useLayoutEffect(() => {
    const before = last.current
    last.current = { ...before, slot, value }
    if (before.slot === slot) return
    // Who is overtaken in turn loses its plate.
    before.travel?.end()
    last.current.travel = null
    const element = row.current
    const overtakes = slot < before.slot && value !== before.value
    if (calm || !overtakes || element === null || plate.current === null) return
    element.dataset['overtakes'] = ''
    last.current.travel = startTravel(plate.current, lift, () => delete element.dataset['overtakes'])
  })
  return plate
}

const Climb = ({ places }: { readonly places: number }) =>
  places === 0 ? null : (
    <span className="leader-climb" data-way={places > 0 ? 'up' : 'down'}>
      {`${places > 0 ? '▲' : '▼'} ${Math.abs(places)}`}
    </span>
  )

type NumbersProps = Pick<LeaderboardRow, 'value' | 'goal' | 'attainment' | 'improvement'> &
  Pick<LeaderRowProps, 'unit' | 'rankBy' | 'beside'>

const Numbers = memo((props: NumbersProps) => (
  <span className="leader-numbers" data-by={props.rankBy}>
    <CountingNumber className="leader-value" amount={props.value} unit={props.unit} />
    {props.beside === 'change' && <Change improvement={props.improvement} unit={props.unit} />}
    {props.beside === 'attainment' && <Attainment goal={props.goal} attainment={props.attainment} />}
  </span>
))
Numbers.displayName = 'Numbers'

/** What lies ahead of somebody, in the place of nothing done. */
const Ahead = ({ goal, unit }: { readonly goal: number; readonly unit: Unit }) => {
  const { format } = useSurroundings()
  return (
    <span className="leader-numbers leader-ahead">
      <span className="leader-value">{format.value(goal, unit)}</span>
      <span className="leader-beside leader-goalless">
        {format.say({ id: 'leaderboard.ahead', defaultMessage: 'goal' })}
      </span>
    </span>
  )
}

const Change = ({ improvement, unit }: Pick<NumbersProps, 'improvement' | 'unit'>) => {
  const { format } = useSurroundings()
  const text = changeText(improvement, unit, format)
  const way = improvement === null || improvement === 0 ? undefined : improvement > 0 ? 'up' : 'down'
  return (
    <span className="leader-beside" data-way={way}>
      {text}
    </span>
  )
}

const Attainment = ({ goal, attainment }: Pick<NumbersProps, 'goal' | 'attainment'>) => {
  const { format } = useSurroundings()
  if (goal === null)
    return (
      <span className="leader-beside leader-goalless">
        {format.say({ id: 'board.no-goal', defaultMessage: 'no goal' })}
      </span>
    )
  return <span className="leader-beside">{format.attainment(attainment)}</span>
}
