// A console shows many previews at once, most of them out of sight: those need neither the feed nor the processor.

interface WhenSeenOptions {
  readonly element: Element
  readonly onSeen: () => void
  readonly onUnseen: () => void
}

/** Whoever scrolls past and back need not wait for it. */
const patienceMs = 3000

export const whenSeen = ({ element, onSeen, onUnseen }: WhenSeenOptions): void => {
  let isOn = false
  let isInSight = false
  let resting: ReturnType<typeof setTimeout> | null = null
  const look = (): void => {
    const isSeen = isInSight && !document.hidden
    if (isSeen) {
      if (resting !== null) clearTimeout(resting)
      resting = null
      if (!isOn) onSeen()
      isOn = true
      return
    }
    if (!isOn || resting !== null) return
    resting = setTimeout(() => {
      resting = null
      isOn = false
      onUnseen()
    }, patienceMs)
  }
  // Seen from within a frame, too, this is about the window that shows it.
  new IntersectionObserver((entries) => {
    isInSight = entries.at(-1)?.isIntersecting ?? false
    look()
  }).observe(element)
  document.addEventListener('visibilitychange', look)
}
