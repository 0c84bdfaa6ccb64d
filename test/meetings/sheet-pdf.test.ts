// Printed sheets, with the fonts as the build makes them.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openSheetFonts } from '../../main/feed/meetings/sheet-fonts.ts'
import { sheetPdf } from '../../main/feed/meetings/sheet-pdf.ts'
import type { BoardOnPaper } from '../../shared/domain/meetings/board-table.ts'
import type { MeetingSheet } from '../../shared/domain/meetings/meeting-sheet.ts'
import { placedTextOfPdf, textOfPdf } from '../feed/text-of-pdf.ts'

const folder = fileURLToPath(new URL('../../dist/sheet-fonts', import.meta.url))

const sheet = (more: Partial<MeetingSheet> = {}): MeetingSheet => ({
  locale: 'de-DE',
  direction: 'ltr',
  over: 'Größe & Söhne',
  title: 'Montagsrunde',
  about: 'Montag, 23. November 2026, 9:00',
  boards: [],
  withheld: null,
  actions: { heading: 'Beim letzten Mal vereinbart', items: [], none: 'Nichts ist offen.' },
  notes: { heading: 'Notiert', items: [] },
  today: { heading: 'Bisher festgehalten', items: [] },
  room: { decisions: 'Heute entschieden', agreed: 'Zu tun' },
  foot: 'Zahlen vom 23. Nov.',
  ...more,
})
const board = (title: string, rows: readonly (readonly string[])[]): BoardOnPaper => ({
  title,
  about: 'Q4 2026',
  lines: [],
  table: {
    columns: [
      { label: 'Wer', isNumber: false },
      { label: 'Abschlüsse', isNumber: true },
    ],
    rows: rows.map((cells) => ({ cells, isTotal: false })),
  },
})
const print = async (of: MeetingSheet): Promise<Buffer> => sheetPdf(of, openSheetFonts(folder, of.locale))

test('[L26] every script of the fonts is printed, several words of a right-to-left name in their own order', async () => {
  const names = ['Żółć Größe', 'Nguyễn Thị', 'Ελένη', 'Наталья', 'प्रिया', 'สมชาย', '陈美玲', '佐藤', '김민준']
  const pdf = await print(
    sheet({
      boards: [
        board(
          'Wer',
          names.map((name) => [name, '1.234 €']),
        ),
      ],
    }),
  )
  const text = (await textOfPdf(new Uint8Array(pdf))).normalize('NFC')
  for (const name of ['Żółć Größe', 'Nguyễn Thị', 'Ελένη', 'Наталья', '陈美玲', '佐藤', '김민준'])
    expect(text).toContain(name.normalize('NFC'))
  expect(text).not.toContain('?')
  // What is embedded is a subset of its own.
  expect(pdf.length).toBeLessThan(200_000)
  const rightToLeft = await print(
    sheet({
      boards: [
        board('Wer', [
          ['דוד כהן', '1'],
          ['فاطمة الزهراء', '2'],
        ]),
      ],
    }),
  )
  const hebrew = await textOfPdf(new Uint8Array(rightToLeft))
  expect(hebrew).toMatch(/דוד/)
  expect(hebrew).toMatch(/כהן/)
})

test('[L31] on a floor from right to left all of it begins at the right, and numbers end at the left', async () => {
  const boards = [board('Results', [['Noa', '123']])]
  const placed = async (more: Partial<MeetingSheet>) => {
    const { pieces, pageWidth } = await placedTextOfPdf(
      new Uint8Array(await print(sheet({ boards, ...more }))),
    )
    const of = (text: string) => {
      const found = pieces.find((piece) => piece.text === text)
      if (!found) throw new Error(`"${text}" is not on the page`)
      return { start: found.left, end: pageWidth - found.right }
    }
    return { title: of('Montagsrunde'), board: of('Results'), name: of('Noa'), number: of('123') }
  }
  const there = await placed({})
  const here = await placed({ locale: 'he-IL', direction: 'rtl' })
  for (const part of ['title', 'board', 'name', 'number'] as const) {
    expect(here[part].end).toBeCloseTo(there[part].start, 1)
    expect(here[part].start).toBeCloseTo(there[part].end, 1)
  }
  expect(here.number.end).toBeGreaterThan(here.name.end)
})

test('[L26] what no font has is a question mark, and what is invisible is nothing', async () => {
  const text = await textOfPdf(
    new Uint8Array(await print(sheet({ boards: [board('Wer', [['Ana\u202E 🎉 Ruiz', '1']])] }))),
  )
  expect(text).toContain('Ana ? Ruiz')
})

test('[L25] a table that is longer than its page goes on on the next, each row once', async () => {
  const rows = Array.from({ length: 90 }, (_, nth) => [`Person ${nth + 1}.`, `${nth}`])
  const pdf = await print(sheet({ boards: [board('Alle', rows)] }))
  const text = await textOfPdf(new Uint8Array(pdf))
  for (const [name = ''] of rows) expect(text.split(`${name} `)).toHaveLength(2)
  expect(text).toContain('Alle …')
  expect(text).toMatch(/1 \/ 3/)
})

test('[L25] words of any length stay on the page', async () => {
  const long = 'Donaudampfschifffahrt'.repeat(30)
  const items = [{ text: `${long}\n${'ein Wort '.repeat(200)}`, about: long, isDone: false }]
  const wide = { ...board(long, [[long, '1'.repeat(60)]]), lines: [long] }
  const pdf = await print(
    sheet({ title: long, boards: [wide], actions: { ...sheet().actions, items }, withheld: long }),
  )
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})
