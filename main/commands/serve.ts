// `floorboard serve`: the feed alone, until it is signalled to end.
import { type Command, InvalidArgumentError, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { createToken } from '../feed/access/token.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { systemClock } from '../feed/clock.ts'
import { demoFloorText, demoSeed } from '../feed/demo/demo-floor.ts'
import { startDemo } from '../feed/demo/start-demo.ts'
import { type Feed, startFeed } from '../feed/feed.ts'
import { createFeedLogger } from '../feed/feed-logger.ts'
import { findRendererDir } from '../renderer-dir.ts'
import { dataOption, exitCodes, processTerminal, switchOption, type Terminal } from './options.ts'
import { untilSignal } from './until-signal.ts'

const portNumber = (text: string): number => {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535.')
  return port
}

export const hostOption = (): Option =>
  new Option('--host <host>', 'the address to listen on').env('FLOORBOARD_HOST').default('127.0.0.1')
export const portOption = (): Option =>
  new Option('--port <port>', 'the port to listen on; 0 for any')
    .env('FLOORBOARD_PORT')
    .default(4400)
    .argParser(portNumber)

interface ServeOptions {
  readonly data: string
  readonly host: string
  readonly port: number
  readonly demo?: boolean
  /** For the wall that this process starts. */
  readonly screenToken?: string
}

/** The feed, and on a demo floor the people on it. Throws `BadSetUp`. */
export const serve = async ({ data, host, port, demo, screenToken }: ServeOptions): Promise<Feed> => {
  // What a feed keeps names people and their deals: it is for its own account alone.
  process.umask(0o077)
  const token = demo ? createToken('admin') : undefined
  const feed = await startFeed({
    dataDir: data,
    host,
    port,
    clock: systemClock,
    logger: createFeedLogger(process.env['FLOORBOARD_LOG']),
    rendererDir: findRendererDir(),
    version: packageJson.version,
    ephemeralToken: token,
    ephemeralScreenToken: screenToken,
    firstFloorText: demo ? demoFloorText : undefined,
  })
  if (token === undefined) return feed
  const people = await startDemo({
    url: feed.url,
    token,
    seed: demoSeed,
    clock: systemClock,
    log: (line) => processTerminal.err(`${line}\n`),
    onHistory: feed.noteHistory,
  })
  return {
    ...feed,
    async close() {
      await people.close()
      await feed.close()
    },
  }
}

/** Where people find it, and while there is no admin how to become one. */
export const tellAddresses = ({ url, firstAdminUrl }: Feed, { err }: Terminal): void => {
  err(`TV: ${url}/tv\n`)
  err(
    firstAdminUrl === null
      ? `Console: ${url}/console/\n`
      : `Console: ${firstAdminUrl} makes you its first admin.\n`,
  )
}

const run = async (options: ServeOptions): Promise<number> => {
  const signalled = untilSignal()
  try {
    const feed = await serve(options)
    tellAddresses(feed, processTerminal)
    await signalled
    await feed.close()
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof BadSetUp)) throw error
    processTerminal.err(`${error.message}\n`)
    return exitCodes.nothingDone
  }
}

export const addServeCommand = (program: Command): void => {
  program
    .command('serve')
    .description('run the metrics feed')
    .addOption(dataOption())
    .addOption(hostOption())
    .addOption(portOption())
    .addOption(switchOption('--demo', 'simulate a sales floor', 'FLOORBOARD_DEMO'))
    .action(async (options: ServeOptions) => {
      process.exit(await run(options))
    })
}
