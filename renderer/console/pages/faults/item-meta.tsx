// How many facts, since when, and which boards show a number that they touch.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { InboxItem } from '../../../../shared/wire/mending.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useAgeWords } from '../../kit/age-words.ts'

const minuteMs = 60_000
const boardsNamed = 3

function Boards({ of }: { readonly of: InboxItem['boards'] }) {
  if (of.length === 0) return null
  return (
    <FormattedMessage
      id="console.faults.boards"
      defaultMessage="on {boards}{more, plural, =0 {} other { and # more}}"
      values={{
        boards: of.slice(0, boardsNamed).map(({ id, title }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <Link to="/boards/$board" params={{ board: id }}>
              <bdi>{title}</bdi>
            </Link>
          </span>
        )),
        more: Math.max(0, of.length - boardsNamed),
      }}
    />
  )
}

export function ItemMeta({ item }: { readonly item: InboxItem }) {
  const now = useFeedNow(minuteMs)
  const ageWords = useAgeWords()
  const parts: ReactNode[] = [
    ...(item.facts > 0
      ? [
          <FormattedMessage
            key="facts"
            id="console.faults.facts"
            defaultMessage="{count, plural, one {one fact} other {# facts}}"
            values={{ count: item.facts }}
          />,
        ]
      : []),
    ...(item.since === null
      ? []
      : [
          <FormattedMessage
            key="since"
            id="console.faults.since"
            defaultMessage="for {age}"
            values={{ age: ageWords(Math.max(0, now - item.since)) }}
          />,
        ]),
    ...(item.boards.length > 0 ? [<Boards key="boards" of={item.boards} />] : []),
  ]
  return (
    <p className="soft small fault-meta">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have a fixed order
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </p>
  )
}
