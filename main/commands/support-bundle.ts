// One file for whoever helps: what the doctor says, the machine, the data folder's files by name and size, what the feed
// says of itself, and the kiosk's log. Nothing of it opens anything, and no fact, floor or person is in it.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { cpus, freemem, release, type as system, totalmem, uptime } from 'node:os'
import { join, relative } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import packageJson from '../../package.json' with { type: 'json' }
import { withoutSecrets } from './without-secrets.ts'

interface BundleParts {
  /** As the doctor has told them. */
  readonly findings: string
  readonly dataDir: string
  /** Where the kiosk keeps its log. */
  readonly kioskDir: string
  readonly feed: string
  readonly now: number
}

const patienceMs = 5000
/** Media may be many; the list then ends. */
const mostFiles = 2000

const machine = (now: number): string =>
  JSON.stringify(
    {
      floorboard: packageJson.version,
      node: process.version,
      system: `${system()} ${release()} ${process.arch}`,
      processors: cpus().length,
      processor: cpus()[0]?.model,
      memoryMb: Math.round(totalmem() / 1e6),
      freeMemoryMb: Math.round(freemem() / 1e6),
      upForHours: Math.round(uptime() / 360) / 10,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      at: new Date(now).toISOString(),
    },
    null,
    2,
  )

const listed = (folder: string): string => {
  const lines: string[] = []
  const visit = (path: string): void => {
    for (const { name } of readdirSync(path, { withFileTypes: true })) {
      if (lines.length >= mostFiles) return
      const file = join(path, name)
      const stat = lstatSync(file)
      lines.push(
        `${(stat.mode & 0o777).toString(8)} ${String(stat.size).padStart(12)} ${stat.mtime.toISOString()} ${relative(folder, file)}`,
      )
      if (stat.isDirectory()) visit(file)
    }
  }
  try {
    visit(folder)
  } catch (error) {
    lines.push(error instanceof Error ? error.message : String(error))
  }
  return lines.join('\n')
}

const said = async (address: string): Promise<string> => {
  try {
    return await (await fetch(address, { signal: AbortSignal.timeout(patienceMs) })).text()
  } catch {
    return 'no answer'
  }
}

const logs = (folder: string): Readonly<Record<string, string>> => {
  try {
    const names = readdirSync(join(folder, 'logs')).filter((name) => name.startsWith('kiosk.log'))
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, 'logs', name), 'utf8')]))
  } catch {
    // No kiosk has run here, or its log is for another account alone.
    return {}
  }
}

/** The bytes of a zip file. */
export const supportBundle = async (parts: BundleParts): Promise<Uint8Array> => {
  const { findings, dataDir, kioskDir, feed, now } = parts
  const texts = {
    'findings.txt': findings,
    'machine.json': machine(now),
    'folder.txt': listed(dataDir),
    'feed-health.json': await said(`${feed}/healthz`),
    'feed-metrics.txt': await said(`${feed}/metrics`),
    ...logs(kioskDir),
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [
        `floorboard-support/${name}`,
        strToU8(withoutSecrets(text)),
      ]),
    ),
    { mtime: now },
  )
}
