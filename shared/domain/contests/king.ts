// King of the hill: whoever leads holds the hill, and the longest reign wins.
import type { Step } from './steps.ts'

export interface Climber {
  readonly id: string
  readonly steps: readonly Step[]
}

export interface Reigns {
  /** How long each has held it until now, ms. */
  readonly heldMs: ReadonlyMap<string, number>
  /** Who holds it now; null while nobody has anything. */
  readonly king: string | null
}

/**
 * Level is not enough: who holds it goes on until somebody has more. Of several who pass in one instant the one with the most
 * has it, and level, the one whose id is first. Where the holder falls back, whoever then leads has it. `now`: epoch ms, at
 * the latest the end.
 */
export const reignsOf = (climbers: readonly Climber[], now: number): Reigns => {
  const steps = climbers
    .flatMap(({ id, steps: own }) => own.filter(({ at }) => at <= now).map((step) => ({ id, ...step })))
    .sort((one, other) => one.at - other.at)
  const totals = new Map<string, number>()
  const heldMs = new Map<string, number>()
  let king: string | null = null
  let since = 0
  /** Of these and whoever holds it; of all where the holder fell back. */
  const leader = (among: Iterable<string>): string | null => {
    let best: string | null = king
    let most = king === null ? 0 : (totals.get(king) ?? 0)
    if (most <= 0) [best, most] = [null, 0]
    for (const id of among) {
      const total = totals.get(id) ?? 0
      if (total > most || (total === most && total > 0 && best !== king && id < (best ?? id)))
        [best, most] = [id, total]
    }
    return best
  }
  const reign = (until: number): void => {
    if (king !== null) heldMs.set(king, (heldMs.get(king) ?? 0) + until - since)
    since = until
  }
  let moved: string[] = []
  let hasFallen = false
  for (const [index, { id, at, adds }] of steps.entries()) {
    totals.set(id, (totals.get(id) ?? 0) + adds)
    moved.push(id)
    if (id === king && adds < 0) hasFallen = true
    // What happened in one instant is looked at together.
    if (steps[index + 1]?.at === at) continue
    const next = leader(hasFallen ? totals.keys() : moved)
    moved = []
    hasFallen = false
    if (next === king) continue
    reign(at)
    king = next
  }
  reign(now)
  return { heldMs, king }
}
