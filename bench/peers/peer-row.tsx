// What a row shows, in as few elements as can show it; all that changes does so by a CSS transition, or at once.
import { Star } from '../../renderer/ui/avatar.tsx'
import { createFormat } from '../../shared/domain/words/format.ts'
import type { LeaderboardRow } from '../../shared/wire/boards/leaderboard-board.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })

export const PeerRow = ({ row }: { readonly row: LeaderboardRow }) => (
  <>
    <span className="peer-rank">{row.rank}</span>
    <span className="peer-face" data-hue={row.hue}>
      {row.initials}
      <span className="peer-star" data-on={row.state === 'reached' || undefined}>
        <Star />
      </span>
    </span>
    <span className="peer-name">{row.name}</span>
    <span className="peer-track">
      <span
        className="peer-bar"
        style={{ transform: `translateX(${(Math.min(1, (row.attainment ?? 0) / 1.25) - 1) * 100}%)` }}
      >
        <span className="peer-gold" data-on={row.state === 'reached' || undefined} />
      </span>
      <span className="peer-goal" />
    </span>
    <span className="peer-number">{format.value(row.value, 'money')}</span>
    <span className="peer-number">{format.attainment(row.attainment)}</span>
  </>
)
