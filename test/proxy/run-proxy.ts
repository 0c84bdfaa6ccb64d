// nginx and Caddy as programs of their own before a feed, on a loopback port, with a certificate of the test's own.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownCertificate } from '../../main/feed/own-certificate.ts'
import { documented, feedAt, wallName, withInstead } from './documented-lines.ts'

export interface RunningProxy {
  readonly port: number
  close(): Promise<void>
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** `scripts/test.mjs` names the programs that it has provided. */
const executable = (variable: 'FLOORBOARD_NGINX' | 'FLOORBOARD_CADDY', usual: string): string =>
  process.env[variable] ?? usual

interface Place {
  readonly folder: string
  readonly port: number
}

const run = async (
  begin: (place: Place) => { readonly program: string; readonly args: readonly string[] },
): Promise<RunningProxy> => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-proxy-'))
  await ownCertificate(folder, [wallName], { now: Date.now })
  const port = await freePort()
  const { program, args } = begin({ folder, port })
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', (error) => {
      said += error.message
      resolve()
    })
  })
  const close = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const latest = performance.now() + 15_000
  while (!(await answers(port))) {
    if (performance.now() > latest || child.exitCode !== null) {
      await close()
      throw new Error(`${program} does not run: ${said}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { port, close }
}

const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/** `lines`: what stands between `http {` and its end. `instead`: what takes the place of some of them. */
export const runNginxWith = (
  lines: string,
  instead: (place: Place) => Readonly<Record<string, string>>,
): Promise<RunningProxy> =>
  run((place) => {
    const { folder } = place
    const server = withInstead(lines, instead(place))
    const temporary = folders.map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n')
    const config = join(folder, 'nginx.conf')
    writeFileSync(
      config,
      `daemon off;\nmaster_process off;\npid ${join(folder, 'pid')};\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${server}}\n`,
    )
    return {
      program: executable('FLOORBOARD_NGINX', 'nginx'),
      args: ['-c', config, '-p', folder, '-e', 'stderr'],
    }
  })

/** By the lines of the page. */
export const runNginx = (feedUrl: string, lines: string): Promise<RunningProxy> =>
  runNginxWith(lines, ({ folder, port }) => ({
    'listen 443': `listen 127.0.0.1:${port}`,
    [`/etc/ssl/${wallName}.pem`]: join(folder, 'tls-cert.pem'),
    [`/etc/ssl/${wallName}-key.pem`]: join(folder, 'tls-key.pem'),
    ...feedAt(feedUrl),
  }))

export const runCaddy = (feedUrl: string): Promise<RunningProxy> =>
  run(({ folder, port }) => {
    const site = withInstead(documented('caddy'), {
      [`${wallName} {`]: `https://${wallName}:${port} {\n  bind 127.0.0.1\n  tls ${join(folder, 'tls-cert.pem')} ${join(folder, 'tls-key.pem')}`,
      ...feedAt(feedUrl),
    })
    const config = join(folder, 'Caddyfile')
    // By itself it opens a port for orders, and one that sends plain HTTP on to TLS.
    writeFileSync(config, `{\n  admin off\n  auto_https disable_redirects\n}\n${site}`)
    return {
      program: executable('FLOORBOARD_CADDY', 'caddy'),
      args: ['run', '--config', config, '--adapter', 'caddyfile'],
    }
  })
