// Who has a remote open for which screen. One person's several devices are one.
import type { Holder } from '../../../shared/wire/control.ts'

interface Remotes {
  of(screen: string): readonly Holder[]
  /** The answer closes it; calling that twice closes it once. */
  open(screen: string, who: Holder): () => void
}

export const createRemotes = (onChange: (screen: string) => void): Remotes => {
  const byScreen = new Map<string, Set<{ readonly who: Holder }>>()
  return {
    of: (screen) => {
      const open = [...(byScreen.get(screen) ?? [])].map(({ who }) => who)
      return [...new Map(open.map((who) => [who.id, who])).values()]
    },
    open: (screen, who) => {
      const remote = { who }
      const open = byScreen.get(screen) ?? new Set()
      byScreen.set(screen, open.add(remote))
      onChange(screen)
      return () => {
        if (!open.delete(remote)) return
        if (open.size === 0) byScreen.delete(screen)
        onChange(screen)
      }
    },
  }
}
