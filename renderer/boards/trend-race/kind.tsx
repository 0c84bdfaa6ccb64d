import type { BoardDrawing } from '../board-drawing.ts'
import { BoardFrame } from '../parts/board-frame.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { hasNoRows } from '../parts/has-no-rows.ts'
import { pagesOf } from '../parts/paging.ts'
import { trendRaceAnswer } from './answer.ts'
import { raceNote } from './race-note.ts'
import { TrendRace } from './trend-race.tsx'

export const trendRace: BoardDrawing<'trend-race'> = {
  draw: ({ view, page, pages }) => (
    <BoardFrame
      view={view}
      isEmpty={view.days.length === 0 || hasNoRows(view)}
      answer={(format) => trendRaceAnswer(view, format)}
      foot={<FootNote text={(say) => raceNote(view, say)} />}
    >
      <TrendRace view={view} page={page} pages={pages} />
    </BoardFrame>
  ),
  pages: ({ rows }) => pagesOf(rows, 8),
}
