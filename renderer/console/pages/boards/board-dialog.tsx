// One board: large, where it is used, and for whom it is.
import { Link } from '@tanstack/react-router'
import { Sigma, Trash2 } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { Audience } from '../../../../shared/wire/audience.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { BoardLine, useAudienceWords } from './board-words.tsx'
import { playlistsWith } from './playlists-with.ts'

interface BoardDialogProps {
  readonly board: Board
  readonly file: FloorFile
  readonly onClose: () => void
}

export function BoardDialog({ board, file, onClose }: BoardDialogProps) {
  const say = useSay()
  const edit = useEdit()
  const may = useMay()
  const audienceWords = useAudienceWords()
  const uses = playlistsWith(file, board.id)
  const { id, title } = board
  const setAudience = (audience: Audience) =>
    void edit(
      [{ do: 'set', list: 'boards', id, fields: { audience } }],
      say(
        { id: 'console.board.audience.set', defaultMessage: '{title} is for: {audience}.' },
        { title, audience: audienceWords(audience).name },
      ),
    )
  const remove = async () => {
    const outcome = await edit(
      [{ do: 'remove', list: 'boards', id, everywhere: false }],
      say({ id: 'console.board.removed', defaultMessage: '{title} is removed.' }, { title }),
    )
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={<bdi>{title}</bdi>}
      note={<BoardLine board={board} file={file} />}
      actions={
        <>
          <Link to="/boards/$board/how" params={{ board: id }} className="button plain usual">
            <Sigma aria-hidden="true" />
            <FormattedMessage id="console.board.how" defaultMessage="How was this computed?" />
          </Link>
          {may.edit && (
            <Button look="danger" icon={<Trash2 aria-hidden="true" />} onPress={() => void remove()}>
              <FormattedMessage id="console.board.remove" defaultMessage="Remove" />
            </Button>
          )}
        </>
      }
    >
      <Miniature of={{ kind: 'board', id }} label={title} goesFirst />
      <div className="form-row">
        <Picker
          label={say({ id: 'console.board.audience', defaultMessage: 'For whom' })}
          choices={Audience.options.map((audience) => ({ id: audience, ...audienceWords(audience) }))}
          value={board.audience}
          isDisabled={!may.edit}
          onChange={setAudience}
        />
        <div className="field">
          <span className="field-label">
            <FormattedMessage id="console.board.uses" defaultMessage="In these playlists" />
          </span>
          <p>
            {uses.length === 0 && <FormattedMessage id="console.board.unused" defaultMessage="In none." />}
            {uses.map((playlist, index) => (
              <span key={playlist.id}>
                {index > 0 && ', '}
                <Link to="/playlists/$playlist" params={{ playlist: playlist.id }} dir="auto">
                  {playlist.name}
                </Link>
              </span>
            ))}
          </p>
        </div>
      </div>
      {board.audience !== 'floor' && (
        <Notice tone="warn">
          <FormattedMessage
            id="console.board.private"
            defaultMessage="{note} Playlists that have it pass it over on screens."
            values={{ note: audienceWords(board.audience).note }}
          />
        </Notice>
      )}
    </Dialog>
  )
}
