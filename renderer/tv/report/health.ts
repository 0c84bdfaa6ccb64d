// What this TV says of itself.
import type { Recoveries } from '../../../shared/wire/recoveries.ts'
import type { WrongPins } from '../../../shared/wire/service.ts'
import type { HealthMessage } from '../../../shared/wire/socket.ts'
import type { Store } from '../../live/store.ts'
import { skippedTitles, type Wall } from '../../live/wall.ts'
import type { Orders } from '../commands/orders.ts'
import type { Director } from '../stage/director.ts'
import type { FrameRate } from './frame-rate.ts'
import { nextOf } from './next-of.ts'

interface HealthOptions {
  readonly build: string
  readonly shell: HealthMessage['shell']
  readonly wall: Store<Wall>
  readonly director: Director
  readonly orders: Store<Orders>
  readonly frames: FrameRate
  readonly clockOffsetMs: () => number
  /** As the shell said last. */
  readonly recoveries: () => Recoveries | null
  readonly wrongPins: () => WrongPins | null
}

/** Chromium alone says so, and rounds it. */
const memoryMb = (): number | null => {
  const memory: unknown = 'memory' in performance ? performance.memory : null
  if (typeof memory !== 'object' || memory === null || !('usedJSHeapSize' in memory)) return null
  return typeof memory.usedJSHeapSize === 'number' ? Math.round(memory.usedJSHeapSize / 1e6) : null
}

export const healthOf = (options: HealthOptions): HealthMessage => {
  const { build, shell, director, frames, clockOffsetMs } = options
  const wall = options.wall.get()
  const { isAsleep, sound } = options.orders.get()
  const { scene, now } = director.look.get()
  const playlist = wall.stage && scene ? (wall.stage.playlists[scene.playlist] ?? []) : []
  const boards = playlist.map((each) => each.board)
  const rates = frames.rates()
  const memory = memoryMb()
  const recoveries = options.recoveries()
  const wrongPins = options.wrongPins()
  return {
    build,
    shell,
    scene: scene?.board ?? null,
    width: Math.round(window.innerWidth * window.devicePixelRatio),
    height: Math.round(window.innerHeight * window.devicePixelRatio),
    clockOffsetMs: Math.round(clockOffsetMs()),
    skipped: skippedTitles(wall, boards, now).length,
    next: nextOf(wall, director),
    ...(rates !== null && { framesPerSecond: rates.mean, slowestSecond: rates.slowest }),
    ...(memory !== null && { memoryMb: memory }),
    ...(isAsleep && { asleep: true }),
    ...(sound !== null && { sound }),
    ...(recoveries !== null && { recoveries }),
    ...(wrongPins !== null && { wrongPins }),
  }
}
