// Whether e-mails are read. Nobody's are unless somebody says so here.
import { FormattedMessage } from 'react-intl'
import type { Source } from '../../../../shared/wire/source.ts'
import { Switch } from '../../kit/switch.tsx'

interface EmailChoiceProps {
  readonly reads: Source['reads']
  readonly onChange: (reads: Source['reads']) => void
}

export function EmailChoice({ reads, onChange }: EmailChoiceProps) {
  return (
    <section className="source-part source-emails">
      <Switch
        value={reads.includes('emails')}
        onChange={(isRead) =>
          onChange([...reads.filter((each) => each !== 'emails'), ...(isRead ? (['emails'] as const) : [])])
        }
      >
        <FormattedMessage id="console.sources.emails" defaultMessage="Count e-mails, too" />
      </Switch>
      <p className="soft small">
        <FormattedMessage
          id="console.sources.emails.kept"
          defaultMessage="When each was sent, and by which of your people. What it says, and to whom, is never asked for."
        />
      </p>
    </section>
  )
}
