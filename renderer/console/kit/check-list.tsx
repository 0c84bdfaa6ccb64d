// Several of many.
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import './check-list.css'

interface CheckListProps {
  readonly label: ReactNode
  readonly items: readonly {
    readonly id: string
    readonly name: string
    readonly note?: ReactNode
    readonly mark?: ReactNode
    /** Shown, and not to be chosen. */
    readonly isDisabled?: boolean
  }[]
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  /** Notes that say much stand below the names. */
  readonly notesBelow?: boolean
}

export function CheckList({ label, items, value, onChange, notesBelow = false }: CheckListProps) {
  return (
    <CheckboxGroup className="field" value={[...value]} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      <div className="checks">
        {items.map(({ id, name, note, mark, isDisabled = false }) => (
          <Checkbox key={id} value={id} className="check" isDisabled={isDisabled}>
            <span className="check-box" aria-hidden="true">
              <Check />
            </span>
            <span className="check-name" dir="auto">
              {name}
              {note && notesBelow && <span className="soft small check-below">{note}</span>}
            </span>
            {note && !notesBelow && <span className="soft small">{note}</span>}
            {mark}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
