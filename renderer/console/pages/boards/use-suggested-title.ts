// What a board is called until somebody says it better: by its number, else by its kind; with whom it is about.
import type { BoardDraft } from '../../../../shared/domain/boards/making/board-draft.ts'
import { asksFor, boardForms } from '../../../../shared/domain/boards/making/board-forms.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useKindWords } from './board-words.tsx'

const nameIn = (
  list: readonly { readonly id: string; readonly name: string }[],
  id: string | undefined | null,
) => list.find((each) => each.id === id)?.name

export const useSuggestedTitle = (): ((kind: BoardKind, draft: BoardDraft, file: FloorFile) => string) => {
  const kindWords = useKindWords()
  return (kind, { metrics, sides, team, role }, { metrics: all, teams, roles, people }) => {
    if (asksFor(kind, 'sides')) {
      const names = sides.map((side) => nameIn(teams, side) ?? nameIn(people, side))
      if (names.every((name) => name !== undefined)) return names.join(' : ')
    }
    const what = boardForms[kind].metrics?.most === 1 ? nameIn(all, metrics[0]) : undefined
    return [what ?? kindWords(kind), nameIn(teams, team), nameIn(roles, role)]
      .filter((name) => name !== undefined)
      .join(' · ')
  }
}
