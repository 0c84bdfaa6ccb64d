// `floorboard token`: makes, lists and revokes access tokens in a data folder, whether or not a feed runs on it.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { createToken, keepToken } from '../feed/access/token.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { systemClock } from '../feed/clock.ts'
import { refuseCopy } from '../feed/store/postgres/copy-mark.ts'
import { openTokenFile } from '../feed/store/token-file.ts'
import { TokenRole, type TokenStore } from '../feed/store/tokens.ts'
import { dataOption, exitCodes, jsonOption, processTerminal, type Terminal } from './options.ts'

interface FolderOptions {
  readonly data: string
  readonly json?: boolean
}
interface CreateOptions extends FolderOptions {
  readonly role: string
  readonly name: string
}

const json = (value: unknown): string => `${JSON.stringify(value)}\n`

const tokensIn = (folder: string): TokenStore => {
  refuseCopy(folder)
  return openTokenFile({
    folder,
    onError: (error) => {
      throw error
    },
  })
}

export const createTokenIn = async (options: CreateOptions, terminal: Terminal): Promise<number> => {
  const role = TokenRole.parse(options.role)
  const token = createToken(role)
  const stored = keepToken(token, role, options.name, systemClock.now())
  await tokensIn(options.data).addToken(stored)
  const { id, name } = stored
  terminal.out(options.json ? json({ id, role, name, token }) : `${token}\n`)
  const folder = resolve(options.data)
  terminal.err(
    `It is kept, hashed, in ${folder} and shown this once. To take it back: floorboard token revoke ${id} --data ${options.data}\n`,
  )
  if (!existsSync(join(folder, 'floor.db')))
    terminal.err(
      'No feed has used this folder yet: it takes the token only when it is started with the same --data.\n',
    )
  return exitCodes.done
}

export const listTokensIn = async (options: FolderOptions, terminal: Terminal): Promise<number> => {
  const kept = await tokensIn(options.data).tokens()
  const tokens = kept.map(({ hash, ...shown }) => shown)
  if (options.json) terminal.out(json(tokens))
  else
    for (const { id, role, createdAt, name } of tokens)
      terminal.out(`${[id, role.padEnd(6), createdAt, name].join('  ').trimEnd()}\n`)
  if (tokens.length === 0) terminal.err('There are no tokens yet.\n')
  return exitCodes.done
}

export const revokeTokenIn = async (
  id: string,
  options: FolderOptions,
  terminal: Terminal,
): Promise<number> => {
  if (!(await tokensIn(options.data).revokeToken(id))) {
    terminal.err(`There is no token ${id}; "floorboard token list" shows them.\n`)
    return exitCodes.nothingDone
  }
  terminal.err(`Token ${id} is revoked.\n`)
  return exitCodes.done
}

const reporting = async (work: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await work()
  } catch (error) {
    const sentence =
      error instanceof BadSetUp ? error.message : `The tokens cannot be changed: ${String(error)}`
    processTerminal.err(`${sentence}\n`)
    process.exitCode = exitCodes.nothingDone
  }
}

export const addTokenCommand = (program: Command): void => {
  const token = program.command('token').description('make, list and revoke access tokens')
  token
    .command('create')
    .description('make a token and print it, once')
    .addOption(
      new Option('--role <role>', 'what it may do')
        .choices(TokenRole.options)
        .env('FLOORBOARD_ROLE')
        .makeOptionMandatory(),
    )
    .addOption(new Option('--name <name>', 'whom or what it is for').env('FLOORBOARD_NAME').default(''))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((options: CreateOptions) => reporting(() => createTokenIn(options, processTerminal)))
  token
    .command('list')
    .description('list tokens; never the tokens themselves')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((options: FolderOptions) => reporting(() => listTokensIn(options, processTerminal)))
  token
    .command('revoke <id>')
    .description('take a token out of force')
    .addOption(dataOption())
    .action((id: string, options: FolderOptions) =>
      reporting(() => revokeTokenIn(id, options, processTerminal)),
    )
}
