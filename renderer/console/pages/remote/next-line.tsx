// What the screen shows after this.
import { FormattedMessage, FormattedTime } from 'react-intl'
import { useFeedNow } from '../../api/feed-time.ts'
import type { Remote } from './use-remote.ts'

export function NextLine({ remote: { file, status, control } }: { readonly remote: Remote }) {
  const now = useFeedNow()
  const playlist = file.playlists.find(({ id }) => id === status?.playlist)
  if (control.hold)
    return (
      <p className="soft">
        <FormattedMessage
          id="console.remote.then"
          defaultMessage="Back to its playlist at {time}"
          values={{ time: <FormattedTime value={control.hold.until} /> }}
        />
      </p>
    )
  const next = file.boards.find(({ id }) => id === status?.next?.board)
  if (!next || !status?.next) return <p className="soft">{playlist?.name}</p>
  return (
    <p className="soft">
      <FormattedMessage
        id="console.remote.next"
        defaultMessage="Next: {board}, in {seconds} s"
        values={{
          board: <span dir="auto">{next.title}</span>,
          seconds: Math.max(0, Math.round((status.next.at - now) / 1000)),
        }}
      />
    </p>
  )
}
