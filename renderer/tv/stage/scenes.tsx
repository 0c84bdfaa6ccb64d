// The scene that is on and, for a moment, the one that leaves.
import { AnimatePresence, usePresence } from 'framer-motion'
import { type CSSProperties, memo, type ReactNode, useMemo } from 'react'
import type { SceneNow } from '../../../shared/domain/screens/rotation.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import type { Store } from '../../live/store.ts'
import { useStore } from '../../live/use-store.ts'
import type { Wall } from '../../live/wall.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { GoldSubject } from '../../wall/gold.ts'
import { Scene } from './scene.tsx'
import { SceneGuard } from './scene-guard.tsx'

/** As in tokens.css. */
const leaveMs = 220

interface ScenesProps {
  readonly wall: Store<Wall>
  readonly scene: SceneNow & { readonly board: string }
  readonly now: number
  readonly onTrip: (board: string) => void
}

/** A scene that leaves is kept as it was last, until it says that it has gone. */
export const Scenes = ({ wall, scene, now, onTrip }: ScenesProps) => {
  const { board, page, pages } = scene
  const turnsInMs = useTurnsIn(scene)
  return (
    <AnimatePresence presenceAffectsLayout={false}>
      <ScenePlace key={board} board={board} turnsInMs={turnsInMs} onTrip={onTrip}>
        <LiveScene wall={wall} board={board} page={page} pages={pages} now={now} />
      </ScenePlace>
    </AnimatePresence>
  )
}

/** How long the page that comes on will be on, ms; null where no other page of the board follows it. */
const useTurnsIn = ({ board, page, held, nextChangeAt, endsAt }: SceneNow): number | null => {
  const { feedNow } = useSurroundings()
  const turns = !held && nextChangeAt < endsAt
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page of each board is timed when it comes on
  return useMemo(() => (turns ? nextChangeAt - feedNow() : null), [board, page, turns, nextChangeAt, feedNow])
}

interface ScenePlaceProps {
  readonly board: string
  readonly turnsInMs: number | null
  readonly onTrip: (board: string) => void
  readonly children: ReactNode
}

/** Comes and goes by the style sheet's animations, on the compositor. */
const ScenePlace = ({ board, turnsInMs, onTrip, children }: ScenePlaceProps) => {
  const [isPresent, hasGone] = usePresence()
  return (
    <div
      className="scene"
      data-board={board}
      data-leaving={!isPresent || undefined}
      onAnimationEnd={(event) => {
        if (!isPresent && event.target === event.currentTarget) hasGone()
      }}
      data-turns={turnsInMs !== null || undefined}
      style={
        {
          zIndex: isPresent ? 1 : 0,
          ...(turnsInMs !== null && { '--turns-in': `${Math.max(0, Math.round(turnsInMs - leaveMs))}ms` }),
        } as CSSProperties
      }
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
