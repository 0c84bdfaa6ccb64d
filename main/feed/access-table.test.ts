import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { apiAccess, pageAccess } from './access/route-access.ts'
import { consoleAccess } from './socket/console-namespace.ts'
import type { NamespaceAccess } from './socket/guard-namespace.ts'
import { tvAccess } from './socket/tv-namespace.ts'

const ofSocket = (name: string, { connect, events }: NamespaceAccess): [string, string][] => [
  [`${name} connect`, connect],
  ...Object.entries(events).map(([event, need]): [string, string] => [`${name} ${event}`, need]),
]

const rows: readonly [string, string][] = [
  ...Object.entries(apiAccess),
  ...Object.entries(pageAccess),
  ...ofSocket('socket /tv', tvAccess),
  ...ofSocket('socket /console', consoleAccess),
]

const table = (): string => {
  const cells = [['route or message', 'asks for'], ...rows.map((row) => row.map((cell) => `\`${cell}\``))]
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[], fill = ' ') =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |\n`
  const [head = [], ...rest] = cells
  return [line(head), line(['', ''], '-'), ...rest.map((row) => line(row))].join('')
}

const page = 'docs/access.md'
const tablePattern = /^\| route or message[\s\S]*?\n(?!\|)/m

test('docs/access.md has the table of who may call what; FLOORBOARD_WRITE_TABLES=1 writes it', () => {
  if (process.env['FLOORBOARD_WRITE_TABLES'] === '1')
    writeFileSync(page, `${readFileSync(page, 'utf8')}`.replace(tablePattern, table()))
  expect(readFileSync(page, 'utf8')).toContain(table())
})
