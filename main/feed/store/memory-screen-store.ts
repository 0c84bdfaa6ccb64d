// What is known of screens, for as long as the process lives: where the disk takes nothing at the start.
import {
  type CelebrationReport,
  mostRevocations,
  type Pairing,
  type Revocation,
  type ScreenStore,
  type ShownDay,
} from './screen-store.ts'

const byPlace = (a: ShownDay, b: ShownDay): number => {
  for (const field of ['day', 'screen', 'board'] as const)
    if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1
  return 0
}

export const createMemoryScreenStore = (): ScreenStore => {
  const seen = new Map<string, number>()
  const pairings = new Map<string, Pairing>()
  const revocations = new Map<string, Revocation>()
  const marks = new Map<string, { nth: number; at: number }>()
  const days = new Map<string, ShownDay>()
  const reports = new Map<string, CelebrationReport>()
  return {
    seen: () => seen,
    noteSeen: (noted) => {
      for (const [screen, at] of noted) seen.set(screen, at)
    },
    pairings: () => pairings,
    notePairing: (screen, pairing) => void pairings.set(screen, pairing),
    revocation: (hash) => revocations.get(hash) ?? null,
    noteRevocation: (hash, revocation) => {
      revocations.delete(hash)
      revocations.set(hash, revocation)
      for (const oldest of revocations.keys()) {
        if (revocations.size <= mostRevocations) break
        revocations.delete(oldest)
      }
    },
    addShown: (pieces, at) => {
      const before = new Map<string, number>()
      for (const { tv, nth, screen, board, day, times, ms } of pieces) {
        const counted = before.get(tv) ?? marks.get(tv)?.nth ?? 0
        before.set(tv, counted)
        if (nth <= counted) continue
        const key = JSON.stringify([day, screen, board])
        const known = days.get(key)
        days.set(key, {
          day,
          screen,
          board,
          times: (known?.times ?? 0) + times,
          ms: (known?.ms ?? 0) + ms,
        })
        marks.set(tv, { nth: Math.max(nth, marks.get(tv)?.nth ?? 0), at })
      }
    },
    shown: ({ screen, from, to }) =>
      [...days.values()]
        .filter((each) => each.day >= from && each.day <= to && (screen === null || each.screen === screen))
        .sort(byPlace),
    addCelebrated: (report) => {
      const key = JSON.stringify([report.celebration, report.screen])
      if (report.shownMs >= (reports.get(key)?.shownMs ?? 0)) reports.set(key, report)
    },
    celebrated: (ids) => [...reports.values()].filter(({ celebration }) => ids.includes(celebration)),
    forgetBefore: (day, at) => {
      for (const [key, report] of reports) if (report.at < at) reports.delete(key)
      for (const [key, each] of days) if (each.day < day) days.delete(key)
      for (const [tv, mark] of marks) if (mark.at < at) marks.delete(tv)
    },
    close: () => undefined,
  }
}
