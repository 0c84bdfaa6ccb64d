// All boards, live: for whom each is, and where it is used.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Clapperboard, Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { playlistsWith } from '../../../../shared/domain/screens/board-places.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { meetingsQuery } from '../../api/meetings.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Empty } from '../../kit/empty.tsx'
import { TextField } from '../../kit/field.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { Page } from '../../kit/page.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { BoardDialog } from './board-dialog.tsx'
import { BoardLine, BoardTags, useKindWords } from './board-words.tsx'
import './boards.css'

interface BoardCardProps {
  readonly board: Board
  readonly file: FloorFile
  /** Since when nobody in a meeting has said a word about it, epoch ms; null where it is talked about. */
  readonly silentSince: number | null
}

function BoardCard({ board, file, silentSince }: BoardCardProps) {
  const uses = playlistsWith(file, board.id).length
  return (
    <li className="board-card">
      <Link to="/boards/$board" params={{ board: board.id }} className="board-link" resetScroll={false}>
        <Miniature of={{ kind: 'board', id: board.id }} label="" />
        <h2 dir="auto">{board.title}</h2>
        <p className="soft small">
          <BoardLine board={board} file={file} />
        </p>
        <p className="soft small">
          <FormattedMessage
            id="console.boards.uses"
            defaultMessage="{count, plural, =0 {In no playlist} one {In one playlist} other {In # playlists}}"
            values={{ count: uses }}
          />
        </p>
        <BoardTags board={board} file={file} silentSince={silentSince} />
      </Link>
    </li>
  )
}

export function Boards() {
  const say = useSay()
  const navigate = useNavigate()
  const kindWords = useKindWords()
  const file = useFloor()?.file
  const { board: openId } = useParams({ strict: false })
  const may = useMay()
  const [word, setWord] = useState('')
  const goToNew = () => void navigate({ to: '/new-board' })
  const { data: meetings } = useQuery(meetingsQuery)
  const silent = new Map(meetings?.boards.map(({ id, silentSince }) => [id, silentSince]))
  if (!file) return <Loading />
  const open = file.boards.find(({ id }) => id === openId)
  if (openId !== undefined && !open) return <NotFound />
  const folded = word.trim().toLowerCase()
  const shown = file.boards.filter(({ title, kind }) =>
    `${title} ${kindWords(kind)}`.toLowerCase().includes(folded),
  )
  const unused = file.boards.filter(({ id }) => playlistsWith(file, id).length === 0).length
  const title = say({ id: 'console.nav.boards', defaultMessage: 'Boards' })
  return (
    <Page
      over={title}
      title={open?.title ?? title}
      headline={
        <FormattedMessage
          id="console.boards.headline"
          defaultMessage="{count, plural, =0 {No board yet} one {One board} other {# boards}}{unused, plural, =0 {} one {, one of them in no playlist} other {, # of them in no playlist}}"
          values={{ count: file.boards.length, unused }}
        />
      }
      actions={
        <>
          {file.boards.length > 0 && (
            <TextField
              label={say({ id: 'console.add-board.search', defaultMessage: 'Find by title or kind' })}
              type="search"
              value={word}
              onChange={setWord}
            />
          )}
          {may.edit && (
            <Button look="primary" icon={<Plus aria-hidden="true" />} onPress={goToNew}>
              <FormattedMessage id="console.new-board" defaultMessage="New board" />
            </Button>
          )}
        </>
      }
    >
      {file.boards.length === 0 ? (
        <Empty
          icon={<Clapperboard aria-hidden="true" />}
          title={
            <FormattedMessage
              id="console.boards.none"
              defaultMessage="A board is one picture of the numbers"
            />
          }
        >
          <FormattedMessage
            id="console.boards.none.note"
            defaultMessage="Choose one by its picture, fill in a few choices, and see it with your own numbers before it hangs."
          />
        </Empty>
      ) : (
        <ul className="board-grid">
          {shown.map((board) => (
            <BoardCard key={board.id} board={board} file={file} silentSince={silent.get(board.id) ?? null} />
          ))}
        </ul>
      )}
      {open && (
        <BoardDialog
          board={open}
          file={file}
          onClose={() => void navigate({ to: '/boards', resetScroll: false })}
        />
      )}
    </Page>
  )
}
