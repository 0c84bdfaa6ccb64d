// A leader's own page: whom it is about, and what they want to say.
import { useEffect, useState } from 'react'
import { createFormat, type Format } from '../../shared/domain/words/format.ts'
import { CongratulateAnswer } from '../../shared/wire/celebrations/api.ts'
import { askFeed, wordsOf } from './ask-feed.ts'
import { Confetti } from './confetti.tsx'
import { NoPage } from './no-page.tsx'
import { WriteForm } from './write-form.tsx'

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly why: string }
  | { readonly state: 'open'; readonly seen: CongratulateAnswer; readonly justWrote: boolean }

export const CongratulatePage = ({ link }: { readonly link: string }) => {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })
  const path = `congratulate/${encodeURIComponent(link)}`
  useEffect(() => {
    askFeed(path, CongratulateAnswer).then(
      (seen) => {
        document.documentElement.lang = seen.locale
        document.title = `${seen.title} · ${seen.floor}`
        setLoaded({ state: 'open', seen, justWrote: false })
      },
      (error) => setLoaded({ state: 'refused', why: wordsOf(error) }),
    )
  }, [path])

  if (loaded.state === 'loading') return <main className="page" aria-busy="true" />
  if (loaded.state === 'refused') return <NoPage why={loaded.why} />
  const { seen, justWrote } = loaded
  const format = createFormat({ locale: seen.locale, currency: seen.currency })
  const send = async (text: string): Promise<void> => {
    const after = await askFeed(path, CongratulateAnswer, { text })
    setLoaded({ state: 'open', seen: after, justWrote: true })
  }
  return (
    <main className="page">
      <Occasion seen={seen} format={format} />
      <WriteForm seen={seen} say={format.say} justWrote={justWrote} send={send} />
    </main>
  )
}

const Occasion = ({
  seen: { face, deal, names, title, about, locale },
  format,
}: {
  readonly seen: CongratulateAnswer
  readonly format: Format
}) => {
  const { say } = format
  const listed = (all: readonly string[]): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(all)
  const amount = deal?.amount ?? null
  return (
    <header className="occasion">
      <Confetti />
      {face !== null && <Portrait initials={face.initials} hue={face.hue} photo={face.photo} />}
      <p className="figure">{amount === null ? title : format.full(amount, 'money')}</p>
      <p className="who">
        {deal?.account ? (
          <>
            <strong>
              <bdi>{listed(names)}</bdi>
            </strong>{' '}
            {say({ id: 'congratulate.closed', defaultMessage: 'closed' })} <bdi>{deal.account}</bdi>
          </>
        ) : (
          <strong>
            <bdi>{listed(names)}</bdi>
          </strong>
        )}
        {deal === null && about !== '' && <span className="about">{about}</span>}
        {deal !== null && deal.helpers.length > 0 && (
          <span className="about">
            {say(
              { id: 'congratulate.with', defaultMessage: 'with {helpers}' },
              { helpers: listed(deal.helpers) },
            )}
          </span>
        )}
      </p>
    </header>
  )
}

/** Where the photo is gone, initials. */
const Portrait = ({
  initials,
  hue,
  photo,
}: {
  readonly initials: string
  readonly hue: number
  readonly photo: string | null
}) => {
  const [broken, setBroken] = useState(false)
  return (
    <span className="portrait" data-hue={hue}>
      {photo === null || broken ? initials : <img src={photo} alt="" onError={() => setBroken(true)} />}
    </span>
  )
}
