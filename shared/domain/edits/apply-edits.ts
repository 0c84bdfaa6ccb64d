// Edits applied to a floor file as it was parsed, one after the other, all or none.
import { FloorFile } from '../../wire/floor.ts'
import type { EditableList, FloorEdit } from '../../wire/floor-edits.ts'
import { mentionsOf, type Use, usesAt } from './mentions.ts'
import {
  entriesOf,
  idOf,
  indexOfId,
  isFields,
  nameOfEntry,
  type RawFields,
  withEntries,
  withFields,
} from './raw-floor.ts'
import { withGoal } from './with-goal.ts'
import { canGo, withoutMentions } from './without-mention.ts'

/** Why no edit was applied, in a sentence. */
export type EditRefusal =
  | { readonly code: 'unknown-entry'; readonly message: string }
  | { readonly code: 'in-use'; readonly message: string; readonly uses: readonly Use[] }

export type Edited =
  | { readonly ok: true; readonly raw: RawFields }
  | { readonly ok: false; readonly refusal: EditRefusal }

/** One of each list, as people call it. */
export const entryWords: Readonly<Record<EditableList, string>> = {
  roles: 'role',
  teams: 'team',
  people: 'person',
  metrics: 'metric',
  formulas: 'formula',
  boards: 'board',
  playlists: 'playlist',
  screenGroups: 'screen group',
  screens: 'screen',
  celebrations: 'celebration',
  alerts: 'alert',
  exceptions: 'exception rule',
  inbound: 'inbound webhook',
  trials: 'trial',
  cadences: 'meeting',
  contests: 'contest',
  spiffs: 'spiff',
  seasons: 'season',
  awards: 'award',
  sources: 'source',
  tables: 'table',
  corrections: 'correction',
}

const done = (raw: RawFields): Edited => ({ ok: true, raw })

const unknown = (list: EditableList, id: string): Edited => ({
  ok: false,
  refusal: { code: 'unknown-entry', message: `The floor has no ${entryWords[list]} "${id}".` },
})

const mostNamed = 5

const inUse = (message: string, uses: readonly Use[]): Edited => {
  const named = uses.slice(0, mostNamed).map(({ name }) => `"${name}"`)
  const others = uses.length > mostNamed ? ` and ${uses.length - mostNamed} others` : ''
  return {
    ok: false,
    refusal: { code: 'in-use', message: `${message}: ${named.join(', ')}${others}.`, uses },
  }
}

const insertedBefore = (
  raw: RawFields,
  list: EditableList,
  entries: readonly unknown[],
  entry: unknown,
  before: string | null,
): Edited => {
  const at = before === null ? entries.length : indexOfId(entries, before)
  if (at === -1) return unknown(list, before ?? '')
  return done(withEntries(raw, list, entries.toSpliced(at, 0, entry)))
}

/** Playlists of which nothing would be left. */
const emptiedPlaylists = (raw: RawFields): readonly Use[] =>
  entriesOf(raw, 'playlists').flatMap((entry) =>
    isFields(entry) && Array.isArray(entry['items']) && entry['items'].length === 0
      ? [{ list: 'playlists', id: idOf(entry) ?? '', name: nameOfEntry(entry) }]
      : [],
  )

const remove = (raw: RawFields, list: EditableList, id: string, everywhere: boolean): Edited => {
  const entries = entriesOf(raw, list)
  const index = indexOfId(entries, id)
  if (index === -1) return unknown(list, id)
  const name = `"${nameOfEntry(entries[index])}"`
  const word = entryWords[list]
  const cut = (from: unknown): RawFields => {
    const fields = isFields(from) ? from : {}
    return withEntries(fields, list, entriesOf(fields, list).toSpliced(index, 1))
  }
  const parsed = FloorFile.safeParse(raw)
  // Whoever reads the text finds what an edit before this one got wrong.
  if (!parsed.success) return done(cut(raw))
  const mentions = mentionsOf(parsed.data, list, id)
  if (mentions.length === 0) return done(cut(raw))
  if (!everywhere) return inUse(`The ${word} ${name} is used by`, usesAt(raw, mentions))
  const fixed = mentions.filter((path) => !canGo(path))
  if (fixed.length > 0)
    return inUse(
      `The ${word} ${name} is what these are made of, and stays as long as they do`,
      usesAt(raw, fixed),
    )
  const left = withoutMentions(raw, mentions)
  const emptied = isFields(left) ? emptiedPlaylists(left) : []
  if (emptied.length > 0) return inUse(`Without the ${word} ${name} nothing would be left of`, emptied)
  const without = cut(left)
  const after = FloorFile.safeParse(without)
  const dark = after.success ? screensWithoutPlaylist(after.data) : []
  if (dark.length > 0) return inUse(`Without the ${word} ${name} no playlist would be left for`, dark)
  return done(without)
}

/** Screens that would have nothing to show when no rule says otherwise. */
const screensWithoutPlaylist = ({ screens, screenGroups }: FloorFile): readonly Use[] => {
  const groups = new Map(screenGroups.map((group) => [group.id, group.playlist]))
  return screens
    .filter(({ playlist, group }) => playlist === undefined && groups.get(group ?? '') === undefined)
    .map(({ id, name }) => ({ list: 'screens', id, name }))
}

const applyEdit = (raw: RawFields, edit: FloorEdit): Edited => {
  if (edit.do === 'floor') {
    const settings = raw['floor']
    return done({ ...raw, floor: withFields(isFields(settings) ? settings : {}, edit.fields) })
  }
  if (edit.do === 'goal') return done(withGoal(raw, edit))
  const { list } = edit
  const entries = entriesOf(raw, list)
  if (edit.do === 'add') return insertedBefore(raw, list, entries, edit.entry, edit.before)
  if (edit.do === 'remove') return remove(raw, list, edit.id, edit.everywhere)
  const index = indexOfId(entries, edit.id)
  const entry = entries[index]
  if (!isFields(entry)) return unknown(list, edit.id)
  if (edit.do === 'set')
    return done(withEntries(raw, list, entries.with(index, withFields(entry, edit.fields))))
  if (edit.before === edit.id) return done(raw)
  return insertedBefore(raw, list, entries.toSpliced(index, 1), entry, edit.before)
}

/** The file with all edits made, each on what the one before it left; or why there is none. Nothing is judged but this. */
export const applyEdits = (raw: RawFields, edits: readonly FloorEdit[]): Edited =>
  edits.reduce<Edited>((edited, edit) => (edited.ok ? applyEdit(edited.raw, edit) : edited), done(raw))
