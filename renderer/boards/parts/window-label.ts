import type { ViewWindow } from '../../../shared/wire/view-parts.ts'

/** "Q4 2026", "this week"; "all time" where the window has no name of its own. */
export const windowLabel = (window: ViewWindow): string => window.label || 'all time'

/** "Q4 2026 · day 52 of 92". */
export const windowProgress = (window: ViewWindow): string =>
  [windowLabel(window), window.progress].filter((part) => part !== '').join(' · ')
