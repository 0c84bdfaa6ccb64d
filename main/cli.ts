#!/usr/bin/env node
// The commands of Floorboard. Each lives in its own file under commands/.
import { Command } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { addApplyCommand } from './commands/apply.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addExportCommand } from './commands/export.ts'
import { addImportCommand } from './commands/import.ts'
import { addInitCommand } from './commands/init.ts'
import { exitCodes, refuseSwitches } from './commands/options.ts'
import { addServeCommand } from './commands/serve.ts'
import { addStartCommand } from './commands/start.ts'
import { addTokenCommand } from './commands/token.ts'
import { addTvCommand } from './commands/tv.ts'
import { addUserCommand } from './commands/user.ts'

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
addExportCommand(program)
addImportCommand(program)
addTokenCommand(program)
addUserCommand(program)
addDoctorCommand(program)

void program.parseAsync()
