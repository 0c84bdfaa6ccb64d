// What each TV gets: its stage and its boards, then what changes of them. Boards that it may not see stay away from it,
// whatever a playlist, a hold or a preview says.

import { refuseScreen } from '../../../shared/domain/screens/screen-stage.ts'
import { boardsOf } from '../../../shared/domain/screens/stage-boards.ts'
import { boardsOnWalls } from '../../../shared/domain/screens/words-board.ts'
import { Audience } from '../../../shared/wire/audience.ts'
import type { Board } from '../../../shared/wire/floor.ts'
import type { StageMessage } from '../../../shared/wire/socket.ts'
import { seesBoard } from '../access/private-views.ts'
import type { StopListening } from '../add-listener.ts'
import type { Controls } from '../control/controls.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { BoardCodes } from './board-codes.ts'
import { behindRoom, type TvBacklogs } from './tv-backlog.ts'
import type { Tv, Tvs } from './tv-state.ts'

/** Those who see the same share a room, so that what changes is encoded once for all of them. */
const roomOf = (board: string, audience: Audience): string => `board ${board} for ${audience}`

/** Each audience sees what the ones before it see. */
const seenBy = (audience: Audience): readonly Audience[] =>
  Audience.options.slice(0, Audience.options.indexOf(audience) + 1)
const seers = (audience: Audience): readonly Audience[] =>
  Audience.options.slice(Audience.options.indexOf(audience))

const audienceOf = (floor: LiveFloor, id: string): Audience | null =>
  boardsOnWalls(floor.current().file).find((board) => board.id === id)?.audience ?? null

export const sendBoard = (tv: Tv, floor: LiveFloor, board: string): void => {
  const current = floor.desk.current(board)
  if (!current) return
  if ('view' in current) tv.emit('board', current)
  else tv.emit('board-error', current)
}

export const leaveBoards = (tv: Tv, floor: LiveFloor): void => {
  for (const board of tv.data.boards) {
    floor.desk.unwatch(board)
    void tv.leave(roomOf(board, tv.data.audience))
  }
  tv.data.boards = []
}

/** Whoever brought it: a wall has no more than the boards for the floor, and a preview those that its viewer may see. */
const sightOf =
  ({ data: { principal, audience } }: Tv, floor: LiveFloor): ((board: Board) => boolean) =>
  (board) =>
    seesBoard(principal, seenBy(audience), board, floor.current().file.teams)

/** Null where there is nothing for it any more: the playlist that a preview showed is gone. */
const stageFor = (tv: Tv, { floor, controls, build }: StageParts): StageMessage | null => {
  const { preview, screen } = tv.data
  if (preview !== null && !('screen' in preview))
    return floor.previewStage(preview, sightOf(tv, floor), build)
  const stage = floor.stage(screen, build)
  const hold = controls.holdOf(stage.screen.id)
  return hold === null ? stage : { ...stage, hold }
}

interface StageParts {
  readonly floor: LiveFloor
  readonly controls: Pick<Controls, 'holdOf' | 'onChange'>
  /** Names the renderer that the feed serves. */
  readonly build: string
  readonly codesOf: BoardCodes
}

export const sendStage = (tv: Tv, parts: StageParts): void => {
  const { floor } = parts
  const stage = stageFor(tv, parts)
  if (stage === null) {
    tv.disconnect(true)
    return
  }
  const onWalls = boardsOnWalls(floor.current().file)
  const seen = new Set(onWalls.filter(sightOf(tv, floor)).map(({ id }) => id))
  const boards = boardsOf(stage).filter((board) => seen.has(board))
  const known = new Set(tv.data.boards)
  // The new boards are watched before the old ones are let go: one that is in both is then not computed anew.
  for (const board of boards) floor.desk.watch(board)
  leaveBoards(tv, floor)
  tv.data.boards = boards
  tv.data.shows = stage.screen.id
  const codes = tv.data.preview === null ? parts.codesOf(boards) : null
  tv.emit('stage', codes === null ? stage : { ...stage, codes })
  for (const board of boards) {
    // Sent and joined in one turn of the event loop, so that no patch can come in between.
    if (!known.has(board)) sendBoard(tv, floor, board)
    void tv.join(roomOf(board, tv.data.audience))
  }
}

/** An edit that takes a board from an audience sends its new view before they have left its room: they do not get it. */
export const sendChanges = (
  tvs: Tvs,
  floor: LiveFloor,
  backlogs: Pick<TvBacklogs, 'missed'>,
): StopListening => {
  const to = (board: string) => {
    const audience = audienceOf(floor, board)
    if (audience === null) return null
    backlogs.missed(board)
    return tvs.to(seers(audience).map((each) => roomOf(board, each))).except(behindRoom)
  }
  return floor.desk.listen({
    patch: (message) => void to(message.board)?.emit('patch', message),
    board: (message) => void to(message.view.id)?.emit('board', message),
    error: (message) => void to(message.board)?.emit('board-error', message),
  })
}

export const sendStagesAnew = (tvs: Tvs, parts: StageParts): readonly StopListening[] => {
  const { floor, controls } = parts
  return [
    controls.onChange((screen, what) => {
      if (what !== 'hold') return
      for (const tv of tvs.sockets.values())
        if (tv.data.reads && tv.data.shows === screen) sendStage(tv, parts)
    }),
    floor.onStageChange(() => {
      const { file } = floor.current()
      for (const tv of tvs.sockets.values()) {
        // A TV whose screen is gone comes back by itself, and is then told why it cannot have it.
        if (refuseScreen(file, tv.data.screen) !== null) tv.disconnect(true)
        else if (tv.data.reads) sendStage(tv, parts)
      }
    }),
  ]
}
