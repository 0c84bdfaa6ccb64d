// `floorboard import`: a CSV file into a running feed.
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { type Forecast, needsConsent, type Withdrawal } from '../../shared/wire/imports.ts'
import type { Mapping } from '../../shared/wire/mapping.ts'
import { CsvProblem } from '../feed/ingest/csv/csv-problem.ts'
import { importCsv } from '../feed/ingest/csv/import-csv.ts'
import type { ImportRun } from '../feed/ingest/csv/import-rows.ts'
import type { ImportOutcome } from '../feed/ingest/csv/json-report.ts'
import { readMapping } from '../feed/ingest/csv/read-mapping.ts'
import { openRejectsFile, type RejectsFile } from '../feed/ingest/csv/rejects-file.ts'
import type { FeedAddress } from '../feed-client/ask-once.ts'
import { fileWords } from '../file-words.ts'
import { addImportPeopleCommand } from './import-people.ts'
import { createImportReport } from './import-report.ts'
import { createImportSession, type ImportSession } from './import-session.ts'
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

export const ImportOptions = z.object({
  map: z.string(),
  feed: z.string(),
  token: z.string().optional(),
  feedFingerprint: z.string().optional(),
  json: z.boolean().default(false),
  rejects: z.string().optional(),
  /** Only say what it would change. */
  check: z.boolean().default(false),
  /** Facts of the source that the file lacks are withdrawn. */
  replace: z.boolean().default(false),
  /** Also where more than a fifth of them would be. */
  yes: z.boolean().default(false),
})
export type ImportOptions = z.input<typeof ImportOptions>

const readMap = async (path: string, terminal: Terminal): Promise<Mapping | null> => {
  const text = await readFile(path, 'utf8').catch((error: Error) => error)
  if (text instanceof Error) {
    terminal.err(`${path} ${fileWords(text)}.\n`)
    return null
  }
  const reading = readMapping(text)
  if (reading.ok) return reading.mapping
  writeLineErrors(path, reading.errors, terminal)
  return null
}

const openRejects = (path: string | undefined): RejectsFile | Error | null => {
  try {
    return path === undefined ? null : openRejectsFile(path)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

const exitCodeOf = ({ totals, stopped }: ImportRun): ExitCode => {
  if (totals.accepted + totals.unchanged + totals.withdrawn + totals.passedOver === 0)
    return exitCodes.nothingDone
  return totals.rejected > 0 || stopped !== null ? exitCodes.someRefused : exitCodes.done
}

/** Ids of refused rows are in the file all the same. */
const mostKept = 10_000

interface Kept {
  readonly ids: string[]
  /** Rows whose id cannot be read. */
  unknown: number
}

const noOutcome: ImportOutcome = { id: null, withdrawn: null, forecast: null }

interface EndParts {
  readonly session: ImportSession
  readonly options: z.output<typeof ImportOptions>
  readonly kept: Kept
  readonly run: ImportRun
  readonly terminal: Terminal
}

const moreThanAFifth = ({ facts, of }: Withdrawal): string =>
  `${facts} of ${of} facts of the source are not in the file: more than a fifth.`

interface Ended {
  readonly outcome: ImportOutcome
  /** Whether all was done that was asked for. */
  readonly whole: boolean
}

/** Withdraws what the file lacks, and of a check gets what would change. */
const endImport = async ({ session, options, kept, run, terminal }: EndParts): Promise<Ended> => {
  const { check, replace } = options
  const alone = session.alone()
  if (alone !== null) {
    terminal.err(`${alone} What would change is not known; this is how the file is read.\n`)
    return { outcome: noOutcome, whole: true }
  }
  const begun = session.id()
  if (begun === null) return { outcome: noOutcome, whole: true }
  const outcomeOf = (withdrawn: number | null, forecast: Forecast | null): ImportOutcome => ({
    id: check || run.totals.accepted + run.totals.withdrawn + (withdrawn ?? 0) === 0 ? null : begun,
    withdrawn,
    forecast,
  })
  if (run.stopped !== null) return { outcome: outcomeOf(null, null), whole: false }
  const isKnown = kept.unknown === 0 && kept.ids.length <= mostKept
  if (replace && !isKnown)
    terminal.err(
      'Nothing is withdrawn: rows were refused whose ids are not known, so they may be those of facts that stand. Mend them, and import again.\n',
    )
  const replaces = replace && isKnown
  const keep = replaces ? kept.ids : []
  let ended = await session.end({ replaces, keep, confirmed: options.yes })
  if (typeof ended !== 'string' && 'unagreed' in ended) {
    terminal.err(`${moreThanAFifth(ended.unagreed)}\n`)
    const agreed = terminal.ask ? await terminal.ask('Withdraw them?') : false
    if (!terminal.ask) terminal.err('None was withdrawn. With --yes they are.\n')
    ended = await session.end({ replaces: agreed, keep, confirmed: agreed })
    if (!agreed && typeof ended !== 'string') return { outcome: outcomeOf(0, null), whole: false }
  }
  if (typeof ended === 'string') {
    terminal.err(`${ended}\n`)
    return { outcome: outcomeOf(null, null), whole: false }
  }
  if ('unagreed' in ended) return { outcome: outcomeOf(0, null), whole: false }
  const withdrawn = replaces ? ended.withdrawal.facts : null
  if (check && replaces && needsConsent(ended.withdrawal))
    terminal.err(`${moreThanAFifth(ended.withdrawal)} An import would ask first, or need --yes.\n`)
  return { outcome: outcomeOf(withdrawn, ended.forecast), whole: !replace || isKnown }
}

export const runImport = async (
  path: string,
  given: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const options = ImportOptions.parse(given)
  const mapping = await readMap(options.map, terminal)
  if (!mapping) return exitCodes.nothingDone
  const rejects = openRejects(options.rejects)
  if (rejects instanceof Error) {
    terminal.err(
      `Refused rows cannot be written: ${options.rejects}, or its folder, ${fileWords(rejects)}.\n`,
    )
    return exitCodes.nothingDone
  }
  const { json, check, replace } = options
  const versioned = mapping.fields.version !== undefined
  const report = createImportReport(path, { json, versioned, check }, terminal)
  const { source, type } = mapping
  const session = createImportSession(options, {
    source,
    type,
    name: basename(path).slice(0, 300),
    check,
    replace,
  })
  const kept: Kept = { ids: [], unknown: 0 }
  try {
    const run = await importCsv({
      path,
      mapping,
      folder: dirname(options.map),
      send: session.send,
      withdraw: session.withdraw,
      onOpen: (file) => {
        report.open(file)
        rejects?.header(file.header)
      },
      onRejected: (rejection) => {
        report.rejected(rejection)
        rejects?.row(rejection)
        if (rejection.id === null) kept.unknown += 1
        else if (kept.ids.length <= mostKept) kept.ids.push(rejection.id)
      },
      onBytes: report.progress,
      onRepeated: report.repeated,
    })
    const { outcome, whole } = await endImport({ session, options, kept, run, terminal })
    report.close(run, outcome)
    const exit = exitCodeOf(run)
    return exit === exitCodes.done && !whole ? exitCodes.someRefused : exit
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error
    report.fail(error.message)
    return exitCodes.nothingDone
  } finally {
    rejects?.close()
  }
}

export const addImportCommand = (program: Command): void => {
  const command: Command = program
    .command('import')
    .description('send the rows of a CSV file to a feed')
    .argument('<file>', 'the CSV file')
    .option('--map <file>', 'the mapping file: what the columns mean (required)')
    // What stands after `people` is for that command.
    .enablePositionalOptions()
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(fingerprintOption())
    .option('--check', 'only say how the file is read and what it would change; nothing is done')
    .option('--replace', 'withdraw facts of the same source and type that the file does not have')
    .option('--yes', 'also where --replace withdraws more than a fifth of them')
    .option('--rejects <file>', 'write refused rows to a CSV file, with their lines and reasons')
    .addOption(jsonOption())
  command.action(async (file: string, { map, ...options }: Partial<ImportOptions> & FeedAddress) => {
    // Not commander's own way of asking for it, which would ask below this command too.
    if (map === undefined) command.error("error: required option '--map <file>' not specified")
    process.exitCode = await runImport(file, { ...options, map }, processTerminal)
  })
  addImportPeopleCommand(command)
}
