// What somebody who came to a TV wants to know of it.
import { formatAge } from '../../../shared/domain/words/age.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { ServiceFacts } from '../../../shared/wire/service.ts'
import type { TvPlace } from './tv-place.ts'

interface FactsListProps {
  readonly facts: ServiceFacts
  readonly place: TvPlace | null
  readonly say: Say
}

const dash = '–'

const contactWords = ({ heardAt, feedNow, isConnected }: TvPlace, say: Say): string => {
  if (isConnected) return say({ id: 'service.connected', defaultMessage: 'connected' })
  if (heardAt === null) return say({ id: 'service.never', defaultMessage: 'none yet' })
  return formatAge(feedNow - heardAt, say)
}

const mendedWords = ({ recoveries }: ServiceFacts, say: Say): string =>
  recoveries === null
    ? say({ id: 'service.mended-nothing', defaultMessage: 'nothing' })
    : say(
        {
          id: 'service.mended-value',
          defaultMessage:
            '{count, plural, one {once} other {# times}}, last {last, select, rotation {the rotation} graphics {the graphics} network {the network} other {the page}}',
        },
        recoveries,
      )

export const FactsList = ({ facts, place, say }: FactsListProps) => {
  const rows: readonly (readonly [string, string])[] = [
    [say({ id: 'service.screen', defaultMessage: 'Screen' }), place?.screen ?? dash],
    [say({ id: 'service.floor', defaultMessage: 'Floor' }), place?.floor ?? dash],
    [say({ id: 'service.feed', defaultMessage: 'Feed' }), facts.feedUrl ?? dash],
    [
      say({ id: 'service.contact', defaultMessage: 'Last contact' }),
      place === null ? dash : contactWords(place, say),
    ],
    [say({ id: 'service.computer', defaultMessage: 'This computer' }), facts.name],
    [
      say({ id: 'service.addresses', defaultMessage: 'Its addresses' }),
      facts.addresses.length === 0
        ? say({ id: 'service.no-network', defaultMessage: 'none: no network' })
        : facts.addresses.slice(0, 3).join(', '),
    ],
    [say({ id: 'service.version', defaultMessage: 'Version' }), facts.version],
    [say({ id: 'service.running', defaultMessage: 'Started' }), formatAge(facts.runningMs, say)],
    [say({ id: 'service.mended', defaultMessage: 'Mended by itself today' }), mendedWords(facts, say)],
  ]
  return (
    <dl className="service-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
