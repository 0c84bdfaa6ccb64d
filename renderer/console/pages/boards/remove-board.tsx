// Asks before a board goes that hangs somewhere: it leaves those places too. History brings all of it back.
import { FormattedMessage } from 'react-intl'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { AskDialog } from '../../kit/ask-dialog.tsx'
import { useSay } from '../../words/words.tsx'
import { BoardUsesLines, isUsed, usesOf } from './board-uses.tsx'

interface RemoveBoardProps {
  readonly board: Board
  readonly file: FloorFile
  readonly onClose: () => void
  readonly onRemoved: () => void
}

/** Playlists that have nothing else: one without a board is none, so that it cannot lose this one. */
const emptiedBy = ({ playlists }: FloorFile, board: string): FloorFile['playlists'] =>
  playlists.filter(({ items }) => items.every((item) => item.board === board))

export function RemoveBoard({ board, file, onClose, onRemoved }: RemoveBoardProps) {
  const say = useSay()
  const edit = useEdit()
  const { id, title } = board
  const uses = usesOf(file, id)
  const [alone] = emptiedBy(file, id)
  const remove = async () => {
    const outcome = await edit(
      [{ do: 'remove', list: 'boards', id, everywhere: true }],
      say({ id: 'console.board.removed', defaultMessage: '{title} is removed.' }, { title }),
    )
    if (outcome.ok) onRemoved()
  }
  return (
    <AskDialog
      width="usual"
      onClose={onClose}
      onDo={() => void remove()}
      isDisabled={alone !== undefined}
      title={
        <FormattedMessage
          id="console.board.remove.ask"
          defaultMessage="Remove “{title}”?"
          values={{ title: <bdi>{title}</bdi> }}
        />
      }
      action={<FormattedMessage id="console.board.remove" defaultMessage="Remove" />}
    >
      {isUsed(uses) ? (
        <>
          <p>
            <FormattedMessage
              id="console.board.remove.uses"
              defaultMessage="It goes from everywhere it is used:"
            />
          </p>
          <BoardUsesLines uses={uses} />
        </>
      ) : (
        <p>
          <FormattedMessage id="console.board.remove.unused" defaultMessage="It is used nowhere." />
        </p>
      )}
      {alone === undefined ? (
        <p className="soft small">
          <FormattedMessage
            id="console.board.remove.undo"
            defaultMessage="Nothing that was counted is lost, and History brings the board back."
          />
        </p>
      ) : (
        <p>
          <FormattedMessage
            id="console.board.remove.alone"
            defaultMessage="The playlist “{playlist}” has nothing else. Give it another board first, or remove it."
            values={{ playlist: <bdi>{alone.name}</bdi> }}
          />
        </p>
      )}
    </AskDialog>
  )
}
