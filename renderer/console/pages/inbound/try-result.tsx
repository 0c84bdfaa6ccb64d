// What would become of the sample, item by item, while the form is filled in.
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react'
import { useDeferredValue } from 'react'
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl'
import { z } from 'zod'
import { Money } from '../../../../shared/wire/fact.ts'
import type { InboundTryAnswer } from '../../../../shared/wire/inbound.ts'
import { tryInbound } from '../../api/inbound.ts'
import { Notice } from '../../kit/notice.tsx'
import { momentWords, moneyWords } from './fact-words.ts'

const mostRows = 20

interface TryResultProps {
  /** As it would be saved; null while the form does not say enough. */
  readonly source: unknown
  readonly body: string
}

/** What is shown of a fact of either type. */
const Shown = z.object({
  id: z.string(),
  status: z.string().optional(),
  kind: z.string().optional(),
  name: z.string().nullish(),
  amount: Money.nullish(),
  closedAt: z.string().nullish(),
  at: z.string().optional(),
  credits: z.array(z.object({ rep: z.string() })),
})

/** "won · 18200 USD · ana@example.com". */
const factWords = (fact: unknown, intl: IntlShape): string => {
  const known = Shown.safeParse(fact).data
  if (!known) return ''
  const { status, kind, name, amount, closedAt, at, credits } = known
  const when = closedAt ?? at
  return [
    status ?? kind,
    name,
    amount && moneyWords(amount, intl),
    when && momentWords(when, intl),
    credits.map(({ rep }) => rep).join(', '),
  ]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(' · ')
}

type Row = InboundTryAnswer['rows'][number]

function RowLine({ row }: { readonly row: Row }) {
  const intl = useIntl()
  switch (row.kind) {
    case 'fact':
      return (
        <li className="line">
          <CircleCheck aria-hidden="true" className="good-mark" />
          <div className="grow">
            <h3 dir="auto">{Shown.safeParse(row.fact).data?.id}</h3>
            <p className="soft small" dir="auto">
              {factWords(row.fact, intl)}
            </p>
            {row.notes.map((note) => (
              <p key={note} className="small">
                {note}
              </p>
            ))}
          </div>
        </li>
      )
    case 'refused':
      return (
        <li className="line">
          <TriangleAlert aria-hidden="true" className="bad-mark" />
          <p className="grow small" dir="auto">
            {row.reason}
          </p>
        </li>
      )
    case 'withdrawal':
      return (
        <li className="line">
          <CircleMinus aria-hidden="true" />
          <p className="grow small">
            <FormattedMessage
              id="console.inbound.try.withdrawal"
              defaultMessage="{id} is taken away"
              values={{ id: <bdi>{row.id}</bdi> }}
            />
          </p>
        </li>
      )
    case 'passed-over':
      return (
        <li className="line">
          <CircleMinus aria-hidden="true" />
          <p className="grow small soft">
            <FormattedMessage id="console.inbound.try.passed-over" defaultMessage="passed over" />
          </p>
        </li>
      )
  }
}

export function TryResult({ source, body }: TryResultProps) {
  const asked = useDeferredValue(JSON.stringify({ source, body }))
  const { data } = useQuery({
    queryKey: ['inbound-try', asked],
    queryFn: ({ signal }) => tryInbound(JSON.parse(asked), signal),
    enabled: source !== null && body.trim() !== '',
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  if (body.trim() === '')
    return (
      <p className="soft">
        <FormattedMessage
          id="console.inbound.try.nothing"
          defaultMessage="Paste what the program sends, or choose a delivery: what becomes of it stands here."
        />
      </p>
    )
  if (source === null)
    return (
      <p className="soft">
        <FormattedMessage
          id="console.inbound.try.incomplete"
          defaultMessage="Choose its id, whose it is, and what it cannot do without: then what becomes of it stands here."
        />
      </p>
    )
  if (!data) return null
  if (data.fault !== null) return <Notice tone="warn">{data.fault}</Notice>
  return (
    <>
      <ul className="lines">
        {data.rows.slice(0, mostRows).map((row, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name, and are made anew together
          <RowLine key={nth} row={row} />
        ))}
      </ul>
      {data.rows.length > mostRows && (
        <p className="soft small">
          <FormattedMessage
            id="console.inbound.try.more"
            defaultMessage="and {count} more"
            values={{ count: data.rows.length - mostRows }}
          />
        </p>
      )}
    </>
  )
}
