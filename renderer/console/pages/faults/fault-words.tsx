// A fault of facts in a sales manager's words: what it is, and what comes of it.
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { InboxItem } from '../../../../shared/wire/mending.ts'
import { useFieldWord } from './field-words.ts'

type OfFault = Extract<InboxItem, { kind: 'fault' }>

export interface Words {
  readonly what: ReactNode
  readonly why: ReactNode
}

/** What deals lack, with how many lack it where that is fewer than the item says. */
const useLackedWords = (): ((lacks: OfFault['lacks']) => string) => {
  const fieldWord = useFieldWord()
  const { formatList, formatNumber } = useIntl()
  return (lacks) => {
    const most = lacks[0]?.facts
    return formatList(
      lacks.map(({ field, facts }) =>
        facts === most ? fieldWord(field) : `${fieldWord(field)} (${formatNumber(facts)})`,
      ),
    )
  }
}

export const useFaultWords = (): ((item: OfFault) => Words) => {
  const fieldWord = useFieldWord()
  const lackedWords = useLackedWords()
  return ({ code, field, value, lacks }) => {
    if (lacks.length > 1)
      return {
        what: (
          <FormattedMessage
            id="console.faults.lacking"
            defaultMessage="{status, select, won {Won deals} lost {Lost deals} other {Open deals}} lack: {what}"
            values={{ status: value, what: lackedWords(lacks) }}
          />
        ),
        why: (
          <FormattedMessage
            id="console.faults.lacking.why"
            defaultMessage="Numbers that go by these leave them out. Have the source, or the file, bring them."
          />
        ),
      }
    const values = { value: <bdi>{value}</bdi>, field: fieldWord(field), status: value }
    switch (code) {
      case 'unknown-person':
        return {
          what: (
            <FormattedMessage
              id="console.faults.person"
              defaultMessage="Nobody on the floor is called “{value}”"
              values={values}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.person.why"
              defaultMessage="It counts for the whole floor, and for nobody on it."
            />
          ),
        }
      case 'unknown-stage':
        return {
          what: (
            <FormattedMessage
              id="console.faults.stage"
              defaultMessage="The floor has no stage “{value}”"
              values={values}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.stage.why"
              defaultMessage="These deals are in no step of the funnel, and no move to or from it is seen."
            />
          ),
        }
      case 'no-amount':
        return {
          what: (
            <FormattedMessage
              id="console.faults.amount"
              defaultMessage="{status, select, won {Won deals} lost {Lost deals} other {Open deals}} without an amount"
              values={{ status: value }}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.amount.why"
              defaultMessage="They add nothing to a sum of money."
            />
          ),
        }
      case 'no-rate':
        return {
          what: (
            <FormattedMessage
              id="console.faults.rate"
              defaultMessage="No exchange rate for {value}"
              values={values}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.rate.why"
              defaultMessage="Deals in this currency count nowhere until there is one."
            />
          ),
        }
      case 'no-date':
        return {
          what: (
            <FormattedMessage
              id="console.faults.date"
              defaultMessage="{status, select, won {Won deals} lost {Lost deals} other {Open deals}} without a date: {field}"
              values={{ ...values, status: value }}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.date.why"
              defaultMessage="They belong to no day, and so to no period. Give them the date in the source."
            />
          ),
        }
      case 'implausible-date':
        return {
          what: (
            <FormattedMessage
              id="console.faults.implausible"
              defaultMessage="{side, select, past {Dates before 1990} other {Dates more than ten years ahead}}: {field}"
              values={{ ...values, side: value }}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.implausible.why"
              defaultMessage="They count in a period that nobody looks at."
            />
          ),
        }
      case 'unused-kind':
        return {
          what: (
            <FormattedMessage
              id="console.faults.kind"
              defaultMessage="No metric counts “{value}”"
              values={values}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.kind.why"
              defaultMessage="Have the source send a kind that a metric counts, or name this one in a metric."
            />
          ),
        }
      case 'unmatched-value':
        return {
          what: (
            <FormattedMessage
              id="console.faults.value"
              defaultMessage="No metric asks for {field} “{value}”"
              values={values}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.value.why"
              defaultMessage="Have the source write it as the metrics do, or name it in a metric."
            />
          ),
        }
      case 'no-probability':
        return {
          what:
            value === '' ? (
              <FormattedMessage id="console.faults.no-stage" defaultMessage="Open deals without a stage" />
            ) : (
              <FormattedMessage
                id="console.faults.probability"
                defaultMessage="The stage “{value}” has no probability"
                values={values}
              />
            ),
          why: (
            <FormattedMessage
              id="console.faults.probability.why"
              defaultMessage="Its deals add nothing to a weighted sum of money."
            />
          ),
        }
      case 'no-field':
        return {
          what: (
            <FormattedMessage id="console.faults.field" defaultMessage="{field} is missing" values={values} />
          ),
          why: (
            <FormattedMessage
              id="console.faults.field.why"
              defaultMessage="A metric cannot count these facts without it. Have the source send it."
            />
          ),
        }
      case 'wrong-type':
        return {
          what: (
            <FormattedMessage
              id="console.faults.type"
              defaultMessage="{field} came in a way that the metrics cannot read"
              values={values}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.type.why"
              defaultMessage="Have the source send numbers as numbers, and yes or no as true or false."
            />
          ),
        }
      default:
        return {
          what: (
            <FormattedMessage
              id="console.faults.spelling"
              defaultMessage="“{value}” and “{other}” are one source, written in two ways"
              values={{ ...values, other: <bdi>{field}</bdi> }}
            />
          ),
          why: (
            <FormattedMessage
              id="console.faults.spelling.why"
              defaultMessage="A fact that came from both counts twice: withdraw what stands from one of them."
            />
          ),
        }
    }
  }
}
