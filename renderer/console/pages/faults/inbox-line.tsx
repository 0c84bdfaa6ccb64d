// An item of the inbox: what is wrong, how much, since when, what it touches, and what can be done.
import { Link } from '@tanstack/react-router'
import {
  CalendarClock,
  CircleHelp,
  Coins,
  Filter,
  type LucideIcon,
  Plug,
  ShieldX,
  TrendingUp,
  UserRoundX,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { InboxItem } from '../../../../shared/wire/mending.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useAgeWords } from '../../kit/age-words.ts'
import { Button } from '../../kit/button.tsx'
import { More } from '../../kit/more.tsx'
import { useSay } from '../../words/words.tsx'
import { FactsDialog } from './facts-dialog.tsx'
import { useItemWords } from './item-words.tsx'
import { PersonFix } from './person-fix.tsx'
import { useMend } from './use-mend.ts'
import { AmountFix, RateFix, StageFix } from './value-fixes.tsx'

const minuteMs = 60_000
const boardsNamed = 3

const iconOf = (item: InboxItem): LucideIcon => {
  switch (item.kind) {
    case 'source':
      return Plug
    case 'refused':
      return ShieldX
    case 'ahead':
      return CalendarClock
    case 'outlier':
      return TrendingUp
    case 'fault':
      if (item.code === 'unknown-person') return UserRoundX
      if (item.code === 'unknown-stage') return Filter
      if (item.code === 'no-amount' || item.code === 'no-rate') return Coins
      return item.code.includes('date') ? CalendarClock : CircleHelp
  }
}

type OfFault = Extract<InboxItem, { kind: 'fault' }>

/** Which dialog is open: the facts, or the fix with whom a suggestion named. */
type Open = { readonly what: 'facts' } | { readonly what: 'fix'; readonly person: string | null }

const mendable: ReadonlySet<string> = new Set(['unknown-person', 'unknown-stage', 'no-amount', 'no-rate'])
const hasFix = (item: InboxItem): item is OfFault => item.kind === 'fault' && mendable.has(item.code)

function Fix({
  item,
  person,
  onClose,
}: {
  readonly item: OfFault
  readonly person: string | null
  readonly onClose: () => void
}) {
  switch (item.code) {
    case 'unknown-person':
      return <PersonFix item={item} suggested={person} onClose={onClose} />
    case 'unknown-stage':
      return <StageFix item={item} onClose={onClose} />
    case 'no-amount':
      return <AmountFix item={item} onClose={onClose} />
    default:
      return <RateFix item={item} onClose={onClose} />
  }
}

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

function Meta({ item }: { readonly item: InboxItem }) {
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

function Suggestions({
  item,
  onChoose,
}: {
  readonly item: OfFault
  readonly onChoose: (person: string) => void
}) {
  if (item.people.length === 0) return null
  return (
    <div className="fault-suggestions">
      <span className="soft small">
        <FormattedMessage id="console.faults.perhaps" defaultMessage="Perhaps" />
      </span>
      {item.people.map(({ id, name }) => (
        <Button key={id} size="small" onPress={() => onChoose(id)}>
          <bdi>{name}</bdi>
        </Button>
      ))}
    </div>
  )
}

function Actions({ item, onOpen }: { readonly item: InboxItem; readonly onOpen: (open: Open) => void }) {
  const say = useSay()
  const mend = useMend()
  return (
    <span className="fault-actions">
      {item.kind === 'source' && (
        <Link className="button plain small" to={item.page === 'inbound' ? '/webhooks' : '/sources'}>
          <FormattedMessage id="console.fix.look" defaultMessage="Look" />
        </Link>
      )}
      {item.kind === 'refused' && (
        <Button size="small" onPress={() => void mend({ do: 'seen', key: item.key, what: item.name })}>
          <FormattedMessage id="console.faults.seen" defaultMessage="Seen" />
        </Button>
      )}
      {item.kind === 'outlier' && (
        <Button
          size="small"
          onPress={() =>
            void mend({
              do: 'right',
              key: item.key,
              what: `${item.person.name}, ${item.metric.name}, ${item.period}`,
            })
          }
        >
          <FormattedMessage id="console.faults.right" defaultMessage="This is right" />
        </Button>
      )}
      {(item.kind === 'fault' || item.kind === 'ahead' || item.kind === 'outlier') && (
        <Button
          size="small"
          look={hasFix(item) || item.kind === 'outlier' ? 'quiet' : 'plain'}
          onPress={() => onOpen({ what: 'facts' })}
        >
          <FormattedMessage id="console.faults.show" defaultMessage="Facts behind it" />
        </Button>
      )}
      {hasFix(item) && (
        <Button
          size="small"
          onPress={() => onOpen({ what: 'fix', person: null })}
          aria-label={say(
            { id: 'console.faults.mend.of', defaultMessage: 'Mend: {value}' },
            { value: item.value },
          )}
        >
          <FormattedMessage id="console.faults.fact.mend.short" defaultMessage="Mend" />
        </Button>
      )}
    </span>
  )
}

export function InboxLine({ item }: { readonly item: InboxItem }) {
  const [open, setOpen] = useState<Open | null>(null)
  const { what, why } = useItemWords()(item)
  const Icon = iconOf(item)
  const close = () => setOpen(null)
  return (
    <li className="fault-item" data-kind={item.kind}>
      <span className="fault-icon" aria-hidden="true">
        <Icon />
      </span>
      <div className="fault-what">
        <h3>{what}</h3>
        <p>{why}</p>
        <Meta item={item} />
        {item.kind === 'fault' && (
          <Suggestions item={item} onChoose={(person) => setOpen({ what: 'fix', person })} />
        )}
        {item.kind === 'refused' && item.first.length > 1 && (
          <More
            level={3}
            words={<FormattedMessage id="console.faults.refused.more" defaultMessage="What was refused" />}
          >
            <ul className="fault-refused">
              {item.first.map(({ fact, why: because }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they come as a whole
                <li key={index} className="small">
                  <bdi className="strong">{fact}</bdi> <bdi className="soft">{because}</bdi>
                </li>
              ))}
            </ul>
          </More>
        )}
      </div>
      <Actions item={item} onOpen={setOpen} />
      {open?.what === 'facts' && <FactsDialog item={item} onClose={close} />}
      {open?.what === 'fix' && hasFix(item) && <Fix item={item} person={open.person} onClose={close} />}
    </li>
  )
}
