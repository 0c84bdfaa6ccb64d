// What a board may have shown a moment before: for playing its change to what it shows.

const share = 0.82

type Json = unknown
type JsonObject = Readonly<Record<string, Json>>

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Numbers that are a board's own amounts; all others are dates, places, goals, colours. */
const amounts = new Set(['value', 'attainment', 'share'])

const lessOf = (name: string, value: Json, integer: boolean): Json => {
  if (!amounts.has(name) || typeof value !== 'number') return earlier(value)
  return integer ? Math.round(value * share) : value * share
}

/** A standing that was short of its goal a moment ago was not yet there: its state says so. */
const stateOf = (standing: JsonObject): Json => {
  const { state, attainment } = standing
  return state === 'reached' && typeof attainment === 'number' && attainment * share < 1 ? 'on pace' : state
}

/** Everybody one place further down, the last in front: every row has somewhere to go. */
const turned = (rows: JsonObject): JsonObject => {
  const count = Object.keys(rows).length
  const shift = (row: Json): Json =>
    isObject(row) && typeof row['place'] === 'number' ? { ...row, place: (row['place'] + 1) % count } : row
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, shift(row)]))
}

/** Any part of a view, a fifth ago. */
export const earlier = <Part>(part: Part): Part => {
  if (Array.isArray(part)) return part.map(earlier) as Part
  if (!isObject(part)) return part
  const less = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, lessOf(name, value, Number.isInteger(value))]),
  )
  const { rows } = less
  const changed = {
    ...less,
    ...('state' in part && { state: stateOf(part) }),
    ...(isObject(rows) && { rows: turned(rows) }),
  }
  return changed as Part
}
