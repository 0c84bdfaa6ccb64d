// The grid: a line for each person, a column for each period, and below them what it comes to against the team's own goal.
import { memo, useRef } from 'react'
import { FormattedMessage } from 'react-intl'
import { initialsOf } from '../../../../shared/domain/boards/board-names.ts'
import { hueAt } from '../../../../shared/domain/boards/face.ts'
import { Face } from '../../kit/face.tsx'
import { useSay } from '../../words/words.tsx'
import { type CellActs, GoalInput } from './goal-input.tsx'
import {
  cellKey,
  type GoalCell,
  type GoalRow,
  type GoalSheet,
  mayType,
  ownRow,
  type Period,
  type Typed,
} from './goal-sheet.ts'
import type { History } from './use-history.ts'

interface GoalGridProps {
  readonly sheet: GoalSheet
  readonly team: string | null
  readonly teamName: string
  readonly typed: Typed
  readonly faults: Readonly<Record<string, string>>
  readonly history: History
  readonly mayEdit: boolean
  readonly write: (amount: number | null) => string
  /** The same where nobody types: from a thousand on in whole ones. */
  readonly show: (amount: number | null) => string
  /** The same object each time: hundreds of lines are not drawn anew for one that changed. */
  readonly acts: CellActs
}

/** Null where nobody has one. */
export const sumOf = (amounts: readonly (number | null)[]): number | null => {
  const known = amounts.flatMap((amount) => amount ?? [])
  // Cents that are added up as fractions.
  return known.length === 0 ? null : Math.round(known.reduce((sum, each) => sum + each, 0) * 1e6) / 1e6
}

/** What a person is asked in a period: with the ramp, where there is one. */
export const askedIn = ({ goal, ramped, isHere }: GoalCell): number | null =>
  isHere ? (ramped ?? goal) : null

function So({
  value,
  goal,
  better,
  write,
}: {
  readonly value: number | null
  readonly goal: number | null
  readonly better: string
  readonly write: (amount: number | null) => string
}) {
  if (value === null) return null
  const isReached = goal !== null && (better === 'higher' ? value >= goal : value <= goal)
  return (
    <span className="goal-so figures small" data-reached={isReached ? '' : undefined}>
      {isReached && (
        <>
          <span aria-hidden="true">★ </span>
          <span className="unseen">
            <FormattedMessage id="console.goals.reached" defaultMessage="reached:" />
          </span>
        </>
      )}
      {write(value)}
    </span>
  )
}

interface LineProps extends Pick<GoalGridProps, 'history' | 'mayEdit' | 'write' | 'show' | 'acts'> {
  readonly of: GoalRow
  readonly at: number
  readonly periods: readonly Period[]
  readonly better: string
  readonly adds: boolean
  /** First days of the periods that are typed, and what is wrong, as JSON: texts are compared quickly. */
  readonly typed: string
  readonly faults: string
}

const Line = memo(function Line({
  of,
  at,
  periods,
  better,
  adds,
  typed,
  faults: faultsText,
  history,
  mayEdit,
  write,
  show,
  acts,
}: LineProps) {
  const say = useSay()
  const { name, index, photo } = of
  const faults: Readonly<Record<string, string>> = JSON.parse(faultsText)
  return (
    <tr>
      <th scope="row">
        <span className="goal-who">
          <Face of={{ name, short: name, initials: initialsOf(name), hue: hueAt(index), photo }} />
          <bdi>{name}</bdi>
        </span>
      </th>
      {of.cells.map((cell, column) => {
        const period = periods[column]
        if (!period) return null
        const isTyped = typed.includes(period.from)
        const fault = faults[period.from] ?? null
        const look = isTyped ? 'typed' : cell.isOwn ? 'own' : 'carried'
        return (
          <td key={period.from} data-look={look} data-over={period.isOver ? '' : undefined}>
            {mayEdit && mayType(period, cell) ? (
              <GoalInput
                row={at}
                column={column}
                label={say(
                  { id: 'console.goals.cell', defaultMessage: '{name}, {period}' },
                  { name, period: period.label },
                )}
                text={write(cell.goal)}
                isTyped={isTyped}
                fault={fault}
                acts={acts}
              />
            ) : (
              <span className="goal-still figures">{cell.isHere ? write(cell.goal) || '–' : ''}</span>
            )}
            {cell.isHere && cell.ramped !== null && (
              <span className="goal-note small figures">
                <FormattedMessage
                  id="console.goals.ramped"
                  defaultMessage="ramp: {asked}"
                  values={{ asked: show(cell.ramped) }}
                />
              </span>
            )}
            {period.offset <= 0 && cell.isHere && (
              <So
                value={history.of(period.offset, of.id)}
                goal={askedIn(cell)}
                better={better}
                write={show}
              />
            )}
            {fault !== null && <span className="fault small">{fault}</span>}
          </td>
        )
      })}
      {adds && <td className="goal-sum figures strong">{show(sumOf(of.cells.map(askedIn)))}</td>}
    </tr>
  )
})

function Difference({
  people,
  own,
  write,
}: {
  readonly people: number | null
  readonly own: number | null
  readonly write: (amount: number | null) => string
}) {
  if (people === null || own === null) return <>–</>
  const by = Math.round((people - own) * 1e6) / 1e6
  if (by === 0) return <FormattedMessage id="console.goals.even" defaultMessage="even" />
  return by < 0 ? (
    <span className="goal-short">
      <span aria-hidden="true">▼ </span>
      <FormattedMessage id="console.goals.short" defaultMessage="{by} short" values={{ by: write(-by) }} />
    </span>
  ) : (
    <FormattedMessage id="console.goals.over" defaultMessage="{by} over" values={{ by: write(by) }} />
  )
}

function Foot({ props }: { readonly props: GoalGridProps }) {
  const say = useSay()
  const { sheet, team, teamName, typed, faults, mayEdit, write, show, acts } = props
  const people = sheet.periods.map((_, column) =>
    sumOf(sheet.rows.flatMap(({ cells }) => cells[column] ?? []).map(askedIn)),
  )
  const own = sheet.own.map(({ goal }) => goal)
  const cellOf = (period: Period, column: number) => {
    const key = cellKey(ownRow(team), period.from)
    if (!mayEdit || period.isOver)
      return <span className="goal-still figures">{write(own[column] ?? null) || '–'}</span>
    return (
      <GoalInput
        row={sheet.rows.length}
        column={column}
        label={say(
          { id: 'console.goals.cell', defaultMessage: '{name}, {period}' },
          { name: teamName, period: period.label },
        )}
        text={write(own[column] ?? null)}
        isTyped={key in typed}
        fault={faults[key] ?? null}
        acts={acts}
      />
    )
  }
  return (
    <tfoot>
      {sheet.adds && (
        <tr>
          <th scope="row">
            <FormattedMessage id="console.goals.people" defaultMessage="People’s goals" />
          </th>
          {people.map((sum, column) => (
            <td key={sheet.periods[column]?.from} className="figures strong">
              {show(sum) || '–'}
            </td>
          ))}
          <td className="goal-sum figures strong">{show(sumOf(people))}</td>
        </tr>
      )}
      <tr>
        <th scope="row">
          <FormattedMessage
            id="console.goals.own"
            defaultMessage="Own goal of {team}"
            values={{ team: <bdi>{teamName}</bdi> }}
          />
          {sheet.own.some(({ isSum }) => isSum) && (
            <span className="soft small goal-note">
              <FormattedMessage id="console.goals.own.sum" defaultMessage="the sum of its people’s" />
            </span>
          )}
        </th>
        {sheet.periods.map((period, column) => {
          const key = cellKey(ownRow(team), period.from)
          return (
            <td key={period.from} data-look={key in typed ? 'typed' : 'own'}>
              {cellOf(period, column)}
              {faults[key] !== undefined && <span className="fault small">{faults[key]}</span>}
            </td>
          )
        })}
        {sheet.adds && <td className="goal-sum figures strong">{show(sumOf(own))}</td>}
      </tr>
      {sheet.adds && (
        <tr>
          <th scope="row">
            <FormattedMessage id="console.goals.difference" defaultMessage="Difference" />
          </th>
          {people.map((sum, column) => (
            <td key={sheet.periods[column]?.from} className="figures small">
              <Difference people={sum} own={own[column] ?? null} write={show} />
            </td>
          ))}
          <td className="goal-sum figures small">
            <Difference people={sumOf(people)} own={sumOf(own)} write={show} />
          </td>
        </tr>
      )}
    </tfoot>
  )
}

/** What says the same stays the same object. */
const useSteady = <T,>(value: readonly T[], keyOf: (entry: T) => string): readonly T[] => {
  const known = useRef(new Map<string, { readonly text: string; readonly entry: T }>())
  return value.map((entry) => {
    const text = JSON.stringify(entry)
    const before = known.current.get(keyOf(entry))
    if (before?.text === text) return before.entry
    known.current.set(keyOf(entry), { text, entry })
    return entry
  })
}

/** By subject: what of `cells` is theirs, by the first day of its period. */
const bySubject = <T,>(
  cells: Readonly<Record<string, T>>,
): ReadonlyMap<string, Readonly<Record<string, T>>> => {
  const found = new Map<string, Record<string, T>>()
  for (const [key, value] of Object.entries(cells)) {
    const [subject = '', from = ''] = key.split(' ')
    const own = found.get(subject) ?? {}
    own[from] = value
    found.set(subject, own)
  }
  return found
}

export function GoalGrid(props: GoalGridProps) {
  const say = useSay()
  const { sheet } = props
  const rows = useSteady(sheet.rows, ({ id }) => id)
  const [{ periods }] = useSteady([{ periods: sheet.periods }], () => '') as readonly [
    { readonly periods: readonly Period[] },
  ]
  const typedOf = new Map(
    [...bySubject(props.typed)].map(([subject, own]) => [subject, Object.keys(own).join(' ')]),
  )
  const faultsOf = bySubject(props.faults)
  return (
    <section
      className="goal-scroll"
      aria-label={say({ id: 'console.goals.grid', defaultMessage: 'Goals by person and period' })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
    >
      <table className="goal-grid">
        <thead>
          <tr>
            <th scope="col" className="soft">
              <FormattedMessage
                id="console.goals.count"
                defaultMessage="{count, plural, =0 {Nobody} one {# person} other {# people}}"
                values={{ count: sheet.rows.length }}
              />
            </th>
            {sheet.periods.map(({ from, label, offset, workingDays }) => (
              <th key={from} scope="col">
                {label}
                <span className="soft small goal-note">
                  {offset < 0 ? (
                    <FormattedMessage id="console.goals.over.period" defaultMessage="goal, reached" />
                  ) : offset === 0 ? (
                    <FormattedMessage id="console.goals.so-far" defaultMessage="goal, so far" />
                  ) : (
                    <FormattedMessage
                      id="console.goals.days"
                      defaultMessage="{days, plural, one {# working day} other {# working days}}"
                      values={{ days: workingDays }}
                    />
                  )}
                </span>
              </th>
            ))}
            {sheet.adds && (
              <th scope="col" className="goal-sum">
                <FormattedMessage id="console.goals.together" defaultMessage="Together" />
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Line
              key={row.id}
              of={row}
              at={at}
              periods={periods}
              better={sheet.metric.better}
              adds={sheet.adds}
              typed={typedOf.get(row.id) ?? ''}
              faults={JSON.stringify(faultsOf.get(row.id) ?? {})}
              history={props.history}
              mayEdit={props.mayEdit}
              write={props.write}
              show={props.show}
              acts={props.acts}
            />
          ))}
        </tbody>
        <Foot props={props} />
      </table>
    </section>
  )
}
