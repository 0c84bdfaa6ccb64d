// What a TV shows that nobody has set up yet: which floor it shows is chosen with the arrows and OK of a remote control.
import { useRef, useState } from 'react'
import { directionOf } from '../../../shared/domain/words/direction.ts'
import { hanOf } from '../../../shared/domain/words/han.ts'
import { type Say, sayIn } from '../../../shared/domain/words/say.ts'
import type { ChoiceAnswer, FeedChoice, FoundFeed, KioskBridge } from '../../../shared/wire/kiosk.ts'
import { AddressPad } from './address-pad.tsx'
import { answerWords } from './answer-words.ts'
import { useAsked } from './use-asked.ts'
import { useRemote } from './use-remote.ts'
import '../page-without-wall.css'
import './set-up.css'

interface SetUpPageProps {
  readonly kiosk: Pick<KioskBridge, 'foundFeeds' | 'chooseFeed'>
  /** Of the browser: there is no floor yet. */
  readonly locale: string
}

const lookEveryMs = 2000
/** More would not fit beside the other two ways. */
const mostFound = 4

const none: readonly FoundFeed[] = []

interface WayProps {
  readonly title: string
  readonly note: string
  readonly isFirst: boolean
  readonly isBusy: boolean
  readonly onChoose: () => void
}

const Way = ({ title, note, isFirst, isBusy, onChoose }: WayProps) => (
  <button
    type="button"
    className="way"
    data-first={isFirst || undefined}
    aria-disabled={isBusy}
    onClick={onChoose}
  >
    <span className="way-title" dir="auto">
      {title}
    </span>
    <span className="way-note" dir="auto">
      {note}
    </span>
  </button>
)

interface WaysProps {
  readonly found: readonly FoundFeed[]
  readonly isBusy: boolean
  readonly say: Say
  readonly choose: (choice: FeedChoice) => void
  readonly type: () => void
}

const Ways = ({ found, isBusy, say, choose, type }: WaysProps) => (
  <div className="ways">
    {found.map(({ name, url }, index) => (
      <Way
        key={url}
        title={name}
        note={new URL(url).host}
        isFirst={index === 0}
        isBusy={isBusy}
        onChoose={() => choose({ kind: 'address', text: url })}
      />
    ))}
    <Way
      title={say({ id: 'set-up.this-computer', defaultMessage: 'Run the floor on this computer' })}
      note={say({
        id: 'set-up.this-computer-note',
        defaultMessage: 'No server is needed. You set it up from your phone or laptop.',
      })}
      isFirst={found.length === 0}
      isBusy={isBusy}
      onChoose={() => choose({ kind: 'this-computer' })}
    />
    <Way
      title={say({ id: 'set-up.type', defaultMessage: 'Type an address' })}
      note={say({
        id: 'set-up.type-note',
        defaultMessage: 'For a floor in another network, or on the internet',
      })}
      isFirst={false}
      isBusy={isBusy}
      onChoose={type}
    />
  </div>
)

export const SetUpPage = ({ kiosk, locale }: SetUpPageProps) => {
  const say = sayIn(locale)
  const area = useRef<HTMLElement>(null)
  const found = useAsked(kiosk.foundFeeds, lookEveryMs, none).slice(0, mostFound)
  const [isTyping, setTyping] = useState(false)
  const [asked, setAsked] = useState<FeedChoice | null>(null)
  const [answer, setAnswer] = useState<ChoiceAnswer | null>(null)
  useRemote(area)

  const choose = async (choice: FeedChoice): Promise<void> => {
    if (asked !== null) return
    setAsked(choice)
    setAnswer(null)
    const said = await kiosk.chooseFeed(choice)
    // One that is taken loads this page anew; until then it stays as it is.
    if (said === 'taken') return
    setAsked(null)
    setAnswer(said)
  }
  const words = answerWords(asked, answer, say)
  return (
    <div className="set-up" dir={directionOf(locale)} data-han={hanOf(locale)} data-theme="night">
      <main className="set-up-area" ref={area}>
        <header className="set-up-head">
          <span className="set-up-name">Floorboard</span>
          <span>{say({ id: 'set-up.new-tv', defaultMessage: 'New TV' })}</span>
        </header>
        <h1 className="set-up-title">
          {isTyping
            ? say({ id: 'set-up.which-address', defaultMessage: 'Where is the floor?' })
            : say({ id: 'set-up.which', defaultMessage: 'Which floor does this TV show?' })}
        </h1>
        {isTyping ? (
          <AddressPad
            say={say}
            isBusy={asked !== null}
            onBack={() => {
              setTyping(false)
              setAnswer(null)
            }}
            onConnect={(text) => void choose({ kind: 'address', text })}
          />
        ) : (
          <Ways
            found={found}
            isBusy={asked !== null}
            say={say}
            choose={(choice) => void choose(choice)}
            type={() => setTyping(true)}
          />
        )}
        <p className="set-up-words" role="status" data-trouble={answer !== null || undefined}>
          {words ??
            (found.length === 0
              ? say({ id: 'set-up.looking', defaultMessage: 'Looking for floors on this network…' })
              : say(
                  {
                    id: 'set-up.found',
                    defaultMessage:
                      '{count, plural, one {One floor} other {# floors}} found on this network.',
                  },
                  { count: found.length },
                ))}
        </p>
        <footer className="set-up-foot">
          {say({
            id: 'set-up.remote',
            defaultMessage: 'Arrows and OK of the remote control, or of a keyboard',
          })}
        </footer>
      </main>
    </div>
  )
}
