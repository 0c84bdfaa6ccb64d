// Everybody's day by their own plan: rows with one straight line, or one person on the wall (picture 5).
import { useMemo } from 'react'
import type { FormulaView } from '../../../shared/wire/boards/formula-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Empty } from '../parts/empty.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import { PlanPoster } from './plan-poster.tsx'
import { PlanRows } from './plan-rows.tsx'
import { insteadOfRows } from './plan-words.ts'

interface FormulaProps {
  readonly view: FormulaView
  readonly page: number
  readonly pages: number
}

export const Formula = ({ view, page, pages }: FormulaProps) => {
  const { say } = useSurroundings().format
  const shown = useMemo(() => rowsOnPage(view.rows, page, pages), [view.rows, page, pages])
  const instead = insteadOfRows(view, say)
  if (instead) return <Empty headline={instead.headline}>{instead.advice}</Empty>
  const [first] = shown.rows
  const isAlone = view.show === 'person' || Object.keys(view.rows).length === 1
  return isAlone && first ? (
    <PlanPoster key={first.id} row={first.row} columns={view.columns} scope={view.scope} />
  ) : (
    <PlanRows view={view} page={page} shown={shown} />
  )
}
