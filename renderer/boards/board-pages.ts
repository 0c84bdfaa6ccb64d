// What the rotation asks of a board: how many pages it has, and how long each is on.
import { minPageMs } from '../../shared/domain/screens/rotation.ts'
import type { BoardKind, ViewOf } from '../../shared/wire/boards.ts'
import { boardKinds } from './board-kinds.ts'
import type { Shape } from './parts/paging.ts'

export const pageCount = <K extends BoardKind>(view: ViewOf<K>, shape: Shape): number =>
  boardKinds[view.kind].pages(view, shape)

/** How long a page is on at least, ms. */
export const leastPageMs = ({ kind }: { readonly kind: BoardKind }): number =>
  boardKinds[kind].leastPageMs ?? minPageMs
