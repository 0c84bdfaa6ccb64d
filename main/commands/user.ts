// `floorboard user`: who may sign in to a data folder, and a way back in for an admin who is locked out. Whoever may write the
// folder may do this, whether or not a feed runs on it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { consolePath } from '../feed/access/console-path.ts'
import { createLinks } from '../feed/access/links.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { systemClock } from '../feed/clock.ts'
import type { AccountStore, StoredAccount } from '../feed/store/accounts.ts'
import { refuseCopy } from '../feed/store/postgres/copy-mark.ts'
import { openAccountFile } from '../feed/store/sqlite/account-file.ts'
import {
  dataOption,
  type ExitCode,
  exitCodes,
  feedOption,
  jsonOption,
  processTerminal,
  type Terminal,
} from './options.ts'

interface FolderOptions {
  readonly data: string
}

const openAccounts = (folder: string): AccountStore => {
  if (!existsSync(join(folder, 'accounts.db')))
    throw new BadSetUp(`No feed has kept accounts in ${folder} yet; --data names the feed's folder.`)
  refuseCopy(folder)
  return openAccountFile(folder)
}

const find = async (accounts: AccountStore, email: string): Promise<StoredAccount> => {
  const account = await accounts.accountWithEmail(email.trim().toLowerCase())
  if (account === null)
    throw new BadSetUp(`There is no account for ${email}; "floorboard user list" shows them.`)
  return account
}

export const listUsers = async (
  { data, json }: FolderOptions & { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> => {
  const accounts = await openAccounts(data).accounts()
  const users = accounts.map(({ password, subject, ...shown }) => shown)
  if (json) terminal.out(`${JSON.stringify(users)}\n`)
  else for (const { email, role, name } of users) terminal.out(`${role.padEnd(7)}  ${email}  ${name}\n`)
  if (users.length === 0) terminal.err('There are no accounts yet.\n')
  return exitCodes.done
}

export const makeUserLink = async (
  email: string,
  { data, feed }: FolderOptions & { readonly feed: string },
  terminal: Terminal,
): Promise<ExitCode> => {
  const accounts = openAccounts(data)
  const { id } = await find(accounts, email)
  const { secret } = await createLinks(accounts, systemClock).addReset(id, 'command')
  terminal.out(`${feed}${consolePath('reset', secret)}\n`)
  terminal.err('It is good once, for two hours, to choose a new password by.\n')
  return exitCodes.done
}

export const makeUserAdmin = async (
  email: string,
  { data }: FolderOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const accounts = openAccounts(data)
  const { id, name } = await find(accounts, email)
  await accounts.editAccount(id, { role: 'admin' })
  terminal.err(`${name} is an admin now.\n`)
  return exitCodes.done
}

const reporting = async (work: () => Promise<ExitCode>): Promise<void> => {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof BadSetUp)) throw error
    processTerminal.err(`${error.message}\n`)
    process.exitCode = exitCodes.nothingDone
  }
}

export const addUserCommand = (program: Command): void => {
  const user = program
    .command('user')
    .description('who may sign in, and a way back in for a locked-out admin')
  user
    .command('list')
    .description('list accounts with their roles')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((options: FolderOptions & { readonly json?: boolean }) =>
      reporting(() => listUsers(options, processTerminal)),
    )
  user
    .command('reset-link <email>')
    .description('print a link to choose a new password by')
    .addOption(dataOption())
    .addOption(feedOption())
    .action((email: string, options: FolderOptions & { readonly feed: string }) =>
      reporting(() => makeUserLink(email, options, processTerminal)),
    )
  user
    .command('make-admin <email>')
    .description('make an account an admin')
    .addOption(dataOption())
    .action((email: string, options: FolderOptions) =>
      reporting(() => makeUserAdmin(email, options, processTerminal)),
    )
}
