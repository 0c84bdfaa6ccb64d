// Real servers of databases, each in a folder of its own and on loopback alone.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mysql from 'mysql2/promise'
import pg from 'pg'
import { generate } from 'selfsigned'

export interface DatabaseServer {
  readonly port: number
  /** Of the authority that signed its certificate, which is for `localhost`. */
  readonly ca: string
  /** As its administrator; several statements, one after another. */
  run(...statements: readonly string[]): Promise<void>
  close(): Promise<void>
}

const isRoot = process.getuid?.() === 0
/** Neither server runs as root; Debian makes an account for it. */
const idOf = (flag: '-u' | '-g', name: string): number =>
  Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const patienceMs = 60_000
const againMs = 100

const untilUp = async (
  child: ChildProcess,
  said: () => string,
  tryOnce: () => Promise<void>,
): Promise<void> => {
  for (const until = Date.now() + patienceMs; ; ) {
    try {
      await tryOnce()
      return
    } catch (error) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`${error}\n${said()}`)
      await new Promise((done) => setTimeout(done, againMs))
    }
  }
}

const stop = (child: ChildProcess, signal: 'SIGINT' | 'SIGTERM' | 'SIGQUIT'): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null) return done()
    child.once('exit', () => done())
    child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
  })

const certificate = async () => {
  const extensions = [
    { name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: 'localhost' }] },
  ]
  return generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions,
  })
}

interface Begun {
  readonly folder: string
  readonly port: number
  readonly ca: string
  readonly account: { readonly uid: number; readonly gid: number } | undefined
}

/** A folder with a certificate in it, which belongs to the account that the server runs under. */
const begin = async (account: Begun['account']): Promise<Begun> => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-database-'))
  const { cert, private: key } = await certificate()
  writeFileSync(join(folder, 'cert.pem'), cert)
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 })
  if (account !== undefined)
    for (const path of [folder, join(folder, 'cert.pem'), join(folder, 'key.pem')])
      chownSync(path, account.uid, account.gid)
  return { folder, port: await freePort(), ca: cert, account }
}

const launch = (program: string, args: readonly string[], account: Begun['account']) => {
  let said = ''
  const child = spawn(program, args, { ...account, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      said = (said + part.toString('utf8')).slice(-4000)
    })
  return { child, said: () => said }
}

export interface PostgresServer extends DatabaseServer {
  /** `immediate`: as after a crash. Resolves once it answers again. */
  restart(mode: 'fast' | 'immediate'): Promise<void>
  /** As its administrator; of several statements the rows of the last. */
  ask(statement: string, database: string): Promise<readonly Record<string, unknown>[]>
  /** The same, of the tables that floors are kept in, in the database `floorboard`. */
  askFloorboard(statement: string): Promise<readonly Record<string, unknown>[]>
  /** The address of a database that an account of its own owns, made anew. */
  createDatabase(name: string): Promise<string>
}

/** To make what each server begins with takes more than to start on it: made once, and copied. */
let firstData: string | null = null

const initData = (bin: string, account: Begun['account']): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-first-data-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  execFileSync(
    `${bin}/initdb`,
    [
      '-D',
      data,
      '-U',
      'admin',
      '--auth=scram-sha-256',
      '--no-sync',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      `--pwfile=${passwordFile(folder, account)}`,
    ],
    {
      ...account,
      stdio: 'ignore',
    },
  )
  return data
}

/** `durable`: what it acknowledges is on disk. */
export const startPostgres = async (durable = false): Promise<PostgresServer> => {
  const root = '/usr/lib/postgresql'
  const version = existsSync(root)
    ? readdirSync(root).find((name) => existsSync(`${root}/${name}/bin/initdb`))
    : undefined
  if (version === undefined) throw new Error('PostgreSQL is not installed: npm test provides it.')
  const bin = `${root}/${version}/bin`
  const account = isRoot ? { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') } : undefined
  const { folder, port, ca } = await begin(account)
  const data = join(folder, 'data')
  firstData ??= initData(bin, account)
  // By the server's account, whose files they are to be.
  execFileSync('cp', ['-R', '-p', firstData, data], { ...account, stdio: 'ignore' })
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: durable ? 'on' : 'off',
    ssl: 'on',
    ssl_cert_file: join(folder, 'cert.pem'),
    ssl_key_file: join(folder, 'key.pem'),
    // Another than that of any client.
    TimeZone: 'Asia/Kolkata',
    DateStyle: 'German',
  }
  const begun = () =>
    launch(
      `${bin}/postgres`,
      [
        '-D',
        data,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      account,
    )
  let server = begun()
  const connected = async <T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'admin', password: 'admin', database })
    // A server that is stopped is met by what is asked.
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await work(client)
    } finally {
      await client.end()
    }
  }
  const run = (...statements: readonly string[]): Promise<void> =>
    connected('postgres', async (client) => {
      for (const statement of statements) await client.query(statement)
    })
  const close = async (): Promise<void> => {
    // At once, whoever is connected.
    await stop(server.child, 'SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
  const up = (): Promise<void> => untilUp(server.child, server.said, () => run('SELECT 1'))
  await up().catch(async (error: unknown) => {
    await close()
    throw error
  })
  const ask: PostgresServer['ask'] = (statement, database) =>
    connected(database, async (client) => {
      const answered: pg.QueryResult | pg.QueryResult[] = await client.query(statement)
      return (Array.isArray(answered) ? answered.at(-1) : answered)?.rows ?? []
    })
  return {
    port,
    ca,
    run,
    close,
    ask,
    askFloorboard: (statement) => ask(`SET search_path = floorboard; ${statement}`, 'floorboard'),
    createDatabase: async (name) => {
      await run(`CREATE ROLE ${name} LOGIN PASSWORD 'secret'`, `CREATE DATABASE ${name} OWNER ${name}`)
      return `postgres://${name}:secret@127.0.0.1:${port}/${name}`
    },
    restart: async (mode) => {
      await stop(server.child, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
      server = begun()
      await up()
    },
  }
}

/** A pooler that hands out connections by the transaction. Returns its port. */
export const startPooler = async (
  target: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly port: number; close(): Promise<void> }> => {
  const account = isRoot ? { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') } : undefined
  const { folder, port } = await begin(account)
  const all = {
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    pool_mode: 'transaction',
    auth_type: 'plain',
    auth_file: join(folder, 'users'),
    ...settings,
  }
  writeFileSync(join(folder, 'users'), '"floorboard" "secret"\n')
  writeFileSync(
    join(folder, 'pooler.ini'),
    `[databases]\n* = host=127.0.0.1 port=${target}\n[pgbouncer]\n${Object.entries(all)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join('')}`,
  )
  const { child, said } = launch('/usr/sbin/pgbouncer', [join(folder, 'pooler.ini')], account)
  await untilUp(child, said, async () => {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'floorboard',
      password: 'secret',
      database: 'floorboard',
    })
    await client.connect()
    await client.end()
  })
  return {
    port,
    close: async () => {
      await stop(child, 'SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const passwordFile = (folder: string, account: Begun['account']): string => {
  const path = join(folder, 'password')
  writeFileSync(path, 'admin')
  if (account !== undefined) chownSync(path, account.uid, account.gid)
  return path
}

export const startMariaDb = async (): Promise<DatabaseServer> => {
  if (!existsSync('/usr/sbin/mariadbd')) throw new Error('MariaDB is not installed: npm test provides it.')
  const { folder, port, ca } = await begin(undefined)
  const data = join(folder, 'data')
  const own = isRoot ? ['--user=root'] : []
  execFileSync(
    '/usr/bin/mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...own,
    ],
    { stdio: 'ignore' },
  )
  const settings = {
    datadir: data,
    socket: join(folder, 'socket'),
    port: String(port),
    'bind-address': '127.0.0.1',
    'pid-file': join(folder, 'pid'),
    'ssl-cert': join(folder, 'cert.pem'),
    'ssl-key': join(folder, 'key.pem'),
    'innodb-flush-log-at-trx-commit': '0',
    'innodb-log-file-size': '4M',
    // Another than that of any client.
    'default-time-zone': '+05:30',
    'sql-mode': '',
  }
  const { child, said } = launch(
    '/usr/sbin/mariadbd',
    [
      '--no-defaults',
      ...own,
      '--skip-name-resolve',
      ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
    ],
    undefined,
  )
  const run = async (...statements: readonly string[]): Promise<void> => {
    const connection = await mysql.createConnection({ socketPath: join(folder, 'socket'), user: 'root' })
    try {
      for (const statement of statements) await connection.query(statement)
    } finally {
      await connection.end()
    }
  }
  const close = async (): Promise<void> => {
    await stop(child, 'SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  await untilUp(child, said, () => run('SELECT 1')).catch(async (error: unknown) => {
    await close()
    throw error
  })
  return { port, ca, run, close }
}
