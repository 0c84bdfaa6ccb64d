// One condition of the sentence: a field, how it is asked about, and what it is to be.
import { X } from 'lucide-react'
import type { FieldKind } from '../../../../../shared/domain/metric-drafts/choices.ts'
import {
  kindOfField,
  newCondition,
  withTest,
  withValues,
} from '../../../../../shared/domain/metric-drafts/choices.ts'
import type { Scalar, SentenceCondition } from '../../../../../shared/domain/metric-drafts/sentence.ts'
import type { KnownField } from '../../../../../shared/wire/metric-drafts.ts'
import { useMe } from '../../../api/queries.ts'
import { Button } from '../../../kit/button.tsx'
import { useSay } from '../../../words/words.tsx'
import { shownTest, shownTests, useFieldWords } from '../sentence/use-field-words.ts'
import { ValuePicker } from './value-picker.tsx'
import { WordNumber } from './word-number.tsx'
import { WordPicker } from './word-picker.tsx'

interface ConditionLineProps {
  readonly condition: SentenceCondition
  readonly isFirst: boolean
  /** To choose from, besides its own. */
  readonly fields: readonly string[]
  /** Of the facts that are counted. */
  readonly known: readonly KnownField[]
  /** Of fields whose values the floor itself names. */
  readonly listed: Readonly<Record<string, readonly string[]>>
  readonly onChange: (condition: SentenceCondition) => void
  readonly onRemove: () => void
}

const readAs =
  (kind: FieldKind) =>
  (text: string): Scalar | null => {
    if (kind !== 'number') return text
    const number = Number(text.replace(',', '.'))
    return Number.isFinite(number) ? number : null
  }

export function ConditionLine(props: ConditionLineProps) {
  const { condition, isFirst, fields, known, listed, onChange, onRemove } = props
  const say = useSay()
  const words = useFieldWords()
  const currency = useMe()?.floor.currency ?? 'USD'
  const { field, test, values } = condition
  const kind = kindOfField(field, known)
  const name = words.field(field)
  const own = known.find((each) => each.field === field)?.values ?? []
  const named = (listed[field] ?? []).map((value) => ({
    value,
    facts: own.find((each) => each.value === value)?.facts ?? 0,
  }))
  const choices = [...named, ...own.filter(({ value }) => !named.some((each) => each.value === value))]
  const format: Intl.NumberFormatOptions =
    field === 'amount'
      ? { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 }
      : field === 'durationSeconds'
        ? { style: 'unit', unit: 'second', unitDisplay: 'long' }
        : { maximumFractionDigits: 6 }
  const [first] = values
  return (
    <li className="sentence-line">
      <span className="sentence-join">
        {isFirst
          ? say({ id: 'console.sentence.where', defaultMessage: 'where' })
          : say({ id: 'console.sentence.and', defaultMessage: 'and' })}
      </span>
      <WordPicker
        label={say({ id: 'console.sentence.place.field', defaultMessage: 'What is asked about' })}
        choices={[...new Set([field, ...fields])].map((id) => ({ id, name: words.field(id) }))}
        value={field}
        onChange={(next) => {
          if (next !== field) onChange(newCondition(next, kindOfField(next, known)))
        }}
      />
      {kind !== 'yes-no' && (
        <WordPicker
          label={say(
            { id: 'console.sentence.place.test', defaultMessage: 'How {field} is asked about' },
            { field: name },
          )}
          choices={shownTests(kind, test).map((id) => ({ id, name: words.test(id) }))}
          value={shownTest(test)}
          onChange={(next) => onChange(withTest(condition, next))}
        />
      )}
      {kind === 'yes-no' && values.length === 1 && typeof first === 'boolean' ? (
        <WordPicker
          label={name}
          choices={['true', 'false'].map((id) => ({ id, name: words.value(field, id === 'true') }))}
          value={String(first)}
          onChange={(next) => onChange({ ...condition, values: [next === 'true'] })}
        />
      ) : test === 'atLeast' || test === 'atMost' ? (
        <WordNumber
          label={name}
          value={typeof first === 'number' ? first : null}
          format={format}
          onChange={(next) => onChange({ ...condition, values: next === null ? [] : [next] })}
        />
      ) : (
        test !== 'exists' &&
        test !== 'missing' && (
          <ValuePicker
            label={name}
            values={values}
            known={choices}
            read={readAs(kind)}
            words={(value) => words.value(field, value)}
            onChange={(next) => onChange(withValues(condition, [...next]))}
          />
        )
      )}
      <Button
        look="quiet"
        size="small"
        icon={<X />}
        aria-label={say(
          { id: 'console.sentence.without', defaultMessage: 'Without the condition on {field}' },
          { field: name },
        )}
        onPress={onRemove}
      />
    </li>
  )
}
