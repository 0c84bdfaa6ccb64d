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

/** What of a fact is looked at: what the item is about, else its amount, else its date. */
const fieldOf = (item: InboxItem, fact: Fact): CorrectedField => {
  if (item.kind === 'ahead') return item.field
  if (item.kind === 'fault' && item.code === 'implausible-date') {
    const field = (
      ['closedAt', 'expectedCloseOn', 'createdAt', 'stageEnteredAt', 'lastActivityAt'] as const
    ).find((each) => each === item.field)
    if (field !== undefined) return field
  }
  if (fact.type === 'activity') return 'at'
  return 'amount'
}

function Facts({ item, facts }: { readonly item: InboxItem; readonly facts: readonly Fact[] }) {
  const say = useSay()
  const [looked, setLooked] = useState<Fact | null>(null)
  const field = looked === null ? 'amount' : fieldOf(item, looked)
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
            item.kind === 'ahead'
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
