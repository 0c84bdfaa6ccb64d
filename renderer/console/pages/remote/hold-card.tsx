// Who holds the wall, until when, and who else asks for it. Nobody takes it from somebody: they ask, and it is handed over.
import { FormattedMessage } from 'react-intl'
import { useFeedNow } from '../../api/feed-time.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../words/words.tsx'
import type { Remote } from './use-remote.ts'

/** "12:40" of what is left; whoever holds it sees it run out. */
const useLeft = (until: number): string => {
  const now = useFeedNow()
  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function HoldCard({ remote }: { readonly remote: Remote }) {
  if (remote.control.hold === null) return null
  return remote.mine ? <OwnHold remote={remote} /> : <OthersHold remote={remote} />
}

function Left({ remote }: { readonly remote: Remote }) {
  const { hold } = remote.control
  const now = useFeedNow()
  const left = useLeft(hold?.until ?? now)
  if (hold === null) return null
  const share = Math.min(1, Math.max(0, (hold.until - now) / Math.max(1, hold.until - hold.since)))
  return (
    <>
      <p className="hold-left">
        <FormattedMessage
          id="console.hold.left"
          defaultMessage="{left} left, then it goes back by itself"
          values={{ left: <span className="figures">{left}</span> }}
        />
      </p>
      <progress className="hold-bar" value={share} max={1} aria-hidden="true" />
    </>
  )
}

const extendMs = 15 * 60_000

function OwnHold({ remote }: { readonly remote: Remote }) {
  const say = useSay()
  const { control, ask } = remote
  return (
    <section
      className="hold own"
      aria-label={say({ id: 'console.hold.name', defaultMessage: 'Who holds the wall' })}
    >
      <div className="hold-line">
        <p className="hold-who">
          <FormattedMessage id="console.hold.own" defaultMessage="You hold the wall" />
        </p>
        <div className="hold-actions">
          <Button size="small" onPress={() => void ask({ do: 'extend', forMs: extendMs })}>
            <FormattedMessage id="console.hold.extend" defaultMessage="15 min more" />
          </Button>
          <Button size="small" onPress={() => void ask({ do: 'release' })}>
            <FormattedMessage id="console.remote.release" defaultMessage="Give back" />
          </Button>
        </div>
      </div>
      <Left remote={remote} />
      {control.asking.map(({ id, name }) => (
        <div className="hold-line asking" key={id}>
          <p>
            <FormattedMessage
              id="console.hold.asks"
              defaultMessage="{name} asks for it"
              values={{
                name: <strong dir="auto">{name}</strong>,
              }}
            />
          </p>
          <div className="hold-actions">
            <Button size="small" onPress={() => void ask({ do: 'not-yet', to: id })}>
              <FormattedMessage id="console.hold.not-yet" defaultMessage="Not yet" />
            </Button>
            <Button size="small" look="primary" onPress={() => void ask({ do: 'hand-over', to: id })}>
              <FormattedMessage id="console.hold.hand-over" defaultMessage="Hand over" />
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}

function OthersHold({ remote }: { readonly remote: Remote }) {
  const say = useSay()
  const { control, own, mayControl, ask } = remote
  const asked = control.asking.some(({ id }) => id === own)
  return (
    <section
      className="hold"
      aria-label={say({ id: 'console.hold.name', defaultMessage: 'Who holds the wall' })}
    >
      <div className="hold-line">
        <p className="hold-who">
          <FormattedMessage
            id="console.hold.other"
            defaultMessage="{name} holds the wall"
            values={{ name: <span dir="auto">{control.hold?.holder.name}</span> }}
          />
        </p>
        {mayControl && (
          <Button
            size="small"
            look="primary"
            isDisabled={asked}
            onPress={() =>
              void ask(
                { do: 'ask' },
                say({ id: 'console.hold.asked', defaultMessage: 'They see on their remote that you ask.' }),
              )
            }
          >
            {asked ? (
              <FormattedMessage id="console.hold.waiting" defaultMessage="Asked, waiting" />
            ) : (
              <FormattedMessage id="console.hold.ask" defaultMessage="Ask for it" />
            )}
          </Button>
        )}
      </div>
      <Left remote={remote} />
    </section>
  )
}
