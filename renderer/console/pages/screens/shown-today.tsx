// Proof of play: which boards a screen has shown today, and how long.
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { PlaysAnswer } from '../../../../shared/wire/screens.ts'
import { feedNow } from '../../api/feed-time.ts'
import { request } from '../../api/request.ts'
import { useSpanWords } from '../../kit/span-words.ts'

const mostListed = 6
/** As long as the feed keeps them. */
const keptDays = 90
const dayMs = 86_400_000

/** `YYYY-MM-DD` in a zone. */
const dateIn = (timeZone: string, ms: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ms)

const totals = (days: PlaysAnswer['days']): readonly (readonly [string, number])[] => {
  const byBoard = new Map<string, number>()
  for (const { board, ms } of days) byBoard.set(board, (byBoard.get(board) ?? 0) + ms)
  return [...byBoard].sort(([, a], [, b]) => b - a)
}

export function ShownToday({ screen, file }: { readonly screen: string; readonly file: FloorFile }) {
  const spanWords = useSpanWords()
  const zone = file.floor.timeZone
  const today = dateIn(zone, feedNow())
  const path = (from: string) => `/plays?screen=${encodeURIComponent(screen)}&from=${from}&to=${today}`
  const { data } = useQuery({
    queryKey: ['plays', screen, today],
    queryFn: ({ signal }) => request(PlaysAnswer, path(today), { signal }),
    refetchInterval: 60_000,
  })
  const shown = totals(data?.days ?? [])
  const most = shown[0]?.[1] ?? 1
  return (
    <div>
      <div className="card-head">
        <h3>
          <FormattedMessage id="console.shown.title" defaultMessage="Shown today" />
        </h3>
        <a
          className="small"
          href={`/api/v1${path(dateIn(zone, feedNow() - keptDays * dayMs))}&format=csv`}
          download
        >
          <FormattedMessage id="console.shown.export" defaultMessage="Export 90 days" />
        </a>
      </div>
      {shown.length === 0 ? (
        <p className="soft small">
          <FormattedMessage id="console.shown.none" defaultMessage="Nothing yet today." />
        </p>
      ) : (
        <div className="shown figures">
          {shown.slice(0, mostListed).map(([board, ms]) => (
            <Fragment key={board}>
              <span className="cut" dir="auto">
                {file.boards.find(({ id }) => id === board)?.title ?? board}
              </span>
              <div className="shown-bar">
                <div style={{ width: `${(100 * ms) / most}%` }} />
              </div>
              <span className="strong">{spanWords(ms / 1000)}</span>
            </Fragment>
          ))}
        </div>
      )}
    </div>
  )
}
