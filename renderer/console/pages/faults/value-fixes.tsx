// Stages of another name, deals without an amount, currencies without a rate.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { createLookAlikes } from '../../../../shared/domain/words/look-alike.ts'
import type { InboxItem } from '../../../../shared/wire/mending.ts'
import { PlainDate } from '../../../../shared/wire/text.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
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
  const [amount, setAmount] = useState(0)
  const status = statusOf(value)
  const fix = {
    do: 'no-amount',
    status,
    ...(first === null ? {} : { source: first.source }),
    amount: what === 'right' ? null : amount,
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
      fix={what === 'amount' && amount === 0 ? null : fix}
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
        <NumberField
          label={say({ id: 'console.faults.amount.each', defaultMessage: 'Amount of each' })}
          value={amount}
          onChange={setAmount}
          min={0}
          max={1e12}
          step={0.01}
          format={{ style: 'currency', currency }}
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

export function RateFix({ item: { value: currency, from: needed, first }, onClose }: ValueFixProps) {
  const say = useSay()
  const own = useFloor()?.file.floor.currency ?? 'USD'
  const closed = first?.dates['closedAt'] ?? first?.dates['createdAt']
  const [from, setFrom] = useState(needed ?? closed?.slice(0, 10) ?? '')
  const [rate, setRate] = useState(0)
  const isReady = rate > 0 && PlainDate.safeParse(from).success
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
      <NumberField
        label={say(
          { id: 'console.faults.rate.worth', defaultMessage: 'One {currency} in {own}' },
          { currency, own },
        )}
        value={rate}
        onChange={setRate}
        min={0}
        max={1e9}
        step={0.000001}
        format={{ maximumFractionDigits: 6 }}
      />
      <TextField
        label={say({ id: 'console.faults.rate.from', defaultMessage: 'From this day on' })}
        type="date"
        value={from}
        onChange={setFrom}
      />
    </FixDialog>
  )
}
