// The one way in which the console changes the floor: `useEdit`. What was edited is seen at once, on top of the floor that
// the feed has; `useFloor` is that floor.
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo } from 'react'
import { z } from 'zod'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../shared/wire/floor-edits.ts'
import { openShelf } from '../../live/page-shelf.ts'
import { useStore } from '../../live/use-store.ts'
import { applyEdits } from './apply-edits.ts'
import {
  createEditQueue,
  type EditOutcome,
  type EditQueue,
  type EditState,
  type Waiting,
} from './edit-queue.ts'
import { type FloorAnswer, floorQuery, useMay } from './queries.ts'
import { type ApiFailure, isFailure, request } from './request.ts'

const VersionAnswer = z.object({ version: z.int() })

interface Heard {
  readonly taken: (edit: Waiting, version: number) => void
  readonly refused: (edit: Waiting, failure: ApiFailure) => void
}

export const createFloorEdits = (client: QueryClient, { taken, refused }: Heard): EditQueue =>
  createEditQueue({
    storage: openShelf(() => window.sessionStorage),
    seenVersion: () => client.getQueryData<FloorAnswer>(floorQuery.queryKey)?.version ?? null,
    send: async ({ key: id, version, edits }) => {
      try {
        return (await request(VersionAnswer, '/floor/edits', { json: { id, version, edits } })).version
      } catch (error) {
        // Whoever looks at what others changed sees it on the page as well.
        if (isFailure(error, 'stale-floor')) void client.invalidateQueries({ queryKey: floorQuery.queryKey })
        throw error
      }
    },
    taken: (edit, version) => {
      client.setQueryData<FloorAnswer>(floorQuery.queryKey, (before) =>
        before && before.version < version ? { version, file: applyEdits(before.file, edit.edits) } : before,
      )
      // What was guessed here is replaced by what the feed made of it.
      void client.invalidateQueries({ queryKey: floorQuery.queryKey })
      void client.invalidateQueries({ queryKey: ['history'] })
      void client.invalidateQueries({ queryKey: ['advice'] })
      taken(edit, version)
    },
    refused,
  })

/** Takes back a version of the floor; resolves with the one that this made. */
export const undoVersion = async (client: QueryClient, version: number): Promise<number> => {
  const seen = client.getQueryData<FloorAnswer>(floorQuery.queryKey)?.version ?? version
  const answer = await request(VersionAnswer, `/history/${version}/undo`, { json: { version: seen } })
  void client.invalidateQueries({ queryKey: floorQuery.queryKey })
  void client.invalidateQueries({ queryKey: ['history'] })
  return answer.version
}

const Context = createContext<EditQueue | null>(null)
export const FloorEditsProvider = Context.Provider

export const useEditQueue = (): EditQueue => {
  const queue = useContext(Context)
  if (!queue) throw new Error('FloorEditsProvider is missing.')
  return queue
}
export const useEditState = (): EditState => useStore(useEditQueue().state, (state) => state)

/**
 * `said` is the sentence for when it is done. Resolves once the feed has taken the edits or finally refused them: pages
 * need not wait, except to go elsewhere or to close a dialog.
 */
export const useEdit = (): ((edits: readonly FloorEdit[], said: string) => Promise<EditOutcome>) =>
  useEditQueue().add

export interface ShownFloor {
  readonly version: number
  readonly file: FloorFile
}

/** The floor with all edits that are on their way; undefined until it is there, and for whoever may not look at it. */
export const useFloor = (): ShownFloor | undefined => {
  const { look } = useMay()
  const { data } = useQuery({ ...floorQuery, enabled: look })
  const { waiting } = useEditState()
  return useMemo(
    () =>
      data && {
        version: data.version,
        file: waiting.reduce((file, { edits }) => applyEdits(file, edits), data.file),
      },
    [data, waiting],
  )
}
