// The edits that make, change or take away a group of screens: all in one, so that one undo takes all of them back.
import type { FloorFile, Screen } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import { newId } from '../../api/new-id.ts'

export interface GroupDraft {
  readonly name: string
  /** What its screens always show; null: each its own. */
  readonly playlist: string | null
  /** Ids of its screens. */
  readonly screens: readonly string[]
}

type Group = FloorFile['screenGroups'][number]

const groupOf = (file: FloorFile, { group }: Screen): Group | undefined =>
  file.screenGroups.find(({ id }) => id === group)

/**
 * A screen into a group, or out of all (null). One that has no playlist of its own and would get none from its new group
 * keeps what it always showed.
 */
const moved = (
  file: FloorFile,
  screen: Screen,
  to: { readonly id: string; readonly playlist: string | null } | null,
) => {
  const needsPlaylist = screen.playlist === undefined && (to?.playlist ?? null) === null
  const kept = groupOf(file, screen)?.playlist ?? file.playlists[0]?.id
  const fields: Record<string, unknown> = {
    ...(screen.group !== to?.id && { group: to?.id ?? null }),
    ...(needsPlaylist && kept !== undefined && { playlist: kept }),
  }
  return Object.keys(fields).length === 0
    ? []
    : [{ do: 'set', list: 'screens', id: screen.id, fields } satisfies FloorEdit]
}

/** What a change of one screen's group takes; null: into none. */
export const regroupEdits = (file: FloorFile, screen: Screen, group: string | null): readonly FloorEdit[] => {
  const to = file.screenGroups.find(({ id }) => id === group)
  return moved(file, screen, to ? { id: to.id, playlist: to.playlist ?? null } : null)
}

/** `group` null: a new one. Screens that are not in the draft leave the group. */
export const groupEdits = (file: FloorFile, group: Group | null, draft: GroupDraft): readonly FloorEdit[] => {
  const { name, playlist } = draft
  const taken = file.screenGroups.map(({ id }) => id)
  const id = group?.id ?? newId(name, taken, 'group')
  const members = file.screens.flatMap((screen): readonly FloorEdit[] =>
    draft.screens.includes(screen.id)
      ? moved(file, screen, { id, playlist })
      : group !== null && screen.group === id
        ? moved(file, screen, null)
        : [],
  )
  if (group === null) {
    const entry = { id, name, ...(playlist !== null && { playlist }) }
    return [{ do: 'add', list: 'screenGroups', entry, before: null }, ...members]
  }
  const fields = {
    ...(group.name !== name && { name }),
    ...((group.playlist ?? null) !== playlist && { playlist }),
  }
  const isSame = Object.keys(fields).length === 0
  // Screens get a playlist of their own before the group's is gone.
  return [
    ...members,
    ...(isSame ? [] : [{ do: 'set', list: 'screenGroups', id, fields } satisfies FloorEdit]),
  ]
}

/** Its rules go with it; its screens stay, and keep what they always showed. */
export const removeGroupEdits = (file: FloorFile, group: Group): readonly FloorEdit[] => [
  ...file.screens
    .filter((screen) => screen.group === group.id)
    .flatMap((screen) => moved(file, screen, null)),
  { do: 'remove', list: 'screenGroups', id: group.id, everywhere: false },
]
