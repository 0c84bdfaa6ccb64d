// A note: a new one, or one's own in other words. What was typed outlives a reload and whoever was quicker.
import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { NewNote, type Note } from '../../../../shared/wire/coaching-talks.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { changeTalks, type NoteChange } from '../../api/talks.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import './talks.css'

const longest = 2000

const Draft = z.object({ id: z.string(), text: z.string(), over: z.int() })
const nothing: z.infer<typeof Draft> = { id: '', text: '', over: 0 }

/** Where notes are written: about whom, or in which meeting. */
export interface NoteBook {
  /** Of drafts, which outlive a reload. */
  readonly id: string
  readonly label: string
  readonly send: (change: NoteChange) => Promise<unknown>
}

/** Between a rep and whoever coaches them. */
export const useTalkBook = (person: string): NoteBook => {
  const say = useSay()
  const client = useQueryClient()
  return {
    id: person,
    label: say({ id: 'console.note.new', defaultMessage: 'Note, seen by both' }),
    send: (change) => changeTalks(client, person, change),
  }
}

interface NoteFormProps {
  readonly book: NoteBook
  /** The one that is changed; left out, a new one is written. */
  readonly note?: Note
  readonly onDone?: () => void
}

export function NoteForm({ book, note, onDone }: NoteFormProps) {
  const say = useSay()
  const { busy, fault, submit } = useSubmit()
  const draft = useDraft(`note:${book.id}:${note?.id ?? ''}`, Draft, nothing)
  const text = note && !draft.touched ? note.text : draft.value.text
  // The version that was read when they began to type, and not one that came meanwhile.
  const over = draft.touched ? draft.value.over : (note?.version ?? 0)
  const isNewer = note !== undefined && over !== note.version
  const send = (event: FormEvent) => {
    event.preventDefault()
    const id = note?.id ?? (draft.value.id === '' ? newUuid() : draft.value.id)
    const parsed = NewNote.safeParse({ id, text })
    if (!parsed.success || busy) return
    if (!note) draft.set({ id })
    void submit(async () => {
      const change = note
        ? ({ do: 'rewrite', id, change: { over, text: parsed.data.text } } as const)
        : ({ do: 'note', note: parsed.data } as const)
      await book.send(change)
      draft.forget()
      onDone?.()
    })
  }
  return (
    <form className="talk-form" onSubmit={send}>
      <TextField
        label={note ? say({ id: 'console.note.change', defaultMessage: 'In other words' }) : book.label}
        value={text}
        onChange={(value) => draft.set({ text: value, over })}
        maxLength={longest}
        multiline
        autoFocus={note !== undefined}
      />
      {isNewer && (
        <Notice
          tone="warn"
          title={<FormattedMessage id="console.note.newer" defaultMessage="It says something else now:" />}
          actions={
            <Button size="small" onPress={() => draft.set({ over: note.version })}>
              <FormattedMessage id="console.note.keep-mine" defaultMessage="Keep what I wrote" />
            </Button>
          }
        >
          <p className="note-text" dir="auto">
            {note.text}
          </p>
        </Notice>
      )}
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      {(text.trim() !== '' || note) && (
        <div className="talk-form-actions">
          {note && (
            <Button
              onPress={() => {
                draft.forget()
                onDone?.()
              }}
            >
              <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
            </Button>
          )}
          <Button type="submit" isDisabled={busy || text.trim() === '' || isNewer}>
            <FormattedMessage id="console.note.write" defaultMessage="Write it down" />
          </Button>
        </div>
      )}
    </form>
  )
}
