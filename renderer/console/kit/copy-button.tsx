import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from './button.tsx'

interface CopyButtonProps {
  readonly text: string
  readonly size?: 'usual' | 'small'
}

/** Without a secure connection a browser copies nothing: what is copied must stand on the page too, to be marked. */
export function CopyButton({ text, size = 'usual' }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    // Absent on pages of plain HTTP, whatever its type says.
    const clipboard: Clipboard | undefined = navigator.clipboard
    void clipboard?.writeText(text).then(() => setCopied(true))
  }
  return (
    <Button
      size={size}
      icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      onPress={copy}
    >
      {copied ? (
        <FormattedMessage id="console.copied" defaultMessage="Copied" />
      ) : (
        <FormattedMessage id="console.copy.button" defaultMessage="Copy" />
      )}
    </Button>
  )
}
