// What a preview in a console shows: a playlist or a board on its own, with the boards that whoever looks may see.
import type { Board } from '../../wire/floor.ts'
import { protocolVersion, type StageMessage } from '../../wire/socket.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { nearestReadable } from '../words/brand-colour.ts'

export type Previewed = { readonly playlist: string } | { readonly board: string }

/** One board is on for as long as somebody looks. */
const boardSeconds = 3600

/**
 * Null where the floor has no such playlist. A board that it does not have and one that is not for whoever looks are one
 * answer, `withheld`, so that nobody learns of private boards. `ms` is an instant, epoch ms.
 */
export const previewStageOf = (
  { file, roster }: FloorModel,
  previewed: Previewed,
  sees: (board: Board) => boolean,
  ms: number,
  build: string,
): StageMessage | null => {
  const seen = new Set(file.boards.filter(sees).map(({ id }) => id))
  const items =
    'board' in previewed
      ? [{ board: previewed.board, seconds: boardSeconds }]
      : file.playlists.find(({ id }) => id === previewed.playlist)?.items
  const scenes = items?.filter(({ board }) => seen.has(board)) ?? []
  if (items === undefined) return null
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
    playlists: { preview: scenes },
    ...(scenes.length === 0 && { withheld: ['preview'] }),
    turns: [{ from: 0, playlist: 'preview' }],
    now: ms,
  }
}
