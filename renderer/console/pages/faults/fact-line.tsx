// A fact as its source wrote it, in a line.
import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FaultyFact } from '../../../../shared/wire/mending.ts'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'
import { useMoneyWords } from '../how/use-money-words.ts'

/** Of several dates the one that says most of it. */
const dateOf = ({ dates }: Pick<FaultyFact, 'dates'>): string | undefined =>
  dates['at'] ?? dates['closedAt'] ?? dates['expectedCloseOn'] ?? dates['createdAt']

export type ShownFact = Pick<FaultyFact, 'source' | 'id' | 'name' | 'amount' | 'dates' | 'reps' | 'link'>

export function FactLine({ fact, children }: { readonly fact: ShownFact; readonly children?: ReactNode }) {
  const say = useSay()
  const dateWords = useDateWords()
  const { inOwn } = useMoneyWords()
  const date = dateOf(fact)
  const parts = [
    ...(date === undefined ? [] : [dateWords(date.slice(0, 10))]),
    ...(fact.amount === null ? [] : [inOwn(fact.amount)]),
    ...fact.reps,
  ]
  return (
    <li className="line fault-fact">
      <div className="grow">
        <p className="strong">
          <bdi>{fact.name}</bdi>
        </p>
        <p className="soft small">
          {parts.map((part, index) => (
            <span key={part}>
              {index > 0 && ' · '}
              <bdi>{part}</bdi>
            </span>
          ))}
          {parts.length > 0 && ' · '}
          {fact.link === null ? (
            <FormattedMessage
              id="console.faults.fact.id"
              defaultMessage="{id} of {source}"
              values={{ id: <bdi>{fact.id}</bdi>, source: <bdi>{fact.source}</bdi> }}
            />
          ) : (
            <a
              href={fact.link}
              target="_blank"
              rel="noreferrer"
              aria-label={say(
                { id: 'console.faults.fact.link', defaultMessage: '{name} in {source}' },
                { name: fact.name, source: fact.source },
              )}
            >
              <bdi>{fact.source}</bdi> <ExternalLink aria-hidden="true" />
            </a>
          )}
        </p>
      </div>
      {children}
    </li>
  )
}
