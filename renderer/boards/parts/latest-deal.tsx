import { formatAge } from '../../../shared/domain/words/age.ts'
import type { LatestDeal as Latest } from '../../../shared/wire/boards/leaderboard-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'

interface LatestDealProps {
  readonly latest: Latest
  /** Feed clock, epoch ms. */
  readonly now: number
}

/** "Marcus Oyelaran closed Brightwater Foods · $48K · 12 min ago". */
export const LatestDeal = ({ latest, now }: LatestDealProps) => {
  const { format } = useSurroundings()
  const rest = [
    latest.amount === null ? null : format.value(latest.amount, 'money'),
    formatAge(now - latest.at),
  ]
  return (
    <span className="line">
      <strong>
        <bdi>{latest.rep}</bdi>
      </strong>{' '}
      closed <bdi>{latest.account ?? 'a deal'}</bdi> · {rest.filter((part) => part !== null).join(' · ')}
    </span>
  )
}
