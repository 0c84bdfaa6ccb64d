// A screen as consoles see it, from what its TVs say, else from what its playlists say.
import { type SceneNow, sceneAt } from '../../../shared/domain/screens/rotation.ts'
import type { Hold } from '../../../shared/wire/control.ts'
import type { FloorFile, Screen } from '../../../shared/wire/floor.ts'
import type { ScreenStatus } from '../../../shared/wire/screens.ts'
import type { HealthMessage, StageMessage } from '../../../shared/wire/socket.ts'

export interface ConnectedTv {
  /** Epoch ms, as all instants here. */
  readonly since: number
  readonly health: HealthMessage | null
}

interface Known {
  readonly file: FloorFile
  readonly screen: Screen
  readonly stage: StageMessage
  readonly hold: Hold | null
  /** Which rule put the playlist there, in words. */
  readonly because: string
  readonly tvs: readonly ConnectedTv[]
  readonly lastSeen: number | null
  readonly now: number
}

/** What a TV would show that has every board, each on one page. */
const whole = { isHealthy: () => true, pages: () => 1 }

const computedNext = (stage: StageMessage, scene: SceneNow): ScreenStatus['next'] => {
  if (!Number.isFinite(scene.endsAt)) return null
  const { board } = sceneAt(stage, whole, scene.endsAt)
  return board === null ? null : { board, at: scene.endsAt }
}

/** The TV that came last speaks for the screen, once it has said anything. */
const speaking = (tvs: readonly ConnectedTv[]): HealthMessage | null =>
  tvs.findLast(({ health }) => health !== null)?.health ?? null

const shownBy = (
  stage: StageMessage,
  health: HealthMessage | null,
  now: number,
): Pick<ScreenStatus, 'playlist' | 'board' | 'next'> => {
  const scene = sceneAt(stage, whole, now)
  const playlist = scene.playlist === '' ? null : scene.playlist
  if (health === null) return { playlist, board: scene.board, next: computedNext(stage, scene) }
  return {
    playlist,
    board: health.scene,
    next: health.next === undefined ? computedNext(stage, scene) : health.next,
  }
}

const stateOf = (known: Known, board: string | null): ScreenStatus['state'] => {
  const { file, hold, tvs, lastSeen, now } = known
  if (tvs.length === 0) return lastSeen === null ? 'never' : 'off'
  if (tvs.every(({ health }) => health?.asleep === true)) return 'asleep'
  if (hold !== null && hold.until > now) return 'held'
  return file.boards.some(({ id, kind }) => id === board && kind === 'calm') ? 'calm' : 'live'
}

/** Without `since`, which is not a matter of one instant. */
export const statusOf = (known: Known): Omit<ScreenStatus, 'since' | 'paired'> => {
  const { screen, hold, because, tvs, lastSeen, now } = known
  const stage = hold === null ? known.stage : { ...known.stage, hold }
  const shown = shownBy(stage, speaking(tvs), now)
  return {
    id: screen.id,
    state: stateOf(known, shown.board),
    lastSeen: tvs.length > 0 ? now : lastSeen,
    tvs: tvs.map(({ since, health }) => ({ since, health })),
    ...shown,
    because,
    hold,
  }
}
