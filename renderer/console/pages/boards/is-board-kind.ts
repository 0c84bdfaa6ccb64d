import { boardForms } from '../../../../shared/domain/boards/making/board-forms.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'

export const isBoardKind = (name: string): name is BoardKind => Object.hasOwn(boardForms, name)
