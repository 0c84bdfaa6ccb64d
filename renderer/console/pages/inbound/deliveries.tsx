// What a program sent last, and what became of each delivery.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Delivery } from '../../../../shared/wire/inbound.ts'
import { deliveriesQuery, deliveryBody, lookAgain } from '../../api/inbound.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'

const mostShown = 10
const stateTone = { waiting: 'soft', taken: 'good-word', partly: 'bad-word', refused: 'bad-word' } as const

function StateWord({ state }: Pick<Delivery, 'state'>) {
  const say = useSay()
  const words = {
    waiting: say({ id: 'console.inbound.state.waiting', defaultMessage: 'waits' }),
    taken: say({ id: 'console.inbound.state.taken', defaultMessage: 'taken' }),
    partly: say({ id: 'console.inbound.state.partly', defaultMessage: 'partly taken' }),
    refused: say({ id: 'console.inbound.state.refused', defaultMessage: 'refused' }),
  }
  return <span className={`small strong ${stateTone[state]}`}>{words[state]}</span>
}

function OutcomeWords({ outcome }: Pick<Delivery, 'outcome'>) {
  if (outcome === null) return null
  const { accepted, unchanged, withdrawn, passedOver, refused, refusedCount, warnings } = outcome
  return (
    <>
      <p className="soft small">
        <FormattedMessage
          id="console.inbound.outcome"
          defaultMessage="{accepted} new or changed{unchanged, plural, =0 {} other {, # unchanged}}{withdrawn, plural, =0 {} other {, # taken away}}{passedOver, plural, =0 {} other {, # passed over}}{refusedCount, plural, =0 {} other {, # refused}}"
          values={{ accepted, unchanged, withdrawn, passedOver, refusedCount }}
        />
      </p>
      {[...refused, ...warnings].slice(0, 3).map((sentence) => (
        <p key={sentence} className="small inbound-sentence" dir="auto">
          {sentence}
        </p>
      ))}
    </>
  )
}

interface DeliveriesProps {
  readonly source: string
  /** Puts a delivery’s body where mappings are tried. */
  readonly onTry: (body: string) => void
}

export function Deliveries({ source, onTry }: DeliveriesProps) {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const [all, setAll] = useState(false)
  const deliveries = useQuery(deliveriesQuery(source)).data?.deliveries
  if (!deliveries) return null
  const open = ({ id }: Delivery) =>
    void act(async () => {
      onTry((await deliveryBody(source, id)).body)
      return null
    })
  const again = ({ id }: Delivery) =>
    void act(async () => {
      const { again: count } = await lookAgain(source, id)
      await client.invalidateQueries({ queryKey: ['inbound'] })
      return say(
        {
          id: 'console.inbound.again.done',
          defaultMessage: '{count, plural, one {One delivery is} other {# deliveries are}} looked at again.',
        },
        { count },
      )
    })
  return (
    <Card
      title={<FormattedMessage id="console.inbound.deliveries" defaultMessage="What came last" />}
      note={
        deliveries.length > mostShown && (
          <Button size="small" look="quiet" onPress={() => setAll(!all)}>
            {all ? (
              <FormattedMessage id="console.inbound.fewer" defaultMessage="Fewer" />
            ) : (
              <FormattedMessage
                id="console.inbound.all"
                defaultMessage="All {count}"
                values={{ count: deliveries.length }}
              />
            )}
          </Button>
        )
      }
    >
      {deliveries.length === 0 && (
        <p className="soft">
          <FormattedMessage
            id="console.inbound.none-came"
            defaultMessage="Nothing has come yet. Give the program its address, and have it send something."
          />
        </p>
      )}
      <ul className="lines">
        {deliveries.slice(0, all ? undefined : mostShown).map((delivery) => (
          <li key={delivery.id} className="line inbound-delivery">
            <div className="grow">
              <p className="small">
                <FormattedMessage
                  id="console.inbound.delivery"
                  defaultMessage="{at, date, medium}, {at, time, medium}"
                  values={{ at: delivery.at }}
                />{' '}
                · <StateWord state={delivery.state} />
              </p>
              <OutcomeWords outcome={delivery.outcome} />
            </div>
            <Button size="small" onPress={() => open(delivery)}>
              <FormattedMessage id="console.inbound.use" defaultMessage="Try the mapping on it" />
            </Button>
            <Button size="small" look="quiet" onPress={() => again(delivery)}>
              <FormattedMessage id="console.inbound.again" defaultMessage="Take again from here" />
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
