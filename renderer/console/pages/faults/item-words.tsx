// An item of the inbox in a sales manager's words: what it is, and what comes of it.
import type { ReactNode } from 'react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { InboxItem } from '../../../../shared/wire/mending.ts'
import { useDateWords } from '../../words/use-date-words.ts'
import { useFaultWords, type Words } from './fault-words.tsx'
import { useFieldWord } from './field-words.ts'

const stateWords: Readonly<Record<string, ReactNode>> = {
  differs: (
    <FormattedMessage
      id="console.faults.source.differs"
      defaultMessage="counted another month than the wall"
    />
  ),
  late: <FormattedMessage id="console.faults.source.late" defaultMessage="has not been read for a while" />,
  refused: (
    <FormattedMessage
      id="console.faults.source.refused"
      defaultMessage="waits for your answer, or gives nothing that can be taken"
    />
  ),
  'needs sign-in': <FormattedMessage id="console.faults.source.sign-in" defaultMessage="needs a new key" />,
  unread: <FormattedMessage id="console.faults.source.unread" defaultMessage="sends what cannot be read" />,
}

export const useItemWords = (): ((item: InboxItem) => Words) => {
  const faultWords = useFaultWords()
  const fieldWord = useFieldWord()
  const dateWords = useDateWords()
  return (item) => {
    switch (item.kind) {
      case 'fault':
        return faultWords(item)
      case 'ahead':
        return {
          what:
            item.facts === 1 && item.first !== null ? (
              <FormattedMessage
                id="console.faults.ahead.one"
                defaultMessage="{name}: {field} {date} is still to come"
                values={{
                  name: <bdi>{item.first.name}</bdi>,
                  field: fieldWord(item.field),
                  date: dateWords((item.first.dates[item.field] ?? '').slice(0, 10)),
                }}
              />
            ) : (
              <FormattedMessage
                id="console.faults.ahead"
                defaultMessage="{source}: {field} in the future"
                values={{ source: <bdi>{item.source}</bdi>, field: fieldWord(item.field) }}
              />
            ),
          why: (
            <FormattedMessage
              id="console.faults.ahead.why"
              defaultMessage="Day and month may have changed places. Until then it is in no number of today."
            />
          ),
        }
      case 'refused':
        return {
          what: (
            <FormattedMessage
              id="console.faults.refused"
              defaultMessage="Facts of {name} were refused"
              values={{ name: <bdi>{item.name}</bdi> }}
            />
          ),
          why: <bdi>{item.first[0]?.why ?? ''}</bdi>,
        }
      case 'source':
        return {
          what: (
            <FormattedMessage
              id="console.faults.source"
              defaultMessage="{name} {state}"
              values={{ name: <bdi>{item.name}</bdi>, state: stateWords[item.state] ?? item.state }}
            />
          ),
          why: item.what ?? (
            <FormattedMessage
              id="console.faults.source.why"
              defaultMessage="Until it goes on, the wall shows its last numbers."
            />
          ),
        }
      case 'outlier':
        return {
          what: (
            <FormattedMessage
              id="console.faults.outlier"
              defaultMessage="{person}: {metric} {display}, {times} times the usual"
              values={{
                person: <bdi>{item.person.name}</bdi>,
                metric: <bdi>{item.metric.name}</bdi>,
                display: item.display,
                times: <FormattedNumber value={item.times} maximumFractionDigits={item.times < 10 ? 1 : 0} />,
              }}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.outlier.why"
              defaultMessage="{period}. Usual is {usual}, by the {periods} {window, select, week {weeks} other {months}} before."
              values={{
                period: item.period,
                usual: item.usual,
                periods: item.periods,
                window: item.window.includes('week') ? 'week' : 'month',
              }}
            />
          ),
        }
    }
  }
}
