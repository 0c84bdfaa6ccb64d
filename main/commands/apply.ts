// `floorboard apply`: a floor file into a running feed, or only checked.
import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { readFloorFile } from '../feed/floor-file/read-floor-file.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { previewFloor, replaceFloor } from '../feed-client/floor.ts'
import { fileWords } from '../file-words.ts'
import { changeWords } from './change-words.ts'
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
} from './options.ts'
import { problemWords } from './problem-words.ts'

export const ApplyOptions = z.object({
  feed: z.string(),
  token: z.string().optional(),
  feedFingerprint: z.string().optional(),
  check: z.boolean().default(false),
  /** Only say what it would change. */
  preview: z.boolean().default(false),
  /** The version that the file was made from. */
  onto: z.number().optional(),
  /** Also where facts become unassigned by it. */
  yes: z.boolean().default(false),
  json: z.boolean().default(false),
})
export type ApplyOptions = z.input<typeof ApplyOptions>

/** What the edit does, each with all its names: several spellings may rest on one person. */
const lossesIn = (unassigned: FeedProblem['unassigned']): readonly string[] => {
  const facts = new Map<string, number>()
  for (const { because, facts: count } of unassigned) facts.set(because, (facts.get(because) ?? 0) + count)
  return [...facts].map(
    ([because, count]) => `${because}: ${count} ${count === 1 ? 'fact' : 'facts'} would be unassigned`,
  )
}

/** Whether to go on with an edit that sends facts to the unassigned. */
const askWhether = async (
  path: string,
  { unassigned }: FeedProblem,
  { err, ask }: Terminal,
): Promise<boolean> => {
  for (const loss of lossesIn(unassigned)) err(`${path} ${loss}\n`)
  if (ask) return ask('Apply it all the same?')
  err('Nothing was changed. With --yes it is applied all the same.\n')
  return false
}

/** What the file would change on the feed; nothing is done. */
const preview = async (
  path: string,
  options: z.output<typeof ApplyOptions>,
  text: string,
  terminal: Terminal,
): Promise<ExitCode> => {
  const answer = await previewFloor(options, text).catch((error) => {
    if (error instanceof FeedProblem) return error
    throw error
  })
  if (answer instanceof FeedProblem) {
    terminal.err(`${problemWords(answer)}\n`)
    return exitCodes.nothingDone
  }
  writeLineErrors(path, answer.errors, terminal)
  if (options.json) terminal.out(`${JSON.stringify(answer)}\n`)
  else if (answer.changes.length > 0) terminal.out(`${answer.changes.flatMap(changeWords).join('\n')}\n`)
  else if (answer.errors.length === 0)
    terminal.err(
      `${path} says what version ${answer.version} says; comments and order apart, nothing would change.\n`,
    )
  return answer.errors.length === 0 ? exitCodes.done : exitCodes.nothingDone
}

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
  if (options.preview) return preview(path, options, text, terminal)
  const send = (onto: number | null, isConfirmed: boolean): Promise<number | FeedProblem> =>
    replaceFloor(options, text, onto, isConfirmed).catch((error) => {
      if (error instanceof FeedProblem) return error
      throw error
    })
  const onto = options.onto ?? null
  let answer = await send(onto, options.yes)
  if (answer instanceof FeedProblem && answer.code === 'unconfirmed-floor') {
    if (!(await askWhether(path, answer, terminal))) {
      if (options.json) terminal.out(`${JSON.stringify({ errors: [], unassigned: answer.unassigned })}\n`)
      return exitCodes.nothingDone
    }
    // What was agreed to is the loss on that floor; another one asks again.
    answer = await send(onto ?? answer.version, true)
  }
  if (answer instanceof FeedProblem) {
    terminal.err(`${problemWords(answer)}\n`)
    // A feed of another version may see faults that this one does not.
    return refuse(answer.places)
  }
  terminal.out(options.json ? `${JSON.stringify({ version: answer })}\n` : `version ${answer}\n`)
  return exitCodes.done
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
    .option('--preview', 'only say what it would change; nothing is done')
    .option('--onto <version>', 'only in place of this version, which `floorboard export` names', wholeNumber)
    .option('--yes', 'also where facts of known people become unassigned by it')
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(fingerprintOption())
    .addOption(jsonOption())
    .action(async (file: string, options: ApplyOptions) => {
      process.exitCode = await runApply(file, options, processTerminal)
    })
}
