// `floorboard apply`: a floor file into a running feed, or only checked.
import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { readFloorFile } from '../feed/floor-file/read-floor-file.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { replaceFloor } from '../feed-client/floor.ts'
import { fileWords } from '../file-words.ts'
import { writeLineErrors } from './line-errors.ts'
import {
  type ExitCode,
  exitCodes,
  feedOption,
  jsonOption,
  processTerminal,
  type Terminal,
  tokenOption,
} from './options.ts'
import { problemWords } from './problem-words.ts'

export const ApplyOptions = z.object({
  feed: z.string(),
  token: z.string().optional(),
  check: z.boolean().default(false),
  /** The version that the file was made from. */
  onto: z.number().optional(),
  json: z.boolean().default(false),
})
export type ApplyOptions = z.input<typeof ApplyOptions>

export const runApply = async (path: string, given: ApplyOptions, terminal: Terminal): Promise<ExitCode> => {
  const options = ApplyOptions.parse(given)
  const refuse = (errors: Parameters<typeof writeLineErrors>[1]): ExitCode => {
    writeLineErrors(path, errors, terminal)
    if (options.json) terminal.out(`${JSON.stringify({ errors })}\n`)
    return exitCodes.nothingDone
  }
  const text = await readFile(path, 'utf8').catch((error: Error) => error)
  if (text instanceof Error) {
    terminal.err(`${path} ${fileWords(text)}.\n`)
    return exitCodes.nothingDone
  }
  const reading = readFloorFile(text)
  if (!reading.ok) return refuse(reading.errors)
  if (options.check) {
    terminal.err(`${path} is a good floor file.\n`)
    if (options.json) terminal.out(`${JSON.stringify({ errors: [] })}\n`)
    return exitCodes.done
  }
  try {
    const version = await replaceFloor(options, text, options.onto ?? null)
    terminal.out(options.json ? `${JSON.stringify({ version })}\n` : `version ${version}\n`)
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof FeedProblem)) throw error
    terminal.err(`${problemWords(error)}\n`)
    // A feed of another version may see faults that this one does not.
    return refuse(error.places)
  }
}

const wholeNumber = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a version such as 12.')
  return Number(text)
}

export const addApplyCommand = (program: Command): void => {
  program
    .command('apply')
    .description('replace the floor by the one in a file')
    .argument('<file>', 'the floor file, YAML or JSON')
    .option('--check', 'only say whether the file is good; no feed is asked')
    .option('--onto <version>', 'only in place of this version, which `floorboard export` names', wholeNumber)
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(jsonOption())
    .action(async (file: string, options: ApplyOptions) => {
      process.exitCode = await runApply(file, options, processTerminal)
    })
}
