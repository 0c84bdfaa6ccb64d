// Where a leader writes. What they send is on the wall at once, so that it can be changed only now and then.
import { useState } from 'react'
import type { Say } from '../../shared/domain/words/say.ts'
import type { CongratulateAnswer } from '../../shared/wire/celebrations/api.ts'
import { wordsOf } from './ask-feed.ts'

/** As the API takes it. */
const mostLetters = 280

interface WriteFormProps {
  readonly seen: CongratulateAnswer
  readonly say: Say
  readonly justWrote: boolean
  readonly send: (text: string) => Promise<void>
}

export const WriteForm = ({ seen, say, justWrote, send }: WriteFormProps) => {
  const [text, setText] = useState(seen.wrote ?? '')
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { leader, locale, until, now } = seen
  const first = leader.name.split(' ')[0] ?? leader.name
  const locked = lockOf(seen, say)
  const phrases = [
    say({ id: 'congratulate.superb', defaultMessage: 'Superb.' }),
    say({ id: 'congratulate.seen', defaultMessage: 'The whole floor saw that.' }),
    say({ id: 'congratulate.earned', defaultMessage: 'Earned. Well done.' }),
  ]
  const submit = async (): Promise<void> => {
    setSending(true)
    setTrouble(null)
    try {
      await send(text.trim())
    } catch (error) {
      setTrouble(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      className="write"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h1>
        {justWrote
          ? say({ id: 'congratulate.sent', defaultMessage: 'It is on the wall, {first}' }, { first })
          : say({ id: 'congratulate.ask', defaultMessage: 'Say well done, {first}' }, { first })}
      </h1>
      {locked === null ? (
        <>
          <textarea
            value={text}
            rows={3}
            maxLength={mostLetters}
            required
            aria-label={say({ id: 'congratulate.words', defaultMessage: 'Your words' })}
            onChange={({ target }) => setText(target.value)}
          />
          <div className="phrases">
            {phrases.map((phrase) => (
              <button
                type="button"
                key={phrase}
                aria-pressed={text === phrase}
                onClick={() => setText(phrase)}
              >
                {phrase}
              </button>
            ))}
          </div>
        </>
      ) : (
        <>
          {seen.wrote !== null && <blockquote>{seen.wrote}</blockquote>}
          <p className="locked" role="status">
            {locked}
          </p>
        </>
      )}
      <p className="reaches">
        {say(
          {
            id: 'congratulate.walls',
            defaultMessage: '{screens, plural, one {On # wall} other {On # walls}} within a second',
          },
          { screens: seen.screens },
        )}
        {seen.mailsTo.length > 0 &&
          say(
            { id: 'congratulate.mails', defaultMessage: ', and to {names} by mail' },
            { names: new Intl.ListFormat(locale).format(seen.mailsTo) },
          )}
      </p>
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      {locked === null && (
        <button className="send" type="submit" disabled={sending || text.trim() === ''}>
          {seen.wrote === null
            ? say({ id: 'congratulate.send', defaultMessage: 'Send to the wall' })
            : say({ id: 'congratulate.change', defaultMessage: 'Change it on the wall' })}
        </button>
      )}
      <p className="until">
        {say(
          { id: 'congratulate.until', defaultMessage: 'Your own link, {name}, good until {time}' },
          {
            name: leader.name,
            time: new Intl.DateTimeFormat(locale, {
              weekday: 'long',
              hour: 'numeric',
              minute: '2-digit',
            }).format(Math.max(until, now)),
          },
        )}
      </p>
    </form>
  )
}

/** Why nothing can be written, or null. */
const lockOf = (
  { stands, isForeign, wrote, mayWriteAt, now, locale }: CongratulateAnswer,
  say: Say,
): string | null => {
  if (!stands)
    return say({
      id: 'congratulate.gone',
      defaultMessage: 'This was taken back: it no longer stands. There is nothing to do.',
    })
  if (isForeign)
    return say({
      id: 'congratulate.foreign',
      defaultMessage: 'This was written in another browser, and can be changed there alone.',
    })
  if (wrote === null || mayWriteAt <= now) return null
  return say(
    { id: 'congratulate.again-at', defaultMessage: 'You can change it from {time} on.' },
    {
      time: new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(mayWriteAt),
    },
  )
}
