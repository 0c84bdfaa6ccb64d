// A viewer's first page: their own numbers against their own goals, then the boards of the floor.
import { useQuery } from '@tanstack/react-query'
import { Hourglass, UserRoundX } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { OwnNumbersAnswer } from '../../../../shared/wire/own-numbers.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { ownNumbersQuery } from '../../api/own-numbers.ts'
import { useMe } from '../../api/queries.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { FirstNumber } from './first-number.tsx'
import { FloorBoards } from './floor-boards.tsx'
import { NumberLine } from './number-line.tsx'
import './own-day.css'

const lookEveryMs = 60_000

/** Few have a formula: its code comes after the page's own. */
const OwnPlan = lazy(async () => ({ default: (await import('../coaching/own-plan.tsx')).OwnPlan }))

const ByHand = lazy(async () => ({ default: (await import('../by-hand/by-hand.tsx')).ByHand }))

const OwnAsked = lazy(async () => ({ default: (await import('../thanks/own-thanks.tsx')).OwnAsked }))

const OwnSpiffs = lazy(async () => ({ default: (await import('../spiffs/own-spiffs.tsx')).OwnSpiffs }))
const ShelfLink = lazy(async () => ({ default: (await import('../shelf/shelf-link.tsx')).ShelfLink }))
const OwnVotes = lazy(async () => ({ default: (await import('../awards/own-awards.tsx')).OwnVotes }))

const NominateLinks = lazy(async () => ({
  default: (await import('../awards/own-awards.tsx')).NominateLinks,
}))

const ThanksLink = lazy(async () => ({ default: (await import('../thanks/own-thanks.tsx')).ThanksLink }))

const OwnActions = lazy(async () => ({
  default: (await import('../coaching/own-actions.tsx')).OwnActions,
}))

const OwnMeetingActions = lazy(async () => ({
  default: (await import('../meetings/own-meeting-actions.tsx')).OwnMeetingActions,
}))

function Headline({ own: { person, awaits, numbers } }: { readonly own: OwnNumbersAnswer }) {
  const goals = numbers.filter(({ goal }) => goal !== null)
  if (person === null)
    return <FormattedMessage id="console.own.nobody" defaultMessage="You are not on the floor yet" />
  if (awaits !== null)
    return <FormattedMessage id="console.own.early" defaultMessage="Nothing to judge yet" />
  if (goals.length === 0)
    return <FormattedMessage id="console.own.no-goals" defaultMessage="No goal is set for you" />
  return (
    <FormattedMessage
      id="console.own.headline"
      defaultMessage="{reached, number} of {all, plural, one {# goal} other {# goals}} reached"
      values={{ reached: goals.filter(({ state }) => state === 'reached').length, all: goals.length }}
    />
  )
}

interface OwnNumbersProps {
  readonly own: OwnNumbersAnswer
  /** Comes after the first number. */
  readonly plan: ReactNode
}

function OwnNumbers({ own, plan }: OwnNumbersProps) {
  if (own.person === null)
    return (
      <Card>
        <Empty
          icon={<UserRoundX aria-hidden="true" />}
          title={
            <FormattedMessage
              id="console.own.unlinked"
              defaultMessage="Nobody has said which person of the floor you are"
            />
          }
        >
          <FormattedMessage
            id="console.own.unlinked.note"
            defaultMessage="An admin says so on the page Access. Then your own numbers stand here."
          />
        </Empty>
      </Card>
    )
  const [first, ...rest] = own.numbers
  if (!first)
    return (
      <Card>
        <Empty
          icon={<Hourglass aria-hidden="true" />}
          title={<FormattedMessage id="console.own.empty" defaultMessage="No numbers of yours yet" />}
        >
          <FormattedMessage
            id="console.own.empty.note"
            defaultMessage="They come as soon as you have a goal, or something of yours counts."
          />
        </Empty>
      </Card>
    )
  return (
    <>
      <FirstNumber number={first} />
      {plan}
      {rest.length > 0 && (
        <Card title={<FormattedMessage id="console.own.more" defaultMessage="Your other numbers" />}>
          <ul className="lines">
            {rest.map((number) => (
              <NumberLine key={`${number.metric.id} ${number.window.label}`} number={number} />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

export function OwnDay() {
  const say = useSay()
  const now = useFeedNow(lookEveryMs)
  const { data: own } = useQuery(ownNumbersQuery)
  const account = useMe()?.account
  const person = account?.person ?? null
  if (!own) return <Loading />
  return (
    <Page
      over={
        <>
          {own.person && (
            <>
              <bdi>{own.person.name}</bdi>
              {' · '}
            </>
          )}
          <FormattedDate value={now} weekday="long" month="long" day="numeric" />
        </>
      }
      title={say({ id: 'console.own.title', defaultMessage: 'Your day' })}
      headline={<Headline own={own} />}
      aside={<FloorBoards />}
    >
      <div className="own">
        {account && person !== null && (
          <Suspense fallback={null}>
            <OwnAsked account={account.id} />
            <OwnVotes account={account.id} />
          </Suspense>
        )}
        <OwnNumbers
          own={own}
          plan={
            person !== null && (
              <Suspense fallback={null}>
                <OwnPlan person={person} />
                <OwnActions person={person} />
                <OwnMeetingActions />
              </Suspense>
            )
          }
        />
        {account && person !== null && (
          <Suspense fallback={null}>
            <OwnSpiffs />
            <ShelfLink />
            <ThanksLink />
            <NominateLinks />
            <ByHand person={null} account={account.id} />
          </Suspense>
        )}
      </div>
    </Page>
  )
}
