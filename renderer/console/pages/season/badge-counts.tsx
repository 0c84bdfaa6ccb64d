// How many have won each badge.
import { FormattedMessage } from 'react-intl'
import type { SeasonTryAnswer } from '../../../../shared/wire/season-answers.ts'
import { BadgeIcon } from '../../../ui/badge-icon.tsx'

interface BadgeCountsProps {
  readonly badges: SeasonTryAnswer['badges']
  readonly of: number
}

export function BadgeCounts({ badges, of }: BadgeCountsProps) {
  return (
    <ul className="season-badges">
      {badges.map(({ id, name, icon, won }) => (
        <li key={id}>
          <BadgeIcon icon={icon} />
          <span className="grow" dir="auto">
            {name}
          </span>
          <span className="figures soft">
            <FormattedMessage
              id="console.season.tried.people"
              defaultMessage="{people, number} of {of, number}"
              values={{ people: won, of }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
