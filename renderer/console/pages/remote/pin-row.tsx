// Keeps what is on for a while, by one tap.
import { FormattedMessage, useIntl } from 'react-intl'
import { feedNow } from '../../api/feed-time.ts'
import { Button } from '../../kit/button.tsx'
import type { Remote } from './use-remote.ts'
import { workEnd } from './work-end.ts'

const minuteMs = 60_000
const minutes = [5, 15, 60] as const

export function PinRow({ remote }: { readonly remote: Remote }) {
  const intl = useIntl()
  const { file, screen, board, control, mine, ask } = remote
  if (board === null) return null
  const isDisabled = control.hold !== null && !mine
  const end = workEnd(file, screen, feedNow())
  const pin = (forMs: number) => void ask({ do: 'pin', board: board.id, forMs })
  return (
    <section className="remote-part">
      <div className="remote-part-head">
        <h2>
          <FormattedMessage id="console.remote.pin" defaultMessage="Pin this board for" />
        </h2>
        <span className="soft small">
          <FormattedMessage id="console.remote.pin.note" defaultMessage="then back to its playlist" />
        </span>
      </div>
      <div className="remote-row">
        {minutes.map((each) => (
          <Button key={each} isDisabled={isDisabled} onPress={() => pin(each * minuteMs)}>
            {each === 60 ? (
              <FormattedMessage id="console.remote.hour" defaultMessage="1 h" />
            ) : (
              <FormattedMessage
                id="console.age.minutes"
                defaultMessage="{minutes} min"
                values={{ minutes: each }}
              />
            )}
          </Button>
        ))}
        {end !== null && (
          <Button isDisabled={isDisabled} onPress={() => pin(end - feedNow())}>
            <FormattedMessage
              id="console.remote.until"
              defaultMessage="Until {time}"
              values={{ time: intl.formatTime(end) }}
            />
          </Button>
        )}
      </div>
    </section>
  )
}
