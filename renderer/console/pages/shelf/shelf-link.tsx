// On a rep's own day: the way to their shelf, with where they stand.
import { useQuery } from '@tanstack/react-query'
import { Award } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { shelfQuery } from '../../api/seasons.ts'
import { ButtonLink } from '../../kit/button.tsx'

export function ShelfLink() {
  const { data: shelf } = useQuery(shelfQuery)
  if (!shelf?.person || (shelf.season === null && shelf.past.length === 0)) return null
  const { standing } = shelf
  return (
    <ButtonLink href="/shelf" icon={<Award aria-hidden="true" />}>
      {standing === null ? (
        <FormattedMessage id="console.shelf.title" defaultMessage="Your shelf" />
      ) : (
        <FormattedMessage
          id="console.shelf.link"
          defaultMessage="Your shelf: {points, plural, one {# point} other {# points}}"
          values={{ points: standing.points }}
        />
      )}
    </ButtonLink>
  )
}
