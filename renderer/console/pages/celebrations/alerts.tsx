// Who hears of a big deal, over which services, and what became of each message.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Alert } from '../../../../shared/wire/celebrations/alert.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'
import { AlertDialog } from './alert-dialog.tsx'
import { Connections } from './connections.tsx'
import { Deliveries } from './deliveries.tsx'

export function Alerts({ file }: { readonly file: FloorFile }) {
  const may = useMay()
  const [asked, setAsked] = useState<Alert | 'new' | null>(null)
  if (!may.administer)
    return (
      <Notice tone="info">
        <FormattedMessage
          id="console.alerts.admins"
          defaultMessage="Admins choose who hears of a big deal. A rule’s own page says which lists it tells."
        />
      </Notice>
    )
  const rulesOf = (id: string) => file.celebrations.filter(({ tell }) => tell.includes(id))
  return (
    <>
      <Card
        title={<FormattedMessage id="console.alerts.title" defaultMessage="Lists of people" />}
        note={
          <Button size="small" icon={<Plus aria-hidden="true" />} onPress={() => setAsked('new')}>
            <FormattedMessage id="console.alerts.new" defaultMessage="New list" />
          </Button>
        }
      >
        {file.alerts.length === 0 && (
          <p className="soft">
            <FormattedMessage
              id="console.alerts.none"
              defaultMessage="Nobody is told yet. Put the people at the top on a list: each gets a link by which they say “well done” in one tap."
            />
          </p>
        )}
        <ul className="lines">
          {file.alerts.map((alert) => (
            <li key={alert.id} className="line">
              <div className="grow">
                <h3 dir="auto">{alert.name}</h3>
                <p className="soft small" dir="auto">
                  {[
                    ...alert.leaders.map(({ name }) => name),
                    ...alert.channels.map(({ connection, channel }) => channel ?? connection),
                  ].join(', ')}
                </p>
                <p className="soft small">
                  {rulesOf(alert.id).length === 0 ? (
                    <FormattedMessage
                      id="console.alerts.unused"
                      defaultMessage="No rule tells this list yet. Choose it in a rule under “What is celebrated”."
                    />
                  ) : (
                    <FormattedMessage
                      id="console.alerts.used"
                      defaultMessage="Told of: {rules}"
                      values={{
                        rules: rulesOf(alert.id)
                          .map(({ name }) => name)
                          .join(', '),
                      }}
                    />
                  )}
                </p>
              </div>
              <Button size="small" onPress={() => setAsked(alert)}>
                <FormattedMessage id="console.celebrate.rule.change" defaultMessage="Change" />
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <Connections />
      <Deliveries />
      {asked !== null && (
        <AlertDialog
          key={asked === 'new' ? 'new' : asked.id}
          file={file}
          before={asked === 'new' ? null : asked}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
