// On a rep's own day: what to confirm, above all else, and the way to say thank you.
import { useQuery } from '@tanstack/react-query'
import { HeartHandshake } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { useStore } from '../../../live/use-store.ts'
import { thanksQuery, useThanksQueue, withThanksWaiting } from '../../api/thanks.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { AskedToConfirm } from './asked-to-confirm.tsx'
import './thanks.css'

export function OwnAsked({ account }: { readonly account: string }) {
  const queue = useThanksQueue(account)
  const state = useStore(queue.state, (each) => each)
  const { data: answer } = useQuery(thanksQuery)
  if (!answer?.isOn) return null
  return <AskedToConfirm awaiting={withThanksWaiting(answer, state.waiting).awaiting} queue={queue} />
}

export function ThanksLink() {
  const { data: answer } = useQuery(thanksQuery)
  if (!answer?.isOn || answer.person === null) return null
  return (
    <ButtonLink href="/thanks" icon={<HeartHandshake aria-hidden="true" />}>
      <FormattedMessage id="console.thanks.link" defaultMessage="Thank a colleague" />
    </ButtonLink>
  )
}
