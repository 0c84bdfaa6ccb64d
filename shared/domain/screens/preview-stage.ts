// What a preview in a console shows: a playlist or a board on its own, with the boards that whoever looks may see.
import type { Board } from '../../wire/floor.ts'
import { protocolVersion, type Scene, type StageMessage } from '../../wire/socket.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { nearestReadable } from '../words/brand-colour.ts'

export type Previewed = { readonly playlist: string } | { readonly board: string }

/** One board is on for as long as somebody looks. */
const boardSeconds = 3600

/** A stage that shows these scenes; `isWithheld`: there are none because whoever looks may see none of them. */
const stageWith = (
  { file, roster }: FloorModel,
  scenes: readonly Scene[],
  isWithheld: boolean,
  ms: number,
  build: string,
): StageMessage => {
  const { theme, brand, name, locale, currency } = file.floor
  return {
    protocol: protocolVersion,
    build,
    screen: {
      id: 'preview',
      name,
      timeZone: roster.floorZone.id,
      calm: false,
      // Nothing hides its edges.
      safeArea: 0.02,
      theme,
      rotate: 0,
      volume: 0,
      brand: brand.map((colour) => nearestReadable(theme, colour)),
    },
    floor: { name, locale, currency },
    playlists: { preview: [...scenes] },
    ...(isWithheld && { withheld: ['preview'] }),
    turns: [{ from: 0, playlist: 'preview' }],
    now: ms,
  }
}

/** For a board that is being made, and that the floor does not have. `ms`: epoch ms. */
export const draftStageOf = (model: FloorModel, board: string, ms: number): StageMessage =>
  stageWith(model, [{ board, seconds: boardSeconds }], false, ms, '')

/**
 * Null where the floor has no such playlist. A board that it does not have and one that is not for whoever looks are one
 * answer, `withheld`, so that nobody learns of private boards. `ms` is an instant, epoch ms.
 */
export const previewStageOf = (
  model: FloorModel,
  previewed: Previewed,
  sees: (board: Board) => boolean,
  ms: number,
  build: string,
): StageMessage | null => {
  const { file } = model
  const seen = new Set(file.boards.filter(sees).map(({ id }) => id))
  const items =
    'board' in previewed
      ? [{ board: previewed.board, seconds: boardSeconds }]
      : file.playlists.find(({ id }) => id === previewed.playlist)?.items
  const scenes = items?.filter(({ board }) => seen.has(board)) ?? []
  return items === undefined ? null : stageWith(model, scenes, scenes.length === 0, ms, build)
}
