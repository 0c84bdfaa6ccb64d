// The examples of docs/import.md: what each adds to the mapping that they stand on, its files, and what its rows become.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { columnsIn } from '../../../../shared/domain/facts/mapping-columns.ts'
import { lookBefore } from './look-before.ts'
import { openCsv } from './open-csv.ts'
import { readMapping } from './read-mapping.ts'
import { createRowToFact } from './row-to-fact.ts'

const page = readFileSync(new URL('../../../../docs/import.md', import.meta.url), 'utf8')

interface Block {
  readonly language: string
  /** Of a second file. */
  readonly name: string
  readonly text: string
}

const blocks = [...page.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', name = '', text = '']): Block => ({ language, name, text }),
)

interface Example {
  readonly mapping: string
  readonly files: readonly Block[]
  readonly rows: string
  readonly becomes: readonly unknown[]
}

/** Each ends in its results, and begins with the last mapping before them. */
const examples = blocks.flatMap((result, end): Example[] => {
  if (result.language !== 'json') return []
  const start = blocks.slice(0, end).findLastIndex(({ language }) => language === 'yaml')
  const files = blocks.slice(start + 1, end)
  return [
    {
      mapping: blocks[start]?.text ?? '',
      files: files.filter(({ name }) => name !== ''),
      rows: files.find(({ name }) => name === '')?.text ?? '',
      becomes: result.text
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    },
  ]
})

/** The block before that of the first example. */
const first = blocks.findIndex(({ language }) => language === 'json')
const base: Record<string, unknown> = parse(
  blocks
    .slice(
      0,
      blocks.slice(0, first).findLastIndex(({ language }) => language === 'yaml'),
    )
    .at(-1)?.text ?? '',
)

const folder = mkdtempSync(join(tmpdir(), 'floorboard-documented-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mappingOf = (added: string) => {
  const more: Record<string, unknown> = parse(added)
  const fields = more['type'] ? more['fields'] : Object.assign({}, base['fields'], more['fields'])
  const reading = readMapping(stringify({ ...base, ...more, fields }))
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.mapping
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('the page has an example of every word that changes how cells are read', () => {
  const words =
    'nothing when is deleted lookup language time dateFormat scale as unit clock separator share values currency'.split(
      ' ',
    )
  const shown = examples.map(({ mapping }) => mapping).join('\n')
  expect(words.filter((word) => !new RegExp(`\\b${word}:`).test(shown))).toEqual([])
  expect(examples.length).toBeGreaterThan(12)
})

test.each(examples)('$mapping', async ({ mapping: added, files, rows, becomes }) => {
  for (const { name, text } of files) writeFileSync(join(folder, name), text)
  const path = join(folder, 'rows.csv')
  writeFileSync(path, rows)
  const mapping = mappingOf(added)
  const file = await openCsv(path, { wanted: columnsIn(mapping) })
  const again = async () => (await openCsv(path, { wanted: [] })).rows
  const found = await lookBefore(mapping, folder, { header: file.header, again })
  const toFact = createRowToFact(mapping, file.header, found)
  const results: unknown[] = []
  for await (const batch of file.rows)
    for (const { cells } of batch) {
      const made = toFact(cells)
      if (made.kind === 'fact') results.push(plain(made.fact))
      else if (made.kind === 'withdrawal') results.push({ withdrawn: made.withdrawal.id })
      else results.push(made.kind === 'refused' ? { refused: made.reason } : { passedOver: true })
    }
  expect(becomes).toHaveLength(2)
  expect(results).toMatchObject(becomes)
})
