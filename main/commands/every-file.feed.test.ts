// Every file of the optional test data goes through the command into a feed: five of a CRM through mappings that say what they
// mean, and those that others found hard through one that is made of their header.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { MetricAnswer } from '../../shared/wire/query.ts'
import { samples, samplesIn, samplesPresent } from '../../test/feed/data-samples.ts'
import { startFeed } from '../feed/feed.ts'
import type { Feed } from '../feed/feed-config.ts'
import { CsvProblem } from '../feed/ingest/csv/csv-problem.ts'
import { openCsv } from '../feed/ingest/csv/open-csv.ts'
import { runApply } from './apply.ts'
import { runImport } from './import.ts'

/** Rows whose quotes or cells do not come out right, that lack an id, or that hold more text than a field takes. */
const refused: ReadonlyMap<string, number> = new Map([
  ['csv-test-data/csv/bad-header-less-fields.csv', 1],
  ['csv-test-data/csv/bad-header-more-fields.csv', 1],
  ['csv-test-data/csv/bad-missing-quote.csv', 1],
  ['csv-test-data/csv/bad-quotes-with-unescaped-quote.csv', 1],
  ['csvtojson/data#139', 3],
  ['csvtojson/dataIgnoreEmpty', 1],
  ['csvtojson/dataWithAutoDelimiter', 1],
  ['csvtojson/dataWithComma', 3],
  ['csvtojson/dataWithLongRow', 1],
  ['csvtojson/dataWithMismatchedColumn', 1],
  ['csvtojson/dataWithQoutes', 1],
  ['csvtojson/dataWithSlashEscape', 1],
  ['csvtojson/dataWithSlashEscapeAndDelimiterBetweenQuotes', 1],
  ['csvtojson/dataWithUnclosedQuotes', 2],
  ['csvtojson/invalidHeader', 1],
  ['csvtojson/noheaderWithVaryColumnNum', 1],
  ['csvtojson/pipeAsQuote', 1],
  ['csvtojson/quoteTolerant', 1],
  ['papaparse/sample-header.csv', 1],
  ['papaparse/verylong-sample.csv', 4],
  ['ya-csv/crazy.csv', 1],
])

const folder = mkdtempSync(join(tmpdir(), 'floorboard-every-file-'))
const inFolder = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const floorText = `
floor: { name: Test, timeZone: UTC, currency: USD }
people: [{ id: ana, name: Ana }]
metrics:
  - id: series-won
    name: Won, by series
    objective: What sells?
    indicator: output
    question: results
    unit: count
    of: { from: deal, where: [{ field: status, is: won }, { field: fields.Office, is: Central }, { field: fields.Series, is: GTX }], date: closedAt }
`

describe.skipIf(!samplesPresent)('every file of the test data', () => {
  let feed: Feed
  let text = ''
  const terminal = {
    out: (written: string) => {
      text += written
    },
    err: () => undefined,
    watched: false,
  }
  beforeAll(async () => {
    feed = await startFeed({
      dataDir: join(folder, 'data'),
      host: '127.0.0.1',
      port: 0,
      clock: { now: () => Date.parse('2018-01-02T09:00:00Z') },
      logger: pino({ level: 'silent' }),
      rendererDir: null,
      version: '0.0.0',
    })
    expect(await runApply(inFolder('floor.yaml', floorText), { feed: feed.url }, terminal)).toBe(0)
  })
  afterAll(async () => {
    await feed.close()
    rmSync(folder, { recursive: true })
  })

  const importFile = async (path: string, mapping: object) => {
    text = ''
    const map = inFolder('map.yaml', stringify(mapping))
    const exit = await runImport(path, { map, feed: feed.url, json: true }, terminal)
    return { exit, ...JSON.parse(text) }
  }

  const maven = (name: string) => resolve(samples, 'maven', name)
  const nobody = [{ rep: { constant: 'ana' } }]
  const call = { kind: { constant: 'row' }, at: { constant: '2017-12-20' } }
  const rowsOf = (name: string): string[][] =>
    readFileSync(maven(name), 'utf8')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','))

  test.each([
    [
      'accounts.csv',
      'account',
      { Revenue: { column: 'revenue', as: 'number' }, Staff: { column: 'employees', as: 'number' } },
    ],
    ['products.csv', 'product', { Price: { column: 'sales_price', as: 'number' } }],
    ['sales_teams.csv', 'sales_agent', { Office: 'regional_office', Manager: 'manager' }],
    ['data_dictionary.csv', ['Table', 'Field'], { Meaning: 'Description' }],
  ])('%s of the CRM', async (name, id, fields) => {
    const mapping = {
      source: name,
      type: 'activity',
      id,
      decimal: '.',
      fields: { ...call, fields },
      credits: nobody,
    }
    expect(await importFile(maven(name), mapping)).toMatchObject({ exit: 0, accepted: rowsOf(name).length })
  })

  test('its deals, with the offices and series of the other files', async () => {
    const lookup = (file: string, key: string, value: string) => ({ file: `${maven(file)}`, key, value })
    const product = { column: 'product', aliases: { GTXPro: 'GTX Pro' } }
    const mapping = {
      source: 'crm',
      type: 'deal',
      id: 'opportunity_id',
      currency: 'USD',
      fields: {
        status: {
          column: 'deal_stage',
          values: { won: ['Won'], lost: ['Lost'], open: ['Prospecting', 'Engaging'] },
        },
        product,
        amount: 'close_value',
        createdAt: 'engage_date',
        closedAt: 'close_date',
        fields: {
          Office: {
            column: 'sales_agent',
            lookup: lookup('sales_teams.csv', 'sales_agent', 'regional_office'),
          },
          Series: { column: 'product', lookup: lookup('with-alias.csv', 'product', 'series') },
        },
      },
      credits: [{ rep: 'sales_agent' }],
    }
    const aliased = `${readFileSync(maven('products.csv'), 'utf8').trimEnd()}\r\nGTXPro,GTX,4821\r\n`
    mapping.fields.fields.Series.lookup.file = inFolder('with-alias.csv', aliased)
    expect(await importFile(maven('sales_pipeline.csv'), mapping)).toMatchObject({ exit: 0, accepted: 8800 })

    const central = new Set(
      rowsOf('sales_teams.csv').flatMap(([rep, , office]) => (office === 'Central' ? [rep] : [])),
    )
    const counted = rowsOf('sales_pipeline.csv').filter(
      ([, rep, sold, , stage]) => stage === 'Won' && central.has(rep) && sold?.startsWith('GTX'),
    )
    const answer = await fetch(`${feed.url}/api/v1/metrics/series-won?by=org&window=all`)
    expect(MetricAnswer.parse(await answer.json()).total).toBe(counted.length)
  })

  const edgeCases = join(samples, 'csv-edge-cases')
  test.each(samplesIn(edgeCases))('%s is imported, or one sentence says why not', async (name) => {
    const path = join(edgeCases, name)
    const file = await openCsv(path, { wanted: [] }).catch((error: unknown) => error)
    if (file instanceof CsvProblem) {
      const map = { source: name, type: 'activity', id: 'any', fields: call, credits: nobody }
      expect(await importFile(path, map)).toMatchObject({ exit: 2, error: file.message })
      return
    }
    if (!(typeof file === 'object' && file && 'header' in file)) throw file
    const opened = await openCsv(path, { wanted: [] })
    const rows = []
    for await (const batch of opened.rows) rows.push(...batch)
    const { header } = opened
    const columns = header.filter(
      (column) => column !== '' && header.indexOf(column) === header.lastIndexOf(column),
    )
    const [id = ''] = columns
    const own = Object.fromEntries(columns.map((column) => [column.slice(0, 120), { column }]))
    const mapping = {
      source: name,
      type: 'activity',
      id,
      fields: { ...call, fields: own },
      credits: nobody,
    }
    const result = await importFile(path, mapping)
    const told = result.accepted + result.unchanged + result.rejected.length
    expect(told).toBe(rows.length)
    expect([name, result.rejected.length, result.notes]).toEqual([name, refused.get(name) ?? 0, []])
  })
})
