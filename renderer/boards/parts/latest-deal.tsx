import { formatAge } from '../../../shared/domain/words/age.ts'
import type { LatestDeal as Latest } from '../../../shared/wire/boards/leaderboard-board.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import './latest-deal.css'

interface LatestDealProps {
  readonly latest: Latest
  /** Feed clock, epoch ms. */
  readonly now: number
}

/** "Marcus Oyelaran closed Brightwater Foods · $48K · 12 min ago". */
export const LatestDeal = ({ latest, now }: LatestDealProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const rest = [
    latest.amount === null ? null : format.value(latest.amount, 'money'),
    formatAge(now - latest.at, say),
  ]
  return (
    <span className="latest" {...phrase}>
      <strong className="latest-rep line" dir="auto">
        {latest.rep}
      </strong>
      <span>{say({ id: 'board.closed', defaultMessage: 'closed' })}</span>
      <bdi className="latest-account line">
        {latest.account ?? say({ id: 'board.a-deal', defaultMessage: 'a deal' })}
      </bdi>
      <span>· {rest.filter((part) => part !== null).join(' · ')}</span>
    </span>
  )
}
