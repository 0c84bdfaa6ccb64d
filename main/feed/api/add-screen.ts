// Adds a screen to the floor file, as any other edit would.
import { byOf } from '../access/principal.ts'
import { createPieceEditor } from '../edits/edit-pieces.ts'
import type { AddScreen } from '../screens/pairing/pair-screens.ts'
import type { ApiParts } from './api-parts.ts'

export const addScreenTo = (parts: ApiParts): AddScreen => {
  const editor = createPieceEditor(parts)
  return async (entry, version, principal) =>
    editor.edit(
      { version, edits: [{ do: 'add', list: 'screens', entry, before: null }] },
      { by: byOf(principal), rights: await parts.rightsOf(principal), isConfirmed: false },
    )
}
