// Looks into a channel for a newer version and fetches it: electron-updater reads the channel file, compares versions,
// downloads, and verifies the sha512. What it has of installing is not used: the starter does that, and can undo it.
import { statfs } from 'node:fs/promises'
import { AppUpdater, CancellationToken, type ProgressInfo } from 'electron-updater'
import type { DownloadExecutorTask, DownloadUpdateOptions } from 'electron-updater/out/AppUpdater.js'
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js'
import { ChannelFile } from '../../../shared/wire/updates.ts'
import type { Journal } from '../journal.ts'

const archiveEnding = '.tar.gz'
/** The archive, what is in it, and room for the wall's own files. */
const roomFor = 5
const keptFree = 200 * 1024 * 1024

/** Takes archives, which none of electron-updater's own updaters does. */
class ArchiveUpdater extends AppUpdater {
  readonly executor = new ElectronHttpExecutor()

  constructor() {
    super(null)
  }

  protected override doDownloadUpdate(options: DownloadUpdateOptions) {
    const { info, provider } = options.updateInfoAndProvider
    const file = provider.resolveFiles(info).find(({ url }) => url.pathname.endsWith(archiveEnding))
    if (file === undefined) throw new Error('the channel names no archive')
    const task: DownloadExecutorTask = {
      fileExtension: archiveEnding.slice(1),
      fileInfo: file,
      downloadUpdateOptions: options,
      task: (path, how) => this.executor.download(file.url, path, how),
      done: async () => undefined,
    }
    return this.executeDownload(task)
  }

  override quitAndInstall(): void {
    // Nobody asks for it: the starter starts what was fetched.
  }
}

export interface Finder {
  /** Null where there is nothing newer. Rejects where the channel cannot be read, or leads out of its folder. */
  look(): Promise<string | null>
  /** The archive of what was found last. Rejects where it does not come whole; nothing of it is left then. */
  fetch(): Promise<string>
}

export interface FinderParts {
  /** Where the channel is, and what opens it; asked anew each time, since a TV may be set up for another feed. */
  readonly channel: () => Promise<{ readonly url: string; readonly token: string | null } | null>
  /** A file with the name of its cache, and nothing else of an updater's usual settings. */
  readonly settingsFile: string
  /** Which certificates it takes. */
  readonly prepare: (session: AppUpdater['netSession']) => void
  /** Where the archive is kept and unpacked. */
  readonly folder: string
  readonly journal: Journal
}

const notThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'

export function openFinder({ channel, settingsFile, prepare, folder, journal }: FinderParts): Finder {
  const updater = new ArchiveUpdater()
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.disableDifferentialDownload = true
  updater.updateConfigPath = settingsFile
  updater.logger = null
  // What goes wrong is told by the promise.
  updater.on('error', () => undefined)
  prepare(updater.netSession)
  let size = 0

  return {
    async look() {
      const from = await channel()
      if (from === null) return null
      updater.requestHeaders = from.token === null ? null : { authorization: `Bearer ${from.token}` }
      updater.setFeedURL({ provider: 'generic', url: from.url })
      const found = await updater.checkForUpdates().catch((error) => {
        if (notThere(error)) return null
        throw error
      })
      if (!found?.isUpdateAvailable) return null
      // It names files beside it, of a size that a kiosk may have.
      const { version, files } = ChannelFile.parse(found.updateInfo)
      size = files.find(({ url }) => url.endsWith(archiveEnding))?.size ?? 0
      journal.info('the channel has a newer version', { version })
      return version
    },
    async fetch() {
      const { bavail, bsize } = await statfs(folder)
      if (bavail * bsize < size * roomFor + keptFree)
        throw new Error('the disk has no room for a new version')
      const cancel = new CancellationToken()
      const stopWhenLonger = ({ transferred }: ProgressInfo) => {
        if (transferred > size) cancel.cancel()
      }
      updater.on('download-progress', stopWhenLonger)
      try {
        const [path] = await updater.downloadUpdate(cancel)
        if (path === undefined) throw new Error('nothing was downloaded')
        return path
      } finally {
        updater.off('download-progress', stopWhenLonger)
      }
    },
  }
}
