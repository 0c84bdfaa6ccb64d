import type { Say } from '../../../shared/domain/words/say.ts'
import type { ViewWindow } from '../../../shared/wire/view-parts.ts'

/** "Q4 2026", "this week"; "all time" where the window has no name of its own. */
export const windowLabel = (window: ViewWindow, say: Say): string =>
  window.label || say({ id: 'board.all-time', defaultMessage: 'all time' })

/** "Q4 2026 · day 52 of 92". */
export const windowProgress = (window: ViewWindow, say: Say): string =>
  [windowLabel(window, say), window.progress].filter((part) => part !== '').join(' · ')
