// What a field of a fact is to be: values that facts have are chosen, others typed.
import { ChevronDown, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Scalar } from '../../../../../shared/domain/metric-drafts/sentence.ts'
import type { KnownField } from '../../../../../shared/wire/metric-drafts.ts'
import { Button } from '../../../kit/button.tsx'
import { CheckList } from '../../../kit/check-list.tsx'
import { TextField } from '../../../kit/field.tsx'
import { useSay } from '../../../words/words.tsx'

/** More are found by typing. */
const mostListed = 12

const keyOf = (value: Scalar): string => JSON.stringify(value)

interface ValuePickerProps {
  /** Of the field that the values are of. */
  readonly label: string
  readonly values: readonly Scalar[]
  readonly known: readonly KnownField['values'][number][]
  /** What a typed text is: a number where facts have numbers there; null where it cannot be. */
  readonly read: (text: string) => Scalar | null
  readonly words: (value: Scalar) => string
  readonly onChange: (values: readonly Scalar[]) => void
}

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

function Values({ label, values, known, read, words, onChange }: ValuePickerProps) {
  const say = useSay()
  const { formatNumber } = useIntl()
  const [typed, setTyped] = useState('')
  const unknown = values.filter((value) => !known.some((each) => keyOf(each.value) === keyOf(value)))
  const all = [...unknown.map((value) => ({ value, facts: 0 })), ...known]
  const isMeant = (value: Scalar): boolean =>
    folded(`${words(value)} ${value}`).includes(folded(typed.trim()))
  const found = all.filter(({ value }) => isMeant(value))
  const listed = found.slice(0, mostListed)
  const own = typed.trim() === '' ? null : read(typed.trim())
  const isNew = own !== null && !all.some(({ value }) => keyOf(value) === keyOf(own))
  const add = () => {
    if (own === null) return
    onChange([...values, own])
    setTyped('')
  }
  return (
    <form
      className="value-picker"
      onSubmit={(event) => {
        event.preventDefault()
        if (isNew) add()
      }}
    >
      <TextField
        label={say({ id: 'console.value.find', defaultMessage: 'Find or type a value' })}
        type="search"
        autoFocus
        value={typed}
        onChange={setTyped}
      />
      {isNew && (
        <Button size="small" icon={<Plus aria-hidden="true" />} onPress={add}>
          <FormattedMessage
            id="console.value.add"
            defaultMessage="Add “{value}”"
            values={{ value: words(own) }}
          />
        </Button>
      )}
      {listed.length > 0 && (
        <CheckList
          label={<span className="unseen">{label}</span>}
          items={listed.map(({ value, facts }) => ({
            id: keyOf(value),
            name: words(value),
            note: facts > 0 ? formatNumber(facts) : undefined,
          }))}
          value={values.map(keyOf)}
          onChange={(keys) => {
            const hidden = values.filter(
              (value) => !listed.some((each) => keyOf(each.value) === keyOf(value)),
            )
            const shown = listed.flatMap(({ value }) => (keys.includes(keyOf(value)) ? [value] : []))
            onChange([...hidden, ...shown])
          }}
        />
      )}
      {found.length > listed.length && (
        <p className="soft small">
          <FormattedMessage
            id="console.value.more"
            defaultMessage="{count, plural, one {One more, found by typing} other {# more, found by typing}}"
            values={{ count: found.length - listed.length }}
          />
        </p>
      )}
    </form>
  )
}

export function ValuePicker(props: ValuePickerProps) {
  const { label, values, words } = props
  const { formatList } = useIntl()
  return (
    <DialogTrigger>
      <AriaButton
        className="word-button"
        aria-label={`${label}: ${formatList(values.map(words), { type: 'disjunction' }) || '…'}`}
        data-empty={values.length === 0 ? '' : undefined}
      >
        <span>{values.length === 0 ? '…' : formatList(values.map(words), { type: 'disjunction' })}</span>
        <ChevronDown aria-hidden="true" />
      </AriaButton>
      <Popover className="popover word-list">
        <Dialog className="value-dialog" aria-label={label}>
          <Values {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
