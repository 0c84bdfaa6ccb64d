// Says when the page no longer hears from its feed, since when, and that edits wait.
import { CloudOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FormattedMessage, FormattedTime } from 'react-intl'
import { useStore } from '../../live/use-store.ts'
import { useEditState } from '../api/floor-edits.tsx'
import { link } from '../api/link.ts'
import './link-banner.css'

/** A line that drops and comes back at once is nobody's business. */
const graceMs = 2500

const useAfterGrace = (since: number | null): boolean => {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    setShown(false)
    if (since === null) return undefined
    const timer = setTimeout(() => setShown(true), Math.max(0, since + graceMs - Date.now()))
    return () => clearTimeout(timer)
  }, [since])
  return shown
}

export function LinkBanner() {
  const state = useStore(link, (value) => value)
  const { waiting, trouble } = useEditState()
  const since = state.state === 'cut' ? state.since : null
  const isCut = useAfterGrace(since)
  const unsaved = trouble?.kind === 'unreachable' || trouble?.kind === 'signed-out' ? waiting.length : 0
  if ((!isCut || since === null) && unsaved === 0) return null
  return (
    <p className="link-banner" role="status">
      <CloudOff aria-hidden="true" />
      <span>
        {since !== null && isCut && (
          <FormattedMessage
            id="console.link.cut"
            defaultMessage="The feed has not answered since {time}. What you see is from then; the wall keeps turning."
            values={{ time: <FormattedTime value={since} /> }}
          />
        )}{' '}
        {unsaved > 0 && (
          <FormattedMessage
            id="console.link.unsaved"
            defaultMessage="{count, plural, one {One change is} other {# changes are}} kept here and saved as soon as it is back."
            values={{ count: unsaved }}
          />
        )}
      </span>
    </p>
  )
}
