// What was entered by hand in the last days: what waits on this phone still, and how it is corrected or taken back.
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import { dealByHand, type HandAnswer, type HandChoice } from '../../../../shared/wire/by-hand.ts'
import type { ShownEntry } from '../../api/by-hand.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TakeBack, WaitsForNetwork } from '../../shell/phone-queue-notes.tsx'
import { useSay } from '../../words/words.tsx'
import { useAmountWords, useHandWords } from './use-hand-words.ts'

/** The rest is one press away. */
const few = 5

interface HandLinesProps {
  readonly of: HandAnswer
  readonly entries: readonly ShownEntry[]
  readonly onChange: (entry: ShownEntry) => void
  readonly onWithdraw: (entry: ShownEntry) => void
}

interface HandLineProps extends Pick<HandLinesProps, 'of' | 'onChange' | 'onWithdraw'> {
  readonly entry: ShownEntry
}

function HandLine({
  of: { choices, colleagues, currency, timeZone, now },
  entry,
  onChange,
  onWithdraw,
}: HandLineProps) {
  const say = useSay()
  const words = useHandWords()
  const amountWords = useAmountWords()
  const { formatDate } = useIntl()
  const { what, at, outcome, account, amountMinor, helper } = entry
  const helped = helper === null ? null : (colleagues.find(({ id }) => id === helper)?.name ?? helper)
  const zone = createZone(timeZone)
  const isToday = zone.dayAt(at) === zone.dayAt(now)
  const thing = words.thing(what)
  const asked: HandChoice | undefined = choices.find((choice) => choice.what === what)
  const named = what === dealByHand && amountMinor !== null ? amountWords(amountMinor, currency) : thing
  const details = [
    ...(outcome === null && (asked?.outcomes.length ?? 0) === 0 ? [] : [words.outcome(what, outcome)]),
    ...(account === null ? [] : [account]),
    ...(helped === null
      ? []
      : [say({ id: 'console.hand.with', defaultMessage: 'with {name}' }, { name: helped })]),
  ]
  return (
    <li className="line">
      <div className="grow">
        <h3 className="figures">{named}</h3>
        <p className="soft small">
          {!isToday && `${formatDate(at, { weekday: 'short', timeZone })}, `}
          <FormattedTime value={at} timeZone={timeZone} />
          {details.map((detail) => (
            <span key={detail}>
              {' · '}
              <bdi>{detail}</bdi>
            </span>
          ))}
        </p>
        {entry.isWaiting && <WaitsForNetwork />}
      </div>
      {entry.mayChange && asked !== undefined && (
        <Button
          look="quiet"
          icon={<Pencil aria-hidden="true" />}
          aria-label={say(
            { id: 'console.hand.change', defaultMessage: 'Change “{thing}”' },
            { thing: named },
          )}
          onPress={() => onChange(entry)}
        />
      )}
      {entry.mayWithdraw && <TakeBack thing={named} onPress={() => onWithdraw(entry)} />}
    </li>
  )
}

export function HandLines({ entries, ...props }: HandLinesProps) {
  const [isWhole, setIsWhole] = useState(false)
  if (entries.length === 0) return null
  const shown = isWhole ? entries : entries.slice(0, few)
  return (
    <Card title={<FormattedMessage id="console.hand.title" defaultMessage="Entered by hand" />}>
      <ul className="lines">
        {shown.map((entry) => (
          <HandLine key={entry.id} {...props} entry={entry} />
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button look="quiet" onPress={() => setIsWhole(true)}>
          <FormattedMessage
            id="console.hand.all"
            defaultMessage="All {count, number} of the last days"
            values={{ count: entries.length }}
          />
        </Button>
      )}
    </Card>
  )
}
