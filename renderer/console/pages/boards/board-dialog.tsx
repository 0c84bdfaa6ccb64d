// One board: large, where it is used, and for whom it is.
import { Link, useNavigate } from '@tanstack/react-router'
import { Copy, Pencil, Sigma, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Audience } from '../../../../shared/wire/audience.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { BoardUsesLines, isUsed, usesOf } from './board-uses.tsx'
import { BoardLine, useAudienceWords } from './board-words.tsx'
import { RemoveBoard } from './remove-board.tsx'

interface BoardDialogProps {
  readonly board: Board
  readonly file: FloorFile
  readonly onClose: () => void
}

export function BoardDialog({ board, file, onClose }: BoardDialogProps) {
  const say = useSay()
  const edit = useEdit()
  const may = useMay()
  const own = useOwnTeams(file.teams)
  /** Boards about nobody's team are everybody's. */
  const mayChange = may.edit && (board.scope.team === undefined || own.has(board.scope.team))
  const audienceWords = useAudienceWords()
  const navigate = useNavigate()
  const [isRemoving, setRemoving] = useState(false)
  const uses = usesOf(file, board.id)
  const { id, title } = board
  const setAudience = (audience: Audience) =>
    void edit(
      [{ do: 'set', list: 'boards', id, fields: { audience } }],
      say(
        { id: 'console.board.audience.set', defaultMessage: '{title} is for: {audience}.' },
        { title, audience: audienceWords(audience).name },
      ),
    )
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
            <>
              {mayChange && (
                <Button look="danger" icon={<Trash2 aria-hidden="true" />} onPress={() => setRemoving(true)}>
                  <FormattedMessage id="console.board.remove" defaultMessage="Remove" />
                </Button>
              )}
              <Button
                icon={<Copy aria-hidden="true" />}
                onPress={() => void navigate({ to: '/boards/$board/copy', params: { board: id } })}
              >
                <FormattedMessage id="console.board.copy" defaultMessage="For another team" />
              </Button>
              {mayChange && (
                <Button
                  look="primary"
                  icon={<Pencil aria-hidden="true" />}
                  onPress={() => void navigate({ to: '/boards/$board/change', params: { board: id } })}
                >
                  <FormattedMessage id="console.board.change" defaultMessage="Change" />
                </Button>
              )}
            </>
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
          isDisabled={!mayChange}
          onChange={setAudience}
        />
        <div className="field">
          <span className="field-label">
            <FormattedMessage id="console.board.uses" defaultMessage="Where it is used" />
          </span>
          {isUsed(uses) ? (
            <BoardUsesLines uses={uses} />
          ) : (
            <p>
              <FormattedMessage id="console.board.unused" defaultMessage="Nowhere yet." />
            </p>
          )}
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
      {isRemoving && (
        <RemoveBoard board={board} file={file} onClose={() => setRemoving(false)} onRemoved={onClose} />
      )}
    </Dialog>
  )
}
