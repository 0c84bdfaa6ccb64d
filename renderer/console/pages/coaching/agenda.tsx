// What to talk about, in three lines to take along.
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../words/words.tsx'
import { agendaWords } from './agenda-words.ts'
import { useFloorFormat } from './use-floor-format.ts'
import './agenda.css'

export function Agenda({ answer }: { readonly answer: CoachingAnswer }) {
  const say = useSay()
  const format = useFloorFormat()
  const [copied, setCopied] = useState(false)
  const lines = agendaWords({ answer, say, format })
  const copy = () => {
    // Absent on pages of plain HTTP, whatever its type says: the lines are there to be marked.
    const clipboard: Clipboard | undefined = navigator.clipboard
    const text = [answer.who.face.name, ...lines.map((line, nth) => `${nth + 1}. ${line}`)].join('\n')
    void clipboard?.writeText(text).then(() => setCopied(true))
  }
  return (
    <Card
      title={<FormattedMessage id="console.agenda.title" defaultMessage="For the one-to-one" />}
      note={<FormattedMessage id="console.agenda.note" defaultMessage="a suggestion" />}
    >
      <ol className="agenda">
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ol>
      <Button
        size="small"
        icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        onPress={copy}
      >
        {copied ? (
          <FormattedMessage id="console.copied" defaultMessage="Copied" />
        ) : (
          <FormattedMessage id="console.copy" defaultMessage="Copy" />
        )}
      </Button>
    </Card>
  )
}
