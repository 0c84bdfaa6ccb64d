// The service menu over the wall, which goes on behind it. What it may show and do is decided by the shell.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { directionOf } from '../../../shared/domain/words/direction.ts'
import { hanOf } from '../../../shared/domain/words/han.ts'
import { type Say, sayIn } from '../../../shared/domain/words/say.ts'
import type { KioskBridge } from '../../../shared/wire/kiosk.ts'
import type { ServiceState } from '../../../shared/wire/service.ts'
import type { Store } from '../../live/store.ts'
import { useStore } from '../../live/use-store.ts'
import { useAsked } from '../set-up/use-asked.ts'
import { useRemote } from '../set-up/use-remote.ts'
import { ActsList } from './acts-list.tsx'
import { FactsList } from './facts-list.tsx'
import { PinPad } from './pin-pad.tsx'
import type { TvPlace } from './tv-place.ts'
import '../set-up/set-up.css'
import './service.css'

/** What a TV can do for the menu that shows a wall; null while it has none. */
export interface ServedTv {
  readonly place: () => TvPlace
  readonly louder: () => void
  readonly quieter: () => void
}

interface ServiceMenuProps {
  readonly kiosk: Pick<KioskBridge, 'service'>
  readonly state: Store<ServiceState>
  readonly tv: ServedTv | null
  /** Of the browser, until the floor says its own. */
  readonly locale: string
}

const lookEveryMs = 2000

interface LockedProps {
  readonly state: Extract<ServiceState, { kind: 'locked' }>
  readonly kiosk: ServiceMenuProps['kiosk']
  readonly say: Say
}

const Locked = ({ state, kiosk, say }: LockedProps) => {
  const { waitMs, wasWrong } = state
  // Whole minutes are told, and the wait may end while somebody looks.
  const [waitsFor, setWaitsFor] = useState(waitMs)
  useEffect(() => {
    const endsAt = performance.now() + waitMs
    setWaitsFor(waitMs)
    if (waitMs === 0) return
    const timer = setInterval(() => setWaitsFor(Math.max(0, endsAt - performance.now())), 1000)
    return () => clearInterval(timer)
  }, [waitMs])
  const words =
    waitsFor > 0
      ? say(
          {
            id: 'service.waits',
            defaultMessage:
              'Too many wrong PINs. The next one is looked at in {minutes, plural, one {a minute} other {# minutes}}.',
          },
          { minutes: Math.ceil(waitsFor / 60_000) },
        )
      : wasWrong
        ? say({ id: 'service.wrong', defaultMessage: 'That is not the PIN.' })
        : say({ id: 'service.where', defaultMessage: 'It stands in the console, under Screens.' })
  return (
    <div className="service-locked">
      <div className="service-ask">
        <h1 className="service-title">{say({ id: 'service.pin', defaultMessage: 'Service PIN' })}</h1>
        <p className="service-words" role="status" data-trouble={waitsFor > 0 || wasWrong || undefined}>
          {words}
        </p>
        <button type="button" className="service-act" onClick={() => void kiosk.service({ kind: 'close' })}>
          {say({ id: 'service.close', defaultMessage: 'Back to the wall' })}
        </button>
      </div>
      <PinPad say={say} isWaiting={waitsFor > 0} onPin={(pin) => void kiosk.service({ kind: 'pin', pin })} />
    </div>
  )
}

interface OpenProps {
  readonly kiosk: ServiceMenuProps['kiosk']
  readonly tv: ServedTv | null
  readonly locale: string
  readonly say: Say
}

const Open = ({ kiosk, tv, locale, say }: OpenProps) => {
  const [look] = useState(() => () => kiosk.service({ kind: 'look' }))
  const facts = useAsked(look, lookEveryMs, null)
  const [, draw] = useState(0)
  if (facts === null) return null
  const place = tv?.place() ?? null
  return (
    <>
      <h1 className="service-title">
        {place?.screen ?? say({ id: 'service.new', defaultMessage: 'A TV without a floor' })}
      </h1>
      <div className="service-open">
        <FactsList facts={facts} place={place} say={say} />
        <ActsList
          acts={facts.acts}
          volume={place === null || place.screen === null ? null : place.volume}
          locale={locale}
          say={say}
          onVolume={(way) => {
            tv?.[way]()
            draw((count) => count + 1)
          }}
          onAct={(act) => void kiosk.service({ kind: 'act', act })}
          onClose={() => void kiosk.service({ kind: 'close' })}
        />
      </div>
    </>
  )
}

interface FrameProps {
  readonly locale: string
  readonly theme: string
  readonly isCalm: boolean
  readonly say: Say
  readonly children: ReactNode
}

const Frame = ({ locale, theme, isCalm, say, children }: FrameProps) => {
  const area = useRef<HTMLElement>(null)
  useRemote(area, true)
  return (
    <div
      className="service"
      dir={directionOf(locale)}
      data-han={hanOf(locale)}
      data-theme={theme}
      data-calm={isCalm || undefined}
    >
      <main className="service-area" ref={area}>
        <header className="service-head">
          <span className="set-up-name">Floorboard</span>
          <span>{say({ id: 'service.service', defaultMessage: 'Service' })}</span>
        </header>
        {children}
        <footer className="service-foot">
          {say({
            id: 'service.closes',
            defaultMessage: 'Arrows and OK. It closes by itself a minute after the last key.',
          })}
        </footer>
      </main>
    </div>
  )
}

export const ServiceMenu = ({ kiosk, state, tv, locale: ofBrowser }: ServiceMenuProps) => {
  const now = useStore(state, (value) => value)
  if (now.kind === 'closed') return null
  const place = tv?.place() ?? null
  const locale = place?.locale ?? ofBrowser
  const say = sayIn(locale)
  return (
    <Frame locale={locale} theme={place?.theme ?? 'night'} isCalm={place?.isCalm ?? false} say={say}>
      {now.kind === 'locked' ? (
        <Locked state={now} kiosk={kiosk} say={say} />
      ) : (
        <Open kiosk={kiosk} tv={tv} locale={locale} say={say} />
      )}
    </Frame>
  )
}
