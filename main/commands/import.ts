// `floorboard import`: a CSV file into a running feed.
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import type { Fact, FactsAnswer } from '../../shared/wire/fact.ts'
import type { Mapping } from '../../shared/wire/mapping.ts'
import { CsvProblem } from '../feed/ingest/csv/csv-problem.ts'
import { type ImportJob, type ImportRun, importCsv } from '../feed/ingest/csv/import-csv.ts'
import { readMapping } from '../feed/ingest/csv/read-mapping.ts'
import type { FeedAddress } from '../feed-client/ask-once.ts'
import { sendFacts } from '../feed-client/facts.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { askingOnce, throughRestart } from '../feed-client/patience.ts'
import { withdrawFact } from '../feed-client/withdraw-fact.ts'
import { fileWords } from '../file-words.ts'
import { createImportReport } from './import-report.ts'
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
import { openRejectsFile, type RejectsFile } from './rejects-file.ts'

export const ImportOptions = z.object({
  map: z.string(),
  feed: z.string(),
  token: z.string().optional(),
  feedFingerprint: z.string().optional(),
  json: z.boolean().default(false),
  rejects: z.string().optional(),
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

/** How many rows marked as deleted are under way at a time. */
const atATime = 16

/** A feed that answered once and is away now may be restarting; one that never did is not there. */
const createSender = (address: FeedAddress): Pick<ImportJob, 'send' | 'withdraw'> => {
  let answered = false
  const inWords = async <T>(ask: () => Promise<T>): Promise<T | string> => {
    try {
      const answer = await ask()
      answered = true
      return answer
    } catch (error) {
      if (error instanceof FeedProblem) return problemWords(error)
      throw error
    }
  }
  const patience = () => (answered ? throughRestart : askingOnce)
  return {
    send: (facts: readonly Fact[]) => inWords<FactsAnswer>(() => sendFacts(address, facts, patience())),
    withdraw: (withdrawals) =>
      inWords(async () => {
        const total = { withdrawn: 0, seq: 0 }
        for (let from = 0; from < withdrawals.length; from += atATime) {
          const some = withdrawals.slice(from, from + atATime)
          const answers = await Promise.all(some.map((one) => withdrawFact(address, one, patience())))
          total.withdrawn += answers.filter(({ withdrawn }) => withdrawn).length
          total.seq = Math.max(total.seq, ...answers.map(({ seq }) => seq))
        }
        return total
      }),
  }
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
  const report = createImportReport(
    path,
    { json: options.json, versioned: mapping.fields.version !== undefined },
    terminal,
  )
  try {
    const run = await importCsv({
      path,
      mapping,
      folder: dirname(options.map),
      ...createSender(options),
      onOpen: (file) => {
        report.open(file)
        rejects?.header(file.header)
      },
      onRejected: (rejection) => {
        report.rejected(rejection)
        rejects?.row(rejection)
      },
      onBytes: report.progress,
      onRepeated: report.repeated,
    })
    report.close(run)
    return exitCodeOf(run)
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error
    report.fail(error.message)
    return exitCodes.nothingDone
  } finally {
    rejects?.close()
  }
}

export const addImportCommand = (program: Command): void => {
  program
    .command('import')
    .description('send the rows of a CSV file to a feed')
    .argument('<file>', 'the CSV file')
    .requiredOption('--map <file>', 'the mapping file: what the columns mean')
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(fingerprintOption())
    .option('--rejects <file>', 'write refused rows to a CSV file, with their lines and reasons')
    .addOption(jsonOption())
    .action(async (file: string, options: ImportOptions) => {
      process.exitCode = await runImport(file, options, processTerminal)
    })
}
