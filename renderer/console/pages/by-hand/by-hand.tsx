// "Log a call", "Ring the gong": large buttons at the thumb, and what was entered lately.
import { useQuery } from '@tanstack/react-query'
import { BellRing, CalendarCheck, Check, PencilLine, Phone } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, FormattedTime } from 'react-intl'
import { handFaultOf } from '../../../../shared/domain/facts/by-hand.ts'
import {
  dealByHand,
  type HandAnswer,
  type HandChoice,
  type HandEntry,
} from '../../../../shared/wire/by-hand.ts'
import { handQuery, type ShownEntry, useHandQueue, useHandState, withWaiting } from '../../api/by-hand.ts'
import { feedNow } from '../../api/feed-time.ts'
import type { RefusedOp } from '../../api/hand-queue.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { Button } from '../../kit/button.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'
import { KeptOnPhone, NotTaken } from '../../shell/phone-queue-notes.tsx'
import { HandLines } from './hand-lines.tsx'
import { HandSheet } from './hand-sheet.tsx'
import { useAmountWords, useHandWords } from './use-hand-words.ts'
import './by-hand.css'

interface ByHandProps {
  /** Whose it is; null: of whoever is signed in. */
  readonly person: string | null
  /** Of whoever is signed in. */
  readonly account: string
}

const icons: Readonly<Record<string, typeof Phone>> = {
  call: Phone,
  meeting: CalendarCheck,
  [dealByHand]: BellRing,
}

function HandButton({ choice, onPress }: { readonly choice: HandChoice; readonly onPress: () => void }) {
  const words = useHandWords()
  const Icon = icons[choice.what] ?? PencilLine
  const isDeal = choice.what === dealByHand
  return (
    <Button
      size="large"
      look={isDeal ? 'primary' : 'plain'}
      icon={<Icon aria-hidden="true" />}
      onPress={onPress}
    >
      <span className="hand-words">
        <span dir="auto">{words.button(choice)}</span>
        {choice.today > 0 && (
          <span className="hand-today figures">
            <FormattedMessage
              id="console.hand.count"
              defaultMessage="{count, number} today"
              values={{ count: choice.today }}
            />
          </span>
        )}
      </span>
    </Button>
  )
}

function Refused({
  of: { op, failure },
  choices,
}: {
  readonly of: RefusedOp
  readonly choices: HandAnswer['choices']
}) {
  const words = useHandWords()
  const failureWords = useFailureWords()
  const { entry } = op
  const choice = choices.find(({ what }) => what === entry.what) ?? null
  const fault = op.do === 'put' && failure.code === 'bad-body' ? handFaultOf(entry, choice, feedNow()) : null
  return (
    <>
      <strong>{words.thing(entry.what)}</strong>
      {', '}
      <FormattedTime value={entry.at} />
      {': '}
      {fault === null ? failureWords(failure) : words.fault(fault)}
    </>
  )
}

/** What was done last, said beside the buttons, where the eye is. */
interface Said {
  readonly id: string
  readonly entry: HandEntry
}

export function ByHand({ person: asked, account }: ByHandProps) {
  const words = useHandWords()
  const amountWords = useAmountWords()
  const queue = useHandQueue(account)
  const { waiting, trouble, refused } = useHandState(queue)
  const { data: answer } = useQuery(handQuery(asked))
  const [open, setOpen] = useState<{ choice: HandChoice; entry: ShownEntry | null } | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  if (!answer || answer.person === null) return null
  const { choices, currency, timeZone } = answer
  const person = answer.person.id
  const entries = withWaiting(answer.entries, waiting, person)
  if (choices.length === 0 && entries.length === 0 && refused.length === 0) return null

  const put = (id: string, entry: HandEntry) => {
    queue.put(id, entry)
    setSaid({ id, entry })
    setOpen(null)
  }
  const press = (choice: HandChoice) => {
    if (choice.what === dealByHand || choice.outcomes.length > 0) {
      setOpen({ choice, entry: null })
      return
    }
    put(newUuid(), {
      ...{ person, what: choice.what, at: feedNow(), outcome: null, account: null, amountMinor: null },
      ...{ helper: null, helperPercent: null },
      version: 1,
    })
  }
  const withdraw = ({ id, isWaiting: _, mayChange, mayWithdraw, ...entry }: ShownEntry) => {
    queue.withdraw(id, { ...entry, person })
    if (said?.id === id) setSaid(null)
  }
  const change = (entry: ShownEntry) => {
    const choice = choices.find(({ what }) => what === entry.what)
    if (choice) setOpen({ choice, entry })
  }
  const last = said && entries.find(({ id }) => id === said.id)
  const thingOf = ({ what, amountMinor }: HandEntry): string =>
    what === dealByHand && amountMinor !== null ? amountWords(amountMinor, currency) : words.thing(what)
  return (
    <>
      <HandLines of={answer} entries={entries} onChange={change} onWithdraw={withdraw} />
      <section className="hand">
        <NotTaken
          refused={refused}
          onSeen={queue.dismiss}
          words={(each) => <Refused of={each} choices={choices} />}
        />
        <div className="hand-said" role="status">
          {waiting.length > 0 && trouble !== null ? (
            <KeptOnPhone waiting={waiting.length} trouble={trouble} />
          ) : (
            said !== null &&
            last !== undefined && (
              <>
                <Check aria-hidden="true" />
                <span className="grow">
                  <FormattedMessage
                    id="console.hand.done"
                    defaultMessage="{thing}: entered at {time}"
                    values={{
                      thing: <strong>{thingOf(said.entry)}</strong>,
                      time: <FormattedTime value={said.entry.at} timeZone={timeZone} />,
                    }}
                  />
                </span>
              </>
            )
          )}
          {said !== null && last?.mayWithdraw === true && (
            <Button size="small" onPress={() => withdraw(last)}>
              <FormattedMessage id="console.hand.undo" defaultMessage="Take it back" />
            </Button>
          )}
        </div>
        <div className="hand-buttons">
          {choices.map((choice) => (
            <HandButton key={choice.what} choice={choice} onPress={() => press(choice)} />
          ))}
        </div>
      </section>
      {open !== null && (
        <HandSheet
          {...{ ...open, person, currency, timeZone }}
          {...{ colleagues: answer.colleagues, isShared: answer.isShared }}
          onEnter={(entry) => put(open.entry?.id ?? newUuid(), entry)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
