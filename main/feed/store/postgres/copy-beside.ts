// What lies beside a floor's log as it is moved between a data folder and a database, while no feed runs on it.
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { BadSetUp } from '../../bad-set-up.ts'
import { makeFolder } from '../../make-folder.ts'
import type { RowsHead } from '../kept-parts.ts'
import { openSecretFile, secretFileName, secretKeyFileName } from '../secret-file.ts'
import { readSideFile } from '../sqlite/copied-tables.ts'
import { tokenFileName } from '../token-file.ts'
import { fileParts, rowPart, rowsHeadPart } from './beside-parts.ts'
import { lastOwnChange } from './beside-statements.ts'
import { type BesideWriter, createBesideWriter, floorTaken } from './beside-writer.ts'
import { headsOf, writeFiles } from './copied-files.ts'
import type { Asks } from './postgres-database.ts'

/** What is this machine's own stays: its certificate, the key of its secrets, tables that are put there for it, mail that goes nowhere. */
const databases = ['accounts', 'screens', 'outbox', 'inbound', 'connectors', 'talks', 'votes', 'mending'].map(
  (name) => `${name}.db`,
)
const wholeFiles = [tokenFileName, 'control.json', 'updates.json', 'import-mappings.json']
const folders = ['media', 'updates', 'import-files']

interface OwnedPlace {
  readonly database: Asks
  readonly floor: number
  /** That owns the floor. */
  readonly node: number
}

export interface CopiedBeside {
  readonly files: number
  /** Names of secrets that no key opens: they are to be set anew. */
  readonly sealed: readonly string[]
}

const isUnfinished = (name: string): boolean => /(^|\/)\.new-|\.(sheet|new|part|copy)$/.test(name)

/** Of a data folder, those that go along. */
const filesIn = (folder: string): readonly string[] => [
  ...wholeFiles.filter((name) => existsSync(join(folder, name))),
  ...folders.flatMap((name) =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name), { recursive: true })
          .map((file) => `${name}/${String(file).replaceAll('\\', '/')}`)
          .filter((file) => !isUnfinished(file) && statSync(join(folder, file)).isFile())
      : [],
  ),
]

const mostWaiting = 2 * 1024 * 1024

const copyRows = (writer: BesideWriter, folder: string, file: string): Promise<void> =>
  readSideFile(join(folder, file), async ({ format, schema, rows }) => {
    const head: RowsHead = { kind: 'rows', generation: 1, format, schema }
    let waiting = 0
    for (const row of rows) {
      const part = rowPart(file, head.generation, row)
      writer.add([part])
      waiting += part.body?.length ?? 0
      if (waiting < mostWaiting) continue
      await writer.durable()
      waiting = 0
    }
    writer.add([rowsHeadPart(file, head)])
    await writer.durable()
  })

const copyFile = async (writer: BesideWriter, file: string, path: string): Promise<void> => {
  writer.addPieces(file, () => fileParts(file, path, { known: null, from: 0 }, () => undefined))
  await writer.durable()
}

/** A data folder's own key comes first: another one may have been given later. */
const keysOf = (folder: string, given: string | undefined): readonly (string | undefined)[] => [
  ...(existsSync(join(folder, secretKeyFileName))
    ? [readFileSync(join(folder, secretKeyFileName), 'utf8')]
    : []),
  ...(given === undefined ? [] : [given]),
]

/** Seals the secrets of one folder for another. Resolves with the names of those that none of the keys opens. */
const reseal = async (
  from: { readonly folder: string; readonly keys: readonly (string | undefined)[] },
  to: { readonly folder: string; readonly key: string | undefined },
): Promise<readonly string[]> => {
  const names = openSecretFile(from.folder).names()
  const opened = from.keys.map((key) => openSecretFile(from.folder, key))
  const target = openSecretFile(to.folder, to.key)
  const sealed: string[] = []
  for (const name of names) {
    const secret = opened.map((store) => store.get(name)).find((found) => found !== null) ?? null
    if (secret === null) sealed.push(name)
    else await target.set(name, secret)
  }
  return sealed
}

const inScratch = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-move-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Into a floor beside whose log nothing lies. `key`: of the deployment, with which its secrets are sealed. Rejects with `BadSetUp`,
 * or `LogUnavailable` where the database is out of reach: what has come by then is the caller's to remove.
 */
export const copyBesideTo = async (
  folder: string,
  { database, floor, node }: OwnedPlace,
  key: string | undefined,
): Promise<CopiedBeside> => {
  const [own] = await database.ask(lastOwnChange, [floor, node])
  if (own === undefined) throw new BadSetUp(`Nothing was moved: ${floorTaken}.`)
  const hasSecrets = openSecretFile(folder).names().length > 0
  if (hasSecrets && key === undefined)
    throw new BadSetUp(
      'The folder has secrets, which the nodes of a database seal with one key: give it as FLOORBOARD_SECRET_KEY.',
    )
  const parts = { database, floor, node, after: Number(own[0]), onError: () => undefined }
  const writer = createBesideWriter(parts)
  try {
    const files = filesIn(folder)
    const stores = databases.filter((name) => existsSync(join(folder, name)))
    for (const file of stores) await copyRows(writer, folder, file)
    for (const file of files) await copyFile(writer, file, join(folder, file))
    const sealed = hasSecrets
      ? await inScratch(async (scratch) => {
          const left = await reseal({ folder, keys: keysOf(folder, key) }, { folder: scratch, key })
          await copyFile(writer, secretFileName, join(scratch, secretFileName))
          return left
        })
      : []
    return { files: stores.length + files.length + (hasSecrets ? 1 : 0), sealed }
  } finally {
    await writer.close()
  }
}

/** What is there of an earlier time goes into a folder beside it, and is kept. */
const putAside = (folder: string, aside: string): void => {
  const journals = databases.flatMap((name) => [name, `${name}-wal`, `${name}-shm`, `${name}-journal`])
  for (const name of [...journals, ...wholeFiles, ...folders, secretFileName]) {
    if (!existsSync(join(folder, name))) continue
    makeFolder(dirname(join(aside, name)))
    renameSync(join(folder, name), join(aside, name))
  }
}

/**
 * Into a data folder; what is there of the same names is put into its folder `before-ISO`. `key`: of the deployment. Its own key, which
 * is made where there is none, seals the secrets from now on.
 */
export const copyBesideFrom = async (
  { database, floor }: Omit<OwnedPlace, 'node'>,
  folder: string,
  { key, now }: { readonly key: string | undefined; readonly now: Date },
): Promise<CopiedBeside> => {
  makeFolder(folder)
  // A floor that came there without its files: they are in the folder still.
  if ((await headsOf({ database, floor })).size === 0) return { files: 0, sealed: [] }
  putAside(folder, join(folder, `before-${now.toISOString().replaceAll(':', '')}`))
  return await inScratch(async (scratch) => {
    const heads = await writeFiles({ database, floor, folder })
    if (!heads.has(secretFileName)) return { files: heads.size, sealed: [] }
    if (key === undefined)
      throw new BadSetUp('The floor has secrets: give the key of its nodes as FLOORBOARD_SECRET_KEY.')
    copyFileSync(join(folder, secretFileName), join(scratch, secretFileName))
    rmSync(join(folder, secretFileName))
    const sealed = await reseal({ folder: scratch, keys: [key] }, { folder, key: undefined })
    return { files: heads.size, sealed }
  })
}
