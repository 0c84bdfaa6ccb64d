import { formatAge } from '../../../shared/domain/age.ts'
import type { LatestDeal as Latest, LeaderboardView } from '../../../shared/wire/view.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'

interface LatestDealProps {
  readonly latest: Latest
  readonly rows: LeaderboardView['rows']
  /** Feed clock, epoch ms. */
  readonly now: number
}

/** "Marcus Oyelaran closed Brightwater Foods · $48K · 12 min ago". */
export const LatestDeal = ({ latest, rows, now }: LatestDealProps) => {
  const { format } = useSurroundings()
  const name = Object.hasOwn(rows, latest.rep) ? rows[latest.rep]?.name : latest.rep
  const rest = [
    latest.amount === null ? null : format.value(latest.amount, 'money'),
    formatAge(now - latest.at),
  ]
  return (
    <span className="line">
      <strong>
        <bdi>{name}</bdi>
      </strong>{' '}
      closed <bdi>{latest.account ?? 'a deal'}</bdi> · {rest.filter((part) => part !== null).join(' · ')}
    </span>
  )
}
