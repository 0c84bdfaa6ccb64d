// `floorboard apply`: a floor file into a running feed, or only checked.
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import type { FloorFile } from '../../shared/wire/floor.ts'
import type { FloorChange } from '../../shared/wire/floor-edits.ts'
import { floorAdvice } from '../feed/floor-file/floor-advice.ts'
import { type FloorReading, readFloorFile } from '../feed/floor-file/read-floor-file.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { previewFloor } from '../feed-client/floor.ts'
import { fileWords } from '../file-words.ts'
import { demoWords } from './beside-demo.ts'
import { changeWords } from './change-words.ts'
import { entryNames } from './entry-names.ts'
import { FeedOptions } from './feed-options.ts'
import { changesInWords, floorInWords } from './floor-words.ts'
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
import { problemWords } from './problem-words.ts'
import { sendFloor } from './send-floor.ts'

export const ApplyOptions = FeedOptions.extend({
  check: z.boolean().default(false),
  /** Only say what it would change. */
  preview: z.boolean().default(false),
  /** The version that the file was made from. */
  onto: z.number().optional(),
  /** Also where facts become unassigned by it, and in place of the demo. */
  yes: z.boolean().default(false),
  json: z.boolean().default(false),
})
export type ApplyOptions = z.input<typeof ApplyOptions>

interface Applying {
  readonly path: string
  readonly text: string
  readonly options: z.output<typeof ApplyOptions>
  readonly terminal: Terminal
}

/** What the file would change on the feed; nothing is done. */
const preview = async ({ path, text, options, terminal }: Applying): Promise<ExitCode> => {
  const answer = await previewFloor(options, text).catch((error) => {
    if (error instanceof FeedProblem) return error
    throw error
  })
  if (answer instanceof FeedProblem) {
    const unasked = options.check ? ' What it would change there is not known.' : ''
    terminal.err(`${problemWords(answer)}${unasked}\n`)
    // The file is good, and whoever checks files need have no feed.
    if (options.check && options.json) terminal.out(`${JSON.stringify({ errors: [] })}\n`)
    return options.check ? exitCodes.done : exitCodes.nothingDone
  }
  writeLineErrors(path, answer.errors, terminal, entryNames(text))
  if (options.json) terminal.out(`${JSON.stringify(answer)}\n`)
  else if (answer.changes.length > 0) terminal.out(`${changeWords(answer.changes).join('\n')}\n`)
  if (answer.changes.length > 0)
    terminal.err(`${changesInWords(answer.changes).join('; ')}: nothing was done yet.\n`)
  else if (answer.errors.length === 0)
    terminal.err(
      `${path} says what version ${answer.version} says; comments and order apart, nothing would change.\n`,
    )
  return answer.errors.length === 0 ? exitCodes.done : exitCodes.nothingDone
}

const tellApplied = (file: FloorFile, changes: readonly FloorChange[], { err }: Terminal): void => {
  const words = changesInWords(changes)
  err(`${floorInWords(file)}; now on the walls.\n`)
  err(words.length === 0 ? 'Comments and order apart, nothing changed.\n' : `${words.join('; ')}.\n`)
}

/** Null, once it is told why. */
const readGood = ({
  path,
  text,
  options,
  terminal,
}: Applying): Extract<FloorReading, { ok: true }> | null => {
  const reading = readFloorFile(text)
  if (!reading.ok) {
    writeLineErrors(path, reading.errors, terminal, entryNames(text))
    if (options.json) terminal.out(`${JSON.stringify({ errors: reading.errors })}\n`)
    return null
  }
  for (const { line, path: at, message } of floorAdvice(reading, Date.now()))
    terminal.err(`${path}:${line}: warning: ${at} ${message}\n`)
  return reading
}

export const runApply = async (path: string, given: ApplyOptions, terminal: Terminal): Promise<ExitCode> => {
  const options = ApplyOptions.parse(given)
  const text = await readFile(path, 'utf8').catch((error: Error) => error)
  if (text instanceof Error) {
    terminal.err(`${path} ${fileWords(text)}.\n`)
    return exitCodes.nothingDone
  }
  const applying: Applying = { path, text, options, terminal }
  const reading = readGood(applying)
  if (reading === null) return exitCodes.nothingDone
  if (options.check) terminal.err(`${path} is a good floor file: ${floorInWords(reading.file)}.\n`)
  const { onto = null, yes, json } = options
  const demo = yes ? null : await demoWords(options, text)
  if (options.check || options.preview) {
    const code = await preview(applying)
    if (demo !== null) terminal.err(`${demo}\n`)
    return code
  }
  if (demo !== null) {
    terminal.err(`${demo} Nothing was changed. With --yes it replaces the demo all the same.\n`)
    if (json) terminal.out(`${JSON.stringify({ errors: [] })}\n`)
    return exitCodes.nothingDone
  }
  const sent = await sendFloor(options, { name: path, text, onto, yes }, terminal)
  if (!sent.ok) {
    const { errors, unassigned } = sent
    writeLineErrors(path, errors, terminal, entryNames(text))
    if (json) terminal.out(`${JSON.stringify({ errors, ...(unassigned && { unassigned }) })}\n`)
    return exitCodes.nothingDone
  }
  const { version, changes } = sent.replaced
  terminal.out(json ? `${JSON.stringify({ version, changes })}\n` : `version ${version}\n`)
  tellApplied(reading.file, changes, terminal)
  return exitCodes.done
}

export const addApplyCommand = (program: Command): void => {
  program
    .command('apply')
    .description('replace the floor by the one in a file')
    .argument('<file>', 'the floor file, YAML or JSON')
    .option('--check', 'only say whether the file is good, and what it would change where a feed answers')
    .option('--preview', 'only say what it would change; nothing is done')
    .option(
      '--onto <version>',
      'only in place of this version, which `floorboard export` names',
      versionNumber,
    )
    .option('--yes', 'also where facts of known people become unassigned by it, and in place of the demo')
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(fingerprintOption())
    .addOption(jsonOption())
    .action(async (file: string, options: ApplyOptions) => {
      process.exitCode = await runApply(file, options, processTerminal)
    })
}
