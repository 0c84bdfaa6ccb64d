// One board, whichever kind it is.
import type { BoardKind } from '../../../shared/wire/boards.ts'
import type { SceneOf } from '../../boards/board-drawing.ts'
import { boardKinds } from '../../boards/board-kinds.ts'

export const Scene = <K extends BoardKind>(scene: SceneOf<K>) => boardKinds[scene.view.kind].draw(scene)
