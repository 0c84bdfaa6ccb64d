// What was written about an exception: by whom, when, whether it went through, and the words.
import { FormattedMessage } from 'react-intl'
import type { ExceptionEntry } from '../../../../shared/wire/exceptions.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useAgeWords } from '../../kit/age-words.ts'

type Note = ExceptionEntry['notes'][number]

function State({ of }: { readonly of: Note['state'] }) {
  switch (of) {
    case 'sent':
      return <FormattedMessage id="console.exceptions.note.sent" defaultMessage="sent" />
    case 'waiting':
      return <FormattedMessage id="console.exceptions.note.waiting" defaultMessage="on its way" />
    case 'dead':
    case 'expired':
      return (
        <span className="exception-dead">
          <FormattedMessage id="console.exceptions.note.dead" defaultMessage="did not go through" />
        </span>
      )
  }
}

const minuteMs = 60_000

export function NoteLine({ of: { name, at, state } }: { readonly of: Note }) {
  const now = useFeedNow(minuteMs)
  const ageWords = useAgeWords()
  return (
    <FormattedMessage
      id="console.exceptions.wrote"
      defaultMessage="{name} wrote {age} ago, {state}"
      values={{ name: <bdi>{name}</bdi>, age: ageWords(Math.max(0, now - at)), state: <State of={state} /> }}
    />
  )
}

export function Notes({ of }: { readonly of: readonly Note[] }) {
  return (
    <ul className="exception-notes">
      {of.map((note) => (
        <li key={note.at}>
          <p className="small soft">
            <NoteLine of={note} />
          </p>
          <p className="exception-words small" dir="auto">
            {note.text}
          </p>
        </li>
      ))}
    </ul>
  )
}
