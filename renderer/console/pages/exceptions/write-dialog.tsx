// A note to the owner of an exception, in the name of whoever writes. The words are ready, and theirs to change.
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { type ExceptionEntry, longestNote } from '../../../../shared/wire/exceptions.ts'
import { exceptionsQuery, writeNote } from '../../api/exceptions.ts'
import { useMe } from '../../api/queries.ts'
import { isFailure } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Segments } from '../../kit/segments.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { Notes } from './notes.tsx'

const longestSubject = 150

interface WriteDialogProps {
  readonly entry: ExceptionEntry
  readonly onClose: () => void
}

/** Mounted while it is open. */
export function WriteDialog({ entry, onClose }: WriteDialogProps) {
  const say = useSay()
  const me = useMe()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const [by, setBy] = useState<'mail' | 'slack'>(entry.mails ? 'mail' : 'slack')
  const [subject, setSubject] = useState(entry.draft?.subject ?? '')
  const [text, setText] = useState(entry.draft?.text ?? '')
  /** How many notes were there when it was opened, or when the others' were shown: none is written over unseen. */
  const [over, setOver] = useState(entry.notes.length)
  const others = entry.notes.slice(over)
  const mayChoose = entry.mails && entry.slack !== null
  const canSend = subject.trim() !== '' && text.trim() !== '' && others.length === 0
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (busy || !canSend) return
    void submit(async () => {
      try {
        await writeNote({ episode: entry.id, over, by, subject: subject.trim(), text: text.trim() })
      } catch (error) {
        if (isFailure(error, 'stale-exception'))
          await client.invalidateQueries({ queryKey: exceptionsQuery.queryKey })
        throw error
      }
      await client.invalidateQueries({ queryKey: exceptionsQuery.queryKey })
      toast({
        said: say(
          { id: 'console.exceptions.written', defaultMessage: 'It is on its way to {name}.' },
          { name: entry.ownerName },
        ),
        tone: 'done',
      })
      onClose()
    })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say(
        { id: 'console.exceptions.write.title', defaultMessage: 'Write to {name}' },
        { name: entry.ownerName },
      )}
      note={
        me?.account && (
          <FormattedMessage
            id="console.exceptions.write.from"
            defaultMessage="In your name; answers go to {email}"
            values={{ email: <bdi>{me.account.email}</bdi> }}
          />
        )
      }
      actions={
        <Button type="submit" form="write-note" look="primary" isPending={busy} isDisabled={!canSend}>
          <FormattedMessage id="console.exceptions.send" defaultMessage="Send" />
        </Button>
      }
    >
      <form id="write-note" className="form" onSubmit={send}>
        <p className="soft" dir="auto">
          {entry.says}
        </p>
        {others.length > 0 ? (
          <Notice
            tone="warn"
            title={
              <FormattedMessage
                id="console.exceptions.others"
                defaultMessage="Somebody has written meanwhile. Read it before you write as well."
              />
            }
            actions={
              <Button size="small" onPress={() => setOver(entry.notes.length)}>
                <FormattedMessage id="console.exceptions.others.read" defaultMessage="I have read it" />
              </Button>
            }
          >
            <Notes of={others} />
          </Notice>
        ) : (
          fault !== null && <Notice tone="bad">{fault}</Notice>
        )}
        {mayChoose && (
          <Segments
            label={say({ id: 'console.exceptions.by', defaultMessage: 'How it goes' })}
            value={by}
            onChange={setBy}
            choices={[
              { id: 'mail', name: say({ id: 'console.exceptions.by.mail', defaultMessage: 'Mail' }) },
              { id: 'slack', name: say({ id: 'console.exceptions.by.slack', defaultMessage: 'Slack' }) },
            ]}
          />
        )}
        <TextField
          label={say({ id: 'console.exceptions.subject', defaultMessage: 'Subject' })}
          value={subject}
          onChange={setSubject}
          maxLength={longestSubject}
          required
        />
        <div className="exception-text">
          <TextField
            label={say({ id: 'console.exceptions.text', defaultMessage: 'Text' })}
            value={text}
            onChange={setText}
            maxLength={longestNote}
            multiline
            required
          />
        </div>
      </form>
    </Dialog>
  )
}
