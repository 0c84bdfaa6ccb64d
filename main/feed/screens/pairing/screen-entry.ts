// The entry of the floor file that a new screen becomes.
import type { z } from 'zod'
import type { FloorFile, Screen } from '../../../../shared/wire/floor.ts'
import type { PairRequest } from '../../../../shared/wire/pairing.ts'
import { freeId, slugOf } from '../../ingest/csv/slug.ts'

type NewScreen = Extract<PairRequest, { screen: unknown }>['screen']
type ScreenEntry = z.input<typeof Screen>

/** Where a name has no Latin letters and no digits. */
const anyScreen = 'screen'

/** The id comes of the name, the rest is what was asked for. Without a playlist or a group it gets the floor's first. */
export const screenEntry = (file: FloorFile, asked: NewScreen): ScreenEntry => {
  const id = freeId(slugOf(asked.name) || anyScreen, new Set(file.screens.map((screen) => screen.id)))
  const first = asked.playlist === undefined && asked.group === undefined ? file.playlists[0]?.id : undefined
  return { id, ...asked, ...(first !== undefined && { playlist: first }) }
}
