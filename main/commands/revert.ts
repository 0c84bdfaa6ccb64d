// `floorboard revert`: takes the floor back to an earlier version. That is a new version, so that it can be taken back too.
import type { Command } from 'commander'
import { z } from 'zod'
import { fetchFloor, fetchFloorText, fetchVersions, previewFloor } from '../feed-client/floor.ts'
import { changeWords } from './change-words.ts'
import { FeedOptions } from './feed-options.ts'
import { changesInWords } from './floor-words.ts'
import { writeLineErrors } from './line-errors.ts'
import {
  type ExitCode,
  exitCodes,
  feedOption,
  fingerprintOption,
  jsonOption,
  processTerminal,
  type Terminal,
  tokenOption,
  versionNumber,
} from './options.ts'
import { sendFloor } from './send-floor.ts'
import { withProblems } from './with-problems.ts'

const RevertOptions = FeedOptions.extend({
  check: z.boolean().default(false),
  yes: z.boolean().default(false),
  json: z.boolean().default(false),
})
export type RevertOptions = z.input<typeof RevertOptions>

/** The last version that says something else than the one that stands; null where there is none. */
const versionBefore = async (
  options: z.output<typeof RevertOptions>,
  { version, text }: Awaited<ReturnType<typeof fetchFloor>>,
): Promise<number | null> => {
  for (const before of await fetchVersions(options, version))
    if ((await fetchFloorText(options, before.version)) !== text) return before.version
  return null
}

const revert = async (
  wanted: number | undefined,
  options: z.output<typeof RevertOptions>,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { check, yes, json } = options
  const standing = await fetchFloor(options)
  const { version: current } = standing
  const version = wanted ?? (await versionBefore(options, standing))
  if (version === null) {
    terminal.err(`No version before ${current} says anything else.\n`)
    return exitCodes.nothingDone
  }
  const text = await fetchFloorText(options, version)
  if (text === standing.text) {
    terminal.err(`The floor says what version ${version} says already; nothing was changed.\n`)
    return exitCodes.nothingDone
  }
  const name = `version ${version}`
  if (check) {
    const { changes, errors } = await previewFloor(options, text)
    writeLineErrors(name, errors, terminal)
    if (json) terminal.out(`${JSON.stringify({ version: current, onto: version, changes, errors })}\n`)
    else terminal.out(`${[name, ...changeWords(changes)].join('\n')}\n`)
    terminal.err('This was a check: nothing was changed.\n')
    return errors.length === 0 ? exitCodes.done : exitCodes.nothingDone
  }
  const sent = await sendFloor(options, { name, text, onto: current, yes }, terminal)
  if (!sent.ok) {
    writeLineErrors(name, sent.errors, terminal)
    return exitCodes.nothingDone
  }
  const { replaced } = sent
  terminal.out(json ? `${JSON.stringify(replaced)}\n` : `version ${replaced.version}\n`)
  const words = changesInWords(replaced.changes)
  terminal.err(
    `It says what version ${version} says: ${words.join('; ') || 'comments and order apart, nothing changed'}.\n`,
  )
  return exitCodes.done
}

export const runRevert = async (
  version: number | undefined,
  given: RevertOptions,
  terminal: Terminal,
): Promise<ExitCode> => withProblems(terminal, () => revert(version, RevertOptions.parse(given), terminal))

export const addRevertCommand = (program: Command): void => {
  program
    .command('revert')
    .description('take the floor back to an earlier version; without one, to the one before')
    .argument('[version]', 'its number, as `floorboard apply` printed it', versionNumber)
    .option('--check', 'only say what it would change; nothing is done')
    .option('--yes', 'also where facts of known people become unassigned by it')
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(fingerprintOption())
    .addOption(jsonOption())
    .action(async (version: number | undefined, options: RevertOptions) => {
      process.exitCode = await runRevert(version, options, processTerminal)
    })
}
