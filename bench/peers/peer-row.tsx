// What a row says, in as few elements as can say it.
import { createFormat } from '../../shared/domain/format.ts'
import type { LeaderboardRow } from '../../shared/wire/view.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })

export const PeerRow = ({ row }: { readonly row: LeaderboardRow }) => (
  <>
    <span className="peer-rank">{row.rank}</span>
    <span className="peer-face" data-hue={row.hue}>
      {row.initials}
    </span>
    <span className="peer-name">{row.name}</span>
    <span className="peer-track">
      <span
        className="peer-bar"
        data-reached={row.state === 'reached' || undefined}
        style={{ transform: `translateX(${(Math.min(1, (row.attainment ?? 0) / 1.25) - 1) * 100}%)` }}
      />
    </span>
    <span className="peer-number">{format.value(row.value, 'money')}</span>
    <span className="peer-number">{format.attainment(row.attainment)}</span>
  </>
)
