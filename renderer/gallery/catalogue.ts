// Every state in the gallery, by kind of board.
import { BoardView } from '../../shared/wire/view.ts'
import { awkwardStates } from './awkward.ts'
import { views } from './states.ts'

type Kind = BoardView['kind']

/** In the order in which the gallery shows them: that of the contract. */
export const kinds: readonly Kind[] = BoardView.options.map(({ shape }) => shape.kind.value)

/** The first state of a kind is the ordinary one. */
export const ordinaryOf = (kind: Kind): BoardView => {
  const view = views.find((each) => each.kind === kind)
  if (!view) throw new Error(`the gallery has no ${kind} board`)
  return view
}

const states = new Map<Kind, readonly BoardView[]>()

/** First those made by hand, then the generated ones, unless a state of the same name was made by hand. Made once. */
export const statesOf = (kind: Kind): readonly BoardView[] => {
  const known = states.get(kind) ?? makeStates(kind)
  states.set(kind, known)
  return known
}

const makeStates = (kind: Kind): readonly BoardView[] => {
  const byHand = views.filter((view) => view.kind === kind)
  const made = awkwardStates(ordinaryOf(kind)).filter(({ id }) => byHand.every((view) => view.id !== id))
  return [...byHand, ...made]
}

export const everyState = (): readonly BoardView[] => kinds.flatMap(statesOf)

/** The state of that name; what can be made of other kinds than its own is not made for it. */
export const stateNamed = (id: string): BoardView | undefined =>
  views.find((view) => view.id === id) ??
  kinds
    .filter((kind) => id.startsWith(ordinaryOf(kind).id))
    .flatMap(statesOf)
    .find((view) => view.id === id)

const ordinary = new Set(kinds.map((kind) => ordinaryOf(kind).id))
const byHand = new Set(views.map(({ id }) => id))

/** Made by hand for one thing that a board has to stand: drawn without the demo's faces. */
export const isPlain = (id: string): boolean => byHand.has(id) && !ordinary.has(id)
