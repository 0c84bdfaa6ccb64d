// Thanks between colleagues: who helped you, with what; confirmed, taken back, and looked after.
import { useQuery } from '@tanstack/react-query'
import { HeartHandshake } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { NewThanks, ThanksAnswer } from '../../../../shared/wire/thanks.ts'
import { useStore } from '../../../live/use-store.ts'
import { useMe } from '../../api/queries.ts'
import { thanksQuery, useThanksQueue, withThanksWaiting } from '../../api/thanks.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { NotInUse } from '../by-hand/not-in-use.tsx'
import { AskedToConfirm } from './asked-to-confirm.tsx'
import { ThanksForm } from './thanks-form.tsx'
import { ThanksLines } from './thanks-lines.tsx'
import { ThanksTroubles } from './thanks-troubles.tsx'
import '../by-hand/by-hand.css'
import './thanks.css'

function ThanksInUse({ answer, account }: { readonly answer: ThanksAnswer; readonly account: string }) {
  const queue = useThanksQueue(account)
  const state = useStore(queue.state, (each) => each)
  /** A form is empty again once something was said with it. */
  const [said, setSaid] = useState(0)
  const hand = withThanksWaiting(answer, state.waiting)
  const sayIt = (thanks: NewThanks) => {
    queue.say(thanks)
    setSaid((before) => before + 1)
  }
  return (
    <div className="thanks-page">
      <AskedToConfirm awaiting={hand.awaiting} queue={queue} />
      {hand.person !== null && (
        <Card>
          <ThanksForm key={said} of={hand} onSay={sayIt} />
        </Card>
      )}
      <ThanksTroubles state={state} queue={queue} />
      <ThanksLines
        title={<FormattedMessage id="console.thanks.own" defaultMessage="Yours of the last week" />}
        thanks={hand.own}
        queue={queue}
      />
      <ThanksLines
        title={<FormattedMessage id="console.thanks.team" defaultMessage="Of those whom you look after" />}
        thanks={hand.lookedAfter}
        queue={queue}
      />
      {hand.person === null && hand.lookedAfter.length === 0 && (
        <Empty
          icon={<HeartHandshake aria-hidden="true" />}
          title={<FormattedMessage id="console.thanks.none" defaultMessage="Nobody has said any this week" />}
        >
          <FormattedMessage
            id="console.thanks.none.note"
            defaultMessage="Reps thank each other under Your day on their phones. Here you see what stands on the wall, and can take it off."
          />
        </Empty>
      )}
    </div>
  )
}

export function ThanksPage() {
  const say = useSay()
  const account = useMe()?.account
  const { data: answer } = useQuery(thanksQuery)
  if (!answer || !account) return <Loading />
  return (
    <Page
      title={say({ id: 'console.nav.thanks', defaultMessage: 'Thank you' })}
      over={<FormattedMessage id="console.nav.thanks" defaultMessage="Thank you" />}
      headline={
        answer.isOn && answer.person !== null ? (
          <FormattedMessage id="console.thanks.headline" defaultMessage="Who helped you?" />
        ) : (
          <FormattedMessage id="console.thanks.headline.others" defaultMessage="Who helped whom" />
        )
      }
    >
      {answer.isOn ? (
        <ThanksInUse answer={answer} account={account.id} />
      ) : (
        <NotInUse
          icon={<HeartHandshake aria-hidden="true" />}
          title={<FormattedMessage id="console.thanks.off" defaultMessage="Nobody says thank you here yet" />}
        >
          <FormattedMessage
            id="console.thanks.off.note"
            defaultMessage="An admin turns it on under Sources. Then colleagues thank each other on their phones, and a wall shows it."
          />
        </NotInUse>
      )}
    </Page>
  )
}
