// The states that any board may come into, made from an ordinary one of its kind: nobody, one, five hundred, all
// alike, no goals, nothing yet, a first day, nothing known, refunds, below zero, a billion, names that are nearly the
// same, names and deals that are hard to draw, and everybody over their goal.
import { namesOnBoard } from '../../shared/domain/boards/board-names.ts'
import { BoardView } from '../../shared/wire/view.ts'
import { awkwardNames, face } from '../boards/samples/people.ts'
import { allOverOf, firstDayOf } from './at-another-time.ts'

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
const withoutGoals: Change = (part) =>
  replaced(isStanding(part) ? replaced(part, goalless) : part, {
    fallback: 'no goals',
    ...('atGoal' in part ? { atGoal: 0, withGoal: 0 } : {}),
    goal: isStanding(part) || (isObject(part['goal']) && 'pace' in part['goal']) ? null : part['goal'],
  })

const none = { rank: null, climbed: 0, improvement: null, ahead: null, projected: null }

/** Before the first fact: values are 0, and nothing is claimed. */
const untouched: Change = (part) => {
  const still = isStanding(part)
    ? replaced(part, { ...none, value: 0, attainment: null, pace: null, state: null })
    : part
  return replaced(still, {
    awaits: 'first fact',
    changedAt: null,
    clear: false,
    cover: null,
    coverage: null,
    due: still['due'] === null ? null : 0,
    leads: null,
    share: null,
    won: 0,
    atGoal: 0,
    withGoal: 'atGoal' in still ? 0 : still['withGoal'],
    unjudged: still['withGoal'],
    total: typeof still['total'] === 'number' ? 0 : still['total'],
    points: Array.isArray(still['points']) ? still['points'].map(() => 0) : still['points'],
    goal: isObject(still['goal']) && 'pace' in still['goal'] ? null : still['goal'],
    reached: typeof still['reached'] === 'boolean' ? false : still['reached'],
    ask: null,
    rhythm: null,
    soFarADay: null,
    latest: null,
    leak: null,
    biggest: null,
    champion: null,
    deals: 0,
    given: 0,
    helping: 0,
    standing: 0,
    nearest: null,
    others: null,
    segments: [],
    streaks: Array.isArray(still['streaks']) ? [] : still['streaks'],
    gain: null,
    win: null,
    trend: [],
    before: Array.isArray(still['before']) ? [] : still['before'],
    change: 'clear' in still ? null : still['change'],
  })
}

/** What has rows only for those who brought something has none yet. */
const rowsOfDeeds = new Set([
  'wins',
  'over-the-line',
  'team-goal',
  'improved',
  'thanks',
  'hall-of-fame',
  'award',
])
const withoutDeeds = (view: JsonObject): JsonObject => {
  const still = changed(view, untouched) as JsonObject
  if (!rowsOfDeeds.has(String(view['kind']))) return still
  const { streaks } = still
  return replaced(withRows(still, {}), {
    newcomers: [],
    streaks: isObject(streaks) ? { ...streaks, rows: {} } : streaks,
  })
}

/** Every other standing is below zero, since more went back than came in. */
const refunded = (): Change => {
  let next = 0
  return (part) => {
    const isDown = isStanding(part) && typeof part['value'] === 'number' && next++ % 2 === 0
    if (!isDown) return replaced(part, { refunds: 2 })
    const value = -Math.abs(Number(part['value']))
    const judged = part['state'] === null ? {} : { attainment: -0.4, state: 'well behind' }
    const ahead = typeof part['pace'] === 'number' ? value - part['pace'] : null
    return replaced(part, { value, ...judged, ahead, projected: null, coverage: null, cover: null })
  }
}
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

const lookAlikes = [
  ['Anna Kurz', 'Enterprise'],
  ['Anna Kramer', 'SMB'],
  ['Anna Krämer', 'SMB'],
  ['Anna Kurz', 'SMB'],
  ['Anna Kraus (EMEA)', 'Mid-market'],
  ['Anna Kraus (APAC)', 'Mid-market'],
  ['Anna', 'SMB'],
  ['Ben Kurz', 'SMB'],
  ['王小明', 'Enterprise'],
  ['王小明', 'SMB'],
] as const
const alike = namesOnBoard(lookAlikes.map(([name, team], at) => ({ id: `p${at}`, name, team })))

/** People whose names are nearly the same, or quite. */
const confusable = (): Change => {
  let next = 0
  return (part) => {
    const isPerson = 'name' in part && 'initials' in part && part['of'] !== 'team'
    const at = next % alike.length
    const called = alike[at]
    if (!isPerson || !called) return part
    next += 1
    return replaced({ ...part, ...face(lookAlikes[at]?.[0] ?? '', at), ...called }, { photo: null })
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

/** Only who is over the line is on its board, whatever else a state makes of the others. */
const overTheLineOnly = (view: JsonObject): JsonObject => {
  if (view['kind'] !== 'over-the-line') return view
  const over = Object.entries(rowsOf(view)).filter(([, row]) => isObject(row) && row['state'] === 'reached')
  return withRows(view, Object.fromEntries(over.map(([id, row], place) => [id, { ...Object(row), place }])))
}

const firstRow = (view: JsonObject): JsonObject => {
  const [id, row] = Object.entries(rowsOf(view))[0] ?? []
  return withRows(view, id === undefined || !isObject(row) ? {} : { [id]: { ...row, place: 0 } })
}

const claimsNothing = new Set(['announcement', 'contest'])

const states: readonly (readonly [name: string, change: Change])[] = [
  ['nobody', (view) => withRows(view, {})],
  ['one-row', firstRow],
  ['500-rows', (view) => manyRows(view, 500)],
  ['all-tied', tiedRows],
  ['without-goals', (view) => changed(view, withoutGoals) as JsonObject],
  // An announcement has no numbers to wait for, and a contest begins at zero.
  ['nothing-yet', (view) => (claimsNothing.has(String(view['kind'])) ? view : withoutDeeds(view))],
  ['refunds', (view) => changed(view, refunded()) as JsonObject],
  ['look-alikes', (view) => changed(view, confusable()) as JsonObject],
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
export const awkwardStates = (ordinary: BoardView): readonly BoardView[] => [
  ...changedStates(ordinary),
  ...[['first-day', firstDayOf(ordinary)] as const, ['all-over', allOverOf(ordinary)] as const].flatMap(
    ([name, view]) => (view ? [BoardView.parse({ ...view, id: `${ordinary.id}-${name}` })] : []),
  ),
]

const changedStates = (ordinary: BoardView): readonly BoardView[] =>
  states.flatMap(([name, change]) => {
    if (needRows.has(name) && Object.keys(rowsOf(ordinary)).length === 0) return []
    const view = overTheLineOnly(change(ordinary))
    if (JSON.stringify(view) === JSON.stringify(ordinary)) return []
    return [BoardView.parse({ ...view, id: `${ordinary.id}-${name}` })]
  })
