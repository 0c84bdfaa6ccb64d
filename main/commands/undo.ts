// `floorboard undo`: takes an import or a withdrawal back. Without an id it lists what can be taken back.
import type { Command } from 'commander'
import { z } from 'zod'
import type { ImportListing, ImportUndone } from '../../shared/wire/imports.ts'
import type { FeedAddress } from '../feed-client/ask-once.ts'
import { fetchImports, undoImport } from '../feed-client/imports.ts'
import { FeedOptions } from './feed-options.ts'
import { forecastWords } from './forecast-words.ts'
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
import { withProblems } from './with-problems.ts'

const UndoOptions = FeedOptions.extend({
  check: z.boolean().default(false),
  json: z.boolean().default(false),
})
export type UndoOptions = z.input<typeof UndoOptions>

const doneWords = ({ done, undone }: ImportListing): string => {
  if (undone) return 'undone'
  return done === null ? 'not ended' : `accepted ${done.accepted}, withdrawn ${done.withdrawn}`
}

/** What found everything as it was need not be taken back. */
const hasChanged = ({ done }: ImportListing): boolean => done === null || done.accepted + done.withdrawn > 0

const listingWords = (listing: ImportListing): string => {
  const { id, at, what, source, name } = listing
  const said = name === '' ? what : what === 'import' ? name : `${what} since ${name}`
  return `${id}  ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}  ${source}  ${said}  (${doneWords(listing)})`
}

const list = async (address: FeedAddress, json: boolean, { out, err }: Terminal): Promise<ExitCode> => {
  const imports = await fetchImports(address)
  const shown = imports.filter(hasChanged)
  if (json) out(`${JSON.stringify(imports)}\n`)
  else for (const each of shown) out(`${listingWords(each)}\n`)
  err(
    shown.length === 0
      ? 'There is nothing to take back.\n'
      : 'floorboard undo <id> takes one of them back.\n',
  )
  return exitCodes.done
}

const tell = (
  { restored, withdrawn, left, forecast }: ImportUndone,
  check: boolean,
  terminal: Terminal,
): void => {
  const words = [
    `restored ${restored}`,
    `withdrawn ${withdrawn}`,
    ...(forecast ? forecastWords(forecast) : []),
  ]
  terminal.out(`${words.join('\n')}\n`)
  if (left.facts > 0) {
    const more = left.facts > left.ids.length ? ` and ${left.facts - left.ids.length} more` : ''
    const stay =
      left.facts === 1
        ? '1 fact has changed since and stays as it is'
        : `${left.facts} facts have changed since and stay as they are`
    terminal.err(`${stay}: ${left.ids.join(', ')}${more}\n`)
  }
  if (check) terminal.err('This was a check: nothing was changed.\n')
}

export const runUndo = async (
  id: string | undefined,
  given: UndoOptions,
  terminal: Terminal,
): Promise<ExitCode> =>
  withProblems(terminal, async () => {
    const options = UndoOptions.parse(given)
    const { check, json } = options
    if (id === undefined) return await list(options, json, terminal)
    const undone = await undoImport(options, id, check)
    if (json) terminal.out(`${JSON.stringify(undone)}\n`)
    else tell(undone, check, terminal)
    return undone.left.facts > 0 ? exitCodes.someRefused : exitCodes.done
  })

export const addUndoCommand = (program: Command): void => {
  program
    .command('undo')
    .description('take an import or a withdrawal back; without an id, list them')
    .argument('[id]', 'the id that `floorboard import` printed')
    .option('--check', 'only say what would change; nothing is done')
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(fingerprintOption())
    .addOption(jsonOption())
    .action(async (id: string | undefined, options: UndoOptions) => {
      process.exitCode = await runUndo(id, options, processTerminal)
    })
}
