// The way to what is entered by hand, for who may enter something.
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { handQuery } from '../../api/by-hand.ts'
import { ButtonLink } from '../../kit/button.tsx'

export function ByHandLink() {
  // Who may enter something changes with the floor, and not by the minute.
  const { data } = useQuery({ ...handQuery(null), refetchInterval: false })
  if (!data || (data.people.length === 0 && data.choices.length === 0)) return null
  return (
    <ButtonLink href="/by-hand">
      <FormattedMessage id="console.today.by-hand" defaultMessage="Enter by hand" />
    </ButtonLink>
  )
}
