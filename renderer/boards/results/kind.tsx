import { useSurroundings } from '../../ui/surroundings.tsx'
import type { BoardDrawing, SceneOf } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { pagesOf } from '../parts/paging.ts'
import { answerWords } from './answer-words.ts'
import { Results } from './results.tsx'
import { ResultsFoot } from './results-foot.tsx'

const Scene = ({ view, page, pages }: SceneOf<'results'>) => {
  const { format } = useSurroundings()
  return (
    <BoardFrame
      view={view}
      answer={answerWords(view.total.current, view.metric, format)}
      foot={<ResultsFoot view={view} />}
    >
      <Results view={view} page={page} pages={pages} />
    </BoardFrame>
  )
}

export const results: BoardDrawing<'results'> = {
  draw: (scene) => <Scene {...scene} />,
  pages: ({ rows }, shape) => pagesOf(rows, shape === 'landscape' ? 6 : 5),
}
