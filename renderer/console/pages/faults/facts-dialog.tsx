// The facts behind an item, and what can be done about each.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { keyOfRightDate } from '../../../../shared/domain/mending/item-keys.ts'
import type { CorrectedField } from '../../../../shared/wire/correction.ts'
import type { FaultyFact, InboxItem } from '../../../../shared/wire/mending.ts'
import { explainedQuery } from '../../api/explained.ts'
import { behindQuery } from '../../api/mending.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useSay } from '../../words/words.tsx'
import { FactFix } from './fact-fix.tsx'
import { FactLine, type ShownFact } from './fact-line.tsx'
import { useItemWords } from './item-words.tsx'

/** The largest of a number stand first: one of them makes it so. */
const mostOfOutlier = 20

type Fact = ShownFact & Pick<FaultyFact, 'type'>

const dateFields = [
  'closedAt',
  'expectedCloseOn',
  'createdAt',
  'stageEnteredAt',
  'lastActivityAt',
  'at',
] as const

/** What of a fact can be another value: what the item is about. Null: it is right or wrong as a whole. */
const fieldOf = (item: InboxItem, fact: Fact): CorrectedField | null => {
  if (item.kind === 'ahead') return item.field
  if (item.kind === 'outlier') return fact.amount === null ? null : 'amount'
  if (item.kind !== 'fault') return null
  const lacked = item.lacks.find(({ field }) =>
    field === 'amount' ? fact.amount === null : fact.dates[field] === undefined,
  )
  if (lacked !== undefined)
    return [...dateFields, 'amount' as const].find((field) => field === lacked.field) ?? null
  if (item.code === 'no-amount') return 'amount'
  return item.code === 'no-date' || item.code === 'implausible-date'
    ? (dateFields.find((field) => field === item.field) ?? null)
    : null
}

function Facts({ item, facts }: { readonly item: InboxItem; readonly facts: readonly Fact[] }) {
  const say = useSay()
  const [looked, setLooked] = useState<Fact | null>(null)
  const field = looked === null ? null : fieldOf(item, looked)
  return (
    <>
      <ul className="lines">
        {facts.map((fact) => (
          <FactLine key={`${fact.source} ${fact.id}`} fact={fact}>
            <Button
              size="small"
              aria-label={say(
                { id: 'console.faults.fact.mend', defaultMessage: 'Mend {name}' },
                { name: fact.name },
              )}
              onPress={() => setLooked(fact)}
            >
              <FormattedMessage id="console.faults.fact.mend.short" defaultMessage="Mend" />
            </Button>
          </FactLine>
        ))}
      </ul>
      {looked !== null && (
        <FactFix
          fact={looked}
          field={field}
          rightKey={
            item.kind === 'ahead' && field !== null
              ? keyOfRightDate(looked.source, looked.id, field, looked.dates[field] ?? '')
              : null
          }
          onClose={() => setLooked(null)}
        />
      )}
    </>
  )
}

function Behind({ item }: { readonly item: InboxItem }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(behindQuery(item.key))
  if (!data) return <Loading />
  const facts = data.pages.flatMap((page) => page.facts)
  return (
    <>
      {facts.length === 0 && (
        <p className="soft">
          <FormattedMessage id="console.faults.facts.none" defaultMessage="None of them stands any more." />
        </p>
      )}
      <Facts item={item} facts={facts} />
      {hasNextPage && (
        <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          <FormattedMessage id="console.faults.facts.more" defaultMessage="Show more" />
        </Button>
      )}
    </>
  )
}

function OfOutlier({ item }: { readonly item: Extract<InboxItem, { kind: 'outlier' }> }) {
  const { data } = useQuery(explainedQuery(item.metric.id, { rep: item.person.id, window: item.window }))
  if (!data) return <Loading />
  const facts = data.parts
    .flatMap(({ lines }) => lines)
    .toSorted((a, b) => b.adds - a.adds)
    .slice(0, mostOfOutlier)
    .map(
      ({ source, id, name, type, amount, when, credits }): Fact => ({
        ...{ source, id, name, type, amount, link: null },
        reps: credits.map(({ rep }) => rep),
        dates: when === null ? {} : { [type === 'activity' ? 'at' : 'closedAt']: when },
      }),
    )
  return <Facts item={item} facts={facts} />
}

/** Mounted while it is open. */
export function FactsDialog({ item, onClose }: { readonly item: InboxItem; readonly onClose: () => void }) {
  const itemWords = useItemWords()
  return (
    <Dialog isOpen onClose={onClose} title={itemWords(item).what} width="wide">
      {item.kind === 'outlier' ? <OfOutlier item={item} /> : <Behind item={item} />}
    </Dialog>
  )
}
