// A screen of the live floor, as its remotes' wishes are decided on.
import type { ControlledWall } from '../../../shared/domain/screens/control.ts'
import { isForTheFloor } from '../../../shared/domain/screens/screen-stage.ts'
import { itemsFor } from '../../../shared/domain/screens/team-version.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { StageMessage } from '../../../shared/wire/socket.ts'

/** `stage` is the screen's own; `now` in epoch ms. */
export const controlledWall = (file: FloorFile, stage: StageMessage, now: number): ControlledWall => {
  const isShown = (id: string): boolean =>
    file.boards.some((board) => board.id === id && isForTheFloor(board))
  return {
    get boards() {
      const on = stage.turns.findLast(({ from }) => from <= now) ?? stage.turns[0]
      const known = on !== undefined && Object.hasOwn(stage.playlists, on.playlist)
      return (known ? (stage.playlists[on.playlist] ?? []) : []).map(({ board }) => board)
    },
    board: (id) => {
      if (isShown(id)) return 'floor'
      return file.boards.some((board) => board.id === id) ? 'private' : 'unknown'
    },
    playlist: (id) => {
      const playlist = file.playlists.find((each) => each.id === id)
      if (!playlist) return null
      const { team } = file.screens.find((screen) => screen.id === stage.screen.id) ?? {}
      const scenes = itemsFor(playlist, team, file).filter(({ board }) => isShown(board))
      return { name: playlist.name, scenes }
    },
  }
}
