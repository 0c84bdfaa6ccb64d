// The scene that is on and, for a moment, the one that leaves.
import { AnimatePresence, usePresence } from 'framer-motion'
import { memo, type ReactNode } from 'react'
import type { SceneNow } from '../../../shared/domain/screens/rotation.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import type { Store } from '../../live/store.ts'
import { useStore } from '../../live/use-store.ts'
import type { Wall } from '../../live/wall.ts'
import { GoldSubject } from '../../wall/gold.ts'
import { Scene } from './scene.tsx'
import { SceneGuard } from './scene-guard.tsx'

interface ScenesProps {
  readonly wall: Store<Wall>
  readonly scene: SceneNow & { readonly board: string }
  readonly now: number
  readonly onTrip: (board: string) => void
}

/** A scene that leaves is kept as it was last, until it says that it has gone. */
export const Scenes = ({ wall, scene: { board, page, pages }, now, onTrip }: ScenesProps) => (
  <AnimatePresence presenceAffectsLayout={false}>
    <ScenePlace key={board} board={board} onTrip={onTrip}>
      <LiveScene wall={wall} board={board} page={page} pages={pages} now={now} />
    </ScenePlace>
  </AnimatePresence>
)

interface ScenePlaceProps {
  readonly board: string
  readonly onTrip: (board: string) => void
  readonly children: ReactNode
}

/** Comes and goes by the style sheet's animations, on the compositor. */
const ScenePlace = ({ board, onTrip, children }: ScenePlaceProps) => {
  const [isPresent, hasGone] = usePresence()
  return (
    <div
      className="scene"
      data-board={board}
      data-leaving={!isPresent || undefined}
      onAnimationEnd={(event) => {
        if (!isPresent && event.target === event.currentTarget) hasGone()
      }}
      style={{ zIndex: isPresent ? 1 : 0 }}
    >
      <SceneGuard onTrip={() => onTrip(board)}>{children}</SceneGuard>
    </div>
  )
}

interface LiveSceneProps extends Pick<SceneNow, 'page' | 'pages'> {
  readonly wall: Store<Wall>
  readonly board: string
  readonly now: number
}

/** Drawn once as it comes, and not again when it, or the one before it, goes. */
const LiveScene = memo(({ wall, board, page, pages, now }: LiveSceneProps) => {
  const view = useStore(wall, (value) => value.boards.get(board)?.view)
  if (!view) return null
  return (
    <GoldSubject value={subjectOf(view)}>
      <Scene view={view} page={page} pages={pages} now={now} />
    </GoldSubject>
  )
})

/** Of what the numbers are, so that a crossing is the same on every board of the same numbers. */
const subjectOf = (view: BoardView): string =>
  JSON.stringify(['metric' in view ? view.metric.id : view.id, view.window.start, view.window.end])
LiveScene.displayName = 'LiveScene'
