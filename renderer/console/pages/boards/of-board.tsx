// Pages that ask again what a board is: who may change none, or names one that is not there, sees neither.
import { Link, useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Loading } from '../../kit/loading.tsx'
import { NotFound } from '../../shell/not-found.tsx'

export interface OfBoardProps {
  readonly board: Board
  readonly file: FloorFile
}

/** `Asks` is drawn for the board of the address, and anew for another one. */
export function OfBoard({ Asks }: { readonly Asks: ComponentType<OfBoardProps> }) {
  const may = useMay()
  const file = useFloor()?.file
  const { board: id } = useParams({ strict: false })
  if (!file) return <Loading />
  const board = file.boards.find((each) => each.id === id)
  if (!may.edit || !board) return <NotFound />
  return <Asks key={board.id} board={board} file={file} />
}

/** Above its headline: back to the board. */
export function BackToBoard({ board: { id, title } }: { readonly board: Board }) {
  return (
    <Link to="/boards/$board" params={{ board: id }}>
      <bdi>{title}</bdi>
    </Link>
  )
}
