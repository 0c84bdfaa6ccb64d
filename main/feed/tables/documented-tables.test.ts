// What docs/tables.md shows can be used as it stands there.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { tableFaults } from '../../../shared/domain/floor-file/table-faults.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { tableMapping } from './table-mapping.ts'

test('its entries are entries, and their mappings can be used', () => {
  const written = parse(/```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/tables.md', 'utf8'))?.[1] ?? '')
  const floor = { name: 'Floor', timeZone: 'UTC', currency: 'USD' }
  const file = FloorFile.parse({ floor, ...written })
  expect(file.tables.map(({ from }) => from.kind)).toEqual(['address', 'folder', 'postgres'])
  expect(tableFaults(file)).toEqual([])
  for (const { id, mapping } of file.tables)
    expect(tableMapping({ mapping, source: id, floor }), id).toMatchObject({ source: id, currency: 'USD' })
})
