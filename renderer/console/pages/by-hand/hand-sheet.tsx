// What is asked before something is entered, or when it is corrected: as little as it takes, at the thumb.
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { handFaultOf, usualHelperPercent } from '../../../../shared/domain/facts/by-hand.ts'
import { readTypedAmount } from '../../../../shared/domain/standing/goal-sheet/read-amounts.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import { exponentOf } from '../../../../shared/domain/words/currency-exponent.ts'
import {
  dealByHand,
  type HandAnswer,
  type HandChoice,
  type HandEntry,
} from '../../../../shared/wire/by-hand.ts'
import { Name } from '../../../../shared/wire/text.ts'
import type { ShownEntry } from '../../api/by-hand.ts'
import { feedNow } from '../../api/feed-time.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { More } from '../../kit/more.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { HelperFields } from './helper-fields.tsx'
import { useAmountWords, useHandWords } from './use-hand-words.ts'
import { instantOf, WhenFields, whenOf } from './when-fields.tsx'

interface HandSheetProps extends Pick<HandAnswer, 'colleagues' | 'isShared'> {
  readonly choice: HandChoice
  readonly person: string
  readonly currency: string
  readonly timeZone: string
  /** What is corrected; null: it is new. */
  readonly entry: ShownEntry | null
  readonly onEnter: (entry: HandEntry) => void
  readonly onClose: () => void
}

/** No outcome of a floor. */
const none = ''

export function HandSheet(props: HandSheetProps) {
  const { choice, person, currency, timeZone, entry, colleagues, isShared, onEnter, onClose } = props
  const say = useSay()
  const words = useHandWords()
  const amountWords = useAmountWords()
  const { locale, formatNumber } = useIntl()
  const { what, outcomes } = choice
  const isDeal = what === dealByHand
  const zone = createZone(timeZone)
  const perUnit = 10 ** exponentOf(currency)
  const [opened] = useState(feedNow)
  const initial = whenOf(entry?.at ?? opened, opened, zone)
  const [when, setWhen] = useState(initial)
  const [account, setAccount] = useState(entry?.account ?? '')
  const [helper, setHelper] = useState(entry?.helper ?? none)
  const [percent, setPercent] = useState(entry?.helperPercent ?? usualHelperPercent)
  const [outcome, setOutcome] = useState(entry?.outcome ?? none)
  const [amount, setAmount] = useState(
    entry?.amountMinor == null
      ? ''
      : formatNumber(entry.amountMinor / perUnit, { useGrouping: false, maximumFractionDigits: 3 }),
  )
  const read = readTypedAmount(amount, locale)
  const amountMinor = isDeal && read.is === 'amount' ? Math.round(read.amount * perUnit) : null
  const isMoved = when.ago !== initial.ago || when.time !== initial.time
  // What was not moved is of the moment at which it is pressed.
  const at = entry === null && !isMoved ? feedNow() : instantOf(when, opened, zone, entry?.at ?? null)
  const isNamed = account.trim() === '' || Name.safeParse(account).success
  const entryOf = (chosen: string): HandEntry | null =>
    at === null
      ? null
      : {
          ...{ person, what, at, amountMinor },
          outcome: chosen === none ? null : chosen,
          account: account.trim() === '' ? null : account.trim(),
          helper: isDeal && helper !== none ? helper : null,
          helperPercent: isDeal && helper !== none && isShared ? percent : null,
          version: (entry?.version ?? 0) + 1,
        }
  const now = feedNow()
  const whole = entryOf(isDeal ? none : outcome)
  const fault = whole && handFaultOf(whole, choice, now)
  const isAsked = fault === 'no-amount' && read.is === 'empty'
  const isGood = whole !== null && fault === null && isNamed
  const enter = (chosen: string) => {
    const made = entryOf(chosen)
    if (made !== null) onEnter(made)
  }
  const customer = (
    <TextField
      label={say({ id: 'console.hand.customer', defaultMessage: 'Customer' })}
      value={account}
      maxLength={120}
      autoComplete="off"
      onChange={setAccount}
    />
  )
  const whenFields = <WhenFields when={when} today={zone.dayAt(opened)} onChange={setWhen} />
  const asksOutcome = !isDeal && outcomes.length > 0
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="narrow"
      title={
        entry === null
          ? words.button(choice)
          : say(
              { id: 'console.hand.change', defaultMessage: 'Change “{thing}”' },
              {
                thing:
                  entry.amountMinor === null ? words.thing(what) : amountWords(entry.amountMinor, currency),
              },
            )
      }
      actions={
        entry !== null || isDeal || !asksOutcome ? (
          <Button
            look="primary"
            size="large"
            icon={isDeal && entry === null ? <BellRing aria-hidden="true" /> : undefined}
            isDisabled={!isGood}
            onPress={() => enter(isDeal ? none : outcome)}
          >
            {entry !== null ? (
              <FormattedMessage id="console.rule.save" defaultMessage="Save" />
            ) : isDeal && amountMinor !== null && amountMinor > 0 ? (
              <FormattedMessage
                id="console.hand.ring"
                defaultMessage="Ring it for {amount}"
                values={{ amount: amountWords(amountMinor, currency) }}
              />
            ) : (
              words.button(choice)
            )}
          </Button>
        ) : undefined
      }
    >
      {isDeal && (
        <div className="hand-amount">
          <TextField
            label={say({ id: 'console.hand.amount', defaultMessage: 'Amount in {currency}' }, { currency })}
            value={amount}
            inputMode="decimal"
            autoComplete="off"
            autoFocus
            maxLength={30}
            onChange={setAmount}
          />
        </div>
      )}
      {isDeal && customer}
      {isDeal && colleagues.length > 0 && (
        <HelperFields {...{ colleagues, isShared, helper, percent, setHelper, setPercent }} />
      )}
      {fault !== null && !isAsked && <Notice tone="bad">{words.fault(fault)}</Notice>}
      {asksOutcome && entry === null && (
        <div className="hand-outcomes">
          {[...outcomes, none].map((each) => (
            <Button
              key={each}
              size="large"
              look={each === outcomes[0] ? 'primary' : 'plain'}
              isDisabled={!isGood}
              onPress={() => enter(each)}
            >
              {words.outcome(what, each === none ? null : each)}
            </Button>
          ))}
        </div>
      )}
      {asksOutcome && entry !== null && (
        <Picker
          label={say({ id: 'console.hand.outcome', defaultMessage: 'What came of it' })}
          choices={[...new Set([...outcomes, outcome, none])].map((each) => ({
            id: each,
            name: words.outcome(what, each === none ? null : each),
          }))}
          value={outcome}
          onChange={setOutcome}
        />
      )}
      {entry !== null ? (
        <>
          {!isDeal && customer}
          {whenFields}
        </>
      ) : (
        <More
          level={3}
          words={
            isDeal ? (
              <FormattedMessage id="console.hand.earlier" defaultMessage="It was earlier" />
            ) : (
              <FormattedMessage id="console.hand.more" defaultMessage="It was earlier, or with whom" />
            )
          }
        >
          <div className="form hand-more">
            {whenFields}
            {!isDeal && customer}
          </div>
        </More>
      )}
    </Dialog>
  )
}
