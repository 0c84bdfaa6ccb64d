// A CRM export that nobody here wrote goes in through the example files and the real commands, and every figure that
// the feed then serves is held against an independent count.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runApply } from '../../main/commands/apply.ts'
import { runImport } from '../../main/commands/import.ts'
import { startFeed } from '../../main/feed/feed.ts'
import type { Feed } from '../../main/feed/feed-config.ts'
import { MetricAnswer } from '../../shared/wire/query.ts'
import { BoardView } from '../../shared/wire/view.ts'
import { type Agent, type Deal, figuresOf, metricIds, readExport } from './count-export.ts'

const crmExport = process.env['FLOORBOARD_CRM_EXPORT'] ?? '../shared/data/maven'
const present = existsSync(join(crmExport, 'sales_pipeline.csv'))
if (!present) console.warn(`Skipped: there is no CRM export in ${crmExport} (FLOORBOARD_CRM_EXPORT).`)

const example = (name: string) => new URL(`../../examples/crm-export/${name}`, import.meta.url).pathname

interface Period {
  readonly query: string
  readonly start: string | null
  readonly end: string | null
}

/** Every month, quarter and year that touches October 2016 to January 2018. */
const periods = (): Period[] => {
  const found: Period[] = [{ query: 'window=all', start: null, end: null }]
  const isoMonth = (month: number) => new Date(Date.UTC(2016, month, 1)).toISOString().slice(0, 10)
  const grains = [
    ['month', 1, 9, 24],
    ['quarter', 3, 9, 24],
    ['year', 12, 0, 36],
  ] as const
  for (const [grain, months, first, last] of grains) {
    for (let month: number = first; month < last + (grain === 'year' ? 0 : months); month += months) {
      const start = isoMonth(month)
      found.push({ query: `window=${grain}&at=${start}T12:00:00Z`, start, end: isoMonth(month + months) })
    }
  }
  return found
}

describe.skipIf(!present)('the CRM export', () => {
  const { deals, agents } = present ? readExport(crmExport) : { deals: [], agents: [] }
  let folder = ''
  let feed: Feed
  let written = ''
  const terminal = {
    out: (text: string) => {
      written += text
    },
    err: () => undefined,
    watched: false,
  }
  const importOnce = async () => {
    written = ''
    const exit = await runImport(
      join(crmExport, 'sales_pipeline.csv'),
      { map: example('map.yaml'), feed: feed.url },
      terminal,
    )
    return { exit, written }
  }
  const ask = async (metric: string, by: string, query: string) => {
    const answer = await fetch(`${feed.url}/api/v1/metrics/${metric}?by=${by}&${query}`)
    return MetricAnswer.parse(await answer.json())
  }
  const dealsOf = (matches: (agent: Agent) => boolean): Deal[] => {
    const reps = new Set(agents.filter(matches).map(({ rep }) => rep))
    return deals.filter(({ rep }) => reps.has(rep))
  }
  /** Every subject of a kind with its deals. */
  const subjects = {
    rep: new Map(agents.map(({ rep }) => [rep, dealsOf((agent) => agent.rep === rep)])),
    team: new Map(
      agents.flatMap(({ team, office }) => [
        [team, dealsOf((agent) => agent.team === team)],
        [office, dealsOf((agent) => agent.office === office)],
      ]),
    ),
    org: new Map([['org', deals]]),
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'floorboard-crm-'))
    feed = await startFeed({
      dataDir: folder,
      host: '127.0.0.1',
      port: 0,
      clock: { now: () => Date.parse('2018-01-02T09:00:00Z') },
      logger: pino({ level: 'silent' }),
      rendererDir: null,
      version: '0.0.0',
    })
    expect(await runApply(example('floor.yaml'), { feed: feed.url }, terminal)).toBe(0)
  })
  afterAll(async () => {
    await feed.close()
    rmSync(folder, { recursive: true })
  })

  test('goes in whole, and a second time changes nothing', async () => {
    expect(await importOnce()).toEqual({ exit: 0, written: 'accepted 8800\nunchanged 0\nrejected 0\n' })
    expect(await importOnce()).toEqual({ exit: 0, written: 'accepted 0\nunchanged 8800\nrejected 0\n' })
  })

  test('credits nobody whom the floor does not know', async () => {
    const answer = await fetch(`${feed.url}/api/v1/unassigned`)
    expect(await answer.json()).toEqual({ unassigned: [] })
  })

  test.each(metricIds)(
    '%s equals the count, by rep, team, office and org, in every period',
    async (metric) => {
      for (const { query, start, end } of periods()) {
        for (const by of ['rep', 'team', 'org'] as const) {
          const answer = await ask(metric, by, query)
          const expected = subjects[by]
          expect(answer.window).toMatchObject({ start, end })
          expect(new Set(answer.rows.map(({ subject }) => subject))).toEqual(new Set(expected.keys()))
          for (const { subject, value } of [...answer.rows, { subject: 'org', value: answer.total }]) {
            const own = subject === 'org' ? deals : (expected.get(subject) ?? [])
            const counted = figuresOf(own, start, end)[metric]
            const where = `${metric} of ${subject} in ${query}`
            if (value === null || counted === null) expect(value, where).toBe(counted)
            else expect(value, where).toBeCloseTo(counted, 6)
          }
        }
      }
    },
  )

  test('has its five agents without deals on the floor, with nothing won and no rate', async () => {
    const idle = ['carl-lin', 'carol-thompson', 'elizabeth-anderson', 'mei-mei-johns', 'natalya-ivanova']
    const period = 'window=quarter&at=2017-12-01T12:00:00Z'
    const [won, rate] = [await ask('won-deals', 'rep', period), await ask('win-rate', 'rep', period)]
    expect(won.rows).toHaveLength(35)
    expect(
      won.rows
        .filter(({ value }) => value === 0)
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(idle)
    expect(rate.rows.filter(({ value, rank }) => value === null && rank === null)).toHaveLength(5)
  })

  test('knows one product where the file has two spellings of it', async () => {
    const metric = (id: string, product: string) => `
  - id: ${id}
    name: ${product}
    objective: How many deals are about this product?
    indicator: input
    question: pipeline-creation
    unit: count
    of: { from: deal, where: [{ field: product, is: ${product} }], date: createdAt }`
    const added = `metrics:${metric('as-listed', 'GTX Pro')}${metric('as-written', 'GTXPro')}`
    const floor = join(folder, 'floor.yaml')
    writeFileSync(floor, readFileSync(example('floor.yaml'), 'utf8').replace('metrics:', added))
    expect(await runApply(floor, { feed: feed.url }, terminal)).toBe(0)
    expect((await ask('as-listed', 'org', 'window=all')).total).toBe(
      deals.filter(({ product }) => product === 'GTXPro' || product === 'GTX Pro').length,
    )
    expect((await ask('as-written', 'org', 'window=all')).total).toBe(0)
  })

  test.each(['revenue', 'offices', 'over-the-line', 'win-rate', 'teams'])(
    'fills the board %s',
    async (board) => {
      const answer = await fetch(`${feed.url}/api/v1/boards/${board}`)
      const view = BoardView.parse(await answer.json())
      expect(Object.keys('rows' in view ? view.rows : {}).length).toBeGreaterThan(2)
    },
  )
})
