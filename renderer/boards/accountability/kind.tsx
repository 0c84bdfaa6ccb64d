import { useSurroundings } from '../../ui/surroundings.tsx'
import type { BoardDrawing, SceneOf } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { pagesOf } from '../parts/paging.ts'
import { Accountability } from './accountability.tsx'
import { AccountabilityFoot } from './accountability-foot.tsx'
import { accountabilityAnswer } from './answer.ts'

const Scene = ({ view, page, pages }: SceneOf<'accountability'>) => {
  const { format } = useSurroundings()
  return (
    <BoardFrame
      view={view}
      indicator="input"
      answer={accountabilityAnswer(view, format)}
      foot={<AccountabilityFoot view={view} />}
    >
      <Accountability view={view} page={page} pages={pages} />
    </BoardFrame>
  )
}

export const accountability: BoardDrawing<'accountability'> = {
  draw: (scene) => <Scene {...scene} />,
  pages: ({ rows }) => pagesOf(rows, 8),
}
