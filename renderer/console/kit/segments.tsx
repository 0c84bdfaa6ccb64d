// One of a few, all of them seen: buttons in a row.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import './segments.css'

interface SegmentsProps<K extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: K; readonly name: string }[]
  readonly value: K
  readonly onChange: (value: K) => void
}

export function Segments<K extends string>({ label, choices, value, onChange }: SegmentsProps<K>) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([key]) => {
        const choice = choices.find(({ id }) => id === key)
        if (choice) onChange(choice.id)
      }}
    >
      {choices.map(({ id, name }) => (
        <ToggleButton key={id} id={id} className="segment">
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
