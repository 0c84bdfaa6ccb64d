import type { FloorFile } from '../../../../shared/wire/floor.ts'

/** The playlists that have a board, in any of their versions; in the file's order. */
export const playlistsWith = (file: FloorFile, board: string): FloorFile['playlists'] =>
  file.playlists.filter(({ items, versions }) =>
    [items, ...versions.map((version) => version.items)].some((list) =>
      list.some((item) => item.board === board),
    ),
  )
