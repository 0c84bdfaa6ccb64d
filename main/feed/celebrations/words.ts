// The fold of what leaders wrote: records of the log, of which the last one of each leader and celebration stands.
import { z } from 'zod'
import type { TopWord, TopWords } from '../../../shared/domain/standing/top-words.ts'
import { WordFromTheTop } from '../../../shared/wire/celebrations/view.ts'
import type { LogEntry, RecordWrite } from '../store/log.ts'
import type { StoredWord } from '../store/outbox-store.ts'
import { DecidedCelebration } from './decided-celebration.ts'
import { Ended, topics } from './record-bodies.ts'

export const wordTopic = 'word'
/** In the place of a browser's: of what was written by somebody who had signed in. */
export const consoleDevice = 'console'

const WordBody = z.object({
  celebration: DecidedCelebration,
  /** Their address, in lower case. */
  leader: z.string(),
  word: WordFromTheTop,
  /** SHA-256 of what the browser has in which it was written; it alone may change it. */
  device: z.string(),
  nth: z.int(),
})

/** `firstAt`: epoch ms of the first that this leader wrote for it; `word.at` is that of the last. */
export interface KnownWord extends z.infer<typeof WordBody> {
  readonly firstAt: number
}

export interface Words extends TopWords {
  /** Each in its order; entries that are no words are passed over. Answers what is to be kept. */
  take(entries: readonly LogEntry[]): readonly StoredWord[]
  of(celebration: string, leader: string): KnownWord | null
  /** All of one celebration, the first written first. */
  for(celebration: string): readonly KnownWord[]
  /** As boards ask for them. */
  since(at: number): readonly TopWord[]
  /** One was written, or taken from the walls. */
  onChange(listener: () => void): void
}

/** The record of a leader's first word for a celebration, or of a later one that takes its place. */
export const wordRecord = (body: z.infer<typeof WordBody>): RecordWrite => {
  const { celebration, leader, nth, word } = body
  return {
    topic: wordTopic,
    cause: `${celebration.id}:${leader}${nth === 1 ? '' : `#${nth}`}`,
    body,
    at: word.at,
    by: `leader:${leader}`,
  }
}

/** A body of another version is no word that this one can show. */
const parsed = (body: unknown): z.infer<typeof WordBody> | null => WordBody.safeParse(body).data ?? null

const topWordOf = ({ celebration, leader, word }: KnownWord): TopWord => ({
  id: JSON.stringify([celebration.id, leader]),
  text: word.text,
  from: word.from,
  title: word.title,
  at: word.at,
  people: celebration.people,
  names: celebration.names,
  occasion: celebration.title,
  deal: celebration.deal,
})

/** The celebration that a record says to be untrue, or null. One that a manager ended is as true as before. */
const takenBackBy = (entry: LogEntry): string | null => {
  if (entry.kind !== 'record') return null
  if (entry.topic === topics.takenBack) return entry.cause
  const ended = entry.topic === topics.ended ? Ended.safeParse(entry.body).data : undefined
  return ended?.state === 'cancelled' && ended.by === null ? entry.cause : null
}

/** `kept`: what an earlier run has folded; `isTakenBack`: whether it has folded that a celebration was taken back. */
export const createWords = (
  kept: readonly StoredWord[],
  isTakenBack: (celebration: string) => boolean,
): Words => {
  const takenBack = new Set<string>()
  const byCelebration = new Map<string, Map<string, KnownWord>>()
  const listeners: (() => void)[] = []
  const put = (word: KnownWord): void => {
    const { id } = word.celebration
    const known = byCelebration.get(id) ?? new Map<string, KnownWord>()
    known.set(word.leader, word)
    byCelebration.set(id, known)
  }
  for (const { body, firstAt } of kept) {
    const found = parsed(JSON.parse(body))
    if (found === null) continue
    put({ ...found, firstAt })
    if (isTakenBack(found.celebration.id)) takenBack.add(found.celebration.id)
  }
  const of: Words['of'] = (celebration, leader) => byCelebration.get(celebration)?.get(leader) ?? null
  return {
    of,
    for: (celebration) =>
      [...(byCelebration.get(celebration)?.values() ?? [])].sort((a, b) => a.firstAt - b.firstAt),
    since: (at) =>
      [...byCelebration]
        .filter(([celebration]) => !takenBack.has(celebration))
        .flatMap(([, words]) => [...words.values()].filter(({ word }) => word.at >= at))
        .sort((a, b) => b.word.at - a.word.at)
        .map(topWordOf),
    take: (entries) => {
      const taken = entries.flatMap((entry): StoredWord[] => {
        if (entry.kind !== 'record' || entry.topic !== wordTopic) return []
        const found = parsed(entry.body)
        if (found === null) return []
        const { celebration, leader, nth, word } = found
        const known = of(celebration.id, leader)
        if (known !== null && known.nth >= nth) return []
        const firstAt = known?.firstAt ?? word.at
        put({ ...found, firstAt })
        return [
          { celebration: celebration.id, leader, firstAt, at: word.at, nth, body: JSON.stringify(found) },
        ]
      })
      const back = entries.flatMap((entry) => takenBackBy(entry) ?? [])
      for (const celebration of back) takenBack.add(celebration)
      if (taken.length > 0 || back.some((celebration) => byCelebration.has(celebration)))
        for (const listener of listeners) listener()
      return taken
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
