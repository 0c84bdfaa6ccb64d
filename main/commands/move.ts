// `floorboard move`: a floor from a data folder into a database, or back.
import { type Command, Option } from 'commander'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { type MoveStep, moveLog } from '../feed/move-log.ts'
import { copiedWords } from './copied-words.ts'
import { type ExitCode, exitCodes, processTerminal, type Terminal } from './options.ts'

interface MoveOptions {
  readonly from: string
  readonly to: string
  readonly floor: string
}

const sayer = (terminal: Terminal) => {
  const sayCopied = copiedWords(terminal)
  return (step: MoveStep): void => {
    if (step.kind === 'copied') sayCopied(step.entries)
    if (step.kind === 'counting') terminal.err('Both logs are counted anew …\n')
    if (step.kind === 'beside') terminal.err('Accounts, pictures and settings follow …\n')
  }
}

const runMove = async ({ from, to, floor }: MoveOptions, terminal: Terminal): Promise<ExitCode> => {
  const { err } = terminal
  const key = process.env['FLOORBOARD_SECRET_KEY'] || undefined
  try {
    const { entries, facts, kept, sealed } = await moveLog({
      ...{ from, to, floor, key },
      now: new Date(),
      onStep: sayer(terminal),
    })
    const [many, stand] = [entries, facts].map((count) => count.toLocaleString('en'))
    err(`${many} entries moved, with ${stand} facts that stand. Counted anew, both logs come to the same.\n`)
    err(`What was moved is kept as ${kept}; once you are sure of the other, it can go.\n`)
    if (sealed.length > 0)
      err(`No key opens these secrets, which are to be set anew: ${sealed.join(', ')}.\n`)
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof BadSetUp)) throw error
    err(`${error.message}\n`)
    return exitCodes.nothingDone
  }
}

export const addMoveCommand = (program: Command): void => {
  const place = 'a data folder, or the address of a database that is prepared'
  program
    .command('move')
    .description('move a floor between a data folder and a database')
    .addOption(
      new Option('--from <place>', `where the floor is: ${place}`)
        .env('FLOORBOARD_MOVE_FROM')
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--to <place>', `where it goes: ${place}`).env('FLOORBOARD_MOVE_TO').makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--floor <name>',
        'what the floor is called in the database: the host name by which people reach it',
      )
        .env('FLOORBOARD_MOVE_FLOOR')
        .makeOptionMandatory(),
    )
    .action(async (options: MoveOptions) => {
      process.exitCode = await runMove(options, processTerminal)
    })
}
