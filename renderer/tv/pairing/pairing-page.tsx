// What a TV shows until a manager has made a screen of it: one sentence, its code, and how long the code lives.
import { type CSSProperties, useEffect, useState } from 'react'
import { directionOf } from '../../../shared/domain/words/direction.ts'
import { hanOf } from '../../../shared/domain/words/han.ts'
import { type Say, sayIn } from '../../../shared/domain/words/say.ts'
import type { NewTv, RefusedTv } from '../../../shared/wire/pairing.ts'
import type { Theme } from '../../../shared/wire/theme.ts'
import { useStore } from '../../live/use-store.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import { drift } from '../stage/drift.ts'
import { codeSize } from './code-size.ts'
import type { Pairing, PairingRun } from './pairing-run.ts'
import { TimeLeft } from './time-left.tsx'
import { whyWords } from './why-words.ts'
import '../page-without-wall.css'
import './pairing.css'

interface PairingPageProps {
  readonly pairing: PairingRun
  /** Why this TV is not what it was; null for a new one. */
  readonly refused: RefusedTv | null
  readonly tv: NewTv
  readonly feedUrl: string
  /** Of the browser: there is no floor yet. */
  readonly locale: string
  readonly theme: Theme
  readonly running: () => number
}

/** Two groups of three are read and typed without losing the place. */
const groups = [
  [0, 3],
  [3, 6],
] as const

/** What the code has beside the QR code, and above it, in rem. */
const placeAcross = 116
const placeUpright = 95

const Tick = () => (
  <svg className="pairing-tick" viewBox="0 0 100 100" aria-hidden="true">
    <circle cx="50" cy="50" r="46" />
    <path d="M28 52 44 68 73 35" />
  </svg>
)

const headlineOf = (pairing: Pairing, say: Say): string => {
  if (pairing.state === 'paired')
    return say({ id: 'pairing.paired', defaultMessage: 'Paired. The boards are on their way.' })
  if (pairing.state === 'unreachable' && pairing.refused !== null)
    return say({ id: 'pairing.refused', defaultMessage: 'This address gets no code' })
  if (pairing.state === 'shown' && pairing.isFound)
    return say({
      id: 'pairing.found',
      defaultMessage: 'Found. Name this screen in Floorboard, and it plays.',
    })
  return say({
    id: 'pairing.how',
    defaultMessage: 'In Floorboard, choose Screens, then Pair, and type this code',
  })
}

interface BodyProps extends Pick<PairingPageProps, 'feedUrl' | 'running'> {
  readonly now: Pairing
  readonly say: Say
}

const Body = ({ now, feedUrl, running, say }: BodyProps) => {
  if (now.state === 'asking') return <p className="pairing-wait">&nbsp;</p>
  if (now.state === 'unreachable')
    return (
      <p className="pairing-wait" dir={now.refused === null ? undefined : 'auto'}>
        {now.refused !== null
          ? now.refused
          : now.isBusy
            ? say({
                id: 'pairing.busy',
                defaultMessage: 'Many screens ask for a code at once. This one gets its own in a moment.',
              })
            : say(
                {
                  id: 'pairing.unreachable',
                  defaultMessage:
                    'Nothing answers at {address} yet. The code appears by itself as soon as it does.',
                },
                { address: feedUrl },
              )}
      </p>
    )
  if (now.state === 'paired') return null
  const size = {
    '--across': `${codeSize(now.code, placeAcross)}rem`,
    '--upright': `${codeSize(now.code, placeUpright)}rem`,
  } as CSSProperties
  return (
    <>
      <p className="pairing-code" dir="ltr" style={size}>
        {groups.map(([from, until]) => (
          <span key={from}>{now.code.slice(from, until)}</span>
        ))}
      </p>
      <TimeLeft key={now.code} askedAt={now.askedAt} endsAt={now.endsAt} running={running} say={say} />
    </>
  )
}

const minuteMs = 60_000
const drifted = (now: number): CSSProperties => {
  const [right, down] = drift(now)
  return { transform: `translate(${right * 0.1}rem, ${down * 0.1}rem)` }
}

/** A TV may wait for days: what stands on it moves a little, as on the wall. */
const useDrift = (): CSSProperties => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs)
    return () => clearInterval(timer)
  }, [])
  return drifted(now)
}

export const PairingPage = (props: PairingPageProps) => {
  const { pairing, refused, tv, feedUrl, locale, theme, running } = props
  const now = useStore(pairing.now, (value) => value)
  const say = sayIn(locale)
  const why = whyWords(refused, locale, say)
  const isFound = now.state === 'paired' || (now.state === 'shown' && now.isFound)
  return (
    <div className="pairing" dir={directionOf(locale)} data-han={hanOf(locale)} data-theme={theme}>
      <main className="pairing-area" style={useDrift()} data-found={isFound || undefined}>
        <header className="pairing-head">
          <span className="pairing-name">Floorboard</span>
          <span>{say({ id: 'pairing.new-screen', defaultMessage: 'New screen' })}</span>
        </header>
        <section className="pairing-main" aria-live="polite">
          {why !== null && (
            <p className="pairing-why" dir="auto">
              {why}
            </p>
          )}
          <h1 className="pairing-how">{headlineOf(now, say)}</h1>
          <Body now={now} feedUrl={feedUrl} running={running} say={say} />
        </section>
        {isFound && <Tick />}
        {now.state === 'shown' && !isFound && (
          <figure className="pairing-scan">
            <QrCode
              className="pairing-qr"
              text={now.url}
              label={say({ id: 'pairing.qr', defaultMessage: 'Opens the console with this code' })}
            />
            <figcaption>{say({ id: 'pairing.scan', defaultMessage: 'or point your phone here' })}</figcaption>
          </figure>
        )}
        <footer className="pairing-foot">
          <span>
            {now.state === 'shown' && (
              <>
                {say({ id: 'pairing.address', defaultMessage: 'Floorboard is at' })}{' '}
                <bdi className="pairing-address">{now.console}</bdi>
              </>
            )}
          </span>
          <span>
            {say(
              {
                id: 'pairing.tv',
                defaultMessage: 'This TV: {width} × {height}, {shell, select, kiosk {kiosk} other {browser}}',
              },
              { width: String(tv.width), height: String(tv.height), shell: tv.shell },
            )}
          </span>
        </footer>
      </main>
    </div>
  )
}
