// Whether an account may use a data folder and the files in it. Whoever asks as root may read all of it, and the feed,
// which runs as another account, may not: then files are held against the owner of the folder.
import { accessSync, constants, readdirSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { markFile } from './acknowledged-mark.ts'
import { snapshotFile } from './file-snapshots.ts'
import { bad, type Finding, good } from './finding.ts'
import { secretFileName, secretKeyFileName, secretsFault } from './secret-file.ts'
import { isSetAside } from './set-aside.ts'
import { tokenFileName, tokensFault } from './token-file.ts'

export interface FolderAccess {
  readonly findings: readonly Finding[]
  /** Whether what the log is read from may be read. */
  readonly readable: boolean
}

/** A database, and what SQLite keeps beside it while it is open. */
const filesOf = (database: string): readonly string[] =>
  ['', '-wal', '-shm', '-journal'].map((end) => `${database}${end}`)

const logFiles = filesOf('floor.db')
const files = [
  ...[
    'floor.db',
    'accounts.db',
    'outbox.db',
    'screens.db',
    'talks.db',
    'votes.db',
    'mending.db',
    'connectors.db',
    'inbound.db',
  ].flatMap(filesOf),
  snapshotFile,
  markFile,
  tokenFileName,
  'control.json',
  'updates.json',
  secretFileName,
  secretKeyFileName,
  'tls-cert.pem',
  'tls-key.pem',
]
/** What people and TVs bring, releases for TVs, and the mails of a demo without a mail server. */
const folders = ['media', 'updates', 'mailbox']
const isOwn = (name: string): boolean =>
  files.includes(name) || folders.includes(name) || isSetAside(name) || name.endsWith('.new')

const refusal = (path: string, rights: number): { readonly code: string; readonly words: string } | null => {
  try {
    accessSync(path, rights)
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { code, words: error instanceof Error ? error.message : String(error) }
  }
}

/** A read-only disk is said once, of the folder. */
const mayUse = (path: string, rights: number): boolean => (refusal(path, rights)?.code ?? 'EROFS') === 'EROFS'

export const mayRead = (path: string): boolean => mayUse(path, constants.R_OK)

const account = (uid: number): string => (uid === 0 ? 'root' : `the account ${uid}`)

const giveIt = (path: string): string =>
  `Let the feed run as one account always, and give the file to it: chown ACCOUNT ${path}.`

/** For root, whom nothing is closed to: whether the folder's owner may read and write the file. */
const openToOwner = (file: Stats, folder: Stats): boolean => {
  if (process.getuid?.() !== 0 || folder.uid === 0 || file.uid === folder.uid) return true
  const group = file.gid === folder.gid && (file.mode & 0o060) === 0o060
  return group || (file.mode & 0o006) === 0o006
}

const examineFile = (folder: string, name: string): readonly Finding[] => {
  const path = join(folder, name)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return []
  const whose = `The file ${name} belongs to ${account(found.uid)}`
  if (!found.isFile())
    return [
      bad(
        'folder',
        `${path} is not a file: a feed does not start with it.`,
        'Move it out of the data folder.',
      ),
    ]
  if (!mayRead(path))
    return [
      bad(
        'folder',
        `${whose}, and this account may not read it: a feed that it runs cannot either.`,
        giveIt(path),
      ),
    ]
  if (!mayUse(path, constants.R_OK | constants.W_OK))
    return [
      bad(
        'folder',
        `${whose}, and this account may not write it: a feed that it runs cannot either.`,
        giveIt(path),
      ),
    ]
  const owner = statSync(folder)
  if (openToOwner(found, owner)) return []
  return [
    bad('folder', `${whose}, and the folder to ${account(owner.uid)}, which may not use it.`, giveIt(path)),
  ]
}

const examineTokens = (folder: string): readonly Finding[] => {
  const fault = tokensFault(folder)
  if (fault === null || !mayRead(join(folder, tokenFileName))) return []
  return [
    bad(
      'folder',
      `${fault} A feed does not start with it.`,
      'Put it back from a backup; or move it away and make new tokens with "floorboard token create".',
    ),
  ]
}

const examineSecrets = (folder: string): readonly Finding[] => {
  const path = join(folder, secretFileName)
  const fault = mayRead(path) ? secretsFault(folder) : null
  return fault === null
    ? []
    : [bad('folder', `${fault} A feed does not start with it.`, `Put ${path} back, or move it away.`)]
}

const examineOthers = (folder: string): readonly Finding[] => {
  const others = readdirSync(folder).filter((name) => !isOwn(name))
  if (others.length === 0) return []
  const named = others.slice(0, 5).join(', ') + (others.length > 5 ? ` and ${others.length - 5} more` : '')
  return [good('folder', `It also holds what is not Floorboard's, which the feed leaves alone: ${named}.`)]
}

/** `folder`: one that is there. */
export const examineAccess = (folder: string): FolderAccess => {
  const closed = refusal(folder, constants.R_OK | constants.X_OK)
  if (closed !== null) {
    const says = `The data folder ${folder} is closed to this account: ${closed.words}.`
    return {
      findings: [bad('folder', says, 'Run this command as the account that runs the feed, or as root.')],
      readable: false,
    }
  }
  const unwritable = refusal(folder, constants.W_OK)
  const whole =
    unwritable === null
      ? good('folder', `The data folder ${folder} can be read and written.`)
      : bad(
          'folder',
          `The data folder ${folder} cannot be written: ${unwritable.words}. A feed on it shows what is there and refuses facts.`,
          'Let this account write there, or have the disk take writes again.',
        )
  return {
    findings: [
      whole,
      ...files.flatMap((name) => examineFile(folder, name)),
      ...examineTokens(folder),
      ...examineSecrets(folder),
      ...examineOthers(folder),
    ],
    readable: logFiles.every((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false })
      return found === undefined || (found.isFile() && mayRead(join(folder, name)))
    }),
  }
}
