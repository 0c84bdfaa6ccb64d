// What each screen is to turn through, worked out once a minute at most: after an outage every TV of the floor asks at
// once.
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import { type Previewed, previewStageOf } from '../../../shared/domain/screens/preview-stage.ts'
import { type ShownByItself, stageOf } from '../../../shared/domain/screens/screen-stage.ts'
import type { Board } from '../../../shared/wire/floor.ts'
import type { StageMessage } from '../../../shared/wire/socket.ts'
import type { Clock } from '../clock.ts'

export interface Stages {
  /** `screen` null: the floor's first. `build` names the renderer that the feed serves. */
  of(screen: string | null, build: string): StageMessage
  /** Of one playlist or board, for whoever looks; null where there is no such playlist. */
  preview(previewed: Previewed, sees: (board: Board) => boolean, build: string): StageMessage | null
  /** A minute began, or the floor was edited. */
  forget(): void
}

export const createStages = (clock: Clock, model: () => FloorModel, shows: () => ShownByItself): Stages => {
  const known = new Map<string, StageMessage>()
  return {
    of: (screen, build) => {
      const now = clock.now()
      const key = `${screen ?? ''} ${build}`
      const stage = known.get(key) ?? stageOf(model(), screen, now, build, shows())
      known.set(key, stage)
      return { ...stage, now }
    },
    preview: (previewed, sees, build) => previewStageOf(model(), previewed, sees, clock.now(), build),
    forget: () => known.clear(),
  }
}
