// The remote: one screen in the hand, as large as a phone allows. Next, back, hold, pin, volume, team, show now.
import { useNavigate, useParams } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { useMay } from '../../api/queries.ts'
import { Loading } from '../../kit/loading.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { Picker } from '../../kit/picker.tsx'
import { StateDot } from '../../kit/screen-state.tsx'
import { useSay } from '../../words/words.tsx'
import { NoScreen } from '../screens/no-screen.tsx'
import { useScreens } from '../screens/use-screens.ts'
import { HoldCard } from './hold-card.tsx'
import { Huddle } from './huddle.tsx'
import { NextLine } from './next-line.tsx'
import { PinRow } from './pin-row.tsx'
import { ScreenSettings } from './remote-settings.tsx'
import { RemoteTabs } from './remote-tabs.tsx'
import { ShowNowStrip } from './show-now-strip.tsx'
import { Steps } from './steps.tsx'
import { type Remote as RemoteOf, useRemote } from './use-remote.ts'
import './remote.css'

/** Without a screen in its address it is the floor's first. */
export function Remote({ huddle = false }: { readonly huddle?: boolean }) {
  const { screen } = useParams({ strict: false })
  const first = useScreens()?.screens[0]?.screen.id
  const id = screen ?? first
  return id === undefined ? <NoRemote /> : <RemoteFor key={id} screen={id} huddle={huddle} />
}

export function HuddleRemote() {
  return <Remote huddle />
}

function NoRemote() {
  const pending = useScreens() === undefined
  if (pending) return <Loading />
  return (
    <main className="remote" id="main">
      <NoScreen>
        <FormattedMessage
          id="console.remote.none.note"
          defaultMessage="A remote moves a screen. Pair one first, or name one in the floor file."
        />
      </NoScreen>
    </main>
  )
}

function RemoteFor({ screen, huddle }: { readonly screen: string; readonly huddle: boolean }) {
  const remote = useRemote(screen)
  if (remote === 'pending') return <Loading />
  if (remote === 'unknown') return <NoRemote />
  return (
    <main className="remote" id="main">
      <Head remote={remote} huddle={huddle} />
      <RemoteTabs screen={screen} />
      <HoldCard remote={remote} />
      {huddle ? <Huddle remote={remote} /> : <Controls remote={remote} />}
    </main>
  )
}

function Head({ remote, huddle }: { readonly remote: RemoteOf; readonly huddle: boolean }) {
  const say = useSay()
  const navigate = useNavigate()
  const { file, screen, status, control, own } = remote
  const others = control.remotes.filter(({ id }) => id !== own)
  return (
    <header className="remote-head">
      <Picker
        label={say({ id: 'console.remote.screen', defaultMessage: 'Screen' })}
        labelUnseen
        value={screen.id}
        choices={file.screens.map(({ id, name }) => ({ id, name }))}
        onChange={(id) =>
          void navigate({
            to: huddle ? '/remote/$screen/huddle' : '/remote/$screen',
            params: { screen: id },
          })
        }
      />
      <p className="remote-state soft">
        <StateDot state={status?.state ?? 'never'} />
        <FormattedMessage
          id="console.remote.remotes"
          defaultMessage="{others, plural, =0 {yours is the only remote} one {{name} has a remote too} other {# others have a remote too}}"
          values={{ others: others.length, name: others[0]?.name ?? '' }}
        />
      </p>
    </header>
  )
}

function Controls({ remote }: { readonly remote: RemoteOf }) {
  const { screen, status, control, board } = remote
  const may = useMay()
  return (
    <>
      <Miniature
        of={{ kind: 'screen', id: screen.id }}
        label={screen.name}
        portrait={screen.rotate === 90 || screen.rotate === 270}
        state={control.hold ? 'held' : status?.state === 'off' ? 'off' : 'live'}
      />
      <div className="remote-words">
        <h1 dir="auto">{board?.title ?? screen.name}</h1>
        <NextLine remote={remote} />
      </div>
      {may.control && (
        <>
          <Steps remote={remote} />
          <PinRow remote={remote} />
          <ScreenSettings remote={remote} />
          <ShowNowStrip remote={remote} />
        </>
      )}
    </>
  )
}
