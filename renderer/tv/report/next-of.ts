// What comes after the scene that is on; null where nothing does.
import { sceneAt } from '../../../shared/domain/screens/rotation.ts'
import type { HealthMessage } from '../../../shared/wire/socket.ts'
import { isHealthy, type Wall } from '../../live/wall.ts'
import type { Director } from '../stage/director.ts'

export const nextOf = (wall: Wall, director: Director): NonNullable<HealthMessage['next']> | null => {
  const { scene } = director.look.get()
  const { stage } = wall
  if (stage === null || scene === null || !Number.isFinite(scene.endsAt)) return null
  const boards = { isHealthy: (id: string) => isHealthy(wall, id, scene.endsAt), pages: () => 1 }
  const { board } = sceneAt(stage, boards, scene.endsAt)
  return board === null ? null : { board, at: scene.endsAt }
}
