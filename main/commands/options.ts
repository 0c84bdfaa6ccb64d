// What the commands have in common: options, the variables behind them, and exit codes.
import { createInterface } from 'node:readline'
import { InvalidArgumentError, Option } from 'commander'

/** The process's exit code. `nothingDone` also stands for wrong usage. */
export const exitCodes = { done: 0, someRefused: 1, nothingDone: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Where a command writes: results to `out`, what a person reads to `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether somebody watches `err`, so that a progress bar makes sense. */
  readonly watched: boolean
  /** Asks whoever sits there, and waits for yes or no; left out where nobody does. */
  readonly ask?: (question: string) => Promise<boolean>
  /** Asks for words; null: whoever sits there ended the input. Left out where nobody does. */
  readonly askWords?: (question: string) => Promise<string | null>
}

const askWordsOnTerminal = (question: string): Promise<string | null> =>
  new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr })
    lines.once('close', () => resolve(null))
    lines.question(`${question} `, (answer) => {
      resolve(answer.trim())
      lines.close()
    })
  })

/** Whoever ends the input says no. */
const askOnTerminal = async (question: string): Promise<boolean> =>
  /^y(es)?$/i.test((await askWordsOnTerminal(`${question} [y/N]`)) ?? '')

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY === true,
  ...(process.stdin.isTTY === true &&
    process.stderr.isTTY === true && {
      ask: askOnTerminal,
      askWords: askWordsOnTerminal,
    }),
}

const feedUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:4400.')
  }
  return url.href.replace(/\/+$/, '')
}

/** Of a version of the floor. */
export const versionNumber = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a version such as 12.')
  return Number(text)
}

export const feedOption = (): Option =>
  new Option('--feed <url>', 'the address of the feed')
    .env('FLOORBOARD_FEED')
    .default('http://127.0.0.1:4400')
    .argParser(feedUrl)

export const tokenOption = (): Option =>
  new Option('--token <token>', 'what `floorboard token create` printed').env('FLOORBOARD_TOKEN')

export const fingerprintOption = (): Option =>
  new Option(
    '--feed-fingerprint <sha256>',
    'of the certificate that the feed made itself, as it printed it',
  ).env('FLOORBOARD_FEED_FINGERPRINT')

export const dataOption = (): Option =>
  new Option('--data <dir>', 'the folder that holds the floor’s data')
    .env('FLOORBOARD_DATA')
    .default('./data')

export const databaseOption = (): Option =>
  new Option(
    '--database <address>',
    'the PostgreSQL database of several floors, such as postgres://floorboard:SECRET@127.0.0.1/floorboard; the variable keeps its password off the command line',
  ).env('FLOORBOARD_DATABASE')

/** The origin at which people reach a floor of a database; `{floor}` stands for its name. */
export const floorUrlOption = (): Option =>
  new Option(
    '--floor-url <pattern>',
    'with --database: how people reach a floor, such as http://{floor}:8080; {floor} stands for its name',
  )
    .env('FLOORBOARD_FLOOR_URL')
    .default('https://{floor}')
    .argParser((text) => {
      const example = text.replace('{floor}', 'acme.example')
      const isOrigin = URL.canParse(example) && new URL(example).origin === example
      if (!isOrigin || example === text || !/^https?:/.test(text))
        throw new InvalidArgumentError('It must be an address such as https://{floor}, without a path.')
      return text
    })

const answers = new Map([
  ...['1', 'yes', 'true'].map((word) => [word, true] as const),
  ...['', '0', 'no', 'false'].map((word) => [word, false] as const),
])
const said = (text = ''): boolean | undefined => answers.get(text.trim().toLowerCase())

type Variables = Readonly<Record<string, string | undefined>>

/** Read here, since the parser takes any value of a variable for a yes. */
const switches = [
  'FLOORBOARD_JSON',
  'FLOORBOARD_DEMO',
  'FLOORBOARD_FORCE',
  'FLOORBOARD_PLAIN_HTTP',
  'FLOORBOARD_UNANNOUNCED',
  'FLOORBOARD_ALLOW_LOCAL_WEBHOOKS',
] as const

/** A sentence when a variable that turns something on or off says neither. */
export const refuseSwitches = (variables: Variables): string | null => {
  const wrong = switches.find((name) => said(variables[name]) === undefined)
  return wrong ? `${wrong} must be 1 (or yes, true) or 0 (or no, false), but is "${variables[wrong]}".` : null
}

/** A flag that a variable can set as well. A value that `refuseSwitches` refuses counts as off. */
export const switchOption = (flag: string, what: string, variable: (typeof switches)[number]): Option =>
  new Option(flag, `${what} (or ${variable}=1)`).default(said(process.env[variable]) ?? false, 'off')

export const jsonOption = (): Option => switchOption('--json', 'print the result as JSON', 'FLOORBOARD_JSON')
