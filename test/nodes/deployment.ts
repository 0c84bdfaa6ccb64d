// A deployment as its page describes it: PostgreSQL, nodes in processes of their own, and nginx before them.
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from '@playwright/test'
import { io as connectTo, type Socket } from 'socket.io-client'
import { program } from '../built.ts'
import { openBrowser } from '../pictures/wall-browser.ts'
import { freePort, type RunningProxy, runNginxWith } from '../proxy/run-proxy.ts'
import { type PostgresServer, startPostgres } from '../tables/database-servers.ts'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface NodeProcess {
  readonly url: string
  /** SIGKILL, as a machine that is lost; SIGSTOP, as one that hangs; SIGTERM, as a service manager ends it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
}

export interface Asked {
  readonly status: number
  readonly cookie: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
}

export interface Deployment {
  readonly server: PostgresServer
  readonly database: string
  run(...words: readonly string[]): Promise<Said>
  /** What the link of a floor's first admin carries. */
  linkOf(floor: string): string
  /** On the port of one of the two that nginx knows. */
  startNode(nth: number): Promise<NodeProcess>
  /** Through nginx, at a floor's name. Rejects where the connection breaks. */
  ask(
    floor: string,
    path: string,
    more?: { method?: string; headers?: Record<string, string>; body?: object | string },
  ): Promise<Asked>
  /** The TV's namespace of a floor, through nginx; it comes back whenever it is cut off. */
  connectTv(floor: string, auth: Readonly<Record<string, unknown>>): Socket
  /** Finds floors by their names through nginx. */
  openBrowser(): Promise<Browser>
  close(): Promise<void>
}

/** `count` nodes, of which none runs yet. */
export const startDeployment = async (floors: readonly string[], count = 2): Promise<Deployment> => {
  const cleanUps: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const each of cleanUps.splice(0).reverse()) await each()
  }
  const server = await startPostgres()
  cleanUps.push(() => server.close())
  const database = await server.createDatabase('floorboard')
  const env = {
    ...process.env,
    FLOORBOARD_DATABASE: database,
    FLOORBOARD_SECRET_KEY: randomBytes(32).toString('base64'),
    FLOORBOARD_LOG: 'error',
  }
  const run = (...words: readonly string[]): Promise<Said> =>
    new Promise((resolve) => {
      execFile(process.execPath, [program, ...words], { env }, (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      )
    })
  const ports = await Promise.all(Array.from({ length: count }, freePort))
  const startNode = async (nth: number): Promise<NodeProcess> => {
    const words = ['serve', '--port', String(ports[nth]), '--trusted-proxy', '127.0.0.1']
    const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'ignore', 'pipe'], env })
    const exited = once(child, 'exit')
    const said: string[] = []
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stderr }).on('line', (line) => {
        said.push(line)
        const [, address] = /^Node: (\S+)$/.exec(line) ?? []
        if (address !== undefined) resolve(address)
      })
      child.once('exit', (code) => reject(new Error(`the node ended with ${code}: ${said.join('\n')}`)))
    })
    const end = async (signal: NodeJS.Signals): Promise<number | null> => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      child.kill(signal)
      await exited
      return child.exitCode
    }
    cleanUps.push(() => end('SIGKILL'))
    return { url, end, signal: (signal) => void child.kill(signal) }
  }
  try {
    const well = async (...words: readonly string[]): Promise<string> => {
      const { code, out, err } = await run(...words)
      if (code !== 0) throw new Error(`floorboard ${words.join(' ')}: ${err}`)
      return out
    }
    await well('database', 'prepare')
    const links = new Map<string, string>()
    for (const name of floors)
      links.set(name, (await well('floor', 'create', name)).trim().split('#link=')[1] ?? '')
    const [one, two] = ports
    const proxy: RunningProxy = await runNginxWith(
      readFileSync('deploy/nginx.conf', 'utf8'),
      ({ folder, port }) => ({
        '  listen 80 default_server;\n': '',
        'listen 443': `listen 127.0.0.1:${port}`,
        '/run/secrets/tls.pem': join(folder, 'tls-cert.pem'),
        '/run/secrets/tls-key.pem': join(folder, 'tls-key.pem'),
        'feed-1:4400': `127.0.0.1:${one}`,
        'feed-2:4400': `127.0.0.1:${two}`,
      }),
    )
    cleanUps.push(() => proxy.close())
    return {
      server,
      database,
      run,
      startNode,
      linkOf: (floor) => links.get(floor) ?? '',
      ask: (floor, path, { method = 'GET', headers = {}, body } = {}) =>
        new Promise((resolve, reject) => {
          const text = typeof body === 'string' ? body : JSON.stringify(body)
          const asked = request(
            {
              ...{ host: '127.0.0.1', port: proxy.port, servername: floor, rejectUnauthorized: false },
              ...{ path, method },
              headers: {
                host: floor,
                ...(method !== 'GET' && { origin: `https://${floor}` }),
                ...(body !== undefined && { 'content-type': 'application/json' }),
                ...headers,
              },
            },
            (response) => {
              let said = ''
              response.setEncoding('utf8')
              response.on('data', (piece: string) => {
                said += piece
              })
              response.once('error', reject)
              response.once('end', () => {
                const isJson = response.headers['content-type']?.includes('json') ?? false
                resolve({
                  status: response.statusCode ?? 0,
                  cookie: (response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '',
                  body: isJson ? JSON.parse(said) : said,
                })
              })
            },
          )
          asked.once('error', reject)
          asked.end(text)
        }),
      connectTv: (floor, auth) => {
        const socket = connectTo(`https://127.0.0.1:${proxy.port}/tv`, {
          ...{ transports: ['websocket'], auth, extraHeaders: { host: floor }, rejectUnauthorized: false },
          ...{ reconnectionDelay: 100, reconnectionDelayMax: 500 },
        })
        cleanUps.push(async () => socket.disconnect())
        return socket
      },
      openBrowser: async () => {
        const browser = await openBrowser([`--host-resolver-rules=MAP *.example:443 127.0.0.1:${proxy.port}`])
        cleanUps.push(() => browser.close())
        return browser
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
