// How long a hold is obeyed.
import type { Hold } from '../../../shared/wire/control.ts'
import type { StageMessage } from '../../../shared/wire/socket.ts'

/** A feed that starts again is back sooner; nobody waits longer for a wall whose holder has no remote any more. */
const graceMs = 10_000

/** The stage, whose hold ends soon after the feed is gone. `goneAt` in epoch ms, feed clock; null while it is there. */
export const holdFor = <S extends Pick<StageMessage, 'hold'>>(stage: S, goneAt: number | null): S => {
  const { hold } = stage
  if (!hold || goneAt === null) return stage
  const until = Math.min(hold.until, goneAt + graceMs)
  return { ...stage, hold: { ...hold, until } satisfies Hold }
}
