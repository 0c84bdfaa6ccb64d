// The states that any board may come into, made from an ordinary one of its kind: nobody, one, five hundred, all
// alike, no goals, nothing known, below zero, a billion, and names and deals that are hard to draw.
import { BoardView } from '../../shared/wire/view.ts'
import { awkwardNames, face } from '../boards/samples/people.ts'

type JsonObject = Readonly<Record<string, unknown>>
type Change = (part: JsonObject) => JsonObject

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object within a part changed, the innermost first. */
const changed = (part: unknown, change: Change): unknown => {
  if (Array.isArray(part)) return part.map((each) => changed(each, change))
  if (!isObject(part)) return part
  return change(
    Object.fromEntries(Object.entries(part).map(([name, value]) => [name, changed(value, change)])),
  )
}

const isStanding = (part: JsonObject): boolean => 'value' in part && 'goal' in part && 'attainment' in part

/** A part with the given values in place of those that it has; keys that it does not have stay away. */
const replaced = (part: JsonObject, values: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, name in values ? values[name] : value]),
  )

const goalless = { goal: null, attainment: null, pace: null, state: null, ahead: null, projected: null }
const withoutGoals: Change = (part) => (isStanding(part) ? replaced(part, goalless) : part)
const unknown: Change = (part) =>
  isStanding(part)
    ? replaced(part, { value: null, attainment: null, state: null, rank: null, ahead: null, projected: null })
    : part

const times =
  (factor: number, more: JsonObject = {}): Change =>
  (part) => {
    if (!isStanding(part)) return part
    const scaled = (name: string) =>
      typeof part[name] === 'number' ? Math.round(part[name] * factor) : part[name]
    return replaced(part, { value: scaled('value'), ...more })
  }

const longDeal =
  'Zusammenführung der europäischen Niederlassungen der Brightwater Foods International Holding, Phase 2'

/** Names by turns; whoever is short, of initials or an account is so of the new name. */
const renamed = (): Change => {
  let next = 0
  return (part) => {
    const person = 'name' in part && 'initials' in part
    const named = person ? { ...part, ...face(awkwardNames[next++ % awkwardNames.length] ?? '', next) } : part
    return replaced(named, { account: longDeal, photo: null })
  }
}

const rowsOf = (view: JsonObject): JsonObject => (isObject(view['rows']) ? view['rows'] : {})
const withRows = (view: JsonObject, rows: JsonObject): JsonObject => ({ ...view, rows })

const manyRows = (view: JsonObject, count: number): JsonObject => {
  const rows = Object.values(rowsOf(view))
  const each = (at: number) => {
    const row = rows[at % rows.length]
    return [`row-${at}`, isObject(row) ? { ...row, place: at } : row] as const
  }
  return withRows(view, Object.fromEntries(Array.from({ length: count }, (_, at) => each(at))))
}

/** Numbers of the first row on every other; who they are and where they stand stays. */
const tiedRows = (view: JsonObject): JsonObject => {
  const rows = Object.entries(rowsOf(view))
  const first = rows[0]?.[1]
  if (!isObject(first)) return view
  const own = ['name', 'short', 'initials', 'hue', 'photo', 'place', 'id']
  const tie = (row: unknown) =>
    isObject(row)
      ? { ...first, ...Object.fromEntries(own.flatMap((key) => (key in row ? [[key, row[key]]] : []))) }
      : row
  return withRows(view, Object.fromEntries(rows.map(([id, row]) => [id, tie(row)])))
}

const firstRow = (view: JsonObject): JsonObject => {
  const [id, row] = Object.entries(rowsOf(view))[0] ?? []
  return withRows(view, id === undefined || !isObject(row) ? {} : { [id]: { ...row, place: 0 } })
}

const states: readonly (readonly [name: string, change: Change])[] = [
  ['nobody', (view) => withRows(view, {})],
  ['one-row', firstRow],
  ['500-rows', (view) => manyRows(view, 500)],
  ['all-tied', tiedRows],
  ['without-goals', (view) => changed(view, withoutGoals) as JsonObject],
  ['all-unknown', (view) => changed(view, unknown) as JsonObject],
  [
    'below-zero',
    (view) => changed(view, times(-1, { attainment: -0.4, state: 'well behind' })) as JsonObject,
  ],
  ['a-billion', (view) => changed(view, times(1e6, { attainment: 12, state: 'reached' })) as JsonObject],
  ['awkward-names', (view) => changed(view, renamed()) as JsonObject],
]

/** A board with so many rows; one that has none stays as it is. */
export const withSoManyRows = (view: BoardView, count: number): BoardView =>
  Object.keys(rowsOf(view)).length === 0 ? view : BoardView.parse(manyRows(view, count))

const needRows = new Set(['nobody', 'one-row', '500-rows', 'all-tied'])

/** A board without rows has none of the states that change rows. A view that breaks the schema is a bug of this file: it throws. */
export const awkwardStates = (ordinary: BoardView): readonly BoardView[] =>
  states.flatMap(([name, change]) => {
    if (needRows.has(name) && Object.keys(rowsOf(ordinary)).length === 0) return []
    const view = change(ordinary)
    if (JSON.stringify(view) === JSON.stringify(ordinary)) return []
    return [BoardView.parse({ ...view, id: `${ordinary.id}-${name}` })]
  })
