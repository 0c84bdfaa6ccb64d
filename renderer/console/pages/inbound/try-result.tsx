// What would become of the sample, item by item, while the form is filled in.
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react'
import { useDeferredValue } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import type { InboundTryAnswer } from '../../../../shared/wire/inbound.ts'
import { tryInbound } from '../../api/inbound.ts'
import { Notice } from '../../kit/notice.tsx'

const mostRows = 20

interface TryResultProps {
  /** As it would be saved; null while the form does not say enough. */
  readonly source: unknown
  readonly body: string
}

const Fact = z.looseObject({ id: z.string() })

const momentWords = (text: string | null | undefined): string | undefined => {
  if (!text) return undefined
  // A day has no clock, and no zone.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const format = isDay
    ? ({ dateStyle: 'medium', timeZone: 'UTC' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'short' } as const)
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? text : new Intl.DateTimeFormat(undefined, format).format(at)
}

/** "won · 18200 USD · ana@example.com". */
const factWords = (fact: unknown): string => {
  const known = z
    .object({
      status: z.string().optional(),
      kind: z.string().optional(),
      name: z.string().nullish(),
      amount: z.object({ minor: z.number(), currency: z.string() }).nullish(),
      closedAt: z.string().nullish(),
      at: z.string().optional(),
      credits: z.array(z.object({ rep: z.string() })),
    })
    .safeParse(fact).data
  if (!known) return ''
  const { status, kind, name, amount, closedAt, at, credits } = known
  const money =
    amount &&
    new Intl.NumberFormat(undefined, { style: 'currency', currency: amount.currency }).format(
      amount.minor /
        10 **
          (new Intl.NumberFormat('en', { style: 'currency', currency: amount.currency }).resolvedOptions()
            .maximumFractionDigits ?? 2),
    )
  return [status ?? kind, name, money, momentWords(closedAt ?? at), credits.map(({ rep }) => rep).join(', ')]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(' · ')
}

type Row = InboundTryAnswer['rows'][number]

function RowLine({ row }: { readonly row: Row }) {
  switch (row.kind) {
    case 'fact':
      return (
        <li className="line">
          <CircleCheck aria-hidden="true" className="good-mark" />
          <div className="grow">
            <h3 dir="auto">{Fact.safeParse(row.fact).data?.id}</h3>
            <p className="soft small" dir="auto">
              {factWords(row.fact)}
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
