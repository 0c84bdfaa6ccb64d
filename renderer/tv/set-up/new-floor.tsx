// A floor that runs on this computer and has no admin yet: how somebody becomes it, with a phone. Then it is gone for good.
import { useRef, useState } from 'react'
import { directionOf } from '../../../shared/domain/words/direction.ts'
import { hanOf } from '../../../shared/domain/words/han.ts'
import { type Say, sayIn } from '../../../shared/domain/words/say.ts'
import type { KioskBridge, NewFloor as NewFloorFacts } from '../../../shared/wire/kiosk.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import { useAsked } from './use-asked.ts'
import { useRemote } from './use-remote.ts'
import '../page-without-wall.css'
import './set-up.css'

const lookEveryMs = 3000

interface WelcomeProps {
  readonly facts: NewFloorFacts
  readonly say: Say
  readonly onClose: () => void
}

const Welcome = ({ facts, say, onClose }: WelcomeProps) => (
  <>
    <h1 className="set-up-title">
      {say({ id: 'new-floor.title', defaultMessage: 'Your floor runs on this computer' })}
    </h1>
    <div className="new-floor">
      <ol className="new-floor-steps">
        <li>
          {say({
            id: 'new-floor.scan',
            defaultMessage: 'Point a phone in the same network at the code.',
          })}
        </li>
        <li>
          {say({
            id: 'new-floor.warning',
            defaultMessage: 'Its browser warns once, because no authority knows this computer: go on.',
          })}
        </li>
        <li>
          {say({
            id: 'new-floor.account',
            defaultMessage: 'Make your account. From then on you run this wall from any phone or laptop, at:',
          })}
          <bdi className="new-floor-address">{facts.console}</bdi>
        </li>
      </ol>
      <QrCode
        className="pairing-qr"
        text={facts.firstAdminUrl}
        label={say({ id: 'new-floor.qr', defaultMessage: 'Makes you the first admin of this floor' })}
      />
    </div>
    <div className="pad-acts">
      <button type="button" className="pad-act" data-main data-first onClick={onClose}>
        {say({ id: 'new-floor.boards', defaultMessage: 'Show the boards' })}
      </button>
    </div>
  </>
)

interface NewFloorProps {
  readonly kiosk: Pick<KioskBridge, 'newFloor'>
  /** Of the browser: nobody has said yet what the floor's is. */
  readonly locale: string
}

export const NewFloor = ({ kiosk, locale }: NewFloorProps) => {
  const facts = useAsked(kiosk.newFloor, lookEveryMs, null)
  const [isOpen, setOpen] = useState(true)
  const area = useRef<HTMLElement>(null)
  useRemote(area)
  if (facts === null) return null
  const say = sayIn(locale)
  const around = { dir: directionOf(locale), 'data-han': hanOf(locale), 'data-theme': 'night' }
  if (!isOpen)
    return (
      <aside className="new-floor-chip" {...around} ref={area}>
        <button type="button" className="new-floor-open" data-first onClick={() => setOpen(true)}>
          {say({ id: 'new-floor.open', defaultMessage: 'This floor has no admin yet. OK shows how.' })}
        </button>
      </aside>
    )
  return (
    <div className="set-up" {...around}>
      <main className="set-up-area" ref={area}>
        <header className="set-up-head">
          <span className="set-up-name">Floorboard</span>
          <span>{say({ id: 'new-floor.new', defaultMessage: 'New floor' })}</span>
        </header>
        <Welcome facts={facts} say={say} onClose={() => setOpen(false)} />
      </main>
    </div>
  )
}
