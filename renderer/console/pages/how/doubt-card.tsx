// "This looks wrong": the number as it stands here goes to whoever runs the floor, with words.
import { useId, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { NewDoubt } from '../../../../shared/wire/doubts.ts'
import { sendDoubt } from '../../api/figures.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'

const mostShown = 100

interface DoubtCardProps {
  readonly about: Pick<NewDoubt, 'metric' | 'window' | 'rep' | 'team' | 'role' | 'board'>
  /** The number as it stands on the page, and whose it is. */
  readonly shown: string
}

export function DoubtCard({ about, shown }: DoubtCardProps) {
  const [words, setWords] = useState('')
  const [id, setId] = useState(newUuid)
  const [isSent, setSent] = useState(false)
  const { busy, fault, submit } = useSubmit()
  const form = useId()
  const send = async () => {
    const sent = await submit(() => sendDoubt({ id, ...about, shown: shown.slice(0, mostShown), words }))
    if (!sent) return
    setSent(true)
    setWords('')
    setId(newUuid())
  }
  return (
    <Card title={<FormattedMessage id="console.how.doubt" defaultMessage="This looks wrong" />}>
      <form
        id={form}
        className="how-doubt"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField
          label={
            <FormattedMessage
              id="console.how.doubt.words"
              defaultMessage="Sends the number as it stands here to whoever runs the floor. What is wrong with it?"
            />
          }
          multiline
          value={words}
          onChange={(text) => {
            setWords(text)
            setSent(false)
          }}
          maxLength={1000}
        />
        {fault !== null && <Notice tone="bad">{fault}</Notice>}
        {isSent && (
          <Notice tone="good">
            <FormattedMessage
              id="console.how.doubt.sent"
              defaultMessage="It is with them, under Data faults. Their answer will stand there too."
            />
          </Notice>
        )}
        <Button type="submit" isPending={busy} isDisabled={words.trim() === ''}>
          <FormattedMessage id="console.how.doubt.send" defaultMessage="Send" />
        </Button>
      </form>
    </Card>
  )
}
