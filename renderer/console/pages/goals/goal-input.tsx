// One goal in the grid: typed, pasted over many, and gone through by the arrow keys.
import { memo, useState } from 'react'

export interface CellPlace {
  readonly row: number
  readonly column: number
}

export interface CellActs {
  readonly onFocus: (place: CellPlace) => void
  readonly onType: (place: CellPlace, text: string) => void
  readonly onPaste: (place: CellPlace, text: string) => void
  /** Ctrl+D: as the cell above. Shift+↓: the one below as this. */
  readonly onCopy: (from: CellPlace, to: CellPlace) => void
}

interface GoalInputProps extends CellPlace {
  readonly label: string
  /** As it is written when nobody types. */
  readonly text: string
  readonly isTyped: boolean
  /** A sentence. */
  readonly fault: string | null
  readonly acts: CellActs
}

const focusOn = ({ row, column }: CellPlace): void =>
  document.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"]`)?.focus()

/** Hundreds of them are on a page. */
export const GoalInput = memo(function GoalInput({
  row,
  column,
  label,
  text,
  isTyped,
  fault,
  acts: { onFocus, onType, onPaste, onCopy },
}: GoalInputProps) {
  /** While somebody types; null: what stands. */
  const [typing, setTyping] = useState<string | null>(null)
  const place = { row, column }
  const finish = (): void => {
    if (typing !== null && typing !== text) onType(place, typing)
    setTyping(null)
  }
  const go = (by: number): void => {
    finish()
    focusOn({ row: row + by, column })
  }
  return (
    <input
      className="goal-input figures"
      data-cell={`${row} ${column}`}
      data-typed={isTyped ? '' : undefined}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={fault !== null}
      title={fault ?? undefined}
      value={typing ?? text}
      onFocus={(event) => {
        event.currentTarget.select()
        onFocus(place)
      }}
      onChange={(event) => setTyping(event.currentTarget.value)}
      onBlur={finish}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text')
        if (!/[\t\n\r]/.test(pasted.trim())) return
        event.preventDefault()
        setTyping(null)
        onPaste(place, pasted)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyping(null)
        else if (event.key === 'd' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          setTyping(null)
          onCopy({ row: row - 1, column }, place)
        } else if (event.key === 'ArrowDown' && event.shiftKey) {
          event.preventDefault()
          finish()
          onCopy(place, { row: row + 1, column })
          focusOn({ row: row + 1, column })
        } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault()
          go(1)
        } else if (event.key === 'ArrowUp') {
          event.preventDefault()
          go(-1)
        }
      }}
    />
  )
})
