// Counts the crashes of the graphics process. Chromium would go over to drawing in software by itself, and after the sixth
// death end the program; its limit is switched off, since the program must not end by a crash.

/** As Chromium counts: more than these within a minute are no accident. */
const crashesAtMost = 5
const withinMs = 60_000

export interface GraphicsCrashes {
  /** It was ended by the kiosk: its next end is no crash. */
  ending(): void
  /** It has ended. True where that is one crash too many. */
  gone(): boolean
}

/** `running`: ms, of a clock that nobody sets. */
export function createGraphicsCrashes(running: () => number): GraphicsCrashes {
  let crashes: readonly number[] = []
  let isEnding = false
  return {
    ending() {
      isEnding = true
    },
    gone() {
      if (isEnding) {
        isEnding = false
        return false
      }
      const now = running()
      crashes = [...crashes.filter((at) => now - at < withinMs), now]
      return crashes.length > crashesAtMost
    },
  }
}
