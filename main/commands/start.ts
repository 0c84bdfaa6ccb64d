// `floorboard start`, which is `npm start`: a feed with the demo floor, and the wall where a display is there.
import type { Command } from 'commander'
import { createToken } from '../feed/access/token.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { findKiosk } from './find-kiosk.ts'
import { dataOption, exitCodes, processTerminal, type Terminal } from './options.ts'
import { runKiosk } from './run-kiosk.ts'
import {
  hostOption,
  portOption,
  serve,
  type TransportFlags,
  tellAddresses,
  transportOptions,
} from './serve.ts'
import { untilSignal } from './until-signal.ts'

interface StartOptions extends TransportFlags {
  readonly data: string
  readonly host: string
  readonly port: number
}

const start = async (options: StartOptions, terminal: Terminal): Promise<number> => {
  const signalled = untilSignal()
  // The wall goes on when the first admin locks the doors.
  const screenToken = createToken('screen')
  const feed = await serve({ ...options, demo: true, screenToken })
  tellAddresses(feed, terminal)

  const kiosk = await Promise.race([findKiosk(), signalled])
  if (kiosk !== undefined && 'missing' in kiosk) {
    terminal.err(`No wall here: ${kiosk.missing}. Open the TV's address in a browser.\n`)
  }
  terminal.err('Stop with Ctrl+C.\n')

  const wall =
    kiosk === undefined || 'missing' in kiosk
      ? null
      : runKiosk(kiosk, {
          feed: feed.url,
          token: screenToken,
          'feed-fingerprint': feed.fingerprint ?? undefined,
          // Whoever tries Floorboard out keeps the other displays to work on.
          display: process.env['FLOORBOARD_DISPLAY'] ?? '1',
        })
  await signalled
  wall?.stop()
  await Promise.all([feed.close(), wall?.ended])
  return exitCodes.done
}

export const addStartCommand = (program: Command): void => {
  const command = program
    .command('start')
    .description('run a feed with a demo floor, and a wall where a display is there')
    .addOption(dataOption())
    .addOption(hostOption())
    .addOption(portOption())
  for (const option of transportOptions()) command.addOption(option)
  command.action(async (options: StartOptions) => {
    const code = await start(options, processTerminal).catch((error) => {
      if (!(error instanceof BadSetUp)) throw error
      processTerminal.err(`${error.message}\n`)
      return exitCodes.nothingDone
    })
    process.exit(code)
  })
}
