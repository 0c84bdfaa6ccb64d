// Every board and state that somebody has looked at, made by hand as the feed would send it. Each kind keeps its own in
// renderer/boards/<kind>/gallery-states.ts, where Vite finds them.
import type { BoardView } from '../../shared/wire/view.ts'

export const views: readonly BoardView[] = Object.values(
  import.meta.glob<readonly BoardView[]>('../boards/*/gallery-states.ts', { eager: true, import: 'views' }),
).flat()
