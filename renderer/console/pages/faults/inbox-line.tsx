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
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { keyOfRightDate, readLackingKey } from '../../../../shared/domain/mending/item-keys.ts'
import type { FaultyFact, InboxItem } from '../../../../shared/wire/mending.ts'
import { Button } from '../../kit/button.tsx'
import { More } from '../../kit/more.tsx'
import { useSay } from '../../words/words.tsx'
import { FactFix } from './fact-fix.tsx'
import { FactsDialog } from './facts-dialog.tsx'
import { useFieldWord } from './field-words.ts'
import { ItemMeta } from './item-meta.tsx'
import { useItemWords } from './item-words.tsx'
import { PersonFix } from './person-fix.tsx'
import { LikelyDays, Suggested } from './suggested.tsx'
import { useMend } from './use-mend.ts'
import { AmountFix, RateFix, StageFix } from './value-fixes.tsx'

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

/** Which dialog is open: the facts, the fix with whom a suggestion named, or that of one date with the day of a suggestion. */
type Open =
  | { readonly what: 'facts' }
  | { readonly what: 'fix'; readonly person: string | null }
  | { readonly what: 'date'; readonly day: string }
  | { readonly what: 'rate' }

const mendable: ReadonlySet<string> = new Set(['unknown-person', 'unknown-stage', 'no-amount', 'no-rate'])
const hasFix = (item: InboxItem): item is OfFault => item.kind === 'fault' && mendable.has(item.code)

type OfDate = Extract<InboxItem, { kind: 'ahead' }> & { readonly first: FaultyFact }
const isOneDate = (item: InboxItem): item is OfDate =>
  item.kind === 'ahead' && item.facts === 1 && item.first !== null

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
      return <PersonFix name={item.value} people={item.people} suggested={person} onClose={onClose} />
    case 'unknown-stage':
      return <StageFix item={item} onClose={onClose} />
    case 'no-amount':
      return <AmountFix item={item} onClose={onClose} />
    default: {
      const { value, from, first } = item
      const closed = first?.dates['closedAt'] ?? first?.dates['createdAt']
      return <RateFix currency={value} from={from ?? closed?.slice(0, 10) ?? null} onClose={onClose} />
    }
  }
}

/** Dates that a source does not know are not mended here: they may rightly be lacked. */
const lacksDates = ({ key }: InboxItem): boolean => readLackingKey(key) !== null

const perhaps = <FormattedMessage id="console.faults.perhaps" defaultMessage="Perhaps" />

/** What is said to be right, as the list of what was mended names it. */
const useLackedDates = (): ((item: InboxItem) => string) => {
  const say = useSay()
  const fieldWord = useFieldWord()
  const { formatList } = useIntl()
  return ({ key }) => {
    const { status = 'open', fields = [] } = readLackingKey(key) ?? {}
    return say(
      {
        id: 'console.faults.lacking.right',
        defaultMessage:
          '{status, select, won {Won deals} lost {Lost deals} other {Open deals}} without {what}',
      },
      { status, what: formatList(fields.map(fieldWord)) },
    )
  }
}

function Actions({ item, onOpen }: { readonly item: InboxItem; readonly onOpen: (open: Open) => void }) {
  const say = useSay()
  const mend = useMend()
  const lackedDates = useLackedDates()
  const hasMore = hasFix(item) || item.kind === 'outlier' || isOneDate(item)
  return (
    <span className="fault-actions">
      {(item.kind === 'fault' || item.kind === 'ahead' || item.kind === 'outlier') && !isOneDate(item) && (
        <Button size="small" look={hasMore ? 'quiet' : 'plain'} onPress={() => onOpen({ what: 'facts' })}>
          <FormattedMessage id="console.faults.show" defaultMessage="Facts behind it" />
        </Button>
      )}
      {item.kind === 'source' && (
        <Link className="button plain small" to={item.page === 'inbound' ? '/webhooks' : '/sources'}>
          <FormattedMessage id="console.fix.look" defaultMessage="Look" />
        </Link>
      )}
      {item.kind === 'refused' && item.lacksRate !== null && (
        <Button size="small" onPress={() => onOpen({ what: 'rate' })}>
          <FormattedMessage id="console.faults.rate.give" defaultMessage="Give the rate" />
        </Button>
      )}
      {item.kind === 'refused' && (
        <Button
          size="small"
          onPress={() => void mend({ do: 'seen', key: item.key, what: item.name })}
          aria-label={say(
            { id: 'console.faults.seen.of', defaultMessage: 'Seen: {name}' },
            { name: item.name },
          )}
        >
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
      {lacksDates(item) && (
        <Button
          size="small"
          look={hasMore ? 'quiet' : 'plain'}
          onPress={() => void mend({ do: 'right', key: item.key, what: lackedDates(item) })}
        >
          <FormattedMessage id="console.faults.right" defaultMessage="This is right" />
        </Button>
      )}
      {(hasFix(item) || isOneDate(item)) && (
        <Button
          size="small"
          onPress={() => onOpen(isOneDate(item) ? { what: 'date', day: '' } : { what: 'fix', person: null })}
          aria-label={say(
            { id: 'console.faults.mend.of', defaultMessage: 'Mend: {value}' },
            { value: isOneDate(item) ? item.first.name : item.value },
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
        <ItemMeta item={item} />
        {item.kind === 'fault' && (
          <Suggested
            words={perhaps}
            choices={item.people}
            onChoose={(person) => setOpen({ what: 'fix', person })}
          />
        )}
        {isOneDate(item) && (
          <LikelyDays
            words={perhaps}
            date={item.first.dates[item.field] ?? ''}
            onChoose={(day) => setOpen({ what: 'date', day })}
          />
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
      {open?.what === 'date' && isOneDate(item) && (
        <FactFix
          fact={item.first}
          field={item.field}
          day={open.day}
          rightKey={keyOfRightDate(
            item.first.source,
            item.first.id,
            item.field,
            item.first.dates[item.field] ?? '',
          )}
          onClose={close}
        />
      )}
      {open?.what === 'rate' && item.kind === 'refused' && item.lacksRate !== null && (
        <RateFix currency={item.lacksRate} from={null} wasRefused onClose={close} />
      )}
      {open?.what === 'fix' && hasFix(item) && <Fix item={item} person={open.person} onClose={close} />}
    </li>
  )
}
