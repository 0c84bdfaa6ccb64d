// What is known of messages out for as long as the process lives: where the disk takes nothing at the start.
import type { OutboxStore, StoredDelivery, StoredWord } from './outbox-store.ts'

const byAge = (a: StoredDelivery, b: StoredDelivery): number => a.at - b.at || (a.id < b.id ? -1 : 1)

export const createMemoryOutboxStore = (): OutboxStore => {
  const deliveries = new Map<string, StoredDelivery>()
  const words = new Map<string, StoredWord>()
  const stopped = new Map<string, number>()
  let seq = 0
  const all = (): StoredDelivery[] => [...deliveries.values()].sort(byAge)
  return {
    seq: () => seq,
    take: (taken) => {
      for (const each of taken.deliveries ?? []) if (!deliveries.has(each.id)) deliveries.set(each.id, each)
      for (const word of taken.words ?? []) {
        const key = JSON.stringify([word.celebration, word.leader])
        words.delete(key)
        words.set(key, word)
      }
      seq = Math.max(seq, taken.seq)
    },
    change: (id, change) => {
      const known = deliveries.get(id)
      if (known !== undefined) deliveries.set(id, { ...known, ...change })
    },
    delivery: (key) => all().find((each) => each.key === key) ?? null,
    ofCelebration: (celebration) => all().filter((each) => each.celebration === celebration),
    due: (now, most) =>
      all()
        .filter(({ state, nextAt }) => state === 'waiting' && nextAt !== null && nextAt <= now)
        .sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0))
        .slice(0, most),
    latest: (most, except) =>
      all()
        .filter(({ what }) => what !== except)
        .reverse()
        .slice(0, most),
    since: (at, except) => all().filter((each) => each.at >= at && each.what !== except),
    words: () => [...words.values()].sort((a, b) => a.at - b.at),
    stoppedAt: (email) => stopped.get(email) ?? null,
    noteStopped: (email, at) => {
      if (at === null) stopped.delete(email)
      else stopped.set(email, at)
    },
    forgetBefore: (at, what) => {
      for (const each of deliveries.values())
        if (each.at < at && each.state !== 'waiting' && (what ?? each.what) === each.what)
          deliveries.delete(each.id)
      if (what !== undefined) return
      for (const [key, word] of words) if (word.at < at) words.delete(key)
    },
    close: () => undefined,
  }
}
