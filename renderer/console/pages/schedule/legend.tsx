// What goes before what.
import { FormattedMessage } from 'react-intl'
import { Card } from '../../kit/card.tsx'

export function Legend() {
  return (
    <Card
      title={<FormattedMessage id="console.schedule.legend" defaultMessage="What goes first" />}
      note={<FormattedMessage id="console.schedule.legend.note" defaultMessage="the darker, the stronger" />}
    >
      <ol className="legend">
        <li data-strength="exception">
          <FormattedMessage
            id="console.schedule.strength.exception"
            defaultMessage="Exceptions, for dates and holidays"
          />
        </li>
        <li data-strength="screen">
          <FormattedMessage id="console.schedule.strength.screen" defaultMessage="Rules of this screen" />
        </li>
        <li data-strength="group">
          <FormattedMessage id="console.schedule.strength.group" defaultMessage="Rules of its group" />
        </li>
        <li data-strength="always">
          <FormattedMessage id="console.schedule.strength.always" defaultMessage="What it always shows" />
        </li>
      </ol>
    </Card>
  )
}
