// The scene that is on and, for a moment, the one that leaves.
import { useState } from 'react'
import type { SceneNow } from '../../../shared/domain/rotation.ts'
import type { Store } from '../store/store.ts'
import type { Wall } from '../store/wall.ts'
import { Scene } from './scene.tsx'
import { SceneGuard } from './scene-guard.tsx'
import { useStore } from './use-store.ts'

interface ScenesProps {
  readonly wall: Store<Wall>
  readonly scene: SceneNow & { readonly board: string }
  readonly now: number
  readonly onTrip: (board: string) => void
}

type Shown = Pick<SceneNow, 'page' | 'pages'> & { readonly board: string }

/** The scene before this one, until its element says that it has gone. */
const useLeaving = (current: Shown): [Shown | null, () => void] => {
  const [shown, setShown] = useState<{ current: Shown; leaving: Shown | null }>({ current, leaving: null })
  if (shown.current.board !== current.board) setShown({ current, leaving: shown.current })
  else if (shown.current.page !== current.page || shown.current.pages !== current.pages)
    setShown({ current, leaving: shown.leaving })
  return [shown.leaving, () => setShown((before) => ({ ...before, leaving: null }))]
}

export const Scenes = ({ wall, scene, now, onTrip }: ScenesProps) => {
  const [leaving, leave] = useLeaving(scene)
  const shown: readonly Shown[] = leaving && leaving.board !== scene.board ? [leaving, scene] : [scene]
  return shown.map((each) => (
    <div
      className="scene"
      key={each.board}
      data-board={each.board}
      data-leaving={each !== scene || undefined}
      onAnimationEnd={(event) => {
        if (each !== scene && event.target === event.currentTarget) leave()
      }}
      style={{ zIndex: each === scene ? 1 : 0 }}
    >
      <SceneGuard onTrip={() => onTrip(each.board)}>
        <LiveScene wall={wall} board={each.board} page={each.page} pages={each.pages} now={now} />
      </SceneGuard>
    </div>
  ))
}

interface LiveSceneProps extends Shown {
  readonly wall: Store<Wall>
  readonly now: number
}

const LiveScene = ({ wall, board, page, pages, now }: LiveSceneProps) => {
  const view = useStore(wall, (value) => value.boards.get(board)?.view)
  return view ? <Scene view={view} page={page} pages={pages} now={now} /> : null
}
