import { useLayoutEffect, useState } from 'react'
import type { BoardView } from '../../../shared/wire/view.ts'
import { newsOf } from './news-first.ts'

/** Runs once the next frame has been handed over. Returns how to call it off. */
const afterFrame = (run: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** What to draw of a board: of a change the news alone, and all of it after that frame, or with the next change. */
export const useNewsFirst = (view: BoardView | undefined): BoardView | undefined => {
  const [shown, setShown] = useState({ view, drawn: view })
  const isWhole = shown.drawn === shown.view
  if (shown.view !== view) {
    const news = isWhole && shown.view && view ? newsOf(shown.view, view) : null
    setShown({ view, drawn: news ?? view })
  }
  useLayoutEffect(() => {
    if (!isWhole) return afterFrame(() => setShown({ view: shown.view, drawn: shown.view }))
  }, [isWhole, shown.view])
  return shown.drawn
}
