// No more mails: it asks first, since mail programs open every link by themselves.
import { useEffect, useState } from 'react'
import { sayIn } from '../../shared/domain/words/say.ts'
import { MailStopAnswer } from '../../shared/wire/celebrations/api.ts'
import { askFeed, wordsOf } from './ask-feed.ts'
import { NoPage } from './no-page.tsx'

export const MailStopPage = ({ link }: { readonly link: string }) => {
  const [seen, setSeen] = useState<MailStopAnswer | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const path = `mail-stops/${encodeURIComponent(link)}`
  useEffect(() => {
    askFeed(path, MailStopAnswer).then(
      (answer) => {
        document.documentElement.lang = answer.locale
        setSeen(answer)
      },
      (error) => setWhy(wordsOf(error)),
    )
  }, [path])
  if (why !== null) return <NoPage why={why} />
  if (seen === null) return <main className="page" aria-busy="true" />
  const say = sayIn(seen.locale)
  const to = { email: seen.email }
  const ask = (body: object): void =>
    void askFeed(path, MailStopAnswer, body).then(setSeen, (error) => setWhy(wordsOf(error)))
  return (
    <main className="page no-page">
      <h1>{seen.floor}</h1>
      <p className="why">
        {seen.stopped
          ? say(
              { id: 'mail-stop.stopped', defaultMessage: 'No more mails about celebrations go to {email}.' },
              to,
            )
          : say({ id: 'mail-stop.sent', defaultMessage: 'Mails about celebrations go to {email}.' }, to)}
      </p>
      <button className="send" type="button" onClick={() => ask(seen.stopped ? { again: true } : {})}>
        {seen.stopped
          ? say({ id: 'mail-stop.again', defaultMessage: 'Send me mails again' })
          : say({ id: 'mail-stop.stop', defaultMessage: 'No more of these mails' })}
      </button>
    </main>
  )
}
