// What cannot be used is never thrown away and never written over: it goes into a folder of its own, with a sentence
// that says what happened. As long as the folder is there, the feed says so.
import { type Dirent, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { copyDurably, writeDurably } from './durable-file.ts'

const prefix = 'set-aside-'
const reasonFile = 'why.txt'

export interface SetAside {
  /** The folder's name in the data folder. */
  readonly name: string
  readonly why: string
}

export const isSetAside = (name: string): boolean => name.startsWith(prefix)

const newFolder = (folder: string, now: number): string => {
  const stamp = `${prefix}${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? stamp : `${stamp}-${count}`
    if (existsSync(join(folder, name))) continue
    mkdirSync(join(folder, name), { mode: 0o700 })
    return name
  }
}

export interface ToSetAside {
  /** Files of the data folder that are to stand there no more; those that are missing are passed over. */
  readonly move?: readonly string[]
  readonly copy?: readonly string[]
  readonly why: string
  /** Epoch ms. */
  readonly now: number
}

export const setAside = (folder: string, { move = [], copy = [], why, now }: ToSetAside): SetAside => {
  const name = newFolder(folder, now)
  const to = (file: string) => join(folder, name, file)
  writeDurably(to(reasonFile), `${why}\n`)
  for (const file of copy) if (existsSync(join(folder, file))) copyDurably(join(folder, file), to(file))
  for (const file of move) if (existsSync(join(folder, file))) renameSync(join(folder, file), to(file))
  return { name, why }
}

/** Says more of what was set aside, once that is known. */
export const explainSetAside = (folder: string, { name }: SetAside, why: string): SetAside => {
  writeDurably(join(folder, name, reasonFile), `${why}\n`)
  return { name, why }
}

const whyOf = (folder: string, name: string): string => {
  try {
    return readFileSync(join(folder, name, reasonFile), 'utf8').trim()
  } catch {
    // Somebody may be moving it away at this instant.
    return 'The folder does not say why.'
  }
}

/** None where the folder itself is gone, which is said elsewhere. */
const entriesIn = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Oldest first. */
export const setAsideIn = (folder: string): readonly SetAside[] =>
  entriesIn(folder)
    .filter((entry) => entry.isDirectory() && entry.name.startsWith(prefix))
    .map(({ name }) => ({ name, why: whyOf(folder, name) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
