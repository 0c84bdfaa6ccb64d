// Every number on a board at an instant, with what it is made of.
import type { BoardKind, BoardOf } from '../../../wire/boards.ts'
import type { BoardFigure, FigureGroup, FigureTerm, ListedFigure } from '../../../wire/figures.ts'
import type { BoardView } from '../../../wire/view.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { createFormat, type Format } from '../../words/format.ts'
import { boardKinds } from '../board-kinds.ts'
import { boardNumbers } from '../board-view.ts'
import { createAbout } from './about-of.ts'
import type { Figure, Figures, FigureWorking, Term } from './figure.ts'
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
    default:
      return format.value(value, unit)
  }
}

const inFull = (format: Format, { value, unit, as }: Figure): string =>
  as === 'attainment' ? format.full(value, 'percent') : format.full(value, unit)

const termInWords = (
  format: Format,
  { name, value, unit, figure }: Term,
  idOf: FigureSight['idOf'],
): FigureTerm => ({
  name,
  value,
  display: format.full(value, unit),
  figure: figure === undefined ? null : idOf(figure),
})

export interface FigureSight {
  /** What says more of people than the board does is left out, and ids are others. */
  readonly isPublic: boolean
  /** Of figures and groups, as they are told. */
  readonly idOf: (id: string) => string
}

/** For whoever may know everything. */
export const openSight: FigureSight = { isPublic: false, idOf: (id) => id }

const createWords = (
  { numbers, groups }: Pick<BoardFigures, 'numbers' | 'groups'>,
  { isPublic, idOf }: FigureSight,
) => {
  const format = createFormat(numbers.model.file.floor)
  const aboutOf = isPublic ? () => null : createAbout(numbers, groups)
  const listed = (group: Figures, figure: Figure): ListedFigure => {
    const { id, name, unit, value, window, facts, working, note } = figure
    return {
      id: idOf(id),
      name,
      unit,
      value,
      display: onWall(format, figure),
      full: inFull(format, figure),
      window,
      hasFacts: facts !== null,
      working: working && {
        by: working.by,
        says:
          working.says ??
          workingWords(
            format.say,
            working.by,
            working.isPrivate === true ? [] : working.terms.map((term) => term.name),
          ),
      },
      note,
      about: aboutOf(group, figure),
    }
  }
  const termsOf = ({ terms, isPrivate }: FigureWorking): FigureTerm[] =>
    isPublic && isPrivate === true ? [] : terms.map((term) => termInWords(format, term, idOf))
  const whole = (group: Figures, figure: Figure): BoardFigure => {
    const { working, ...rest } = listed(group, figure)
    return {
      ...rest,
      working: working && figure.working && { ...working, terms: termsOf(figure.working) },
    }
  }
  return { listed, whole }
}

export const figureInWords = (
  found: Pick<BoardFigures, 'numbers' | 'groups'>,
  group: Figures,
  figure: Figure,
  sight: FigureSight,
): BoardFigure => createWords(found, sight).whole(group, figure)

/** Without terms: those of all places together are as many as the square of the people. */
export const groupsInWords = (
  found: Pick<BoardFigures, 'numbers' | 'groups'>,
  sight: FigureSight,
): FigureGroup[] => {
  const { listed } = createWords(found, sight)
  const format = createFormat(found.numbers.model.file.floor)
  return found.groups.map((group) => ({
    id: sight.idOf(group.id),
    name: group.name,
    figures: group.figures.map((figure) => listed(group, figure)),
    points: (group.line ?? []).map((figure) => ({
      id: sight.idOf(figure.id),
      name: figure.name,
      display: onWall(format, figure),
    })),
  }))
}

/** By its id; null where the board has none of that id at this moment. */
export const findFigure = (
  { groups }: Pick<BoardFigures, 'groups'>,
  id: string,
  idOf: FigureSight['idOf'] = openSight.idOf,
): { readonly group: Figures; readonly figure: Figure } | null => {
  // Lines have many points, and are looked through last.
  for (const list of ['figures', 'line'] as const)
    for (const group of groups) {
      const figure = group[list]?.find((each) => idOf(each.id) === id)
      if (figure !== undefined) return { group, figure }
    }
  return null
}
