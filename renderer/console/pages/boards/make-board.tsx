// A board is made, changed or copied: its choices on one side, and on the other how it looks on walls of all shapes.
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { BoardDraft } from '../../../../shared/domain/boards/making/board-draft.ts'
import { boardForms } from '../../../../shared/domain/boards/making/board-forms.ts'
import { boardLines, parseBoard } from '../../../../shared/domain/boards/making/board-lines.ts'
import { addBoard, changeBoard } from '../../../../shared/domain/edits/board-edits.ts'
import type { BoardPreviewAnswer } from '../../../../shared/wire/board-draft.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import { useBoardPreview } from '../../api/board-preview.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSay } from '../../words/words.tsx'
import { BoardFields } from './board-fields.tsx'
import { useKindWords } from './board-words.tsx'
import { DraftAdvice, type PagesByShape } from './draft-advice.tsx'
import type { WallShape } from './drawn-frame.tsx'
import { useKindAnswers } from './kind-words.ts'
import { LiveShapes } from './live-shapes.tsx'
import { useAskedWords } from './use-asked-words.ts'
import { useSuggestedTitle } from './use-suggested-title.ts'
import './make-board.css'

interface MakeBoardProps {
  readonly kind: BoardKind
  readonly file: FloorFile
  /** Under which what is typed is kept in this tab. */
  readonly draftKey: string
  readonly initial: BoardDraft
  /** The board that is changed; null for a new one. */
  readonly before: Board | null
  /** Whose other fields it takes over; null: of none. */
  readonly base: Board | null
  readonly over: ReactNode
  readonly headline: ReactNode
  readonly title: string
  /** Above the choices. */
  readonly first?: ReactNode
  /** Below the choices: where it is to hang. */
  readonly places?: ReactNode
  /** What is written with it. */
  readonly placesEdits?: (board: string) => readonly FloorEdit[]
  /** Where "Cancel" leads. */
  readonly onCancel: () => void
}

/** Of what is missing still, nothing is said twice: the form shows that it is empty. */
const isWhole = (kind: BoardKind, draft: BoardDraft): boolean =>
  draft.metrics.length >= (boardForms[kind].metrics?.least ?? 0)

function Refused({ faults }: { readonly faults: BoardPreviewAnswer['faults'] }) {
  const asked = useAskedWords()
  if (faults.length === 0) return null
  return (
    <Notice
      tone="bad"
      title={
        <FormattedMessage id="console.make.refused" defaultMessage="The floor would not take it like this" />
      }
    >
      <ul>
        {faults.map(({ at, message }) => (
          <li key={`${at} ${message}`}>
            {asked(at) !== null && <span className="strong">{asked(at)}: </span>}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

export function MakeBoard({
  kind,
  file,
  draftKey,
  initial,
  before,
  base,
  over,
  headline,
  title,
  first,
  places,
  placesEdits,
  onCancel,
}: MakeBoardProps) {
  const say = useSay()
  const edit = useEdit()
  const navigate = useNavigate()
  const answers = useKindAnswers()
  const kindWords = useKindWords()
  const suggest = useSuggestedTitle()
  const { value: draft, set, forget } = useDraft(draftKey, BoardDraft, initial)
  const [pages, setPages] = useState<PagesByShape>({})
  const [isSaving, setSaving] = useState(false)
  const suggested = suggest(kind, draft, file)
  const named = { ...draft, title: draft.title.trim() || suggested }
  const id =
    before?.id ??
    newId(
      named.title,
      file.boards.map((board) => board.id),
      'board',
    )
  const lines = boardLines(kind, id, named, base, file)
  const parsed = parseBoard(lines)
  const { answer, error } = useBoardPreview(parsed.success ? lines : null)
  const shown = answer?.shown ?? null
  const faults = parsed.success ? (answer?.faults ?? []) : []
  const canSave = parsed.success && faults.length === 0 && isWhole(kind, draft) && !isSaving
  /** What is not for the floor hangs nowhere. */
  const hangs = draft.audience === 'floor'
  const leave = () => {
    forget()
    onCancel()
  }
  const save = async () => {
    const change = before === null ? addBoard(lines) : changeBoard(before, lines)
    const edits = [...(change === null ? [] : [change]), ...(hangs ? (placesEdits?.(id) ?? []) : [])]
    if (edits.length > 0) {
      setSaving(true)
      const outcome = await edit(
        edits,
        before === null
          ? say(
              { id: 'console.make.added', defaultMessage: '“{title}” is one of your boards now.' },
              { title: named.title },
            )
          : say({ id: 'console.entry.saved', defaultMessage: '“{name}” is saved.' }, { name: named.title }),
      )
      setSaving(false)
      if (!outcome.ok) return
    }
    forget()
    await navigate({ to: '/boards/$board', params: { board: id } })
  }
  const notePages = (shape: WallShape, count: number) =>
    setPages((known) => (known[shape] === count ? known : { ...known, [shape]: count }))
  return (
    <Page over={over} title={title} headline={headline}>
      <p className="soft">
        {base === null ? (
          answers(kind)
        ) : (
          <FormattedMessage
            id="console.make.answers"
            defaultMessage="{kind}: {question}"
            values={{ kind: <span className="strong">{kindWords(kind)}</span>, question: answers(kind) }}
          />
        )}
      </p>
      <div className="make-board">
        <div className="make-form">
          {first}
          <Card>
            <BoardFields kind={kind} draft={draft} set={set} file={file} suggested={suggested} />
          </Card>
          {hangs && places}
        </div>
        <div className="make-live">
          <LiveShapes title={named.title} shown={shown} onPages={notePages} />
          <Refused faults={faults} />
          {error !== null && !answer && (
            <Notice tone="bad">
              <FormattedMessage
                id="console.make.no-preview"
                defaultMessage="It cannot be shown at the moment. It can be saved all the same."
              />
            </Notice>
          )}
          {shown !== null && (
            <DraftAdvice
              kind={kind}
              draft={draft}
              set={set}
              file={file}
              advice={answer?.advice ?? []}
              pages={pages}
            />
          )}
          <div className="make-acts">
            <Button onPress={leave}>
              <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
            </Button>
            <Button look="primary" isDisabled={!canSave} isPending={isSaving} onPress={() => void save()}>
              {before === null ? (
                <FormattedMessage id="console.make.save" defaultMessage="Save the board" />
              ) : (
                <FormattedMessage id="console.rule.save" defaultMessage="Save" />
              )}
            </Button>
          </div>
        </div>
      </div>
    </Page>
  )
}
