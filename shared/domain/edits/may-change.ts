// Who may change what of the floor piece by piece, by what would be other afterwards.
import { isSame } from './history/same.ts'
import { entriesOf, idOf, isFields, nameOfEntry, type RawFields } from './raw-floor.ts'

export interface ChangeRights {
  /** May change everything. */
  readonly administers: boolean
  /** The teams whose screens and meetings may be changed, with the teams below them; null for all. Those without a team are everybody's. */
  readonly teams: readonly string[] | null
}

/** What a manager runs the wall with. The rest, above all people, metrics and goals, decides how facts count. */
const wallLists: ReadonlySet<string> = new Set([
  'boards',
  'playlists',
  'screenGroups',
  'screens',
  'celebrations',
  'cadences',
])

const teamOf = (entry: unknown): string | null =>
  isFields(entry) && typeof entry['team'] === 'string' ? entry['team'] : null

/** These teams and all below them. */
const withThoseBelow = (raw: RawFields, teams: readonly string[]): ReadonlySet<string> => {
  const found = new Set(teams)
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const team of entriesOf(raw, 'teams')) {
      const id = idOf(team)
      if (id !== null && isFields(team) && typeof team['parent'] === 'string' && found.has(team['parent']))
        found.add(id)
    }
  }
  return found
}

const foreignEntry = (
  list: 'screens' | 'cadences',
  before: RawFields,
  after: RawFields,
  teams: readonly string[],
): unknown => {
  const own = withThoseBelow(before, teams)
  const isForeign = (entry: unknown): boolean => {
    const team = teamOf(entry)
    return team !== null && !own.has(team)
  }
  const [was, is] = [before, after].map(
    (raw) => new Map(entriesOf(raw, list).map((entry) => [idOf(entry), entry])),
  )
  for (const id of new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])) {
    const [old, young] = [was?.get(id), is?.get(id)]
    if (!isSame(old, young) && (isForeign(old) || isForeign(young))) return old ?? young
  }
  return undefined
}

/** Why somebody may not make `after` of `before`, in a sentence; null where they may. */
export const refuseChange = (before: RawFields, after: RawFields, rights: ChangeRights): string | null => {
  if (rights.administers) return null
  const tops = new Set([...Object.keys(before), ...Object.keys(after)])
  for (const top of tops)
    if (!wallLists.has(top) && !isSame(before[top], after[top]))
      return top === 'floor'
        ? 'Only an admin changes the floor’s settings.'
        : `Only an admin changes ${top} of the floor; managers change boards, playlists and screens.`
  if (rights.teams === null) return null
  for (const [list, what] of [
    ['screens', 'screen'],
    ['cadences', 'meeting'],
  ] as const) {
    const foreign = foreignEntry(list, before, after, rights.teams)
    if (foreign !== undefined)
      return `The ${what} "${nameOfEntry(foreign)}" is another team’s; its own manager or an admin changes it.`
  }
  return null
}
