#!/usr/bin/env node
// The commands of Floorboard. Each lives in its own file under commands/.
import { Command } from 'commander'
import { addApplyCommand } from './commands/apply.ts'
import { addExportCommand } from './commands/export.ts'
import { addImportCommand } from './commands/import.ts'
import { addServeCommand } from './commands/serve.ts'
import { addStartCommand } from './commands/start.ts'
import { addTokenCommand } from './commands/token.ts'
import { addTvCommand } from './commands/tv.ts'

const program = new Command('floorboard')
  .description('Live leaderboards, goals and celebrations for a sales floor')
  .showHelpAfterError('(floorboard --help lists the commands)')

addStartCommand(program)
addServeCommand(program)
addTvCommand(program)
addApplyCommand(program)
addExportCommand(program)
addImportCommand(program)
addTokenCommand(program)

program.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
void program.parseAsync()
