// Who may change what of the floor piece by piece, by what would be other afterwards.
import { isSame } from './history/same.ts'
import { entriesOf, idOf, isFields, nameOfEntry, type RawFields } from './raw-floor.ts'
import { createSpells, listedAnew, type TeamSpell } from './team-people.ts'

export interface ChangeRights {
  /** May change everything. */
  readonly administers: boolean
  /**
   * The teams whose people, goals, boards, screens, meetings, contests, spiffs and awards may be changed, with the teams below
   * them; null for all. Boards, screens, meetings, contests, spiffs and awards without a team are everybody's.
   */
  readonly teams: readonly string[] | null
}

/** What a manager runs the wall with. The rest, above all metrics, decides how facts count. */
const wallLists: ReadonlySet<string> = new Set([
  'boards',
  'playlists',
  'screenGroups',
  'screens',
  'celebrations',
  'cadences',
  'contests',
  'spiffs',
  'seasons',
  'awards',
])

/** Of these managers change what is their teams' own. */
const teamLists: ReadonlySet<string> = new Set(['people', 'teams', 'goals'])

const teamOf = (entry: unknown): string | null => {
  if (!isFields(entry)) return null
  const { scope } = entry
  const named = isFields(scope) ? scope['team'] : entry['team']
  return typeof named === 'string' ? named : null
}

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

type IsOwn = (team: string) => boolean

/** Null for all. */
const ownTeams = (before: RawFields, teams: readonly string[] | null): IsOwn => {
  if (teams === null) return () => true
  const own = withThoseBelow(before, teams)
  return (team) => own.has(team)
}

/** What stands in one list for another, by id: pairs of which at least one is there. */
const changedEntries = (
  list: string,
  before: RawFields,
  after: RawFields,
): readonly { readonly id: string | null; readonly old: unknown; readonly young: unknown }[] => {
  const was = new Map(entriesOf(before, list).map((entry) => [idOf(entry), entry]))
  const is = new Map(entriesOf(after, list).map((entry) => [idOf(entry), entry]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [old, young] = [was.get(id), is.get(id)]
    return isSame(old, young) ? [] : [{ id, old, young }]
  })
}

const foreignEntry = (
  list: 'boards' | 'screens' | 'cadences' | 'contests' | 'spiffs' | 'awards',
  before: RawFields,
  after: RawFields,
  isOwn: IsOwn,
): unknown => {
  const isForeign = (entry: unknown): boolean => {
    const team = teamOf(entry)
    return team !== null && !isOwn(team)
  }
  const foreign = changedEntries(list, before, after).find(
    ({ old, young }) => isForeign(old) || isForeign(young),
  )
  return foreign && (foreign.old ?? foreign.young)
}

const anothers = (what: string, name: string): string =>
  `The ${what} "${name}" is another team’s; its own manager or an admin changes it.`

/** What a manager says of a team: how it is called, and its face. Its place and its clocks decide how facts count. */
const teamFields: ReadonlySet<string> = new Set(['name', 'colour', 'mark', 'members'])

const refuseTeams = (before: RawFields, after: RawFields, isOwn: IsOwn): string | null => {
  for (const { id, old, young } of changedEntries('teams', before, after)) {
    const name = nameOfEntry(old ?? young)
    if (!isFields(old) || !isFields(young))
      return `Only an admin adds or removes teams; you may change what "${name}" is called.`
    const keys = new Set([...Object.keys(old), ...Object.keys(young)])
    if ([...keys].some((key) => !teamFields.has(key) && !isSame(old[key], young[key])))
      return `Only an admin changes where the team "${name}" belongs and which clocks it goes by.`
    // Whom it lists is looked at person by person.
    const isOther = [...keys].some((key) => key !== 'members' && !isSame(old[key], young[key]))
    if (isOther && !isOwn(id ?? '')) return anothers('team', name)
  }
  return null
}

const refusePerson = (
  name: string,
  was: readonly TeamSpell[],
  is: readonly TeamSpell[],
  isNew: boolean,
  isOwn: IsOwn,
): string | null => {
  const isTheirs = (spells: readonly TeamSpell[]): boolean => {
    const last = spells.at(-1)
    return last !== undefined && isOwn(last.team)
  }
  if (isNew && !isTheirs(is))
    return `You add people to your own teams; "${name}" would be on another one, or on none.`
  if (!isNew && !isTheirs(was)) return anothers('person', name)
  const foreign = (spells: readonly TeamSpell[]) => spells.filter(({ team }) => !isOwn(team))
  // What they did on another team counts there, and on another team they arrive by its own manager's hand.
  return isSame(foreign(was), foreign(is))
    ? null
    : `"${name}" would come from another team, or go to one; an admin moves people between managers.`
}

/** `isAll`: all teams are theirs, and so is who is on none. */
const refusePeople = (before: RawFields, after: RawFields, isOwn: IsOwn, isAll: boolean): string | null => {
  if (isAll) return null
  const [spellsBefore, spellsAfter] = [createSpells(before), createSpells(after)]
  const changed = changedEntries('people', before, after)
  for (const { id, old, young } of changed) {
    if (id === null) continue
    const was = spellsBefore(id)
    // Who is removed goes nowhere.
    const is = young === undefined ? was : spellsAfter(id)
    const refused = refusePerson(nameOfEntry(old ?? young), was, is, old === undefined, isOwn)
    if (refused !== null) return refused
  }
  const named = new Map(entriesOf(before, 'people').map((entry) => [idOf(entry), nameOfEntry(entry)]))
  for (const id of listedAnew(before, after)) {
    if (changed.some((each) => each.id === id)) continue
    const refused = refusePerson(named.get(id) ?? id, spellsBefore(id), spellsAfter(id), false, isOwn)
    if (refused !== null) return refused
  }
  return null
}

const refuseGoals = (before: RawFields, after: RawFields, isOwn: IsOwn, isAll: boolean): string | null => {
  const goalsIn = (raw: RawFields) =>
    new Map(entriesOf(raw, 'goals').map((goal) => [JSON.stringify(goal), goal]))
  const [was, is] = [goalsIn(before), goalsIn(after)]
  const changed = [
    ...[...was].filter(([text]) => !is.has(text)),
    ...[...is].filter(([text]) => !was.has(text)),
  ].map(([, goal]) => goal)
  if (changed.length === 0) return null
  const [spellsBefore, spellsAfter] = [createSpells(before), createSpells(after)]
  for (const goal of changed) {
    if (!isFields(goal)) continue
    const [rep, team] = [goal['rep'], goal['team']]
    if (typeof rep === 'string') {
      const last = (spellsAfter(rep).at(-1) ?? spellsBefore(rep).at(-1))?.team
      const named = entriesOf(before, 'people').find((person) => idOf(person) === rep)
      if (!isAll && (last === undefined || !isOwn(last)))
        return `"${named === undefined ? rep : nameOfEntry(named)}" is on another team; its own manager or an admin sets their goals.`
    } else if (typeof team !== 'string')
      return 'Only an admin sets the goals of a role or of the whole floor; you set those of your people and teams.'
    else if (!isOwn(team))
      return 'You set the goals of your own teams; those of others are their own managers’.'
  }
  return null
}

/** Why somebody may not make `after` of `before`, in a sentence; null where they may. */
export const refuseChange = (before: RawFields, after: RawFields, rights: ChangeRights): string | null => {
  if (rights.administers) return null
  const tops = new Set([...Object.keys(before), ...Object.keys(after)])
  for (const top of tops)
    if (!wallLists.has(top) && !teamLists.has(top) && !isSame(before[top], after[top]))
      return top === 'floor'
        ? 'Only an admin changes the floor’s settings.'
        : `Only an admin changes ${top} of the floor; managers change the people, goals, boards, playlists and screens of their teams.`
  const isOwn = ownTeams(before, rights.teams)
  const isAll = rights.teams === null
  for (const [list, what] of [
    ['boards', 'board'],
    ['screens', 'screen'],
    ['cadences', 'meeting'],
    ['contests', 'contest'],
    ['spiffs', 'spiff'],
    ['awards', 'award'],
  ] as const) {
    const foreign = foreignEntry(list, before, after, isOwn)
    if (foreign !== undefined) return anothers(what, nameOfEntry(foreign))
  }
  return (
    refuseTeams(before, after, isOwn) ??
    refusePeople(before, after, isOwn, isAll) ??
    refuseGoals(before, after, isOwn, isAll)
  )
}
