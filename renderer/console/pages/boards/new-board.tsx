// The first step to a new board: what it should say, chosen by its picture.
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { boardLack } from '../../../../shared/domain/boards/making/board-choices.ts'
import { boardGroups } from '../../../../shared/domain/boards/making/board-form.ts'
import { boardForms } from '../../../../shared/domain/boards/making/board-forms.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Loading } from '../../kit/loading.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { Page } from '../../kit/page.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { useKindWords } from './board-words.tsx'
import { isBoardKind } from './is-board-kind.ts'
import { useGroupWords, useKindAnswers, useLackWords } from './kind-words.ts'
import './new-board.css'

/** The gallery's ordinary state of a kind, with the floor's own look and way of writing. Nothing on it moves. */
const sampleOf = (kind: BoardKind, { floor: { theme, locale, currency } }: FloorFile): string =>
  `/tv/gallery/index.html?${new URLSearchParams({ kind, theme, locale, currency, calm: 'true' })}`

function KindCard({ kind, file }: { readonly kind: BoardKind; readonly file: FloorFile }) {
  const kindWords = useKindWords()
  const answers = useKindAnswers()
  const lackWords = useLackWords()
  const lack = boardLack(kind, file)
  const words = (
    <>
      <Miniature of={{ at: sampleOf(kind, file) }} label="" />
      <h3>{kindWords(kind)}</h3>
      <p className="soft small">{answers(kind)}</p>
    </>
  )
  if (lack === null)
    return (
      <li className="kind-card">
        <Link to="/new-board/$kind" params={{ kind }} className="kind-link">
          {words}
        </Link>
      </li>
    )
  return (
    <li className="kind-card" data-lacks="">
      {words}
      <p className="small kind-lack">{lackWords(lack)}</p>
    </li>
  )
}

export function NewBoard() {
  const say = useSay()
  const groupWords = useGroupWords()
  const may = useMay()
  const file = useFloor()?.file
  if (!file) return <Loading />
  if (!may.edit) return <NotFound />
  const kinds = Object.keys(boardForms).filter(isBoardKind)
  return (
    <Page
      over={
        <Link to="/boards">
          <FormattedMessage id="console.nav.boards" defaultMessage="Boards" />
        </Link>
      }
      title={say({ id: 'console.new-board', defaultMessage: 'New board' })}
      headline={
        <FormattedMessage id="console.new-board.headline" defaultMessage="What should the new board say?" />
      }
    >
      <p className="soft">
        <FormattedMessage
          id="console.new-board.note"
          defaultMessage="Choose one by its picture. The pictures are made up; the next step shows it with your own numbers."
        />
      </p>
      {boardGroups.map((group) => (
        <section key={group} className="kind-group">
          <h2>{groupWords(group)}</h2>
          <ul className="kind-grid">
            {kinds
              .filter((kind) => boardForms[kind].group === group)
              .map((kind) => (
                <KindCard key={kind} kind={kind} file={file} />
              ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
