// The week as a calendar draws it. Drag over a day's hours to add a rule there; a block opens its rule. On a phone the days
// stand beneath one another, as lists.
import { type CSSProperties, type PointerEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { ScheduleRule } from '../../../../shared/domain/screens/schedule-rules.ts'
import type { WeekBlock, WeekDay } from '../../../../shared/domain/screens/schedule-week.ts'
import { type Day, formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useSay } from '../../words/words.tsx'
import { useDayWords } from './day-words.ts'
import { type EdgeHours, edgesOf, step } from './edge-hours.ts'
import { RuleEdge } from './rule-edge.tsx'
import type { ScheduleWeek } from './use-schedule.ts'

interface WeekGridProps {
  readonly file: FloorFile
  readonly week: ScheduleWeek
  /** Epoch ms. */
  readonly now: number
  readonly mayEdit: boolean
  readonly onAdd: (day: Day, from: number, to: number) => void
  readonly onOpen: (rule: ScheduleRule) => void
  readonly onMove: (rule: ScheduleRule, hours: EdgeHours) => void
}

const dayMinutes = 24 * 60

/** The hours that are drawn: those of rules and of work, with one around them. */
const drawnHours = (
  days: readonly WeekDay[],
  file: FloorFile,
): { readonly from: number; readonly to: number } => {
  const edges = days.flatMap(({ blocks, lost }) =>
    [...blocks, ...lost].flatMap((block) =>
      block.rule === null || block.rule.strength === 'always' || (block.from === 0 && block.to === dayMinutes)
        ? []
        : [block.from, block.to],
    ),
  )
  const [open, close] = [file.floor.businessHours.from, file.floor.businessHours.to].map(
    (text) => Number(text.slice(0, 2)) * 60,
  )
  const least = Math.min(open ?? 540, ...edges)
  const most = Math.max(close ?? 1020, ...edges)
  return {
    from: Math.max(0, Math.floor(least / 60) * 60 - 60),
    to: Math.min(dayMinutes, Math.ceil(most / 60) * 60 + 60),
  }
}

export function WeekGrid({ file, week, now, mayEdit, onAdd, onOpen, onMove }: WeekGridProps) {
  const say = useSay()
  const words = useDayWords()
  const { from, to } = drawnHours(week.days, file)
  const hours = Array.from({ length: (to - from) / 60 - 1 }, (_, index) => from + (index + 1) * 60)
  const style = { '--hours': (to - from) / 60 } as CSSProperties
  return (
    <section className="week" aria-label={say({ id: 'console.schedule.week', defaultMessage: 'The week' })}>
      <div className="week-grid" style={style}>
        <div className="week-corner" />
        {week.days.map(({ day }) => (
          <DayHead key={day} day={day} isToday={day === week.today} file={file} />
        ))}
        <div className="week-hours" aria-hidden="true">
          {hours.map((minutes) => (
            <span key={minutes} style={{ top: `${((minutes - from) / (to - from)) * 100}%` }}>
              {words.hour(minutes)}
            </span>
          ))}
        </div>
        {week.days.map((day) => (
          <DayColumn
            key={day.day}
            day={day}
            file={file}
            from={from}
            to={to}
            nowAt={day.day === week.today ? minutesInto(week, now) : null}
            mayEdit={mayEdit}
            onAdd={onAdd}
            onOpen={onOpen}
            onMove={onMove}
          />
        ))}
      </div>
      <p className="week-foot soft small">
        {mayEdit ? (
          <FormattedMessage
            id="console.schedule.foot"
            defaultMessage="Drag over empty hours to add a rule. A block opens its rule; its edges are dragged, or moved by arrow keys and set by Enter."
          />
        ) : (
          <FormattedMessage id="console.schedule.foot.read" defaultMessage="A block opens its rule." />
        )}
      </p>
    </section>
  )
}

const minutesInto = ({ schedule, today }: ScheduleWeek, now: number): number =>
  (now - schedule.zone.reachesAt(today, 0)) / 60_000

function DayHead({
  day,
  isToday,
  file,
}: {
  readonly day: Day
  readonly isToday: boolean
  readonly file: FloorFile
}) {
  const words = useDayWords()
  const date = formatDay(day)
  const holiday = file.floor.holidays.find((each) => (typeof each === 'string' ? each : each.on) === date)
  return (
    <div className="week-day-head" data-today={isToday ? '' : undefined}>
      <span className="soft">
        {words.weekday(day)}
        {typeof holiday === 'object' && (
          <>
            {' · '}
            <strong dir="auto">{holiday.name}</strong>
          </>
        )}
      </span>
      <strong>{words.number(day)}</strong>
    </div>
  )
}

interface DayColumnProps extends Pick<WeekGridProps, 'file' | 'mayEdit' | 'onAdd' | 'onOpen' | 'onMove'> {
  readonly day: WeekDay
  readonly from: number
  readonly to: number
  /** Minutes since midnight; null on other days. */
  readonly nowAt: number | null
}

interface Drag {
  readonly anchor: number
  readonly at: number
}

function DayColumn({ day, file, from, to, nowAt, mayEdit, onAdd, onOpen, onMove }: DayColumnProps) {
  const words = useDayWords()
  const [drag, setDrag] = useState<Drag | null>(null)
  const placed = (block: { readonly from: number; readonly to: number }): CSSProperties => {
    const [top, end] = [Math.max(block.from, from), Math.min(block.to, to)]
    return {
      '--top': `${((top - from) / (to - from)) * 100}%`,
      '--height': `${((end - top) / (to - from)) * 100}%`,
    } as CSSProperties
  }
  const minutesAt = (event: PointerEvent<HTMLDivElement>): number => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const minutes = from + ((event.clientY - top) / height) * (to - from)
    return Math.min(to, Math.max(from, Math.round(minutes / step) * step))
  }
  const seen = (block: { readonly from: number; readonly to: number }): boolean =>
    block.to > from && block.from < to
  const nameOf = (id: string) => file.playlists.find((playlist) => playlist.id === id)?.name ?? id
  const chosen = drag && { from: Math.min(drag.anchor, drag.at), to: Math.max(drag.anchor, drag.at) }
  return (
    <div
      className="week-day"
      onPointerDown={(event) => {
        // A finger scrolls; rules are added by it in the dialog.
        if (!mayEdit || event.pointerType === 'touch' || event.button !== 0) return
        if (event.target instanceof Element && event.target.closest('.block')) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const at = minutesAt(event)
        setDrag({ anchor: at, at })
      }}
      onPointerMove={(event) => {
        if (drag) setDrag({ ...drag, at: minutesAt(event) })
      }}
      onPointerUp={() => {
        if (chosen && chosen.to - chosen.from >= step) onAdd(day.day, chosen.from, chosen.to)
        else if (chosen) {
          // No drag after all: the click would have gone to what lies there.
          const under = day.blocks.find((block) => block.from <= chosen.from && chosen.from < block.to)
          if (under?.rule) onOpen(under.rule)
        }
        setDrag(null)
      }}
      onPointerCancel={() => setDrag(null)}
    >
      <h3 className="unseen">{words.whole(day.day)}</h3>
      {day.blocks.filter(seen).map((block) => (
        <Block key={block.startsAt} block={block} name={nameOf} style={placed(block)} onOpen={onOpen} />
      ))}
      {mayEdit &&
        day.blocks.filter(seen).flatMap((block) =>
          edgesOf(block).map((edge) => {
            const { rule } = block
            if (rule === null) return null
            return (
              <RuleEdge
                key={JSON.stringify([rule.ref, edge])}
                rule={rule}
                edge={edge}
                name={nameOf(rule.playlist)}
                drawn={{ from, to }}
                onMove={(hours) => onMove(rule, hours)}
              />
            )
          }),
        )}
      {day.lost.filter(seen).map((lost) => (
        <button
          key={`${lost.startsAt} ${lost.rule.ref.list} ${lost.rule.ref.index}`}
          type="button"
          className="block lost"
          style={placed(lost)}
          onClick={() => onOpen(lost.rule)}
        >
          <span className="block-name" dir="auto">
            {nameOf(lost.rule.playlist)}
          </span>
          <span className="unseen">
            <FormattedMessage id="console.schedule.lost" defaultMessage="is not shown, another rule wins" />
          </span>
        </button>
      ))}
      {chosen && <div className="week-drag" style={placed(chosen)} />}
      {nowAt !== null && nowAt >= from && nowAt <= to && (
        <div className="week-now" style={{ top: `${((nowAt - from) / (to - from)) * 100}%` }} />
      )}
    </div>
  )
}

interface BlockProps {
  readonly block: WeekBlock
  readonly name: (playlist: string) => string
  readonly style: CSSProperties
  readonly onOpen: (rule: ScheduleRule) => void
}

function Block({ block: { rule, from, to }, name, style, onOpen }: BlockProps) {
  const words = useDayWords()
  if (rule === null) return null
  const hours =
    to - from === dayMinutes ? (
      <FormattedMessage id="console.rule.all-day" defaultMessage="All day" />
    ) : (
      words.hours(from, to)
    )
  return (
    <button
      type="button"
      className={rule.strength === 'always' ? 'always' : 'block'}
      data-strength={rule.strength}
      data-short={to - from < 60 ? '' : undefined}
      style={style}
      onClick={() => onOpen(rule)}
    >
      <span className="block-name" dir="auto">
        {name(rule.playlist)}
      </span>
      {rule.strength !== 'always' && <span className="block-hours">{hours}</span>}
    </button>
  )
}
