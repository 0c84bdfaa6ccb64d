// `floorboard serve`: the feed alone, until it is signalled to end.
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Announcement, announce } from '../discovery/announce.ts'
import { isLoopbackAddress } from '../feed/access/loopback.ts'
import { createToken } from '../feed/access/token.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { systemClock } from '../feed/clock.ts'
import { placePortraits } from '../feed/demo/place-portraits.ts'
import type { RunningDemo } from '../feed/demo/start-demo.ts'
import { startFeed } from '../feed/feed.ts'
import type { Feed } from '../feed/feed-config.ts'
import { findPortraitsDir } from '../portraits-dir.ts'
import { commonFeedConfig } from './common-feed-config.ts'
import {
  databaseOption,
  dataOption,
  exitCodes,
  floorUrlOption,
  processTerminal,
  switchOption,
  type Terminal,
} from './options.ts'
import { serveNode } from './serve-node.ts'
import { untilSignal } from './until-signal.ts'

const portNumber = (text: string): number => {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535.')
  return port
}

const publicUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It must be an address such as https://wall.northwind.example.')
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new InvalidArgumentError(
      `Floorboard needs a name of its own, such as https://wall.northwind.example, and works under no path: leave "${text.slice(url.origin.length)}" out.`,
    )
  return url.origin
}

const nodeAddress = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new InvalidArgumentError('It must be an address such as http://10.0.0.7:4400, without a path.')
  return url.origin
}

export const hostOption = (): Option =>
  new Option('--host <host>', 'the address to listen on').env('FLOORBOARD_HOST').default('127.0.0.1')
export const transportOptions = (): readonly Option[] => [
  new Option(
    '--public-url <address>',
    'where people reach it, such as https://wall.northwind.example: a proxy on this machine may then stand before it, and links in messages begin with it',
  )
    .env('FLOORBOARD_PUBLIC_URL')
    .argParser(publicUrl),
  new Option('--name <names>', 'by which others reach it, with commas between')
    .env('FLOORBOARD_NAMES')
    .default([], 'this machine’s own')
    .argParser((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  new Option('--tls-cert <file>', 'a certificate of yours, with those it rests on (PEM)').env(
    'FLOORBOARD_TLS_CERT',
  ),
  new Option('--tls-key <file>', 'its key').env('FLOORBOARD_TLS_KEY'),
  new Option(
    '--trusted-proxy <addresses>',
    'what stands before the feed and says who asks, such as 10.0.0.7 or 172.16.0.0/12, with commas between',
  ).env('FLOORBOARD_TRUSTED_PROXY'),
  switchOption(
    '--unannounced',
    'do not say on the network that it is there, by which new TVs find it',
    'FLOORBOARD_UNANNOUNCED',
  ),
  switchOption(
    '--plain-http',
    'speak plain HTTP to other machines, so that everybody on the network can read along',
    'FLOORBOARD_PLAIN_HTTP',
  ),
]

/** Of messages that leave the floor. */
export const messageOptions = (): readonly Option[] => [
  switchOption(
    '--allow-local-webhooks',
    'send messages to addresses of this machine and its networks too',
    'FLOORBOARD_ALLOW_LOCAL_WEBHOOKS',
  ),
]

export interface MessageFlags {
  readonly allowLocalWebhooks?: boolean
}

export interface TransportFlags {
  readonly publicUrl?: string
  readonly name?: readonly string[]
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly trustedProxy?: string
  readonly plainHttp?: boolean
  readonly unannounced?: boolean
}

/** Undefined: as the address asks for. Throws `BadSetUp` where the flags do not go together. */
const transportOf = ({ tlsCert, tlsKey, trustedProxy, plainHttp }: TransportFlags) => {
  const isTls = tlsCert !== undefined || tlsKey !== undefined
  if ([isTls, trustedProxy !== undefined, plainHttp].filter(Boolean).length > 1)
    throw new BadSetUp('Of --tls-cert, --trusted-proxy and --plain-http only one can be meant.')
  if (plainHttp) return { kind: 'plain' } as const
  if (trustedProxy !== undefined) return { kind: 'proxy', address: trustedProxy } as const
  if (!isTls) return undefined
  if (tlsCert === undefined || tlsKey === undefined)
    throw new BadSetUp('--tls-cert and --tls-key go together.')
  return { kind: 'files', cert: tlsCert, key: tlsKey } as const
}

export const portOption = (): Option =>
  new Option('--port <port>', 'the port to listen on; 0 for any')
    .env('FLOORBOARD_PORT')
    .default(4400)
    .argParser(portNumber)

export interface ServeOptions extends TransportFlags, MessageFlags {
  readonly data: string
  readonly host: string
  readonly port: number
  readonly demo?: boolean
  /** For the wall that this process starts. */
  readonly screenToken?: string
}

/** Of one of several feeds on a database. */
export interface NodeOptions extends ServeOptions {
  readonly database: string
  /** Where the other nodes reach it. */
  readonly node?: string
  /** The origin of a floor. */
  readonly floorUrl: string
  /** Whether somebody named a data folder. */
  readonly namesData: boolean
}

const isOfNode = (options: ServeOptions | NodeOptions): options is NodeOptions =>
  'database' in options && options.database !== undefined

/** Loaded for a demo floor alone: to write the text of one takes a good part of a start. */
const loadDemo = async () => ({
  ...(await import('../feed/demo/demo-floor.ts')),
  ...(await import('../feed/demo/demo-votes.ts')),
  ...(await import('../feed/demo/start-demo.ts')),
})

/** The feed, and on a demo floor the people on it. Throws `BadSetUp`. */
export const serve = async (options: ServeOptions): Promise<Feed> => {
  const { data, host, port, demo, screenToken } = options
  // What a feed keeps names people and their deals: it is for its own account alone.
  process.umask(0o077)
  const token = demo ? createToken('admin') : undefined
  const demoParts = demo ? await loadDemo() : null
  let people: RunningDemo | null = null
  const feed = await startFeed({
    ...commonFeedConfig(options),
    dataDir: data,
    host,
    port,
    transport: transportOf(options),
    names: options.name,
    publicUrl: options.publicUrl,
    secretKey: process.env['FLOORBOARD_SECRET_KEY'] || undefined,
    ephemeralToken: token,
    ephemeralScreenToken: screenToken,
    firstFloorText: demoParts?.demoFloorTextAt(systemClock.now()),
    firstVotes: demoParts?.demoVotesAt(systemClock.now()),
    leaveDemo: async () => people?.close(),
    // Its people are invented: what it writes to them stays on this machine.
    mailbox: demo ? join(data, 'mailbox') : undefined,
  })
  if (token === undefined || demoParts === null) return feed
  const portraits = findPortraitsDir()
  const fault = portraits === null ? null : placePortraits(portraits, data)
  if (fault !== null) processTerminal.err(`${fault}\n`)
  people = await demoParts.startDemo({
    url: feed.url,
    token,
    feedFingerprint: feed.fingerprint ?? undefined,
    seed: demoParts.demoSeed,
    clock: systemClock,
    log: (line) => processTerminal.err(`${line}\n`),
    onHistory: feed.noteHistory,
  })
  return {
    ...feed,
    async close() {
      await people?.close()
      await feed.close()
    },
  }
}

/** Where people find it, and while there is no admin how to become one. */
export const tellAddresses = (
  { url, publicUrl, firstAdminUrl, fingerprint, plainHttp }: Feed,
  { err }: Terminal,
): void => {
  const address = publicUrl ?? url
  err(`TV: ${address}/tv\n`)
  if (publicUrl !== null) err(`The feed itself: ${url}\n`)
  err(
    firstAdminUrl === null
      ? `Console: ${address}/console/\n`
      : `Console: ${firstAdminUrl} makes you its first admin.\n`,
  )
  if (fingerprint !== null) err(`Its certificate has the fingerprint ${fingerprint}.\n`)
  if (plainHttp) err('It speaks plain HTTP: everybody on the network can read passwords and numbers along.\n')
}

/** Null where no other machine reaches it as it is, or nobody is to know. */
const announceFeed = (
  feed: Feed,
  { host, unannounced, trustedProxy }: ServeOptions,
  { err }: Terminal,
): Announcement | null => {
  if (unannounced || isLoopbackAddress(host) || trustedProxy !== undefined) return null
  const { port, protocol } = new URL(feed.url)
  return announce({
    floor: feed.floorName(),
    port: Number(port),
    isTls: protocol === 'https:',
    host,
    onError: (error) => err(`New TVs do not find it by themselves: ${error.message}\n`),
  })
}

const runFeed = async (options: ServeOptions, signalled: Promise<void>): Promise<void> => {
  const feed = await serve(options)
  tellAddresses(feed, processTerminal)
  const announcement = announceFeed(feed, options, processTerminal)
  await signalled
  await announcement?.close()
  await feed.close()
}

const runNode = async (options: NodeOptions, signalled: Promise<void>): Promise<void> => {
  const node = await serveNode(options)
  processTerminal.err(`Node: ${node.url}\nFloors: ${options.floorUrl}\n`)
  await signalled
  processTerminal.err('The other nodes take its floors over.\n')
  await node.close()
}

const run = async (options: ServeOptions | NodeOptions): Promise<number> => {
  const signalled = untilSignal()
  try {
    await (isOfNode(options) ? runNode(options, signalled) : runFeed(options, signalled))
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof BadSetUp)) throw error
    processTerminal.err(`${error.message}\n`)
    return exitCodes.nothingDone
  }
}

export const addServeCommand = (program: Command): void => {
  const command = program
    .command('serve')
    .description('run the metrics feed')
    .addOption(dataOption())
    .addOption(databaseOption())
    .addOption(
      new Option(
        '--node <address>',
        'with --database: where the other nodes reach this one, such as http://10.0.0.7:4400',
      )
        .env('FLOORBOARD_NODE')
        .argParser(nodeAddress),
    )
    .addOption(floorUrlOption())
    .addOption(hostOption())
    .addOption(portOption())
    .addOption(switchOption('--demo', 'simulate a sales floor', 'FLOORBOARD_DEMO'))
  for (const option of [...transportOptions(), ...messageOptions()]) command.addOption(option)
  command.action(async (options: ServeOptions | NodeOptions) => {
    const namesData = command.getOptionValueSource('data') !== 'default'
    process.exit(await run({ ...options, namesData }))
  })
}
