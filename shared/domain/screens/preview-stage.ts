// What a preview in a console shows: a playlist or a board on its own, with the boards that whoever looks may see.
import type { Audience } from '../../wire/audience.ts'
import { protocolVersion, type StageMessage } from '../../wire/socket.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { nearestReadable } from '../words/brand-colour.ts'

export type Previewed = { readonly playlist: string } | { readonly board: string }

/** One board is on for as long as somebody looks. */
const boardSeconds = 3600

/**
 * Null where the floor has none, or none that `audiences` may see: the two are one answer, so that a private board is as if
 * it were not there. `ms` is an instant, epoch ms.
 */
export const previewStageOf = (
  { file, roster }: FloorModel,
  previewed: Previewed,
  audiences: readonly Audience[],
  ms: number,
  build: string,
): StageMessage | null => {
  const seen = new Set(file.boards.filter(({ audience }) => audiences.includes(audience)).map(({ id }) => id))
  const items =
    'board' in previewed
      ? [{ board: previewed.board, seconds: boardSeconds }]
      : file.playlists.find(({ id }) => id === previewed.playlist)?.items
  const scenes = items?.filter(({ board }) => seen.has(board)) ?? []
  if (items === undefined || ('board' in previewed && scenes.length === 0)) return null
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
