// What would make the board say more, each with the way to mend it. It advises and never keeps anybody from saving.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FormattedList, FormattedMessage } from 'react-intl'
import { pairChoices } from '../../../../shared/domain/boards/making/board-choices.ts'
import type { BoardDraft } from '../../../../shared/domain/boards/making/board-draft.ts'
import { asksFor, boardForms } from '../../../../shared/domain/boards/making/board-forms.ts'
import { bestPartner } from '../../../../shared/domain/boards/making/first-draft.ts'
import type { BoardAdvice } from '../../../../shared/wire/board-draft.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { scopeFieldsId } from './board-fields.tsx'
import type { WallShape } from './drawn-frame.tsx'

export type PagesByShape = Readonly<Partial<Record<WallShape, number>>>

interface DraftAdviceProps {
  readonly kind: BoardKind
  readonly draft: BoardDraft
  readonly set: (change: Partial<BoardDraft>) => void
  readonly file: FloorFile
  readonly advice: readonly BoardAdvice[]
  readonly pages: PagesByShape
}

/** By what it is, as an own plan each. */
const turnsByItself = (kind: BoardKind, { show }: BoardDraft): boolean =>
  boardForms[kind].turnsPages === true || show === 'person'

const goToScope = () => {
  const fields = document.getElementById(scopeFieldsId)
  fields?.scrollIntoView({ block: 'center' })
  fields?.querySelector('button')?.focus()
}

interface LineProps {
  readonly children: ReactNode
  readonly mend: ReactNode
}

const Line = ({ children, mend }: LineProps) => (
  <li className="line">
    <p className="grow">{children}</p>
    {mend}
  </li>
)

function Names({ file, metrics }: { readonly file: FloorFile; readonly metrics: readonly string[] }) {
  return (
    <FormattedList
      value={metrics.map((id) => (
        <bdi key={id}>{file.metrics.find((metric) => metric.id === id)?.name ?? id}</bdi>
      ))}
    />
  )
}

interface AdviceLineProps extends Omit<DraftAdviceProps, 'advice' | 'pages'> {
  readonly advice: BoardAdvice
}

function AdviceLine({ advice: { code, metrics, board }, kind, draft, set, file }: AdviceLineProps) {
  switch (code) {
    case 'twin':
      return (
        <Line
          mend={
            board !== undefined && (
              <Link to="/boards/$board" params={{ board }}>
                <FormattedMessage id="console.draft-advice.twin.mend" defaultMessage="Look at it" />
              </Link>
            )
          }
        >
          <FormattedMessage
            id="console.draft-advice.twin"
            defaultMessage="There is one just like it: “{title}”"
            values={{ title: <bdi>{file.boards.find(({ id }) => id === board)?.title}</bdi> }}
          />
        </Line>
      )
    case 'nobody':
      return (
        <Line
          mend={
            <Link to="/people">
              <FormattedMessage id="console.draft-advice.nobody.mend" defaultMessage="Go to People" />
            </Link>
          }
        >
          <FormattedMessage id="console.draft-advice.nobody" defaultMessage="Nobody works there today." />
        </Line>
      )
    case 'no-facts':
      return (
        <Line
          mend={
            <Link to="/sources">
              <FormattedMessage id="console.draft-advice.no-facts.mend" defaultMessage="Go to Sources" />
            </Link>
          }
        >
          <FormattedMessage
            id="console.draft-advice.no-facts"
            defaultMessage="Nothing has ever come in for {metrics}."
            values={{ metrics: <Names file={file} metrics={metrics} /> }}
          />
        </Line>
      )
    case 'no-goal':
      return (
        <Line
          mend={
            <Link to="/goals">
              <FormattedMessage id="console.draft-advice.no-goal.mend" defaultMessage="Set goals" />
            </Link>
          }
        >
          <FormattedMessage
            id="console.draft-advice.no-goal"
            defaultMessage="No goal is set here for {metrics} in this time, so that no number says whether it is good."
            values={{ metrics: <Names file={file} metrics={metrics} /> }}
          />
        </Line>
      )
    case 'not-paired': {
      const partner = bestPartner(draft, pairChoices(draft, file), file)
      return (
        <Line
          mend={
            partner && (
              <Button
                size="small"
                onPress={() => set(asksFor(kind, 'pair') ? { pair: partner.id } : { inputs: [partner.id] })}
              >
                <span>
                  <FormattedMessage
                    id="console.draft-advice.not-paired.mend"
                    defaultMessage="Put {metric} beside it"
                    values={{ metric: <bdi>{partner.name}</bdi> }}
                  />
                </span>
              </Button>
            )
          }
        >
          <FormattedMessage
            id="console.draft-advice.not-paired"
            defaultMessage="A result alone: nothing beside it says what people can do for it."
          />
        </Line>
      )
    }
  }
}

export function DraftAdvice({ advice, pages, ...props }: DraftAdviceProps) {
  const { kind, draft } = props
  const most = Math.max(1, ...Object.values(pages))
  const isLong = most > 1 && !turnsByItself(kind, draft)
  if (advice.length === 0 && !isLong) return null
  return (
    <Notice
      tone="warn"
      title={
        <FormattedMessage id="console.draft-advice" defaultMessage="It would say more if this were mended" />
      }
    >
      <ul className="lines">
        {advice.map((each) => (
          <AdviceLine key={each.code} advice={each} {...props} />
        ))}
        {isLong && (
          <Line
            mend={
              asksFor(kind, 'scope') && (
                <Button size="small" onPress={goToScope}>
                  <FormattedMessage id="console.draft-advice.pages.mend" defaultMessage="Choose a team" />
                </Button>
              )
            }
          >
            <FormattedMessage
              id="console.draft-advice.pages"
              defaultMessage="More than one screen holds: it turns {pages, plural, one {# page} other {# pages}}, so that each is seen for a part of the time."
              values={{ pages: most }}
            />
          </Line>
        )}
      </ul>
    </Notice>
  )
}
