// What is on until midnight, a line for each screen. The wider a block the longer; the darker the stronger its rule.
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { FormattedMessage, FormattedTime } from 'react-intl'
import { restOfDay } from '../../../../shared/domain/screens/schedule-week.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { Card } from '../../kit/card.tsx'
import './rest-of-day.css'

const lookEveryMs = 30_000
/** So that a block of a few minutes can still be seen, in ms. */
const leastMs = 12 * 60_000

export function RestOfDay({ file }: { readonly file: FloorFile }) {
  const now = useFeedNow(lookEveryMs)
  const days = useMemo(() => restOfDay(file, now, createZone), [file, now])
  const nameOf = (id: string) => file.playlists.find((playlist) => playlist.id === id)?.name ?? id
  return (
    <Card title={<FormattedMessage id="console.rest.title" defaultMessage="The rest of the day" />}>
      <ul className="rest">
        {days.map(({ screen, blocks }) => (
          <li key={screen} className="rest-row">
            <Link to="/screens/$screen" params={{ screen }} className="rest-name cut small" dir="auto">
              {file.screens.find(({ id }) => id === screen)?.name}
            </Link>
            <ol className="rest-blocks">
              {blocks.map(({ rule, startsAt, endsAt }) => (
                <li
                  key={startsAt}
                  className="rest-block small"
                  data-strength={rule?.strength ?? 'none'}
                  style={{ flexGrow: Math.max(leastMs, endsAt - Math.max(startsAt, now)) / 60_000 }}
                >
                  <span className="rest-time figures">
                    {startsAt <= now ? (
                      <FormattedMessage id="console.rest.now" defaultMessage="now" />
                    ) : (
                      <FormattedTime value={startsAt} />
                    )}
                  </span>{' '}
                  <span dir="auto">
                    {rule ? (
                      nameOf(rule.playlist)
                    ) : (
                      <FormattedMessage id="console.rest.nothing" defaultMessage="nothing" />
                    )}
                  </span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </Card>
  )
}
