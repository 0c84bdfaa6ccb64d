// Deals that count nowhere for want of a rate, by currency, and the rate that has them taken.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { LackedRate } from '../../../../shared/wire/sources.ts'
import { PlainDate } from '../../../../shared/wire/text.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { sourcesQuery } from '../../api/sources.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSay } from '../../words/words.tsx'

const most = 1e9

/** As somebody writes it, with a point or a comma; null where it is no rate. */
const rateOf = (text: string): number | null => {
  const rate = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && rate > 0 && rate <= most ? rate : null
}

function RateDialog({ lacked, onClose }: { readonly lacked: LackedRate; readonly onClose: () => void }) {
  const say = useSay()
  const edit = useEdit()
  const floor = useFloor()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [from, setFrom] = useState(lacked.from)
  const rate = rateOf(text)
  if (!floor) return null
  const { currency: own, rates } = floor.file.floor
  const { currency } = lacked
  const save = () => {
    if (rate === null) return
    onClose()
    void edit(
      [{ do: 'floor', fields: { rates: [...rates, { currency, from, rate }] } }],
      say(
        { id: 'console.rates.saved', defaultMessage: 'Deals in {currency} count from now on.' },
        { currency },
      ),
    ).then(() => client.invalidateQueries({ queryKey: sourcesQuery.queryKey }))
  }
  return (
    <Dialog
      isOpen
      width="narrow"
      onClose={onClose}
      title={
        <FormattedMessage
          id="console.rates.title"
          defaultMessage="A rate for {currency}"
          values={{ currency }}
        />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            isDisabled={rate === null || !PlainDate.safeParse(from).success}
            onPress={save}
          >
            <FormattedMessage id="console.rates.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <TextField
        label={say({ id: 'console.rates.worth', defaultMessage: '1 {currency} in {own}' }, { currency, own })}
        inputMode="decimal"
        value={text}
        autoFocus
        onChange={setText}
      />
      <TextField
        label={say({ id: 'console.rates.from', defaultMessage: 'From' })}
        type="date"
        value={from}
        onChange={setFrom}
      />
      <p className="soft small">
        <FormattedMessage
          id="console.rates.note"
          defaultMessage="It holds from that day on, until a later one. The deals that wait are taken by themselves within a minute, and nothing of them is celebrated."
        />
      </p>
    </Dialog>
  )
}

export function LackedRates({ lacked }: { readonly lacked: readonly LackedRate[] }) {
  const [asked, setAsked] = useState<LackedRate | null>(null)
  return (
    <>
      {lacked.map((each) => (
        <Notice
          key={each.currency}
          tone="warn"
          title={
            <FormattedMessage
              id="console.rates.lacked"
              defaultMessage="{deals, plural, one {One deal} other {# deals}} in {currency} {deals, plural, one {counts} other {count}} nowhere: the floor has no rate for it"
              values={{ deals: each.deals, currency: each.currency }}
            />
          }
          actions={
            <Button size="small" look="primary" onPress={() => setAsked(each)}>
              <FormattedMessage
                id="console.rates.add"
                defaultMessage="Add a rate for {currency}"
                values={{ currency: each.currency }}
              />
            </Button>
          }
        >
          <p className="small">
            <FormattedMessage
              id="console.rates.since"
              defaultMessage="The first of them is of {from}."
              values={{
                from: <FormattedDate value={`${each.from}T12:00:00Z`} dateStyle="medium" timeZone="UTC" />,
              }}
            />
          </p>
        </Notice>
      ))}
      {asked && <RateDialog lacked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
