// A link or a token to be taken along.
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import './copy-line.css'

interface CopyLineProps {
  readonly label: string
  readonly value: string
}

/** Without a secure connection a browser copies nothing: the text is there to be marked. */
export function CopyLine({ label, value }: CopyLineProps) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    // Absent on pages of plain HTTP, whatever its type says.
    const clipboard: Clipboard | undefined = navigator.clipboard
    void clipboard?.writeText(value).then(() => setCopied(true))
  }
  return (
    <div className="copy-line">
      <TextField label={label} value={value} onChange={() => undefined} />
      <Button icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />} onPress={copy}>
        {copied ? (
          <FormattedMessage id="console.copied" defaultMessage="Copied" />
        ) : (
          <FormattedMessage id="console.copy" defaultMessage="Copy" />
        )}
      </Button>
    </div>
  )
}
