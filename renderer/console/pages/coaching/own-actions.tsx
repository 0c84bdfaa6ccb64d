// What a person agreed with whoever coaches them, on their own day: ticked off where it is done.
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { talksQuery } from '../../api/talks.ts'
import { Card } from '../../kit/card.tsx'
import { ActionList } from './action-list.tsx'

/** Nothing for who has no formula, or nothing open. */
export function OwnActions({ person }: { readonly person: string }) {
  const { data: talks } = useQuery({ ...talksQuery(person), retry: false })
  const open = talks?.actions.filter(({ done }) => done === null) ?? []
  if (!talks || open.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.own-actions.title" defaultMessage="What you agreed" />}>
      <ActionList actions={open} person={person} mayCoach={talks.mayCoach} />
    </Card>
  )
}
