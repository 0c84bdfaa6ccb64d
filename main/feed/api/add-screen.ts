// Adds a screen to the floor file, as any other edit would.
import { createPieceEditor, type PieceEditorParts } from '../edits/edit-pieces.ts'
import type { AddScreen } from '../screens/pairing/pair-screens.ts'

export const addScreenTo = (parts: PieceEditorParts): AddScreen => {
  const editor = createPieceEditor(parts)
  return (entry, version, by) =>
    editor.edit({ version, edits: [{ do: 'add', list: 'screens', entry, before: null }] }, by, false)
}
