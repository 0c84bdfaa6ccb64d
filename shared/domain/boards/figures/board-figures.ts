// Every number on a board at an instant, with what it is made of.
import type { BoardKind, BoardOf } from '../../../wire/boards.ts'
import type { BoardFigure, FigureGroup, FigureTerm } from '../../../wire/figures.ts'
import type { BoardView } from '../../../wire/view.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { createFormat, type Format } from '../../words/format.ts'
import { boardKinds } from '../board-kinds.ts'
import { boardNumbers } from '../board-view.ts'
import type { Figure, Figures, Term } from './figure.ts'
import { createFigureTools } from './figure-tools.ts'
import { workingWords } from './working-words.ts'

export interface BoardFigures {
  /** As the board sees them: whom it names, and on which days. */
  readonly numbers: Numbers
  readonly view: BoardView
  readonly groups: readonly Figures[]
}

/** Epoch ms. */
export const figuresOfBoard = <K extends BoardKind>(
  numbers: Numbers,
  board: BoardOf<K>,
  ms: number,
): BoardFigures => {
  const seen = boardNumbers(numbers, board)
  const { createView, figures } = boardKinds[board.kind]
  const view = createView(seen, board).compute(ms)
  const groups = figures(createFigureTools(seen, ms), board, view)
  return { numbers: seen, view, groups: groups.filter((group) => group.figures.length > 0) }
}

const onWall = (format: Format, { value, unit, as }: Figure): string => {
  switch (as) {
    case 'attainment':
      return format.attainment(value)
    case 'change':
      return format.change(value)
    case 'delta':
      return format.delta(value, unit)
    case undefined:
      return format.value(value, unit)
  }
}

const inFull = (format: Format, { value, unit, as }: Figure): string =>
  as === 'attainment' ? format.full(value, 'percent') : format.full(value, unit)

const termInWords = (format: Format, { name, value, unit, figure }: Term): FigureTerm => ({
  name,
  value,
  display: format.full(value, unit),
  figure: figure ?? null,
})

/** With `isPublic`, what says more of people than the board does is left out. */
export const figureInWords = (format: Format, figure: Figure, isPublic: boolean): BoardFigure => {
  const { id, name, unit, value, window, facts, working, note } = figure
  return {
    id,
    name,
    unit,
    value,
    display: onWall(format, figure),
    full: inFull(format, figure),
    window,
    hasFacts: facts !== null,
    working: working && {
      by: working.by,
      says: working.says ?? workingWords(format.say, working.by),
      terms:
        isPublic && working.isPrivate === true ? [] : working.terms.map((each) => termInWords(format, each)),
    },
    note,
  }
}

export const groupsInWords = ({ numbers, groups }: BoardFigures, isPublic: boolean): FigureGroup[] => {
  const format = createFormat(numbers.model.file.floor)
  return groups.map(({ id, name, figures }) => ({
    id,
    name,
    figures: figures.map((figure) => figureInWords(format, figure, isPublic)),
  }))
}

/** By its id; null where the board has none of that id at this moment. */
export const findFigure = (
  { groups }: Pick<BoardFigures, 'groups'>,
  id: string,
): { readonly group: Figures; readonly figure: Figure } | null => {
  for (const group of groups) {
    const figure = group.figures.find((each) => each.id === id)
    if (figure !== undefined) return { group, figure }
  }
  return null
}
