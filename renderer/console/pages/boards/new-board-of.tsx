// The second step to a new board: its few choices, with what the floor would most likely want to begin with.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { boardLack } from '../../../../shared/domain/boards/making/board-choices.ts'
import { asksFor } from '../../../../shared/domain/boards/making/board-forms.ts'
import { firstDraft } from '../../../../shared/domain/boards/making/first-draft.ts'
import { placeLast } from '../../../../shared/domain/screens/board-places.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMay } from '../../api/queries.ts'
import { Loading } from '../../kit/loading.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { useKindWords } from './board-words.tsx'
import { isBoardKind } from './is-board-kind.ts'
import { MakeBoard } from './make-board.tsx'
import { PlaylistPlaces } from './place-fields.tsx'

function NewOf({ kind, file }: { readonly kind: BoardKind; readonly file: FloorFile }) {
  const say = useSay()
  const navigate = useNavigate()
  const kindWords = useKindWords()
  const own = useOwnTeams(file.teams)
  // Who manages some teams begins with one of these.
  const [initial] = useState(() => ({
    ...firstDraft(kind, file),
    team: asksFor(kind, 'scope') ? own.first : null,
  }))
  const [chosen, setChosen] = useState<readonly string[]>([])
  return (
    <MakeBoard
      kind={kind}
      file={file}
      draftKey={`new-board:${kind}`}
      initial={initial}
      before={null}
      base={null}
      over={
        <Link to="/new-board">
          <FormattedMessage id="console.make.other-kind" defaultMessage="Another kind of board" />
        </Link>
      }
      title={say({ id: 'console.new-board', defaultMessage: 'New board' })}
      headline={
        <FormattedMessage
          id="console.make.headline"
          defaultMessage="New board: {kind}"
          values={{ kind: kindWords(kind) }}
        />
      }
      places={<PlaylistPlaces file={file} value={chosen} onChange={setChosen} />}
      placesEdits={(board) =>
        file.playlists.filter(({ id }) => chosen.includes(id)).map((playlist) => placeLast(playlist, board))
      }
      onCancel={() => void navigate({ to: '/new-board' })}
    />
  )
}

export function NewBoardOf() {
  const may = useMay()
  const file = useFloor()?.file
  const { kind = '' } = useParams({ strict: false })
  if (!file) return <Loading />
  if (!may.edit || !isBoardKind(kind) || boardLack(kind, file) !== null) return <NotFound />
  return <NewOf key={kind} kind={kind} file={file} />
}
