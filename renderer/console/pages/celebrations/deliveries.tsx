// What went out, what waits, and what could not be sent, with a way to send it again.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { Delivery } from '../../../../shared/wire/celebrations/api.ts'
import { deliveriesQuery, retryDelivery } from '../../api/celebrations.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'

const useDeliveryWords = () => {
  const say = useSay()
  const what: Readonly<Record<Delivery['what'], string>> = {
    alert: say({ id: 'console.deliveries.alert', defaultMessage: 'Told of it' }),
    correction: say({ id: 'console.deliveries.correction', defaultMessage: 'Corrected' }),
    reminder: say({ id: 'console.deliveries.reminder', defaultMessage: 'Reminded' }),
    congratulation: say({ id: 'console.deliveries.congratulation', defaultMessage: 'Passed on to the rep' }),
    test: say({ id: 'console.deliveries.test', defaultMessage: 'Test' }),
    event: say({ id: 'console.deliveries.event', defaultMessage: 'Event' }),
  }
  const state: Readonly<Record<Delivery['state'], string>> = {
    waiting: say({ id: 'console.deliveries.waiting', defaultMessage: 'waits' }),
    sent: say({ id: 'console.deliveries.sent', defaultMessage: 'sent' }),
    dead: say({ id: 'console.deliveries.dead', defaultMessage: 'could not be sent' }),
    expired: say({ id: 'console.deliveries.expired', defaultMessage: 'not sent: it was too late' }),
  }
  return { what, state }
}

export function Deliveries() {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const words = useDeliveryWords()
  const deliveries = useQuery(deliveriesQuery).data?.deliveries ?? []
  if (deliveries.length === 0) return null
  const again = ({ id }: Delivery) =>
    void act(async () => {
      await retryDelivery(id)
      await client.invalidateQueries({ queryKey: deliveriesQuery.queryKey })
      return say({ id: 'console.deliveries.again.done', defaultMessage: 'It is sent again.' })
    })
  return (
    <Card title={<FormattedMessage id="console.deliveries.title" defaultMessage="What went out" />}>
      <ul className="lines">
        {deliveries.map((delivery) => (
          <li key={delivery.id} className="line">
            <div className="grow">
              <h3 dir="auto">{delivery.to}</h3>
              <p className="soft small">
                {words.what[delivery.what]}
                {delivery.event !== null && <> {delivery.event}</>} ·{' '}
                <span className="celebration-state" data-state={delivery.state}>
                  {words.state[delivery.state]}
                </span>{' '}
                · <FormattedDate value={delivery.at} dateStyle="medium" timeStyle="short" />
                {delivery.tries > 1 && (
                  <>
                    {' · '}
                    <FormattedMessage
                      id="console.deliveries.tries"
                      defaultMessage="{tries, plural, one {one try} other {# tries}}"
                      values={{ tries: delivery.tries }}
                    />
                  </>
                )}
              </p>
              {delivery.lastError !== null && delivery.state !== 'sent' && (
                <p className="small" dir="auto">
                  {delivery.lastError}
                </p>
              )}
            </div>
            {delivery.state === 'dead' && (
              <Button size="small" onPress={() => again(delivery)}>
                <FormattedMessage id="console.deliveries.again" defaultMessage="Send again" />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
