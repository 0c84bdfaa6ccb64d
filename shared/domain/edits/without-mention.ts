// Takes what names a removed entry out of the file as well: of a playlist its items, of a screen its rules.
import type { FloorFault } from '../floor-file/floor-fault.ts'
import { isFields } from './raw-floor.ts'

type Path = FloorFault['path']

/**
 * How much of the path to a mention goes with it. `emptied` goes too once nothing is left in the list that held it.
 * Whatever is not here cannot lose a mention and stay what it is: a metric made of others, a board that shows it.
 */
const rules: readonly { readonly of: RegExp; readonly depth: number; readonly emptied?: number }[] = [
  { of: /^playlists \d+ items \d+ /, depth: 4 },
  { of: /^playlists \d+ versions \d+ items \d+ /, depth: 6, emptied: 4 },
  { of: /^playlists \d+ versions \d+ team /, depth: 4 },
  { of: /^screen(s|Groups) \d+ schedule \d+ /, depth: 4 },
  { of: /^screen(s|Groups) \d+ (playlist|group|team) /, depth: 3 },
  { of: /^people \d+ (role|team) \d+ /, depth: 4, emptied: 3 },
  { of: /^people \d+ (role|team) /, depth: 3 },
  { of: /^teams \d+ parent /, depth: 3 },
  { of: /^teams \d+ members \d+ /, depth: 4 },
  { of: /^floor takenFrom \d+ /, depth: 3 },
  { of: /^goals \d+ /, depth: 2 },
  { of: /^formulas \d+ role /, depth: 2 },
  { of: /^celebrations \d+ tell \d+ /, depth: 4 },
  { of: /^celebrations \d+ (screens|groups) \d+ /, depth: 4, emptied: 2 },
  { of: /^celebrations \d+ /, depth: 2 },
  { of: /^exceptions \d+ /, depth: 2 },
  { of: /^trials \d+ /, depth: 2 },
  { of: /^cadences \d+ boards \d+ /, depth: 4, emptied: 2 },
  { of: /^cadences \d+ owner /, depth: 3 },
  { of: /^cadences \d+ /, depth: 2 },
  { of: /^contests \d+ people \d+ /, depth: 4, emptied: 2 },
  { of: /^contests \d+ sides \d+ people \d+ /, depth: 6, emptied: 4 },
  { of: /^contests \d+ sponsor /, depth: 3 },
  { of: /^spiffs \d+ people \d+ /, depth: 4, emptied: 2 },
]

const ruleFor = (path: Path) => rules.find(({ of }) => of.test(`${path.join(' ')} `))

export const canGo = (path: Path): boolean => ruleFor(path) !== undefined

const without = (value: unknown, path: Path): unknown => {
  const [key, ...rest] = path
  if (Array.isArray(value) && typeof key === 'number')
    return rest.length === 0
      ? value.filter((_, index) => index !== key)
      : value.map((each, index) => (index === key ? without(each, rest) : each))
  if (!isFields(value) || key === undefined) return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    rest.length === 0
      ? entries.filter(([name]) => name !== key)
      : entries.map(([name, each]) => [name, name === key ? without(each, rest) : each]),
  )
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((found, key) => {
    if (Array.isArray(found)) return typeof key === 'number' ? found[key] : undefined
    return isFields(found) ? found[key] : undefined
  }, value)

/** Later places first, so that the earlier ones keep their numbers. */
const byPlace = (one: Path, other: Path): number => {
  for (let index = 0; index < Math.min(one.length, other.length); index += 1) {
    const [a, b] = [one[index], other[index]]
    if (a === b || a === undefined || b === undefined) continue
    return typeof a === 'number' && typeof b === 'number' ? b - a : String(b) < String(a) ? -1 : 1
  }
  return other.length - one.length
}

/** The raw file without any of these mentions, each of which `canGo`. */
export const withoutMentions = (raw: unknown, paths: readonly Path[]): unknown => {
  const places = new Map<string, { readonly path: Path; readonly emptied: number | undefined }>()
  for (const path of paths) {
    const rule = ruleFor(path)
    if (rule === undefined) continue
    const place = path.slice(0, rule.depth)
    places.set(JSON.stringify(place), { path: place, emptied: rule.emptied })
  }
  const latestFirst = [...places.values()].sort((a, b) => byPlace(a.path, b.path))
  return latestFirst.reduce((left, { path, emptied }) => {
    const next = without(left, path)
    const list = at(next, path.slice(0, -1))
    return emptied !== undefined && Array.isArray(list) && list.length === 0
      ? without(next, path.slice(0, emptied))
      : next
  }, raw)
}
