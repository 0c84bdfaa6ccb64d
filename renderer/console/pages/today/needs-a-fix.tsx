// What somebody should look at: screens that are off or slow or wait for a TV, and faults of the data.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, FormattedNumber, FormattedTime } from 'react-intl'
import { doubtsQuery, inboxQuery } from '../../api/mending.ts'
import { useMay } from '../../api/queries.ts'
import { Card } from '../../kit/card.tsx'
import { useItemWords } from '../faults/item-words.tsx'
import { isSlow } from '../screens/device-words.ts'
import type { KnownScreen } from '../screens/use-screens.ts'

/** More faults stand on their own page. */
const mostFaults = 3

interface Fix {
  readonly key: string
  readonly title: ReactNode
  readonly note: ReactNode
  readonly to: string
  readonly action: ReactNode
}

const look = <FormattedMessage id="console.fix.look" defaultMessage="Look" />

const screenFix = ({ screen, status }: KnownScreen, mayPair: boolean): Fix | null => {
  const name = <bdi>{screen.name}</bdi>
  const to = `/screens/${screen.id}`
  if (status?.state === 'off')
    return {
      key: screen.id,
      title: <FormattedMessage id="console.fix.off" defaultMessage="{name} is off" values={{ name }} />,
      note: (
        <FormattedMessage
          id="console.fix.off.note"
          defaultMessage="No power or no network since {time}. It goes on by itself."
          values={{ time: <FormattedTime value={status.since ?? status.lastSeen ?? 0} /> }}
        />
      ),
      to,
      action: look,
    }
  if (status?.state === 'never')
    return {
      key: screen.id,
      title: <FormattedMessage id="console.fix.never" defaultMessage="{name} has no TV" values={{ name }} />,
      note: (
        <FormattedMessage
          id="console.fix.never.note"
          defaultMessage="Open {address} on one, and pair it."
          values={{ address: `${window.location.host}/tv?pair` }}
        />
      ),
      to: mayPair ? '/pair' : to,
      action: mayPair ? <FormattedMessage id="console.fix.pair" defaultMessage="Pair" /> : look,
    }
  if (isSlow(status))
    return {
      key: screen.id,
      title: <FormattedMessage id="console.fix.slow" defaultMessage="{name} stutters" values={{ name }} />,
      note: <FormattedMessage id="console.fix.slow.note" defaultMessage="Calm motion would help this TV." />,
      to,
      action: look,
    }
  return null
}

export function NeedsAFix({ screens }: { readonly screens: readonly KnownScreen[] }) {
  const may = useMay()
  const itemWords = useItemWords()
  const { data: inbox } = useQuery({ ...inboxQuery, enabled: may.administer })
  const { data: said } = useQuery({ ...doubtsQuery, enabled: may.edit })
  const unshown = Math.max(0, (inbox?.open ?? 0) - mostFaults)
  const fixes: readonly Fix[] = [
    ...screens.flatMap((screen) => screenFix(screen, may.edit) ?? []),
    ...(said && said.open > 0
      ? [
          {
            key: 'doubts',
            title: (
              <FormattedMessage
                id="console.fix.doubts"
                defaultMessage="{count, plural, one {Somebody says a number looks wrong} other {# numbers look wrong to somebody}}"
                values={{ count: said.open }}
              />
            ),
            note: <bdi>{said.doubts.find(({ answered }) => answered === null)?.words}</bdi>,
            to: '/faults',
            action: look,
          },
        ]
      : []),
    ...(inbox?.items ?? []).slice(0, mostFaults).map((item) => {
      const { what, why } = itemWords(item)
      return { key: item.key, title: what, note: why, to: '/faults', action: look }
    }),
  ]
  return (
    <Card
      title={<FormattedMessage id="console.fix.title" defaultMessage="Needs a fix" />}
      note={<FormattedNumber value={fixes.length + unshown} />}
    >
      {fixes.length === 0 && (
        <p className="line soft">
          <CircleCheck aria-hidden="true" />
          {may.administer ? (
            <FormattedMessage
              id="console.fix.none"
              defaultMessage="Nothing: every screen shows, all facts count."
            />
          ) : (
            <FormattedMessage id="console.fix.none.screens" defaultMessage="Nothing: every screen shows." />
          )}
        </p>
      )}
      <ul className="lines">
        {fixes.map(({ key, title, note, to, action }) => (
          <li key={key} className="line">
            <div className="grow">
              <h3>{title}</h3>
              <p className="soft small">{note}</p>
            </div>
            <Link to={to} className="button plain small">
              {action}
            </Link>
          </li>
        ))}
      </ul>
      {unshown > 0 && (
        <p className="small">
          <Link to="/faults">
            <FormattedMessage
              id="console.fix.more"
              defaultMessage="{count, plural, one {One more data fault} other {# more data faults}}"
              values={{ count: unshown }}
            />
          </Link>
        </p>
      )}
    </Card>
  )
}
