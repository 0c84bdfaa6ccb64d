// A link or a token to be taken along.
import { CopyButton } from './copy-button.tsx'
import { TextField } from './field.tsx'
import './copy-line.css'

interface CopyLineProps {
  readonly label: string
  readonly value: string
}

export function CopyLine({ label, value }: CopyLineProps) {
  return (
    <div className="copy-line">
      <TextField label={label} value={value} onChange={() => undefined} />
      <CopyButton text={value} />
    </div>
  )
}
