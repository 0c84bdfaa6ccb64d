// The files of deploy/, held against the code and against each other: flags and variables that there are, ports, addresses,
// paths, names of secrets.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createProgram } from '../main/program.ts'
import { secretVariables } from '../main/variable-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8')
const packageJson = JSON.parse(read('package.json'))

const commandOf = (words: readonly string[]): Command => {
  let command = createProgram()
  for (const word of words) {
    const found = command.commands.find((each) => each.name() === word)
    if (found === undefined) throw new Error(`there is no command ${words.join(' ')}`)
    command = found
  }
  return command
}
const serve = commandOf(['serve'])

/** What the program looks at: variables of options, and those that its sources name. */
const knownVariables = new Set([
  ...serve.options.flatMap(({ envVar }) => (envVar === undefined ? [] : [envVar])),
  ...[
    'commands/serve.ts',
    'commands/serve-node.ts',
    'commands/common-feed-config.ts',
    'commands/identity-settings.ts',
    'nodes/node-watch.ts',
  ]
    .filter((file) => existsSync(`${root}/main/${file}`))
    .flatMap((file) => read(`main/${file}`).match(/FLOORBOARD_[A-Z_]+/g) ?? []),
  ...secretVariables.flatMap((name) => [name, `${name}_FILE`]),
])
const unknownOf = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name.startsWith('FLOORBOARD_') && !knownVariables.has(name))

/** `words` as they follow `node dist/cli.cjs`. */
const expectUsable = (words: readonly string[]): void => {
  const flags = words.filter((word) => word.startsWith('--'))
  const isValue = (at: number): boolean => words[at - 1]?.startsWith('--') ?? false
  const command = commandOf(words.filter((word, at) => !word.startsWith('--') && !isValue(at)))
  for (const flag of flags) expect(command.options.map(({ long }) => long)).toContain(flag)
}

// Dockerfile: one instruction a line, once those that a backslash breaks are put together again.

interface Instruction {
  readonly name: string
  readonly text: string
}
const instructions: readonly Instruction[] = read('deploy/Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [, name, text] = /^([A-Z]+) +(.*)$/.exec(line) ?? []
    if (name === undefined || text === undefined) throw new Error(`this is no instruction: ${line}`)
    return { name, text: text.trim() }
  })
const named = (name: string): readonly string[] =>
  instructions.flatMap((each) => (each.name === name ? [each.text] : []))
const stages = named('FROM')
const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'))
const inLastStage = (name: string): readonly string[] =>
  lastStage.flatMap((each) => (each.name === name ? [each.text] : []))
const imageVariables = new Map(
  inLastStage('ENV')
    .flatMap((text) => text.split(/\s+/))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
)

test('[Q94] the image runs a Node that the program runs on, as nobody in particular, and what it starts there is', () => {
  const least = Number(/\d+/.exec(packageJson.engines.node)?.[0])
  expect(stages).toHaveLength(2)
  for (const from of stages) expect(Number(/^node:(\d+)/.exec(from)?.[1])).toBeGreaterThanOrEqual(least)
  expect(inLastStage('USER')).toEqual(['node'])
  expect(lastStage.findLastIndex(({ name }) => name === 'RUN' || name === 'COPY')).toBeLessThan(
    lastStage.findIndex(({ name }) => name === 'USER'),
  )
  const [program, script] = JSON.parse(inLastStage('ENTRYPOINT')[0] ?? '')
  expect([program, script]).toEqual(['node', packageJson.bin.floorboard])
  expectUsable(JSON.parse(inLastStage('CMD')[0] ?? ''))
  expect(unknownOf([...imageVariables.keys()])).toEqual([])
  expect(inLastStage('EXPOSE')).toEqual([imageVariables.get('FLOORBOARD_PORT')])
  expect(inLastStage('VOLUME')).toEqual([imageVariables.get('TMPDIR')])
})

test('[Q94] the image has of the dependencies what the bundle leaves out, the same as the kiosk’s package, and no Electron', () => {
  const build = read('scripts/build.mjs')
  const external = /external: \[(.*)\]/.exec(build)?.[1]?.match(/[@\w/-]+/g) ?? []
  const [, packaged] = /node_modules\/\{(.*)\}/.exec(read('electron-builder.yml')) ?? []
  const [, kept] = /cp -R (.*) \/kept\//.exec(named('RUN').join('\n')) ?? []
  expect(kept?.split(' ')).toEqual(packaged?.split(','))
  for (const name of external.filter((each) => each !== 'electron'))
    expect(kept?.split(' ')).toContain(name.split('/')[0])
  for (const name of kept?.split(' ') ?? [])
    expect(existsSync(`${root}/node_modules/${name}`), name).toBe(true)
  for (const text of named('RUN')) if (text.includes('npm ci')) expect(text).toContain('--ignore-scripts')
})

test('[Q94] what the image is built from and what it copies is there, and left in by .dockerignore', () => {
  const ignored = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const needed = [
    'package.json',
    'package-lock.json',
    'scripts',
    'main',
    'renderer',
    'shared',
    'assets',
    'LICENSE',
  ]
  for (const file of needed) {
    expect(existsSync(`${root}/${file}`), file).toBe(true)
    expect(ignored, file).not.toContain(file)
  }
  expect(ignored).toEqual(expect.arrayContaining(['node_modules', '.git', 'dist', 'data']))
  for (const text of inLastStage('COPY')) {
    const [, from] = /^--from=build \/src\/(\S+) /.exec(text) ?? []
    if (from !== undefined && from !== 'dist') expect(needed).toContain(from.split('/')[0])
    if (from !== undefined && from !== 'dist') expect(existsSync(`${root}/${from}`), from).toBe(true)
  }
})

/** Runs the image's health check against a server that answers so; its exit code. */
const checkHealth = async (status: number): Promise<number | null> => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(status).end('{}')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const [, words = '[]'] = /CMD (\[.*\])$/.exec(inLastStage('HEALTHCHECK')[0] ?? '') ?? []
  const [, ...args]: readonly string[] = JSON.parse(words.replace(':4400/', `:${port}/`))
  const child: ChildProcess = spawn(process.execPath, args, { stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  server.closeAllConnections()
  await new Promise((resolve) => void server.close(resolve))
  expect(asked).toEqual(['/node/health'])
  return code
}

test('[Q94] the image is healthy while its node is ready, at the port that it listens on', async () => {
  expect(inLastStage('HEALTHCHECK')[0]).toContain(`:${imageVariables.get('FLOORBOARD_PORT')}/node/health`)
  expect([await checkHealth(200), await checkHealth(503)]).toEqual([0, 1])
})

// compose.yaml

interface Service {
  readonly image?: string
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly secrets?: readonly string[]
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, unknown>>
  readonly healthcheck?: object
}
const compose: {
  readonly services: Readonly<Record<string, Service>>
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
  readonly volumes: Readonly<Record<string, unknown>>
  readonly networks: {
    readonly default: { readonly ipam: { readonly config: readonly { readonly subnet: string }[] } }
  }
} = parse(read('deploy/compose.yaml'), { merge: true })
const services = Object.entries(compose.services)
const feeds = services.filter(([, { command }]) => command?.[0] === 'serve')

test('[Q95] compose starts a database, prepares it, and two nodes that say where they are reached', () => {
  expect(feeds.map(([name]) => name)).toEqual(['feed-1', 'feed-2'])
  for (const [name, { command = [] }] of feeds) {
    expect(command[command.indexOf('--node') + 1]).toBe(
      `http://${name}:${imageVariables.get('FLOORBOARD_PORT')}`,
    )
    expectUsable(command)
  }
  expectUsable(compose.services['prepare']?.command ?? [])
  for (const [name, { environment = {}, image }] of services) {
    expect(image, name).toBeDefined()
    expect(unknownOf(Object.keys(environment)), name).toEqual([])
  }
})

test('[Q95] its secrets, volumes and services are those that are used', () => {
  const used = services.flatMap(([, { secrets = [] }]) => secrets)
  expect([...new Set(used)].sort()).toEqual(Object.keys(compose.secrets).sort())
  for (const [name, { environment = {}, secrets = [], volumes = [], depends_on = {} }] of services) {
    for (const [variable, value] of Object.entries(environment))
      if (variable.endsWith('_FILE'))
        expect(secrets, `${name} ${variable}`).toContain(value.replace('/run/secrets/', ''))
    for (const volume of volumes) {
      const from = volume.split(':')[0] ?? ''
      if (from.startsWith('./')) expect(existsSync(`${root}/deploy/${from}`), from).toBe(true)
      else expect(Object.keys(compose.volumes), name).toContain(from)
    }
    for (const other of Object.keys(depends_on)) expect(Object.keys(compose.services)).toContain(other)
  }
  expect(
    Object.entries(compose.secrets).map(([name, { file }]) => file === `./secrets/${name}`),
  ).not.toContain(false)
  // Only what comes from its network counts as the proxy.
  const [subnet] = compose.networks.default.ipam.config
  for (const [, { environment }] of feeds)
    expect(environment?.['FLOORBOARD_TRUSTED_PROXY']).toBe(subnet?.subnet)
})

test('[Q95] nginx asks the nodes of compose, and reads the certificate that compose hands it', () => {
  const nginx = read('deploy/nginx.conf')
  const servers = [...nginx.matchAll(/^ {2}server (\S+) /gm)].map(([, server]) => server)
  expect(servers).toEqual(feeds.map(([name]) => `${name}:${imageVariables.get('FLOORBOARD_PORT')}`))
  const files = [...nginx.matchAll(/ssl_certificate(?:_key)? \/run\/secrets\/(.*);/g)].map(([, file]) => file)
  expect(files).toEqual(compose.services['web']?.secrets)
})

// systemd

interface Setting {
  readonly name: string
  readonly value: string
}
const unit: readonly Setting[] = read('deploy/systemd/floorboard@.service')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('['))
  .map((line) => {
    const [, name, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`this is no setting: ${line}`)
    return { name, value }
  })
const settings = (name: string): readonly string[] =>
  unit.flatMap((each) => (each.name === name ? [each.value] : []))
const namesIn = (file: string): readonly string[] =>
  read(file)
    .split('\n')
    .flatMap((line) => /^(?:# )?([A-Z_]+)=/.exec(line)?.[1] ?? [])

test('[Q96] the service runs a command that there is, with variables that there are and secrets that it is handed', () => {
  const [, ...words] = (settings('ExecStart')[0] ?? '').split(' ')
  expect(words[0]).toBe(`/opt/floorboard/${packageJson.bin.floorboard}`)
  expectUsable(words.slice(1))
  const variables = settings('Environment').flatMap((text) => text.split(' '))
  expect(unknownOf(variables.map((pair) => pair.split('=')[0] ?? ''))).toEqual([])
  expect(unknownOf(namesIn('deploy/systemd/floorboard.env'))).toEqual([])
  const handed = settings('LoadCredential').map((text) => text.split(':')[0])
  const asked = variables.flatMap((pair) => /=%d\/(.*)$/.exec(pair)?.[1] ?? [])
  expect(asked.sort()).toEqual([...handed].sort())
  expect(asked).toEqual(
    Object.keys(compose.secrets)
      .filter((name) => handed.includes(name))
      .sort(),
  )
  expect(
    existsSync(`${root}/${(settings('Documentation')[0] ?? '').replace('file:///opt/floorboard/', '')}`),
  ).toBe(true)
})

test('[Q96] it is told to end, and has as long to hand its floors over as in compose', () => {
  expect(settings('KillSignal')).toEqual(['SIGTERM'])
  const patience = read('deploy/compose.yaml').match(/stop_grace_period: (\d+)s/)?.[1]
  expect(settings('TimeoutStopSec')).toEqual([patience])
})

// docs/scale.md

const page = read('docs/scale.md')
const shell = [...page.matchAll(/```sh\n([\s\S]*?)```/g)]
  .map(([, lines = '']) => lines.replaceAll(/\\\n\s*/g, ' '))
  .join('\n')

test('[Q95] the page on several nodes names commands, flags, variables and files that there are', () => {
  const called = [
    ...shell.matchAll(
      /(?:^|run --rm prepare|&& )\s*(?:floorboard )?((?:serve|database|floor|move) [^\n&]*)/gm,
    ),
  ]
  expect(called.length).toBeGreaterThan(6)
  for (const [, text = ''] of called) {
    const words = text.trim().split(/\s+/)
    const command = commandOf(words.slice(0, words[0] === 'floor' || words[0] === 'database' ? 2 : 1))
    for (const flag of words.filter((word) => word.startsWith('--')))
      expect(
        command.options.map(({ long }) => long),
        text,
      ).toContain(flag)
  }
  const variables = page.match(/FLOORBOARD_[A-Z_]*[A-Z]/g) ?? []
  expect(unknownOf(variables)).toEqual([])
  for (const [, flag = ''] of page.matchAll(/^\| `(--[a-z-]+)[ `]/gm))
    expect(serve.options.map(({ long }) => long)).toContain(flag)
  for (const [, file = ''] of page.matchAll(/\]\(((?:\.\.\/)?[\w./@-]+)(?:#[\w-]+)?\)/g))
    expect(existsSync(`${root}/docs/${file}`), file).toBe(true)
})

test('[Q95] by the page each secret of compose is made, nginx is told where the nodes and the certificate are', () => {
  for (const name of Object.keys(compose.secrets)) expect(shell).toContain(`secrets/${name}`)
  const nginx = read('deploy/nginx.conf')
  const replaced = [...shell.matchAll(/'s\|([^|]+)\|([^|]+)\|'/g)].map(
    ([, from = '', to = '']) => [from, to] as const,
  )
  expect(replaced.map(([, to]) => to)).toEqual([
    '127.0.0.1:4400',
    '127.0.0.1:4401',
    '/etc/nginx/floorboard-tls',
  ])
  for (const [from] of replaced) expect(nginx).toContain(from)
  for (const credential of settings('LoadCredential').map((text) => text.split(':')[1] ?? ''))
    expect(shell).toContain(credential)
})
