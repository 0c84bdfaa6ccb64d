// A board of the floor is changed: what it says elsewhere in the floor file stays.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { draftOf } from '../../../../shared/domain/boards/making/board-draft.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Loading } from '../../kit/loading.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { BoardUsesNotice } from './board-uses.tsx'
import { MakeBoard } from './make-board.tsx'

function Change({ board, file }: { readonly board: Board; readonly file: FloorFile }) {
  const say = useSay()
  const navigate = useNavigate()
  const [before] = useState(board)
  const { id } = before
  return (
    <MakeBoard
      kind={before.kind}
      file={file}
      draftKey={`board:${id}`}
      initial={draftOf(before)}
      before={before}
      base={before}
      over={
        <Link to="/boards/$board" params={{ board: id }}>
          <bdi>{before.title}</bdi>
        </Link>
      }
      title={say({ id: 'console.make.change', defaultMessage: 'Change a board' })}
      headline={
        <FormattedMessage
          id="console.make.change.headline"
          defaultMessage="Change “{title}”"
          values={{ title: <bdi>{before.title}</bdi> }}
        />
      }
      first={<BoardUsesNotice board={before} file={file} />}
      onCancel={() => void navigate({ to: '/boards/$board', params: { board: id } })}
    />
  )
}

export function ChangeBoard() {
  const may = useMay()
  const file = useFloor()?.file
  const { board: id } = useParams({ strict: false })
  if (!file) return <Loading />
  const board = file.boards.find((each) => each.id === id)
  if (!may.edit || !board) return <NotFound />
  return <Change key={board.id} board={board} file={file} />
}
