// A board of the floor is changed: what it says elsewhere in the floor file stays.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { draftOf } from '../../../../shared/domain/boards/making/board-lines.ts'
import { useSay } from '../../words/words.tsx'
import { BoardUsesNotice } from './board-uses.tsx'
import { MakeBoard } from './make-board.tsx'
import { BackToBoard, OfBoard, type OfBoardProps } from './of-board.tsx'

function Change({ board, file }: OfBoardProps) {
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
      over={<BackToBoard board={before} />}
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

export const ChangeBoard = () => <OfBoard Asks={Change} />
