// A long past in a file that somebody drops on the console, in a real tab, against the same file by `floorboard import`: how long
// each takes, what the feed and the tab hold meanwhile, and how long a live fact takes to be on a wall beside it, against a feed
// that does nothing else. FLOORBOARD_IMPORT_ROWS says how many rows. The wall
// shows one team, whose board has two pages: it turns one after half an hour on one side, and then it fails.
import { spawn } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { stringify } from 'yaml'
import { z } from 'zod'
import { ImportFilesAnswer } from '../shared/wire/import-files.ts'
import { becomeAdmin } from '../test/console/open-console.ts'
import { openBrowser } from '../test/pictures/wall-browser.ts'
import { startBuiltChild } from './child.ts'
import { createFactToFrame, probeRows } from './fact-to-frame.ts'
import { newFolder, removeFolder } from './feed-process.ts'
import type { PixelQuestion } from './pixel-server.child.ts'
import { atMost, type BenchResult, median, quantile, short } from './result.ts'
import { openTab } from './tab.ts'

const rowCount = Number(process.env['FLOORBOARD_IMPORT_ROWS'] ?? 200_000)
export const name = 'Rows dropped on the console'

const megabyte = 1024 * 1024
const samplesBefore = 40
/** Of team 0: their rows are on its first page, whatever they win. */
const someOfTheTeam = [0, 5, 10, 15, 20]
const longestMs = 30 * 60_000
const TokenCreated = z.object({ token: z.string() })

/** Of years that no board shows. */
const closedOn = (row: number): string =>
  new Date(Date.UTC(2022, 0, 1 + (row % 1000))).toISOString().slice(0, 10)
const header = 'Opportunity ID,Opportunity Owner,Stage,Amount,Close Date'
const rowAt = (row: number): string =>
  `d-${row},Rep ${row % 50},${row % 3 === 0 ? 'Closed Won' : 'Closed Lost'},${row % 90_000}.50,${closedOn(row)}`

const mapping = {
  source: 'history',
  type: 'deal',
  id: 'Opportunity ID',
  currency: 'USD',
  decimal: '.',
  credits: [{ rep: 'Opportunity Owner' }],
  fields: {
    status: { column: 'Stage', values: { won: ['Closed Won'], lost: ['Closed Lost'] } },
    amount: 'Amount',
    closedAt: 'Close Date',
  },
}

/** Resident, in bytes. */
const memoryOf = (pid: number): number => {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}

interface Beside {
  /** ms, each from a fact's arrival to the frame that shows it. */
  readonly frames: readonly number[]
  /** ms, each until a fact is durable and counted. */
  readonly counted: readonly number[]
}

interface Timed extends Beside {
  readonly seconds: number
}

interface Way {
  /** Of the import, and before it of the sending. */
  readonly seconds: number
  /** Of the feed at its highest, bytes. */
  readonly peak: number
  readonly before: Beside
  readonly during: Beside
}

interface Stand {
  readonly url: string
  readonly context: BrowserContext
  readonly pid: number
  /** Wins deals, one after another, for as long as it goes on. */
  watch(goesOn: () => boolean): Promise<Beside>
  readonly peak: () => number
}

/** A feed of its own with a wall. `signIn` resolves with what the wall reads by. */
const withWall = async <T>(
  browser: Browser,
  signIn: (context: BrowserContext, url: string) => Promise<string>,
  work: (stand: Stand) => Promise<T>,
): Promise<T> => {
  const server = startBuiltChild('./pixel-server.child.ts')
  const url = await server.next<string>()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const token = await signIn(context, url)
    const wall = await openTab(browser, `${url}/tv/?screen=team${token}`, { before: probeRows })
    let counted: number[] = []
    const facts = createFactToFrame({
      page: wall.page,
      reps: someOfTheTeam,
      post: async (body) => {
        const sentAt = performance.now()
        const headers = { origin: url, 'content-type': 'application/json' }
        const answer = await context.request.post(`${url}/api/v1/facts`, { data: body, headers })
        if (!answer.ok()) throw new Error(await answer.text())
        counted.push(performance.now() - sentAt)
      },
      receivedAt: () => server.ask<number>({ kind: 'received' } satisfies PixelQuestion),
    })
    await facts.begin()
    for (let warm = 0; warm < 10; warm += 1) await facts.next()
    let peak = 0
    return await work({
      url,
      context,
      pid: server.pid,
      peak: () => peak,
      watch: async (goesOn) => {
        const frames: number[] = []
        counted = []
        while (goesOn()) {
          frames.push(await facts.next())
          peak = Math.max(peak, memoryOf(server.pid))
        }
        return { frames, counted }
      },
    })
  } finally {
    await context.close()
    await server.end()
  }
}

/** What is measured while `run` runs, and how long that takes. */
const beside = async (stand: Stand, run: () => Promise<void>): Promise<Timed> => {
  const startedAt = performance.now()
  let seconds = 0
  const running = run().finally(() => {
    seconds = (performance.now() - startedAt) / 1000
  })
  // Whoever waits for it hears of a failure.
  running.catch(() => undefined)
  const found = await stand.watch(() => seconds === 0)
  await running
  return { ...found, seconds }
}

const alone = (stand: Stand): Promise<Beside> => {
  let left = samplesBefore
  return stand.watch(() => left-- > 0)
}

const byCommand = (browser: Browser, path: string, map: string): Promise<Way> =>
  withWall(
    browser,
    async () => '',
    async (stand) => {
      const before = await alone(stand)
      const args = ['dist/cli.cjs', 'import', path, '--map', map, '--feed', stand.url]
      const { seconds, ...during } = await beside(stand, async () => {
        const command = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
        const code = await new Promise((resolve) => command.once('exit', resolve))
        if (code !== 0) throw new Error(`the command ended with ${code}`)
      })
      return { seconds, peak: stand.peak(), before, during }
    },
  )

/** The heap of a page at its highest, from now on, with everything that nobody holds any more. */
const watchHeap = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const now = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find((each) => each.name === 'JSHeapUsedSize')?.value ?? Number.NaN
  }
  let peak = await now()
  const timer = setInterval(() => {
    // A page that is being closed answers no more.
    now().then(
      (value) => {
        peak = Math.max(peak, value)
      },
      () => clearInterval(timer),
    )
  }, 250)
  return { peak: () => peak, end: () => clearInterval(timer) }
}

const importedOf = async ({ context, url }: Stand): Promise<number> => {
  const answer = await context.request.get(`${url}/api/v1/import-files`)
  const [file] = ImportFilesAnswer.parse(await answer.json()).files
  return file?.result?.accepted ?? 0
}

interface ByTab {
  readonly drop: Way
  readonly check: Timed
  /** Of the tab's heap, at its highest; bytes. */
  readonly tab: number
}

/** By the words on the page. */
const byTab = async (browser: Browser, path: string): Promise<ByTab> =>
  withWall(
    browser,
    async (context, url) => {
      const page = await context.newPage()
      await page.goto(`${url}/console/`)
      page.setDefaultTimeout(longestMs)
      await becomeAdmin(page)
      await page.close()
      const answer = await context.request.post(`${url}/api/v1/tokens`, {
        headers: { origin: url },
        data: { name: 'Wall', role: 'screen' },
      })
      return `&token=${TokenCreated.parse(await answer.json()).token}`
    },
    async (stand) => {
      const before = await alone(stand)
      const page = await stand.context.newPage()
      page.setDefaultTimeout(longestMs)
      await page.goto(`${stand.url}/console/import`)
      await page.getByText('Drop a CSV or Excel file here').waitFor()
      const heap = await watchHeap(page)
      const sending = await beside(stand, async () => {
        await page.locator('input[type=file]').setInputFiles(path)
        await page.getByRole('button', { name: 'Check the file' }).waitFor()
        await page.getByText('rows are understood').waitFor()
      })
      const checking = await beside(stand, async () => {
        await page.getByRole('button', { name: 'Check the file' }).click()
        await page.getByText('What an import would change').waitFor()
      })
      const importing = await beside(stand, async () => {
        await page.getByRole('button', { name: /^Import .* rows$/ }).click()
        await page.getByText('What the import did').waitFor()
      })
      heap.end()
      const accepted = await importedOf(stand)
      if (accepted !== rowCount) throw new Error(`only ${accepted} rows were taken`)
      const during = {
        frames: [...sending.frames, ...importing.frames],
        counted: [...sending.counted, ...importing.counted],
      }
      const seconds = sending.seconds + importing.seconds
      return {
        drop: { seconds, peak: stand.peak(), before, during },
        check: checking,
        tab: heap.peak(),
      }
    },
  )

export const run = async (): Promise<BenchResult[]> => {
  const folder = newFolder()
  const path = join(folder, 'history.csv')
  const map = join(folder, 'map.yaml')
  // Made before any clock starts.
  writeFileSync(path, [header, ...Array.from({ length: rowCount }, (_, row) => rowAt(row))].join('\n'))
  writeFileSync(map, stringify(mapping))
  const browser = await openBrowser()
  try {
    const command = await byCommand(browser, path, map)
    const { drop, check, tab } = await byTab(browser, path)
    const mb = (bytes: number): string => `${Math.round(bytes / megabyte)} MB`
    const rate = ({ seconds }: Way): string => `${seconds.toFixed(1)} s, ${short(rowCount / seconds)} rows/s`
    const of = (values: readonly number[]): string =>
      `${median(values).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms`
    const { before, during } = drop
    const load = `load ${(loadavg()[0] ?? Number.NaN).toFixed(1)}`
    const frames = (q: number, beside: Beside, without: Beside): number =>
      quantile(beside.frames, q) / quantile(without.frames, q)
    return [
      atMost(
        'p50 fact received to frame, while a file is sent and imported ÷ without',
        2,
        frames(0.5, during, before),
        `${of(during.frames)}; without ${of(before.frames)}; ${during.frames.length} and ${before.frames.length} facts; ${load}`,
      ),
      atMost(
        'p95 fact received to frame, while a file is sent and imported ÷ without',
        2,
        frames(0.95, during, before),
        `beside the command ${of(command.during.frames)}; without ${of(command.before.frames)}`,
      ),
      atMost(
        'p50 fact received to frame, while a file is checked ÷ without',
        2,
        frames(0.5, check, before),
        `${of(check.frames)}; the check took ${check.seconds.toFixed(1)} s`,
      ),
      atMost(
        'p50 of another program’s fact until it is durable and counted, meanwhile ÷ without',
        2,
        median(during.counted) / median(before.counted),
        `${of(during.counted)}; without ${of(before.counted)}; beside the command ${of(command.during.counted)}`,
      ),
      atMost(
        'from the drop to the last row, without the check ÷ by the command line',
        4,
        drop.seconds / command.seconds,
        `${rate(drop)}; ${rate(command)}; ${short(rowCount)} rows`,
      ),
      atMost(
        'memory of the feed at its highest, with a check ÷ by the command line, without',
        2,
        drop.peak / command.peak,
        `${mb(drop.peak)}, ${mb(command.peak)}`,
      ),
      atMost(
        'heap of the tab at its highest ÷ 64 MB',
        1,
        tab / (64 * megabyte),
        `${mb(tab)}; a file of ${mb(statSync(path).size)}`,
      ),
    ]
  } finally {
    await browser.close()
    removeFolder(folder)
  }
}
