// `floorboard withdraw`: takes the facts of a source back, or those of them that came since an instant.
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { FactType, type WithdrawalAnswer } from '../../shared/wire/imports.ts'
import { When } from '../../shared/wire/text.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { withdrawFacts } from '../feed-client/imports.ts'
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
import { problemWords } from './problem-words.ts'

const WithdrawOptions = FeedOptions.extend({
  source: z.string(),
  type: FactType.optional(),
  since: z.string().optional(),
  check: z.boolean().default(false),
  yes: z.boolean().default(false),
  json: z.boolean().default(false),
})
export type WithdrawOptions = z.input<typeof WithdrawOptions>

type Asked = z.output<typeof WithdrawOptions>

const ask = async (options: Asked, confirmed: boolean): Promise<WithdrawalAnswer | FeedProblem> => {
  const { source, type, since, check } = options
  try {
    return await withdrawFacts(options, { source, type, since, check, confirmed })
  } catch (error) {
    if (error instanceof FeedProblem) return error
    throw error
  }
}

const tell = (
  { withdrawal, forecast, id }: WithdrawalAnswer,
  { json, check, source }: Asked,
  { out, err }: Terminal,
): void => {
  const { facts, of } = withdrawal
  if (json) out(`${JSON.stringify({ withdrawn: facts, of, import: id, ...(forecast && { forecast }) })}\n`)
  else out(`${[`withdrawn ${facts}`, ...(forecast ? forecastWords(forecast) : [])].join('\n')}\n`)
  if (of === 0) err(`No facts stand of the source "${source}".\n`)
  else if (check) err('This was a check: nothing was withdrawn.\n')
  if (id !== null) err(`floorboard undo ${id} brings them back.\n`)
}

export const runWithdraw = async (given: WithdrawOptions, terminal: Terminal): Promise<ExitCode> => {
  const options = WithdrawOptions.parse(given)
  let answer = await ask(options, options.yes)
  if (answer instanceof FeedProblem && answer.withdrawal !== null) {
    const { facts, of } = answer.withdrawal
    terminal.err(`${facts} of ${of} facts of "${options.source}" would be withdrawn: more than a fifth.\n`)
    const agreed = terminal.ask ? await terminal.ask('Withdraw them?') : false
    if (!terminal.ask) terminal.err('None was withdrawn. With --yes they are.\n')
    if (!agreed) return exitCodes.nothingDone
    answer = await ask(options, true)
  }
  if (answer instanceof FeedProblem) {
    terminal.err(`${problemWords(answer)}\n`)
    return exitCodes.nothingDone
  }
  tell(answer, options, terminal)
  return answer.withdrawal.of === 0 ? exitCodes.nothingDone : exitCodes.done
}

const instant = (text: string): string => {
  if (!When.safeParse(text).success)
    throw new InvalidArgumentError('It must be a date (2026-11-20) or an instant (2026-11-20T15:02:10Z).')
  return text
}

export const addWithdrawCommand = (program: Command): void => {
  program
    .command('withdraw')
    .description('withdraw the facts of a source, all of them or those that came since an instant')
    .requiredOption('--source <source>', 'the source, as its mapping or its program names it')
    .addOption(new Option('--type <type>', 'only facts of this type').choices(FactType.options))
    .option('--since <instant>', 'only facts that came, as they stand, since this date or instant', instant)
    .option('--check', 'only say how many and what would change; nothing is done')
    .option('--yes', 'also where more than a fifth of the source goes')
    .addOption(feedOption())
    .addOption(tokenOption())
    .addOption(fingerprintOption())
    .addOption(jsonOption())
    .action(async (options: WithdrawOptions) => {
      process.exitCode = await runWithdraw(options, processTerminal)
    })
}
