// Says of a folder that it is a copy of what a database keeps: only such a one is emptied. While nothing but the copying writes into
// it, it says how far it is one.
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BadSetUp } from '../../bad-set-up.ts'
import { makeFolder } from '../../make-folder.ts'

const markFile = 'copy-of-a-floor.json'

const Mark = z.strictObject({
  /** Of the floor's log. */
  identity: z.string(),
  /** That wrote it: another one cannot know what a power cut took. */
  process: z.string(),
  /** The last change that is in it, and when (epoch ms of the database) it was that; null: it is being written. */
  at: z.strictObject({ seq: z.number(), ms: z.number() }).nullable(),
})
export type CopyPlace = NonNullable<z.infer<typeof Mark>['at']>

const thisProcess = randomUUID()

const readMark = (folder: string): z.infer<typeof Mark> | null => {
  const file = join(folder, markFile)
  if (!existsSync(file)) return null
  try {
    return Mark.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Throws `BadSetUp` where the folder is a copy: what is written there by others is lost. */
export const refuseCopy = (folder: string): void => {
  if (existsSync(join(folder, markFile)))
    throw new BadSetUp(
      `The folder ${folder} is a copy of what a database keeps of a floor, and is written anew from there: what is changed in it is lost. Ask the feed itself, by its console or its address.`,
    )
}

/** How far the folder is a copy of this floor; null: it is none that one could go on with. */
export const copiedUpTo = (folder: string, identity: string): CopyPlace | null => {
  const mark = readMark(folder)
  return mark !== null && mark.identity === identity && mark.process === thisProcess ? mark.at : null
}

export const noteCopied = (folder: string, identity: string, at: CopyPlace | null): void =>
  writeFileSync(
    join(folder, markFile),
    JSON.stringify({ identity, process: thisProcess, at } satisfies z.infer<typeof Mark>),
    { mode: 0o600 },
  )

/** Makes an empty folder for a copy. Throws `BadSetUp` where something lies in it that is no copy. */
export const beginCopy = (folder: string, identity: string): void => {
  makeFolder(folder)
  const names = readdirSync(folder)
  if (names.length > 0 && !names.includes(markFile))
    throw new BadSetUp(
      `The folder ${folder} is not empty, and no copy of a floor: choose another one, or move what is in it away.`,
    )
  noteCopied(folder, identity, null)
  for (const name of names)
    if (name !== markFile) rmSync(join(folder, name), { recursive: true, force: true })
}
