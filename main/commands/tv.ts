// `floorboard tv`: walls on this machine's displays, with a feed of its own or another's.
import { type Command, Option } from 'commander'
import { findKiosk } from './find-kiosk.ts'
import { exitCodes, fingerprintOption, processTerminal, type Terminal } from './options.ts'
import { type KioskFlags, runKiosk } from './run-kiosk.ts'
import { untilSignal } from './until-signal.ts'

interface TvOptions extends KioskFlags {
  readonly feedFingerprint?: string
}

const runTv = async ({ feedFingerprint, ...flags }: TvOptions, terminal: Terminal): Promise<number> => {
  const signalled = untilSignal()
  const kiosk = await findKiosk()
  if ('missing' in kiosk) {
    terminal.err(`No wall here: ${kiosk.missing}.\n`)
    return exitCodes.nothingDone
  }
  const wall = runKiosk(kiosk, { ...flags, 'feed-fingerprint': feedFingerprint })
  void signalled.then(wall.stop)
  return await wall.ended
}

export const addTvCommand = (program: Command): void => {
  program
    .command('tv')
    .description('show a wall, full screen, on every display of this machine')
    .addOption(
      new Option('--feed <url>', 'the feed to show; without it, the TV asks which').env('FLOORBOARD_FEED'),
    )
    .addOption(fingerprintOption())
    .addOption(new Option('--token <token>', 'what the feed asks of its screens').env('FLOORBOARD_TOKEN'))
    .addOption(
      new Option(
        '--screen <id>',
        'which of the floor’s screens this is; of several displays: lobby,kitchen',
      ).env('FLOORBOARD_SCREEN'),
    )
    .addOption(
      new Option(
        '--display <number>',
        'one wall only, on this display, from 1; without it, on every one',
      ).env('FLOORBOARD_DISPLAY'),
    )
    .addOption(
      new Option('--data <dir>', 'bring a feed for this machine alone, which keeps its data here').env(
        'FLOORBOARD_DATA',
      ),
    )
    .action(async (flags: TvOptions) => {
      process.exit(await runTv(flags, processTerminal))
    })
}
