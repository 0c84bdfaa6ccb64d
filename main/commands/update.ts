// `floorboard update publish`: puts a release into the folder of a feed, which offers it to its kiosks. Whoever may write the
// folder may do this, whether or not the feed runs.
import { createReadStream, existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { isChannelFile } from '../../shared/wire/updates.ts'
import { refuseCopy } from '../feed/store/postgres/copy-mark.ts'
import { openReleaseFolder } from '../feed/updates/release-folder.ts'
import { ReleaseRefused } from '../feed/updates/release-refused.ts'
import { releasesIn } from '../feed/updates/update-desk.ts'
import { dataOption, type ExitCode, exitCodes, processTerminal, type Terminal } from './options.ts'

/** Every archive and then every channel file of the release; those of other computers are as welcome. */
export const publishRelease = async (
  release: string,
  { data }: { readonly data: string },
  terminal: Terminal,
): Promise<ExitCode> => {
  if (!existsSync(data)) {
    terminal.err(`No feed has kept anything in ${data} yet; --data names the feed's folder.\n`)
    return exitCodes.nothingDone
  }
  const names = await readdir(release).catch(() => [])
  const channels = names.filter(isChannelFile)
  const texts = await Promise.all(channels.map((name) => readFile(join(release, name), 'utf8')))
  const archives = names.filter(
    (name) => name.endsWith('.tar.gz') && texts.some((text) => text.includes(name)),
  )
  if (channels.length === 0 || archives.length === 0) {
    terminal.err(
      `There is no release in ${release}: "npm run package -- --installers" makes one, an archive and a channel file such as latest-linux.yml.\n`,
    )
    return exitCodes.nothingDone
  }
  refuseCopy(data)
  const folder = openReleaseFolder(releasesIn(data))
  try {
    for (const name of [...archives, ...channels]) {
      const { size } = await stat(join(release, name))
      const version = await folder.take(name, size, createReadStream(join(release, name)))
      if (version !== null) terminal.out(`${version} is offered by ${name}\n`)
    }
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof ReleaseRefused)) throw error
    terminal.err(`${error.message}\n`)
    return exitCodes.nothingDone
  }
}

export const addUpdateCommand = (program: Command): void => {
  const update = program.command('update').description('new versions of the program that TVs run')
  update
    .command('publish <folder>')
    .description('offer a release, as "npm run package -- --installers" makes it, to the TVs of a feed')
    .addOption(dataOption())
    .action(async (folder: string, options: { readonly data: string }) => {
      process.exitCode = await publishRelease(folder, options, processTerminal)
    })
}
