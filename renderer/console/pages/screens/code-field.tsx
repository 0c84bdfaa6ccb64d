// The six characters from the TV: one field for hands and screen readers, drawn as six cells.
import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useSay } from '../../words/words.tsx'

interface CodeFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isFound: boolean
  /** It came by a link, and is not to be typed. */
  readonly isGiven: boolean
}

const length = 6
const cells = [0, 1, 2, 3, 4, 5] as const

/** What is typed after a whole code begins the next one: one from before may still stand there. */
const startedAnew = (code: string, next: string): string =>
  code.length === length && next.length > length ? next.slice(length) : next

export function CodeField({ value, onChange, isFound, isGiven }: CodeFieldProps) {
  const say = useSay()
  const [focused, setFocused] = useState(false)
  const letters = [...value.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')].slice(0, length)
  return (
    <TextField
      className="code"
      data-found={isFound ? '' : undefined}
      value={letters.join('')}
      onChange={(next) => onChange(startedAnew(letters.join(''), next))}
      isReadOnly={isGiven}
      autoFocus={!isGiven}
      onFocusChange={setFocused}
    >
      <Label className="unseen">
        {say({ id: 'console.pair.code', defaultMessage: 'Six characters from the TV' })}
      </Label>
      <div className="code-cells" aria-hidden="true">
        {cells.map((cell) => (
          <span
            key={cell}
            className="code-cell"
            data-next={focused && cell === Math.min(letters.length, length - 1) ? '' : undefined}
          >
            {letters[cell]}
          </span>
        ))}
      </div>
      <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={length + 2} />
    </TextField>
  )
}
