// What people say looks wrong, with the number as it stood, until somebody answers.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { Doubt } from '../../../../shared/wire/doubts.ts'
import type { ExplainedSearch } from '../../api/explained.ts'
import { answerDoubt, removeDoubt } from '../../api/mending.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'

const longestAnswer = 1000

const searchOf = ({ of, window }: Doubt): ExplainedSearch => ({
  ...(of.kind === 'org' || of.id === null ? {} : { [of.kind]: of.id }),
  ...(window.text === null ? {} : { window: window.text }),
})

function AnswerDialog({ doubt, onClose }: { readonly doubt: Doubt; readonly onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const [words, setWords] = useState('')
  const send = async (): Promise<void> => {
    if (await submit(() => answerDoubt(client, doubt.id, words.trim()))) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<FormattedMessage id="console.doubts.answer" defaultMessage="Answer" />}
      actions={
        <Button look="primary" isPending={busy} isDisabled={words.trim() === ''} onPress={() => void send()}>
          <FormattedMessage id="console.doubts.answered" defaultMessage="It is answered" />
        </Button>
      }
    >
      <div className="form">
        <p dir="auto" className="doubt-words">
          {doubt.words}
        </p>
        {fault !== null && <Notice tone="bad">{fault}</Notice>}
        <TextField
          label={say({ id: 'console.doubts.words', defaultMessage: 'What it was, and what was done' })}
          value={words}
          onChange={setWords}
          maxLength={longestAnswer}
          multiline
          required
        />
      </div>
    </Dialog>
  )
}

function DoubtLine({ doubt }: { readonly doubt: Doubt }) {
  const [answering, setAnswering] = useState(false)
  const { metric, of, window, shown, counted, words, at, by, board, screen, answered } = doubt
  return (
    <li className="line doubt">
      <div className="grow">
        <h3>
          <bdi>{of.name}</bdi>: <bdi>{metric.name}</bdi> {shown}
        </h3>
        <p dir="auto" className="doubt-words">
          {words}
        </p>
        <p className="soft small">
          {by === null ? (
            <FormattedMessage id="console.doubts.nobody" defaultMessage="Somebody in front of a wall" />
          ) : (
            <bdi>{by}</bdi>
          )}
          {' · '}
          <FormattedDate value={at} dateStyle="medium" timeStyle="short" />
          {' · '}
          {window.label}
          {board !== null && (
            <>
              {' · '}
              <bdi>{board.title}</bdi>
            </>
          )}
          {screen !== null && (
            <>
              {' · '}
              <bdi>{screen.name}</bdi>
            </>
          )}
          {counted !== '' && counted !== shown && (
            <>
              {' · '}
              <FormattedMessage
                id="console.doubts.counted"
                defaultMessage="the feed counted {counted}"
                values={{ counted }}
              />
            </>
          )}
        </p>
        {answered !== null && (
          <p className="small" dir="auto">
            <FormattedMessage
              id="console.doubts.reply"
              defaultMessage="{by}: {words}"
              values={{ by: <bdi className="strong">{answered.by}</bdi>, words: <bdi>{answered.words}</bdi> }}
            />
          </p>
        )}
      </div>
      <span className="fault-actions">
        <Link
          className="button quiet small"
          to="/how/$metric"
          params={{ metric: metric.id }}
          search={searchOf(doubt)}
        >
          <FormattedMessage id="console.doubts.how" defaultMessage="How it is computed" />
        </Link>
        {answered === null && (
          <Button size="small" onPress={() => setAnswering(true)}>
            <FormattedMessage id="console.doubts.answer" defaultMessage="Answer" />
          </Button>
        )}
      </span>
      {answering && <AnswerDialog doubt={doubt} onClose={() => setAnswering(false)} />}
    </li>
  )
}

export function OpenDoubts({ doubts }: { readonly doubts: readonly Doubt[] }) {
  if (doubts.length === 0) return null
  return (
    <Card
      title={<FormattedMessage id="console.doubts.title" defaultMessage="Somebody says it looks wrong" />}
    >
      <ul className="lines">
        {doubts.map((doubt) => (
          <DoubtLine key={doubt.id} doubt={doubt} />
        ))}
      </ul>
    </Card>
  )
}

/** Nobody reads more of them. */
const mostAnswered = 5

export function AnsweredDoubts({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const { administer } = useMay()
  const answered = doubts.filter((doubt) => doubt.answered !== null).slice(0, mostAnswered)
  if (answered.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.doubts.answered.title" defaultMessage="Answered" />}>
      <ul className="lines">
        {answered.map(({ id, of, metric, shown, answered: reply }) => (
          <li key={id} className="line">
            <div className="grow">
              <p className="strong small">
                <bdi>{of.name}</bdi>: <bdi>{metric.name}</bdi> {shown}
              </p>
              {reply && (
                <p className="soft small" dir="auto">
                  <bdi>{reply.by}</bdi>: {reply.words}
                </p>
              )}
            </div>
            {administer && (
              <Button
                size="small"
                look="quiet"
                icon={<Trash2 />}
                aria-label={say(
                  { id: 'console.doubts.remove', defaultMessage: 'Remove for good: {name}, {metric}' },
                  { name: of.name, metric: metric.name },
                )}
                onPress={() =>
                  void act(async () => {
                    await removeDoubt(client, id)
                    return say({ id: 'console.doubts.removed', defaultMessage: 'It is removed for good.' })
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
