// A contest below its headline: which drawing it has follows from its shape.
import type { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Empty } from '../parts/empty.tsx'
import { Announced } from './announced.tsx'
import { Bracket } from './bracket.tsx'
import { Collect } from './collect.tsx'
import { ContestHead } from './contest-head.tsx'
import { ContestRows } from './contest-rows.tsx'
import { type ContestShape, shapeOf } from './contest-shape.ts'
import { Final } from './final.tsx'
import { Hidden } from './hidden.tsx'
import { Lanes } from './lanes.tsx'
import { Raffle } from './raffle.tsx'

interface ContestProps {
  readonly standings: ContestStandings | null
  readonly page: number
  readonly pages: number
}

export const Contest = ({ standings, page, pages }: ContestProps) => {
  const { say } = useSurroundings().format
  if (standings === null)
    return (
      <Empty headline={say({ id: 'contest.none', defaultMessage: 'This contest is not on' })}>
        {say({
          id: 'contest.none-advice',
          defaultMessage: 'It is a draft still, or was called off. It stands here once it is announced.',
        })}
      </Empty>
    )
  const shape = shapeOf(standings)
  if (shape === 'announced') return <Announced standings={standings} />
  if (Object.keys(standings.rows).length === 0)
    return (
      <Empty headline={say({ id: 'contest.nobody', defaultMessage: 'Nobody takes part yet.' })}>
        {say({
          id: 'contest.nobody-advice',
          defaultMessage: 'Whoever belongs to its teams and roles stands here by themselves.',
        })}
      </Empty>
    )
  const drawn = { standings, page, pages }
  return (
    <section className="contest-board">
      <ContestHead standings={standings} />
      <Drawn shape={shape} {...drawn} />
    </section>
  )
}

interface DrawnProps extends ContestProps {
  readonly standings: ContestStandings
  readonly shape: ContestShape
}

const Drawn = ({ shape, ...drawn }: DrawnProps) => {
  switch (shape) {
    case 'hidden':
      return <Hidden {...drawn} />
    case 'final':
      return <Final {...drawn} />
    case 'race':
    case 'relay':
      return <Lanes {...drawn} />
    case 'collect':
      return <Collect {...drawn} />
    case 'raffle':
      return <Raffle {...drawn} />
    case 'bracket':
      return <Bracket standings={drawn.standings} page={drawn.page} />
    default:
      return <ContestRows {...drawn} />
  }
}
