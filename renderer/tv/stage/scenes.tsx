// The scene that is on and, for a moment, the one that leaves.
import { memo, useState } from 'react'
import type { SceneNow } from '../../../shared/domain/screens/rotation.ts'
import type { Store } from '../../live/store.ts'
import { useStore } from '../../live/use-store.ts'
import type { Wall } from '../../live/wall.ts'
import { Scene } from './scene.tsx'
import { SceneGuard } from './scene-guard.tsx'

interface ScenesProps {
  readonly wall: Store<Wall>
  readonly scene: SceneNow & { readonly board: string }
  readonly now: number
  readonly onTrip: (board: string) => void
}

interface Shown extends Pick<SceneNow, 'page' | 'pages'> {
  readonly board: string
  readonly now: number
}

/** The scene before this one, as it was last, until its element says that it has gone. */
const useLeaving = (current: Shown): [Shown | null, () => void] => {
  const [shown, setShown] = useState<{ current: Shown; leaving: Shown | null }>({ current, leaving: null })
  const { board, page, pages, now } = shown.current
  if (board !== current.board) setShown({ current, leaving: shown.current })
  else if (page !== current.page || pages !== current.pages || now !== current.now)
    setShown({ current, leaving: shown.leaving })
  return [shown.leaving, () => setShown((before) => ({ ...before, leaving: null }))]
}

export const Scenes = ({ wall, scene: { board, page, pages }, now, onTrip }: ScenesProps) => {
  const current: Shown = { board, page, pages, now }
  const [leaving, leave] = useLeaving(current)
  const shown = leaving && leaving.board !== board ? [leaving, current] : [current]
  return shown.map((each) => (
    <div
      className="scene"
      key={each.board}
      data-board={each.board}
      data-leaving={each !== current || undefined}
      onAnimationEnd={(event) => {
        if (each !== current && event.target === event.currentTarget) leave()
      }}
      style={{ zIndex: each === current ? 1 : 0 }}
    >
      <SceneGuard onTrip={() => onTrip(each.board)}>
        <LiveScene wall={wall} {...each} />
      </SceneGuard>
    </div>
  ))
}

interface LiveSceneProps extends Shown {
  readonly wall: Store<Wall>
}

/** Drawn once as it comes, and not again when it, or the one before it, goes. */
const LiveScene = memo(({ wall, board, page, pages, now }: LiveSceneProps) => {
  const view = useStore(wall, (value) => value.boards.get(board)?.view)
  return view ? <Scene view={view} page={page} pages={pages} now={now} /> : null
})
LiveScene.displayName = 'LiveScene'
