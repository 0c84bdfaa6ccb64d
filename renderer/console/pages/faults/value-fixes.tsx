// Stages of another name, deals without an amount, currencies without a rate.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { createLookAlikes } from '../../../../shared/domain/words/look-alike.ts'
import type { InboxItem } from '../../../../shared/wire/mending.ts'
import { PlainDate } from '../../../../shared/wire/text.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import { AmountField } from './amount-field.tsx'
import { FixDialog } from './fix-dialog.tsx'

interface ValueFixProps {
  readonly item: Extract<InboxItem, { kind: 'fault' }>
  readonly onClose: () => void
}

export function StageFix({ item: { value: stage, stages }, onClose }: ValueFixProps) {
  const say = useSay()
  const [is, setIs] = useState(() => createLookAlikes(stages, 'forgiving').meant(stage))
  return (
    <FixDialog
      title={
        <FormattedMessage
          id="console.faults.stage.title"
          defaultMessage="Which stage is “{stage}”?"
          values={{ stage: <bdi>{stage}</bdi> }}
        />
      }
      onClose={onClose}
      fix={is === null ? null : { do: 'stage', stage, is }}
    >
      <Picker
        label={say({ id: 'console.faults.stage.is', defaultMessage: 'Stage of the floor' })}
        choices={stages.map((each) => ({ id: each, name: each }))}
        value={is}
        onChange={setIs}
        placeholder={say({ id: 'console.faults.stage.choose', defaultMessage: 'Choose one' })}
      />
      <p className="soft small">
        <FormattedMessage
          id="console.faults.stage.note"
          defaultMessage="Moves from now on are seen as well. Those that were made before stay unseen."
        />
      </p>
    </FixDialog>
  )
}

const statusOf = (value: string): 'open' | 'won' | 'lost' =>
  value === 'won' || value === 'lost' ? value : 'open'

export function AmountFix({ item: { value, first }, onClose }: ValueFixProps) {
  const say = useSay()
  const currency = useFloor()?.file.floor.currency ?? 'USD'
  const [what, setWhat] = useState<'amount' | 'right'>('amount')
  const [amount, setAmount] = useState<number | null>(null)
  const status = statusOf(value)
  const fix = {
    do: 'no-amount',
    status,
    ...(first === null ? {} : { source: first.source }),
    amount: what === 'right' ? null : (amount ?? 0),
  } as const
  return (
    <FixDialog
      title={
        <FormattedMessage
          id="console.faults.amount.title"
          defaultMessage="What do deals without an amount count?"
        />
      }
      onClose={onClose}
      fix={what === 'amount' && !amount ? null : fix}
    >
      <Segments
        label={say({ id: 'console.faults.amount.what', defaultMessage: 'What they count' })}
        value={what}
        onChange={setWhat}
        choices={[
          {
            id: 'amount',
            name: say({ id: 'console.faults.amount.usual', defaultMessage: 'A usual amount' }),
          },
          {
            id: 'right',
            name: say({ id: 'console.faults.amount.right', defaultMessage: 'Nothing: they are right so' }),
          },
        ]}
      />
      {what === 'amount' && (
        <AmountField
          label={say({ id: 'console.faults.amount.each', defaultMessage: 'Amount of each' })}
          initial={null}
          onChange={setAmount}
          format={{ style: 'currency', currency }}
          autoFocus
        />
      )}
      {first !== null && (
        <p className="soft small">
          <FormattedMessage
            id="console.faults.amount.note"
            defaultMessage="Of {source}, also those that come later. Once a deal has an amount of its own, that counts."
            values={{ source: <bdi>{first.source}</bdi> }}
          />
        </p>
      )}
    </FixDialog>
  )
}

interface RateFixProps {
  readonly currency: string
  /** From which day one is needed; null: not known. */
  readonly from: string | null
  /** Such deals were not taken, and come only if they are sent again. */
  readonly wasRefused?: boolean
  readonly onClose: () => void
}

export function RateFix({ currency, from: needed, wasRefused = false, onClose }: RateFixProps) {
  const say = useSay()
  const own = useFloor()?.file.floor.currency ?? 'USD'
  const [from, setFrom] = useState(needed ?? '')
  const [rate, setRate] = useState<number | null>(null)
  const isReady = rate !== null && rate > 0 && PlainDate.safeParse(from).success
  return (
    <FixDialog
      title={
        <FormattedMessage
          id="console.faults.rate.title"
          defaultMessage="What is one {currency} worth?"
          values={{ currency }}
        />
      }
      onClose={onClose}
      fix={isReady ? { do: 'rate', currency, from, rate } : null}
    >
      <AmountField
        label={say(
          { id: 'console.faults.rate.worth', defaultMessage: 'One {currency} in {own}' },
          { currency, own },
        )}
        initial={null}
        onChange={setRate}
        format={{ style: 'currency', currency: own, maximumFractionDigits: 6 }}
        autoFocus
      />
      <TextField
        label={say({ id: 'console.faults.rate.from', defaultMessage: 'From this day on' })}
        type="date"
        value={from}
        onChange={setFrom}
      />
      <p className="soft small">
        {wasRefused ? (
          <FormattedMessage
            id="console.faults.rate.again"
            defaultMessage="It holds until a later one. What was refused is not here: have it sent once more, or drop its file again."
          />
        ) : (
          <FormattedMessage
            id="console.faults.rate.note"
            defaultMessage="It holds until a later one. Deals that wait for it count within a minute, and nothing of them is celebrated."
          />
        )}
      </p>
    </FixDialog>
  )
}
