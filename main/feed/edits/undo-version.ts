// Undoing one of the last versions.
import type { CurrentFloor, LiveFloor } from '../fold/live-floor.ts'
import { StaleFloor } from '../store/log.ts'
import { inTurns, type Turns } from '../turns.ts'
import { EditedBadly, type EditorRole, type PieceEditor } from './edit-pieces.ts'
import { type FloorHistory, undone } from './floor-history.ts'

/** The message is a sentence. */
export class NotUndoable extends Error {
  override readonly name = 'NotUndoable'
}

export interface UndoParts {
  readonly floor: Pick<LiveFloor, 'current'>
  readonly history: FloorHistory
  readonly editor: PieceEditor
  readonly turns: Turns
}

export interface UndoAsked {
  /** What to undo. */
  readonly version: number
  /** What the sender saw. */
  readonly seen: number
  readonly who: EditorRole
}

/**
 * Null where there is no such version. Rejects with `NotUndoable`, `StaleFloor`, `EditedBadly`, and with whatever
 * `LiveFloor.replace` rejects with.
 */
export const createUndo =
  ({ floor, history, editor, turns }: UndoParts) =>
  async ({ version, seen, who }: UndoAsked): Promise<CurrentFloor | null> => {
    const [entry, before] = [await history.entry(version), await history.entryBefore(version)]
    if (entry === null) return null
    const { version: stands } = floor.current()
    if (stands !== seen) throw new StaleFloor(`it is at version ${stands}, not ${seen}`)
    const refused = await history.refuseUndo(version)
    if (refused !== null || before === null) throw new NotUndoable(refused ?? 'There is nothing before it.')
    if (version === stands) {
      // Nothing came since: the text before it comes back whole, comments and all.
      return editor.putText(before.text, seen, who)
    }
    const now = await editor.data()
    const raw = await inTurns(undone(before.text, entry.text, now), turns)
    try {
      return await editor.write(raw, seen, who)
    } catch (error) {
      if (!(error instanceof EditedBadly)) throw error
      const [first] = error.errors
      throw new NotUndoable(`What came later needs it: ${first?.path} ${first?.message}.`, { cause: error })
    }
  }
