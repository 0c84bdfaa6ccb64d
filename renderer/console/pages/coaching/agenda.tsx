// What to talk about, in three lines to take along.
import { FormattedMessage } from 'react-intl'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { Card } from '../../kit/card.tsx'
import { CopyButton } from '../../kit/copy-button.tsx'
import { useSay } from '../../words/words.tsx'
import { agendaWords } from './agenda-words.ts'
import { useFloorFormat } from './use-floor-format.ts'
import './agenda.css'

export function Agenda({ answer }: { readonly answer: CoachingAnswer }) {
  const say = useSay()
  const format = useFloorFormat()
  const lines = agendaWords({ answer, say, format })
  const text = [answer.who.face.name, ...lines.map((line, nth) => `${nth + 1}. ${line}`)].join('\n')
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
      <CopyButton size="small" text={text} />
    </Card>
  )
}
