// The commands of Floorboard, as they are called. Each lives in its own file under commands/.
import { Command } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { addApplyCommand } from './commands/apply.ts'
import { addDatabaseCommand } from './commands/database.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { examples } from './commands/examples.ts'
import { addExportCommand } from './commands/export.ts'
import { addFloorCommand } from './commands/floor.ts'
import { addImportCommand } from './commands/import.ts'
import { addInitCommand } from './commands/init.ts'
import { addMoveCommand } from './commands/move.ts'
import { exitCodes, refuseSwitches } from './commands/options.ts'
import { addRevertCommand } from './commands/revert.ts'
import { addServeCommand } from './commands/serve.ts'
import { addStartCommand } from './commands/start.ts'
import { addTokenCommand } from './commands/token.ts'
import { addTvCommand } from './commands/tv.ts'
import { addUndoCommand } from './commands/undo.ts'
import { addUpdateCommand } from './commands/update.ts'
import { addUserCommand } from './commands/user.ts'
import { addWithdrawCommand } from './commands/withdraw.ts'

/** The words that call a command, without the program's own. */
export const wordsOf = (command: Command): string =>
  command.parent === null ? '' : `${wordsOf(command.parent)} ${command.name()}`.trim()

/** Each says after its help how it is used, and after a wrong flag where its own help is. */
const addWords = (command: Command): void => {
  for (const each of command.commands) {
    const words = wordsOf(each)
    const lines = (examples[words] ?? []).map((line) => `  ${line}`)
    each.showHelpAfterError(`(floorboard ${words} --help lists its options)`)
    each.addHelpText('after', `\nFor example:\n${lines.join('\n')}`)
    addWords(each)
  }
}

export const createProgram = (): Command => {
  const program = new Command('floorboard')
    .description('Live leaderboards, goals and pace for a sales floor')
    .version(packageJson.version)
    .showHelpAfterError('(floorboard --help lists the commands)')
    // Before the commands are added: each takes over what is set by then.
    .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.nothingDone))
    .hook('preAction', (_, command) => {
      const refusal = refuseSwitches(process.env)
      if (refusal !== null) command.error(refusal)
    })

  addStartCommand(program)
  addServeCommand(program)
  addTvCommand(program)
  addInitCommand(program)
  addApplyCommand(program)
  addRevertCommand(program)
  addExportCommand(program)
  addImportCommand(program)
  addWithdrawCommand(program)
  addUndoCommand(program)
  addUpdateCommand(program)
  addTokenCommand(program)
  addUserCommand(program)
  addDatabaseCommand(program)
  addFloorCommand(program)
  addMoveCommand(program)
  addDoctorCommand(program)
  addWords(program)
  return program
}
