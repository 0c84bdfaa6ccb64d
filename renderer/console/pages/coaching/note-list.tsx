// Notes of the two, newest first: who wrote it, when, and what.
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { Note } from '../../../../shared/wire/coaching-talks.ts'
import { MenuButton } from '../../kit/menu.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { type NoteBook, NoteForm } from './note-form.tsx'
import './talks.css'

interface NoteLineProps {
  readonly note: Note
  readonly book: NoteBook
  readonly mayErase: boolean
}

function NoteLine({ note, book, mayErase }: NoteLineProps) {
  const say = useSay()
  const act = useAct()
  const [isChanging, setChanging] = useState(false)
  const remove = () =>
    void act(async () => {
      await book.send({ do: 'remove', id: note.id })
      return say({ id: 'console.talks.removed', defaultMessage: 'Removed for good.' })
    })
  if (isChanging)
    return (
      <li className="note">
        <NoteForm book={book} note={note} onDone={() => setChanging(false)} />
      </li>
    )
  return (
    <li className="note">
      <p className="note-head soft small">
        <span>
          <bdi>{note.by}</bdi>
          {' · '}
          <FormattedDate value={note.at} month="short" day="numeric" hour="numeric" minute="2-digit" />
          {note.changedAt !== null && (
            <>
              {' · '}
              <FormattedMessage id="console.note.changed" defaultMessage="changed" />
            </>
          )}
        </span>
        {(note.isOwn || mayErase) && (
          <MenuButton
            look="quiet"
            label={say({ id: 'console.note.menu', defaultMessage: 'Change or remove this note' })}
            icon={<Ellipsis />}
            actions={[
              ...(note.isOwn
                ? [
                    {
                      id: 'change',
                      name: say({ id: 'console.note.change-it', defaultMessage: 'Change' }),
                      onAction: () => setChanging(true),
                    },
                  ]
                : []),
              {
                id: 'remove',
                name: say({ id: 'console.note.remove', defaultMessage: 'Remove for good' }),
                danger: true,
                onAction: remove,
              },
            ]}
          />
        )}
      </p>
      <p className="note-text" dir="auto">
        {note.text}
      </p>
    </li>
  )
}

interface NoteListProps {
  readonly notes: readonly Note[]
  readonly book: NoteBook
  readonly mayErase: boolean
}

export function NoteList({ notes, ...props }: NoteListProps) {
  if (notes.length === 0) return null
  return (
    <ul className="lines notes">
      {notes.map((note) => (
        <NoteLine key={note.id} note={note} {...props} />
      ))}
    </ul>
  )
}
