// What can happen to a board, as the view before it and the view after it.
import { BoardView } from '../../shared/wire/view.ts'
import { earlier } from './earlier.ts'

/**
 * `everything`: all numbers and places at once. `overtake`: one passes the next. `crossing`: one passes their goal.
 * `team goal`: the whole passes its goal. `everybody`: the last one passes theirs. `first deal`: from nothing. `quarter`:
 * to the first day of the next.
 */
export const changes = [
  'everything',
  'overtake',
  'crossing',
  'team goal',
  'everybody',
  'first deal',
  'quarter',
] as const
export type Change = (typeof changes)[number]

export interface Changed {
  readonly before: BoardView
  readonly after: BoardView
}

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isStanding = (part: unknown): part is JsonObject & { readonly goal: number; readonly value: number } =>
  isObject(part) && typeof part['goal'] === 'number' && typeof part['value'] === 'number' && 'state' in part

/** At so much of its goal. */
const standingAt = (part: JsonObject & { readonly goal: number }, attainment: number): JsonObject => {
  const value = Math.round(part.goal * attainment)
  const pace = typeof part['pace'] === 'number' ? part['pace'] : null
  const ahead = 'ahead' in part && pace !== null ? { ahead: value - pace } : {}
  return {
    ...part,
    value,
    attainment: value / part.goal,
    state: attainment >= 1 ? 'reached' : 'on pace',
    ...ahead,
  }
}

const rowsIn = (view: JsonObject): readonly (readonly [string, JsonObject])[] =>
  Object.entries(isObject(view['rows']) ? view['rows'] : {})
    .filter((row): row is [string, JsonObject] => isObject(row[1]))
    .sort(([, a], [, b]) => Number(a['place'] ?? 0) - Number(b['place'] ?? 0))

const withRow = (view: JsonObject, id: string, row: JsonObject): JsonObject => ({
  ...view,
  rows: { ...(view['rows'] as JsonObject), [id]: row },
})

const [short, over, wellOver] = [0.94, 1.02, 1.12]

/** The one who is nearest to their goal, among those who are short of it. */
const nearestIn = (
  view: JsonObject,
): readonly [string, JsonObject & { readonly goal: number }] | undefined => {
  const judged = rowsIn(view).filter((row): row is [string, JsonObject & { goal: number; value: number }] =>
    isStanding(row[1]),
  )
  return judged
    .filter(([, { value, goal }]) => value < goal)
    .sort(([, a], [, b]) => b.value / b.goal - a.value / a.goal)[0]
}

const crossing = (view: JsonObject): readonly [JsonObject, JsonObject] | null => {
  const [id, row] = nearestIn(view) ?? []
  if (id !== undefined && row !== undefined)
    return [withRow(view, id, standingAt(row, short)), withRow(view, id, standingAt(row, over))]
  const part = ['headline', 'standing'].find((name) => isStanding(view[name]))
  return part === undefined ? teamGoal(view) : partOf(view, part)
}

const partOf = (view: JsonObject, name: string): readonly [JsonObject, JsonObject] | null => {
  const part = view[name]
  return isStanding(part)
    ? [
        { ...view, [name]: standingAt(part, short) },
        { ...view, [name]: standingAt(part, over) },
      ]
    : null
}

const wholeAt = (view: JsonObject & { readonly goal: number }, attainment: number): JsonObject => {
  const at = standingAt(view, attainment)
  const { thresholds } = view
  return Array.isArray(thresholds)
    ? { ...at, thresholds: thresholds.map((each) => ({ ...each, reached: each.at <= Number(at['value']) })) }
    : at
}

const teamGoal = (view: JsonObject): readonly [JsonObject, JsonObject] | null => {
  if (isStanding(view)) return [wholeAt(view, short), wholeAt(view, over)]
  const total = view['total']
  if (isObject(total) && isStanding(total['current']))
    return [
      { ...view, total: { ...total, current: standingAt(total['current'], short) } },
      { ...view, total: { ...total, current: standingAt(total['current'], over) } },
    ]
  return partOf(view, 'team') ?? partOf(view, 'headline')
}

const everybody = (view: JsonObject): readonly [JsonObject, JsonObject] | null => {
  const judged = rowsIn(view).filter(([, row]) => isStanding(row))
  if (judged.length === 0) return null
  const all = judged.reduce(
    (whole, [id, row]) =>
      isStanding(row) ? withRow(whole, id, row.value >= row.goal ? row : standingAt(row, wellOver)) : whole,
    view,
  )
  const [id, last] = judged.at(-1) ?? []
  return id !== undefined && last !== undefined && isStanding(last)
    ? [withRow(all, id, standingAt(last, short)), withRow(all, id, standingAt(last, over))]
    : null
}

/** Whoever is third, or else last, was one place further down, and short of the one they pass. */
const overtake = (view: JsonObject): readonly [JsonObject, JsonObject] | null => {
  const rows = rowsIn(view)
  const at = Math.min(3, rows.length - 2)
  const [upper, lower] = [rows[at], rows[at + 1]]
  if (!upper || !lower) return null
  const [[id, row], [otherId, other]] = [upper, lower]
  const value = typeof other['value'] === 'number' ? Math.round(other['value'] * 0.97) : row['value']
  const less =
    isStanding(row) && typeof value === 'number'
      ? standingAt(row, value / row.goal)
      : { ...row, ...(typeof value === 'number' && 'value' in row && { value }) }
  const before = withRow(view, id, {
    ...less,
    place: other['place'],
    ...('rank' in row && { rank: other['rank'] }),
  })
  return [
    withRow(before, otherId, { ...other, place: row['place'], ...('rank' in row && { rank: row['rank'] }) }),
    view,
  ]
}

/** Null where that cannot happen on such a board. `named` finds one of its states by the end of its name. */
export const changeOf = (
  view: BoardView,
  change: Change,
  named: (name: string) => BoardView | undefined,
): Changed | null => {
  const made = (parts: readonly [JsonObject, JsonObject] | null): Changed | null =>
    parts && { before: BoardView.parse(parts[0]), after: BoardView.parse(parts[1]) }
  const as = (state: BoardView | undefined): BoardView | null => (state ? { ...state, id: view.id } : null)
  switch (change) {
    case 'everything':
      return { before: BoardView.parse(earlier(view)), after: view }
    case 'overtake':
      return made(overtake(view))
    case 'crossing':
      return made(crossing(view))
    case 'team goal':
      return made(teamGoal(view))
    case 'everybody':
      return made(everybody(view))
    case 'first deal': {
      const before = as(named('nothing-yet'))
      return before && { before, after: view }
    }
    case 'quarter': {
      const after = as(named('first-day'))
      return after && { before: view, after }
    }
  }
}
