import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import {
  csvOf,
  dealMapping,
  floorWithTable,
  openTableRig,
  type TableRig,
  wonRow,
} from '../../../test/tables/open-table-rig.ts'
import { workbookOf } from '../../../test/tables/workbook-of.ts'

const second = 1000
let rig: TableRig
/** By the machine's clock, as files are: nobody has written to them for a minute. */
let fileNow = 0
afterEach(() => rig.close())

const start = async (more = '', mapping = dealMapping) => {
  fileNow = Date.now() + 60 * second
  const text = floorWithTable(`{ kind: folder, folder: exports/crm${more} }`, mapping)
  rig = await openTableRig(text, { fileNow: () => fileNow })
  await rig.after(0)
}
const pathOf = (name: string): string => join(rig.base, 'exports/crm', name)
/** `age`: how long nobody has written to it, in seconds. */
const put = (name: string, body: string | Buffer, age = 60): void => {
  mkdirSync(join(rig.base, 'exports/crm'), { recursive: true })
  writeFileSync(pathOf(name), body)
  const at = (fileNow - age * second) / 1000
  utimesSync(pathOf(name), at, at)
}
const look = (): Promise<void> => rig.after(10 * second)
const ids = (): string[] => [...rig.facts().keys()].sort()

describe('a watched folder', () => {
  test('[N57] is made where it is named; the newest file in it is the whole table, and stays where it is', async () => {
    await start()
    expect(rig.health).toMatchObject({ state: 'refused', place: 'exports/crm/*' })
    expect(rig.health.trouble?.what).toMatch(/No file .* lies in “exports\/crm”/)
    put('monday.csv', csvOf([wonRow('a'), wonRow('b')]), 600)
    await rig.after(6 * 60 * second)
    expect(ids()).toEqual(['a', 'b'])
    put('tuesday.csv', csvOf([wonRow('b'), wonRow('c')]), 300)
    await look()
    expect(ids()).toEqual(['b', 'c'])
    put('wednesday.xlsx', workbookOf({ Deals: [csvOf([]).trim().split(','), wonRow('d'), wonRow('c')] }), 200)
    await look()
    expect(ids()).toEqual(['c', 'd'])
    const written = rig.written()
    // The same once more, under another name.
    put('copy.xlsx', workbookOf({ Deals: [csvOf([]).trim().split(','), wonRow('d'), wonRow('c')] }), 100)
    await look()
    await rig.restart()
    await look()
    expect(rig.written()).toBe(written)
    expect(rig.health).toMatchObject({ state: 'ok', readAt: rig.clock.now() })
    // All of them are gone: nothing is withdrawn.
    rmSync(join(rig.base, 'exports/crm'), { recursive: true })
    await look()
    expect(rig.health.state).toBe('refused')
    expect(ids()).toEqual(['c', 'd'])
  })

  test('[N57] all files together are one table where that is said, and of a row that two have the newer counts', async () => {
    await start(', files: deals-*.csv, which: all')
    put('deals-1.csv', csvOf([wonRow('a', '1'), wonRow('b', '1')]), 200)
    put('deals-2.csv', csvOf([wonRow('b', '2'), wonRow('c', '2')]), 100)
    put('calls.csv', 'Nothing,of,this\n')
    await rig.after(6 * 60 * second)
    expect([...rig.facts().values()].map((fact) => fact.type === 'deal' && fact.amount?.minor)).toEqual([
      100, 200, 200,
    ])
    rmSync(pathOf('deals-2.csv'))
    await look()
    expect(ids()).toEqual(['a', 'b'])
    expect(rig.facts().get('b')).toMatchObject({ amount: { minor: 100 } })
  })

  test('[N57] a file that somebody is writing is left alone until it has come to rest', async () => {
    await start()
    put('a.csv', csvOf([wonRow('a')]), 600)
    await rig.after(6 * 60 * second)
    const whole = csvOf([wonRow('b'), wonRow('c')])
    put('b.csv', whole.slice(0, 70), 1)
    await look()
    expect(ids()).toEqual(['a'])
    appendFileSync(pathOf('b.csv'), whole.slice(70))
    utimesSync(pathOf('b.csv'), fileNow / 1000, fileNow / 1000)
    await look()
    expect(ids()).toEqual(['a'])
    fileNow += 4 * second
    await look()
    expect(ids()).toEqual(['b', 'c'])
    for (const name of ['~$c.xlsx', '.c.csv.swp', 'c.csv.part', 'c.crdownload'])
      put(name, csvOf([wonRow('x')]))
    await look()
    expect(ids()).toEqual(['b', 'c'])
  })

  test('[N57] what is too large, a link that leads out of it, and what is no table are told and not read', async () => {
    await start()
    put('a.csv', csvOf([wonRow('a')]), 600)
    await rig.after(6 * 60 * second)
    const refuses = async (words: RegExp): Promise<void> => {
      await rig.after(6 * 60 * second)
      expect(rig.health.trouble?.what).toMatch(words)
      expect(ids()).toEqual(['a'])
    }
    put('b.csv', '')
    truncateSync(pathOf('b.csv'), 65 * 1024 * 1024)
    utimesSync(pathOf('b.csv'), fileNow / 1000 - 50, fileNow / 1000 - 50)
    await refuses(/“b\.csv” is larger than 64 MB/)
    put('b.csv', Buffer.from(Array.from({ length: 5000 }, (_, nth) => (nth * 7919) % 256)), 40)
    await refuses(/“b\.csv” /)
    put('b.csv', 'PK\u0003\u0004 and then nothing', 30)
    await refuses(/The workbook is damaged/)
    rmSync(pathOf('b.csv'))
    symlinkSync('/etc/passwd', pathOf('passwd.csv'))
    await rig.after(6 * 60 * second)
    expect(rig.health).toMatchObject({ state: 'ok', trouble: null })
    rmSync(join(rig.base, 'exports'), { recursive: true })
    const elsewhere = mkdtempSync(join(tmpdir(), 'floorboard-elsewhere-'))
    symlinkSync(elsewhere, join(rig.base, 'exports'))
    await refuses(/leads out/)
    expect(readdirSync(elsewhere)).toEqual([])
    rmSync(elsewhere, { recursive: true })
  })
})
