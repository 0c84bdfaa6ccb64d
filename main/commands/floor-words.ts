// A floor file, and what it changed, in a few words.
import type { FloorFile } from '../../shared/wire/floor.ts'
import type { FloorChange } from '../../shared/wire/floor-edits.ts'

const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  roles: ['role', 'roles'],
  teams: ['team', 'teams'],
  people: ['person', 'people'],
  metrics: ['metric', 'metrics'],
  goals: ['goal', 'goals'],
  formulas: ['formula', 'formulas'],
  boards: ['board', 'boards'],
  playlists: ['playlist', 'playlists'],
  screenGroups: ['screen group', 'screen groups'],
  screens: ['screen', 'screens'],
  celebrations: ['celebration', 'celebrations'],
  alerts: ['list of alerts', 'lists of alerts'],
  exceptions: ['exception rule', 'exception rules'],
  inbound: ['inbound webhook', 'inbound webhooks'],
  trials: ['trial', 'trials'],
  cadences: ['meeting', 'meetings'],
  contests: ['contest', 'contests'],
  spiffs: ['spiff', 'spiffs'],
  seasons: ['season', 'seasons'],
  awards: ['award', 'awards'],
  corrections: ['correction', 'corrections'],
}

/** What a floor is told by. */
const counted = ['people', 'metrics', 'boards', 'screens'] as const

const list = new Intl.ListFormat('en')

const howMany = (count: number, of: string): string => {
  const [one, many] = nouns[of] ?? ['entry', 'entries']
  return `${count} ${count === 1 ? one : many}`
}

/** "12 people, 4 metrics, 18 boards, and 5 screens". */
export const floorInWords = (file: Pick<FloorFile, (typeof counted)[number]>): string =>
  list.format(counted.flatMap((key) => (file[key].length === 0 ? [] : [howMany(file[key].length, key)]))) ||
  'a floor of nothing yet'

/** More names than this are a number. */
const mostNamed = 3

/** "2 goals moved", "person "Ana Ruiz" added", in the order of the file; empty where nothing changed. */
export const changesInWords = (changes: readonly FloorChange[]): readonly string[] => {
  const groups = new Map<string, FloorChange[]>()
  for (const change of changes) {
    const key = `${change.list} ${change.what}`
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups.values()].flatMap((group): string[] => {
    const [first] = group
    if (first === undefined) return []
    if (first.list === 'floor')
      return [`settings changed (${list.format(first.fields.map(({ field }) => field))})`]
    const names = group.length <= mostNamed ? ` (${list.format(group.map(({ name }) => name))})` : ''
    return [`${howMany(group.length, first.list)} ${first.what}${names}`]
  })
}
