// Chooses boards for a playlist: all of the floor, live, found by a word; private ones say why a wall will not show them.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { useSay } from '../../words/words.tsx'
import { BoardLine, BoardTags, useKindWords } from '../boards/board-words.tsx'
import './add-board.css'

interface AddBoardProps {
  readonly file: FloorFile
  /** Boards that the playlist has already. */
  readonly has: ReadonlySet<string>
  readonly onAdd: (board: Board) => void
  readonly onClose: () => void
}

/** Stays open: a playlist gets several boards at once. */
export function AddBoard({ file, has, onAdd, onClose }: AddBoardProps) {
  const say = useSay()
  const kindWords = useKindWords()
  const [word, setWord] = useState('')
  const folded = word.trim().toLowerCase()
  const shown = file.boards.filter(({ title, kind }) =>
    `${title} ${kindWords(kind)}`.toLowerCase().includes(folded),
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={<FormattedMessage id="console.add-board.title" defaultMessage="Add a board" />}
      actions={
        <Button look="primary" onPress={onClose}>
          <FormattedMessage id="console.done" defaultMessage="Done" />
        </Button>
      }
    >
      <TextField
        label={say({ id: 'console.add-board.search', defaultMessage: 'Find by title or kind' })}
        type="search"
        value={word}
        onChange={setWord}
        autoFocus
      />
      {shown.length === 0 && (
        <p className="soft">
          <FormattedMessage id="console.add-board.none" defaultMessage="No board by this word." />
        </p>
      )}
      <ul className="add-boards">
        {shown.map((board) => (
          <li key={board.id} className="add-board">
            <Miniature of={{ kind: 'board', id: board.id }} label={board.title} />
            <div className="add-board-foot">
              <div className="board-words">
                <p className="strong" dir="auto">
                  {board.title}
                </p>
                <p className="soft small">
                  <BoardLine board={board} file={file} />
                </p>
                <BoardTags board={board} file={file} />
              </div>
              <Button
                size="small"
                icon={<Plus aria-hidden="true" />}
                aria-label={say(
                  { id: 'console.add-board.add', defaultMessage: 'Add {title}' },
                  { title: board.title },
                )}
                onPress={() => onAdd(board)}
              >
                {has.has(board.id) ? (
                  <FormattedMessage id="console.add-board.again" defaultMessage="Once more" />
                ) : (
                  <FormattedMessage id="console.add-board.do" defaultMessage="Add" />
                )}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
