// Badges: those that are won, with their day, and those to come, with what is missing.
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { BadgeStanding } from '../../../../shared/wire/season-answers.ts'
import { BadgeIcon } from '../../../ui/badge-icon.tsx'

export function Won({ on }: { readonly on: string }) {
  return (
    <FormattedMessage
      id="console.shelf.won-on"
      defaultMessage="Won on {day}"
      values={{
        day: <FormattedDate value={`${on}T12:00:00Z`} timeZone="UTC" month="short" day="numeric" />,
      }}
    />
  )
}

function Badge({ of: { icon, name, says, won, share, missing } }: { readonly of: BadgeStanding }) {
  return (
    <li className="shelf-badge" data-won={won === null ? undefined : ''}>
      <span className="shelf-badge-plate">
        <BadgeIcon icon={icon} />
      </span>
      <span className="shelf-badge-words">
        <span className="strong" dir="auto">
          {name}
        </span>
        <span className="soft small" dir="auto">
          {says}
        </span>
        {won === null ? (
          <>
            <span className="shelf-badge-meter" aria-hidden="true">
              <span style={{ width: `${share * 100}%` }} />
            </span>
            {missing !== null && (
              <span className="small shelf-badge-missing" dir="auto">
                {missing}
              </span>
            )}
          </>
        ) : (
          <span className="small shelf-badge-won">
            <Won on={won} />
          </span>
        )}
      </span>
    </li>
  )
}

export function BadgeGrid({ badges }: { readonly badges: readonly BadgeStanding[] }) {
  const won = badges.filter((badge) => badge.won !== null)
  const open = badges.filter((badge) => badge.won === null).toSorted((one, other) => other.share - one.share)
  return (
    <ul className="shelf-badges">
      {[...won, ...open].map((badge) => (
        <Badge key={badge.id} of={badge} />
      ))}
    </ul>
  )
}
