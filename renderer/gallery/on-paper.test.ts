import { expect, test } from 'vitest'
import { boardOnPaper } from '../../shared/domain/meetings/board-table.ts'
import { createFormat } from '../../shared/domain/words/format.ts'
import type { BoardView } from '../../shared/wire/view.ts'

const files = import.meta.glob<readonly BoardView[]>('../boards/*/gallery-states.ts', {
  eager: true,
  import: 'views',
})
const views = Object.values(files).flat()
const parts = {
  format: createFormat({ locale: 'de-DE', currency: 'EUR' }),
  date: (ms: number) => new Date(ms).toISOString().slice(0, 10),
}

test.each(views.map((view) => [`${view.kind} ${view.id}`, view] as const))(
  '[L25] %s stands on paper: every row has its columns, and no number is none',
  (_, view) => {
    const { title, table, lines } = boardOnPaper(view, parts)
    expect(title).toBe(view.title)
    for (const { cells } of table?.rows ?? []) expect(cells).toHaveLength(table?.columns.length ?? 0)
    const said = [...lines, ...(table?.rows.flatMap(({ cells }) => cells) ?? [])].join(' ')
    expect(said).not.toMatch(/NaN|undefined|Infinity|∞|\[object/)
    expect(table?.rows.length ?? 0).toBeLessThanOrEqual(17)
  },
)
