// What was mended: who, when, what, and a way back.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl'
import type { Fix, Mended } from '../../../../shared/wire/mending.ts'
import { mendedQuery } from '../../api/mending.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useDateWords } from '../../words/use-date-words.ts'
import { useMoneyWords } from '../how/use-money-words.ts'
import { useFieldWord } from './field-words.ts'
import { useUndoFix } from './use-mend.ts'

const mostShown = 12

const useFixWords = (): ((fix: Fix, about: string) => ReactNode) => {
  const fieldWord = useFieldWord()
  const dateWords = useDateWords()
  const { inOwn } = useMoneyWords()
  return (fix, about) => {
    const name = <bdi>{about}</bdi>
    switch (fix.do) {
      case 'alias':
        return (
          <FormattedMessage
            id="console.mended.alias"
            defaultMessage="“{alias}” is {name}"
            values={{ alias: <bdi>{fix.name}</bdi>, name }}
          />
        )
      case 'nobody':
        return (
          <FormattedMessage
            id="console.mended.nobody"
            defaultMessage="“{alias}” is nobody of ours"
            values={{ alias: <bdi>{fix.name}</bdi> }}
          />
        )
      case 'stage':
        return (
          <FormattedMessage
            id="console.mended.stage"
            defaultMessage="The stage “{stage}” is “{is}”"
            values={{ stage: <bdi>{fix.stage}</bdi>, is: <bdi>{fix.is}</bdi> }}
          />
        )
      case 'no-amount':
        return fix.amount === null ? (
          <FormattedMessage
            id="console.mended.no-amount"
            defaultMessage="Deals without an amount are right"
          />
        ) : (
          <FormattedMessage
            id="console.mended.amount"
            defaultMessage="Deals without an amount count {amount}"
            values={{ amount: <FormattedNumber value={fix.amount} /> }}
          />
        )
      case 'rate':
        return (
          <FormattedMessage
            id="console.mended.rate"
            defaultMessage="One {currency} is {rate} from {from} on"
            values={{
              currency: fix.currency,
              rate: <FormattedNumber value={fix.rate} maximumFractionDigits={6} />,
              from: dateWords(fix.from),
            }}
          />
        )
      case 'fact':
        return (
          <FormattedMessage
            id="console.mended.fact"
            defaultMessage="{name}: {field} is {value}"
            values={{
              name,
              field: fieldWord(fix.field),
              value: typeof fix.is === 'string' ? dateWords(fix.is.slice(0, 10)) : inOwn(fix.is),
            }}
          />
        )
      case 'left-out':
        return (
          <FormattedMessage
            id="console.mended.left-out"
            defaultMessage="{name} counts nowhere"
            values={{ name }}
          />
        )
      case 'right':
        return (
          <FormattedMessage
            id="console.mended.right"
            defaultMessage="{what} is right"
            values={{ what: <bdi>{fix.what}</bdi> }}
          />
        )
      case 'seen':
        return (
          <FormattedMessage
            id="console.mended.seen"
            defaultMessage="What was refused of {what} was seen"
            values={{ what: <bdi>{fix.what}</bdi> }}
          />
        )
    }
  }
}

function MendedLine({ of: { id, at, by, fix, about, undone } }: { readonly of: Mended }) {
  const undo = useUndoFix()
  const fixWords = useFixWords()
  return (
    <li className="line" data-undone={undone === null ? undefined : ''}>
      <div className="grow">
        <p className="small mended-what">{fixWords(fix, about)}</p>
        <p className="soft small">
          <bdi>{undone?.by ?? by}</bdi>
          {' · '}
          <FormattedDate value={undone?.at ?? at} dateStyle="medium" timeStyle="short" />
          {undone !== null && (
            <>
              {' · '}
              <FormattedMessage id="console.mended.undone" defaultMessage="taken back" />
            </>
          )}
        </p>
      </div>
      {undone === null && (
        <Button size="small" look="quiet" onPress={() => void undo(id)}>
          <FormattedMessage id="console.faults.undo" defaultMessage="Undo" />
        </Button>
      )}
    </li>
  )
}

export function MendedList() {
  const { data } = useQuery(mendedQuery)
  if (!data) return null
  return (
    <Card title={<FormattedMessage id="console.mended.title" defaultMessage="Mended" />}>
      {data.fixes.length === 0 && (
        <p className="soft small">
          <FormattedMessage
            id="console.mended.none"
            defaultMessage="What is mended stands here, with who did it and a way back."
          />
        </p>
      )}
      <ul className="lines mended">
        {data.fixes.slice(0, mostShown).map((each) => (
          <MendedLine key={each.id} of={each} />
        ))}
      </ul>
    </Card>
  )
}
