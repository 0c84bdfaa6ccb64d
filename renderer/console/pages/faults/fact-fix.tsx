// One fact that is wrong: another date, another amount, or out of every number.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { exponentOf } from '../../../../shared/domain/words/currency-exponent.ts'
import type { CorrectedField } from '../../../../shared/wire/correction.ts'
import type { FaultyFact, Fix } from '../../../../shared/wire/mending.ts'
import { PlainDate } from '../../../../shared/wire/text.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { TextField } from '../../kit/field.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'
import { AmountField } from './amount-field.tsx'
import { useFieldWord } from './field-words.ts'
import { FixDialog } from './fix-dialog.tsx'
import { LikelyDays } from './suggested.tsx'

type DateField = Exclude<CorrectedField, 'amount'>

interface FactFixProps {
  readonly fact: Pick<FaultyFact, 'source' | 'id' | 'name' | 'amount' | 'dates' | 'type'>
  /** What can be another value; null: it can only be left out. */
  readonly field: CorrectedField | null
  /** Names the fact's date among what is right; null where an amount is looked at. */
  readonly rightKey: string | null
  /** A day that was chosen already. */
  readonly day?: string
  readonly onClose: () => void
}

type What = 'value' | 'left-out' | 'right'

function DateChoice({
  field,
  date,
  value,
  onChange,
}: {
  readonly field: DateField
  /** As its source wrote it; null without one. */
  readonly date: string | null
  readonly value: string
  readonly onChange: (day: string) => void
}) {
  const say = useSay()
  const dateWords = useDateWords()
  const fieldWord = useFieldWord()
  return (
    <>
      {date !== null && (
        <LikelyDays
          words={<FormattedMessage id="console.faults.fact.likely" defaultMessage="Probably" />}
          date={date}
          onChoose={onChange}
        />
      )}
      <TextField
        label={say(
          { id: 'console.faults.fact.date', defaultMessage: 'Right {field}' },
          { field: fieldWord(field) },
        )}
        type="date"
        value={value}
        onChange={onChange}
        {...(date !== null && {
          hint: say(
            { id: 'console.faults.fact.was', defaultMessage: 'The source says {was}' },
            { was: dateWords(date.slice(0, 10)) },
          ),
        })}
      />
    </>
  )
}

export function FactFix({ fact, field, rightKey, day: chosen = '', onClose }: FactFixProps) {
  const say = useSay()
  const own = useFloor()?.file.floor.currency ?? 'USD'
  const was = field === null ? null : field === 'amount' ? fact.amount : (fact.dates[field] ?? null)
  const currency = fact.amount?.currency ?? own
  const perUnit = 10 ** exponentOf(currency)
  const [what, setWhat] = useState<What>(field === null ? 'left-out' : 'value')
  const [day, setDay] = useState(chosen)
  const [amount, setAmount] = useState<number | null>((fact.amount?.minor ?? 0) / perUnit)
  const key = { source: fact.source, fact: fact.id }

  const fixOf = (): Fix | null => {
    if (what === 'left-out') return { do: 'left-out', ...key }
    if (what === 'right') return rightKey === null ? null : { do: 'right', key: rightKey, what: fact.name }
    if (field === null) return null
    if (field === 'amount') {
      const minor = Math.round((amount ?? 0) * perUnit)
      return amount === null || minor === fact.amount?.minor
        ? null
        : { do: 'fact', ...key, field, was: fact.amount, is: { minor, currency } }
    }
    if (!PlainDate.safeParse(day).success || (typeof was === 'string' && was.slice(0, 10) === day))
      return null
    const rest = typeof was === 'string' && field !== 'expectedCloseOn' ? was.slice(10) : ''
    return { do: 'fact', ...key, field, was, is: `${day}${rest}` }
  }

  return (
    <FixDialog
      title={
        <FormattedMessage
          id="console.faults.fact.title"
          defaultMessage="What is wrong with {name}?"
          values={{ name: <bdi>{fact.name}</bdi> }}
        />
      }
      onClose={onClose}
      fix={fixOf()}
    >
      {field !== null && (
        <Segments
          label={say({ id: 'console.faults.fact.what', defaultMessage: 'What is to be done' })}
          value={what}
          onChange={setWhat}
          choices={[
            {
              id: 'value',
              name:
                field === 'amount'
                  ? say({ id: 'console.faults.fact.amount', defaultMessage: 'Another amount' })
                  : say({ id: 'console.faults.fact.another-date', defaultMessage: 'Another date' }),
            },
            {
              id: 'left-out',
              name: say({ id: 'console.faults.fact.out', defaultMessage: 'It counts nowhere' }),
            },
            ...(rightKey === null
              ? []
              : [
                  {
                    id: 'right' as const,
                    name: say({ id: 'console.faults.right', defaultMessage: 'This is right' }),
                  },
                ]),
          ]}
        />
      )}
      {what === 'value' &&
        (field === 'amount' ? (
          <AmountField
            label={say({ id: 'console.faults.fact.right-amount', defaultMessage: 'Right amount' })}
            initial={(fact.amount?.minor ?? 0) / perUnit}
            onChange={setAmount}
            format={{ style: 'currency', currency }}
            mayBeNegative
            autoFocus
          />
        ) : (
          field !== null && (
            <DateChoice
              field={field}
              date={typeof was === 'string' ? was : null}
              value={day}
              onChange={setDay}
            />
          )
        ))}
      <p className="soft small">
        {what === 'right' ? (
          <FormattedMessage
            id="console.faults.fact.right.note"
            defaultMessage="It is told no more. No number changes by it."
          />
        ) : what === 'left-out' ? (
          <FormattedMessage
            id="console.faults.fact.out.note"
            defaultMessage="Whatever the source says of it from now on, it is in no number until you take this back."
          />
        ) : (
          <FormattedMessage
            id="console.faults.fact.note"
            defaultMessage="It counts as long as the source says what it says now. Mended there as well, that counts."
          />
        )}
      </p>
    </FixDialog>
  )
}
