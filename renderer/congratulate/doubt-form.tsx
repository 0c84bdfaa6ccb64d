// "This looks wrong": sends the number, with words, to whoever runs the floor.
import { useId, useState } from 'react'
import type { Say } from '../../shared/domain/words/say.ts'
import { DoubtTaken } from '../../shared/wire/doubts.ts'
import { askFeed, wordsOf } from './ask-feed.ts'

interface DoubtFormProps {
  /** Of the board, below the API. */
  readonly path: string
  readonly figure: string
  readonly say: Say
}

/** A page over plain HTTP has no `randomUUID`. */
const newId = (): string => {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte, at) =>
    (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'),
  )
  return [
    [0, 4],
    [4, 6],
    [6, 8],
    [8, 10],
    [10, 16],
  ]
    .map(([from, to]) => hex.slice(from, to).join(''))
    .join('-')
}

export const DoubtForm = ({ path, figure, say }: DoubtFormProps) => {
  const [id] = useState(newId)
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [state, setState] = useState<'open' | 'sending' | 'sent'>('open')
  const [why, setWhy] = useState<string | null>(null)
  const field = useId()
  const title = say({ id: 'how.doubt', defaultMessage: 'This looks wrong' })
  if (state === 'sent')
    return (
      <p className="reaches" role="status">
        {say({ id: 'how.doubt-sent', defaultMessage: 'Thank you. Whoever runs the floor has it now.' })}
      </p>
    )
  if (!isOpen)
    return (
      <button type="button" className="how-doubt-open" onClick={() => setOpen(true)}>
        {title}
      </button>
    )
  const send = async (): Promise<void> => {
    setState('sending')
    setWhy(null)
    try {
      await askFeed(`${path}/doubts`, DoubtTaken, { id, figure, words })
      setState('sent')
    } catch (error) {
      setWhy(wordsOf(error))
      setState('open')
    }
  }
  return (
    <form
      className="how-doubt"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label htmlFor={field}>
        {say({
          id: 'how.doubt-words',
          defaultMessage: 'What is wrong with it? It goes to whoever runs the floor, with the number.',
        })}
      </label>
      <textarea
        id={field}
        rows={3}
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {why !== null && (
        <p className="trouble" role="alert">
          {why}
        </p>
      )}
      <button type="submit" className="send" disabled={words.trim() === '' || state === 'sending'}>
        {say({ id: 'how.doubt-send', defaultMessage: 'Send' })}
      </button>
    </form>
  )
}
