// That the page about boards shows every kind, and that its lines make the boards it says they make.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { demoFloorText } from '../../main/feed/demo/demo-floor.ts'
import { readFloorFile } from '../../main/feed/floor-file/read-floor-file.ts'
import { kinds } from '../../renderer/gallery/catalogue.ts'
import { Board } from '../../shared/wire/floor.ts'

const page = readFileSync('docs/boards.md', 'utf8')
const lines = [...page.matchAll(/```yaml\n(- [\s\S]*?)```/g)].flatMap(
  ([, text]) => parse(text ?? '') as unknown[],
)

test('every kind of board is on the page, with a picture', () => {
  const every = Board.options.map((option) => option.shape.kind.value)
  expect(lines.map((board) => (board as { kind: string }).kind).sort()).toEqual([...every].sort())
  expect([...kinds].sort()).toEqual([...every].sort())
  const pictures = [...page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => `docs/${path}`)
  expect(pictures).toEqual(expect.arrayContaining(every.map((kind) => `docs/boards/${kind}.jpg`)))
  expect(pictures.filter((path) => !existsSync(path))).toEqual([])
})

test('the lines can be pasted into the demo floor, which has no board of the same id', () => {
  const demo = readFloorFile(demoFloorText)
  const taken = new Set(demo.ok ? demo.file.boards.map(({ id }) => id) : [])
  expect(taken.size).toBeGreaterThan(0)
  expect(lines.map((board) => (board as { id: string }).id).filter((id) => taken.has(id))).toEqual([])
})

test('the lines make boards of the demo floor', () => {
  const floor = {
    ...(parse(demoFloorText) as object),
    boards: lines,
    cadences: [],
    celebrations: [],
    playlists: [],
    screens: [],
  }
  const reading = readFloorFile(JSON.stringify(floor))
  expect(reading.ok ? [] : reading.errors).toEqual([])
})
