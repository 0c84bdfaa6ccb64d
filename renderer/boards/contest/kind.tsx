import type { ContestView } from '../../../shared/wire/boards/contest-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import type { BoardDrawing, SceneOf } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { pagesOf, type Shape } from '../parts/paging.ts'
import { contestAnswer, whoWon } from './answer.ts'
import { bracketPages } from './bracket-shape.ts'
import { Contest } from './contest.tsx'
import { shapeOf } from './contest-shape.ts'
import { termsWords } from './contest-words.ts'
import { winnersOnPage } from './final.tsx'
import { PowerHour } from './power-hour.tsx'

const most: Readonly<Record<ReturnType<typeof shapeOf>, Readonly<Record<Shape, number>>>> = {
  none: { landscape: 1, portrait: 1 },
  announced: { landscape: 1, portrait: 1 },
  'power-hour': { landscape: 8, portrait: 5 },
  hidden: { landscape: 16, portrait: 20 },
  final: { landscape: winnersOnPage, portrait: winnersOnPage },
  standings: { landscape: 8, portrait: 10 },
  race: { landscape: 6, portrait: 6 },
  relay: { landscape: 6, portrait: 6 },
  collect: { landscape: 8, portrait: 10 },
  raffle: { landscape: 12, portrait: 12 },
  bracket: { landscape: 8, portrait: 8 },
}

const pages = ({ standings }: Pick<ContestView, 'standings'>, screen: Shape): number => {
  const shape = shapeOf(standings)
  if (standings === null || shape === 'none' || shape === 'announced') return 1
  if (shape === 'final') return Math.max(1, Math.ceil(whoWon(standings).length / winnersOnPage))
  if (shape === 'bracket') return bracketPages(standings)
  if (shape === 'raffle' && (standings.draw?.drawn.length ?? 0) > 0) return 1
  return pagesOf(standings.rows, most[shape][screen])
}

const Scene = ({ view, page, pages }: SceneOf<'contest'>) => {
  const { format } = useSurroundings()
  const { standings } = view
  if (standings !== null && view.awaits !== 'history' && shapeOf(standings) === 'power-hour')
    return <PowerHour view={view} standings={standings} page={page} pages={pages} />
  return (
    <BoardFrame
      view={view}
      isEmpty={standings === null}
      answer={() => contestAnswer(standings, format)}
      foot={standings && <FootNote text={termsWords(standings, format)} />}
    >
      <Contest standings={standings} page={page} pages={pages} />
    </BoardFrame>
  )
}

export const contest: BoardDrawing<'contest'> = {
  draw: (scene) => <Scene {...scene} />,
  pages,
}
