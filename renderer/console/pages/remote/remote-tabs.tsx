// The two hands of the remote: stepping a screen, and leading a huddle.
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { useSay } from '../../words/words.tsx'

export function RemoteTabs({ screen }: { readonly screen: string }) {
  const say = useSay()
  return (
    <nav
      className="remote-tabs"
      aria-label={say({ id: 'console.remote.tabs', defaultMessage: 'Remote or huddle' })}
    >
      <Link to="/remote/$screen" params={{ screen }} activeOptions={{ exact: true }} className="remote-tab">
        <FormattedMessage id="console.remote.tab" defaultMessage="Remote" />
      </Link>
      <Link to="/remote/$screen/huddle" params={{ screen }} className="remote-tab">
        <FormattedMessage id="console.huddle.tab" defaultMessage="Huddle" />
      </Link>
    </nav>
  )
}
