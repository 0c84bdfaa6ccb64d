// Which entries of the floor file name a file of the media folder.
import type { FloorFile } from '../../wire/floor.ts'
import type { MediaUse } from '../../wire/media.ts'

const prefix = '/media/'

/** The name below the media folder that an address means, whatever of it is percent-encoded; null for one of the web. */
export const mediaNameOf = (address: string): string | null => {
  if (!address.startsWith(prefix)) return null
  try {
    return decodeURIComponent(address.slice(prefix.length).replace(/[?#].*$/s, ''))
  } catch (error) {
    // A malformed escape such as `%zz` leads to no file.
    if (error instanceof URIError) return null
    throw error
  }
}

/** The address by which the floor file names a file: the parts of its name, percent-encoded where they must be. */
export const mediaAddressOf = (name: string): string =>
  `${prefix}${name.split('/').map(encodeURIComponent).join('/')}`

/** By file names, each with its uses in the file's order. */
export const mediaUses = (file: FloorFile): ReadonlyMap<string, readonly MediaUse[]> => {
  const uses = new Map<string, MediaUse[]>()
  const note = (address: string | undefined, use: MediaUse): void => {
    const name = address === undefined ? null : mediaNameOf(address)
    if (name === null) return
    const known = uses.get(name) ?? []
    uses.set(name, known)
    if (!known.some(({ list, id }) => list === use.list && id === use.id)) known.push(use)
  }
  for (const { id, name, photo, walkUp } of file.people)
    for (const address of [photo, walkUp]) note(address, { list: 'people', id, name })
  for (const { id, name, media, sound } of file.celebrations)
    for (const address of [media, sound]) note(address, { list: 'celebrations', id, name })
  for (const { id, name, leaders } of file.alerts)
    for (const { photo } of leaders) note(photo, { list: 'alerts', id, name })
  for (const board of file.boards)
    if (board.kind === 'announcement')
      for (const address of [board.picture, board.video])
        note(address, { list: 'boards', id: board.id, name: board.title })
  return uses
}
