// A copy of a floor's folder on a node that does not own the floor: whoever signs in there, and every TV that comes, is known to it.
import type { FileHead } from '../kept-parts.ts'
import { changesAfter, lastChange, type StoredPart, storedPart } from './beside-statements.ts'
import { type CopyOf, changeFile, headsOf, writeFiles } from './copied-files.ts'
import { beginCopy, type CopyPlace, copiedUpTo, noteCopied } from './copy-mark.ts'

export interface FollowedFolder {
  readonly folder: string
  /** The last change that is in it. */
  seq(): number
  /** Changes what changed since. Resolves once it has the change `seq`, or the last one. */
  catchUp(seq: number): Promise<void>
  close(): Promise<void>
}

/** What `openKeptFolder` goes on with. */
export interface OpenedCopy extends FollowedFolder {
  /** Of the floor's log. */
  readonly identity: string
  /** Of each file, as it lies here. */
  readonly heads: Map<string, FileHead>
  /** When (epoch ms of the database) it was the copy that it is. */
  ms(): number
}

/** What is gone is known for a day: a copy that is older is begun anew. */
const oldestMs = 12 * 3600_000

/** Changes of the same file, side by side. */
const byFile = (parts: readonly StoredPart[]): ReadonlyMap<string, readonly StoredPart[]> => {
  const files = new Map<string, StoredPart[]>()
  for (const part of parts) files.set(part.file, [...(files.get(part.file) ?? []), part])
  return files
}

/**
 * `folder`: missing, empty, or a copy of a floor; one of this floor is gone on with. Rejects with `BadSetUp` where something else
 * lies in it, and with what the database says.
 */
export const followKeptFolder = async (parts: CopyOf): Promise<OpenedCopy> => {
  const { database, floor, folder } = parts
  const look = async () => {
    const [found] = await database.ask(lastChange, [floor])
    if (found === undefined) throw new Error(`There is no floor ${floor}.`)
    return { seq: Number(found[0]), ms: Number(found[1]), identity: found[2] ?? '' }
  }
  const begun = await look()
  const { identity } = begun
  const isRecent = ({ seq, ms }: CopyPlace): boolean => seq <= begun.seq && begun.ms - ms < oldestMs
  const known = copiedUpTo(folder, identity)
  const goesOn = known !== null && isRecent(known)
  if (!goesOn) beginCopy(folder, identity)
  noteCopied(folder, identity, null)
  let at: CopyPlace = goesOn ? known : begun
  const heads = goesOn ? await headsOf(parts) : await writeFiles(parts)
  const touched = new Map<string, Set<number>>()

  const change = async (): Promise<void> => {
    const now = await look()
    for (;;) {
      const page = (await database.ask(changesAfter, [floor, at.seq])).map(storedPart)
      for (const [file, changed] of byFile(page))
        await changeFile(parts, heads, touched, { file, parts: changed })
      const last = page.at(-1)
      if (last === undefined) break
      at = { ...at, seq: last.seq }
    }
    at = { seq: Math.max(at.seq, now.seq), ms: now.ms }
  }
  let changing: Promise<void> = Promise.resolve()
  const catchUp = (seq: number): Promise<void> => {
    changing = changing.catch(() => undefined).then(() => (seq > at.seq ? change() : undefined))
    return changing
  }
  // A copy that was gone on with, and what changed while this one was written.
  await change()

  return {
    folder,
    identity,
    heads,
    seq: () => at.seq,
    ms: () => at.ms,
    catchUp,
    close: async () => {
      await changing.catch(() => undefined)
      noteCopied(folder, identity, at)
    },
  }
}
