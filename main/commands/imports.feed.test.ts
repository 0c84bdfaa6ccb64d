import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listening } from '../../test/commands/listening.ts'
import { startTestFeed, type TestFeed } from '../../test/feed/start-test-feed.ts'
import { systemClock } from '../feed/clock.ts'
import { newFloorText } from '../feed/new-floor.ts'
import { runApply } from './apply.ts'
import { type ImportOptions, runImport } from './import.ts'
import type { Terminal } from './options.ts'
import { runUndo, type UndoOptions } from './undo.ts'
import { runWithdraw, type WithdrawOptions } from './withdraw.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-imports-'))
const inFolder = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

let feed: TestFeed
beforeAll(async () => {
  feed = await startTestFeed({
    dataDir: join(folder, 'data'),
    clock: systemClock,
    firstFloorText: newFloorText,
  })
  const floor = inFolder(
    'floor.yaml',
    `floor: { name: Test, timeZone: UTC, currency: USD, stages: [New, Offer] }
people: [{ id: ana, name: Ana }]
metrics:
  - id: revenue
    name: Won revenue
    objective: How much did we win?
    question: results
    indicator: output
    unit: money
    window: quarter
    of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } }
  - id: wins
    name: Wins
    objective: How many did we win?
    question: results
    indicator: output
    unit: count
    of: { from: deal, where: [{ field: status, is: won }], date: closedAt }
  - id: size
    name: Average deal
    objective: How large are they?
    question: results
    indicator: output
    unit: money
    of: { ratio: [revenue, wins] }
`,
  )
  const { written, terminal } = listening()
  expect([await runApply(floor, { feed: feed.url }, terminal), written.err]).toEqual([
    0,
    '1 person and 3 metrics; now on the walls.\nsettings changed (name and stages); 1 person added (Ana); 3 metrics added (Won revenue, Wins, and Average deal).\n',
  ])
})
afterAll(async () => {
  await feed.close()
  rmSync(folder, { recursive: true })
})

const today = new Date().toISOString().slice(0, 10)

/** Rows of `id,amount`, won today. */
const importRows = async (
  source: string,
  rows: readonly string[],
  more: Partial<ImportOptions> = {},
  ask?: Terminal['ask'],
) => {
  const { written, terminal } = listening(ask)
  const map = inFolder(
    `${source}.yaml`,
    `source: ${source}
type: deal
id: Id
currency: USD
decimal: "."
fields: { status: { constant: won }, stage: Stage, amount: Amount, closedAt: Closed }
credits: [{ rep: Owner }]
`,
  )
  const lines = rows.map((row) => {
    const [id = '', amount = '', owner = 'ana', stage = ''] = row.split(',')
    return `${id},${owner},${amount},${today},${stage}`
  })
  const csv = inFolder(`${source}.csv`, `Id,Owner,Amount,Closed,Stage\n${lines.join('\n')}\n`)
  const exit = await runImport(csv, { map, feed: feed.url, ...more }, terminal)
  const id = /floorboard undo ([0-9a-f]{8}) /.exec(written.err)?.[1]
  return { ...written, exit, id }
}
const undo = async (id: string | undefined, more: Partial<UndoOptions> = {}) => {
  const { written, terminal } = listening()
  return { exit: await runUndo(id, { feed: feed.url, ...more }, terminal), ...written }
}
const withdraw = async (given: Partial<WithdrawOptions>, ask?: Terminal['ask']) => {
  const { written, terminal } = listening(ask)
  const exit = await runWithdraw({ feed: feed.url, source: 'crm', ...given }, terminal)
  return { ...written, exit }
}

const total = async (metric: string): Promise<number | null> => {
  const answer = await fetch(`${feed.url}/api/v1/metrics/${metric}?window=all&by=org`)
  return (await answer.json()).total
}
const lastSeq = async (): Promise<number> => {
  const health = await fetch(`${feed.url}/healthz`)
  return (await health.json()).seq
}

describe('import --check', () => {
  test('[F82] says what would change on which metric, and keeps nothing', async () => {
    await importRows('checked', ['1,100', '2,200'])
    const before = [await lastSeq(), await total('revenue'), await total('wins')]
    const { exit, out, err } = await importRows('checked', ['1,100', '2,250.50', '3,50', '4,x'], {
      check: true,
    })
    expect(out.split('\n')).toEqual([
      'line 5: Amount "x" is not an amount',
      'new 1',
      'changed 1',
      'unchanged 1',
      'rejected 1',
      expect.stringMatching(/^Won revenue: Q\d 20\d\d \$300 → \$400\.50$/),
      expect.stringMatching(/^Wins: Q\d 20\d\d 2 → 3$/),
      expect.stringMatching(/^Average deal: Q\d 20\d\d \$150 → \$133\.50$/),
      '',
    ])
    expect([exit, err]).toEqual([1, 'This was a check: nothing was changed.\n'])
    expect([await lastSeq(), await total('revenue'), await total('wins')]).toEqual(before)
    await withdraw({ source: 'checked', yes: true })
  })

  test('[F82] says what the import then does, and an undoing takes back', async () => {
    await importRows('told', ['1,10', '2,20,bo', '3,30'])
    const rows = [
      '1,11',
      '3,30',
      ...Array.from({ length: 1500 }, (_, i) => `n${i},${i % 97}.25,${i % 2 ? 'ana' : 'bo'}`),
    ]
    const changes = ({ out }: { readonly out: string }) =>
      out.split('\n').filter((line) => line.includes('→'))
    const turned = (line: string) => line.replace(/(\S+) → ([^;\s]+)/g, '$2 → $1')
    const check = await importRows('told', rows, { check: true, replace: true })
    expect(changes(check)).toHaveLength(3)
    const { id } = await importRows('told', rows, { replace: true, yes: true })
    expect(changes(await importRows('told', rows, { check: true, replace: true }))).toEqual([])
    expect(changes(await undo(id, { check: true })).map(turned)).toEqual(changes(check))
    await undo(id)
    expect(changes(await importRows('told', rows, { check: true, replace: true }))).toEqual(changes(check))
    await withdraw({ source: 'told', yes: true })
  })

  test('of what is there already says that no metric would change', async () => {
    await importRows('same', ['1,100'])
    expect((await importRows('same', ['1,100'], { check: true })).out).toBe(
      'new 0\nchanged 0\nunchanged 1\nrejected 0\nno metric would change\n',
    )
    await withdraw({ source: 'same', yes: true })
  })

  test('counts a row that comes twice once, by the later one', async () => {
    const { out, err } = await importRows('twice', ['1,100', '1,70'], { check: true })
    expect(out).toContain('new 1\nchanged 0\nunchanged 0\nrejected 0\nWon revenue: ')
    expect(out).toMatch(/ \$0 → \$70$/m)
    expect(err).toContain('the id "1" is that of line 2 too')
  })

  test('[F82] what others write meanwhile makes no difference to it', async () => {
    const opened = await fetch(`${feed.url}/api/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ source: 'slow', type: 'deal', name: 'slow.csv', check: true }),
    })
    const { id } = await opened.json()
    const wins = await total('wins')
    await importRows('meanwhile', ['1,10', '2,20'])
    const ended = await fetch(`${feed.url}/api/v1/imports/${id}/end`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(await ended.json()).toEqual({
      withdrawal: { facts: 0, of: 0 },
      forecast: { added: 0, changed: 0, metrics: [] },
    })
    expect(await total('wins')).toBe((wins ?? 0) + 2)
    await withdraw({ source: 'meanwhile', yes: true })
  })

  test('without a feed says how the file is read', async () => {
    const { exit, out, err } = await importRows('alone', ['1,100', '2,x'], {
      check: true,
      feed: 'http://127.0.0.1:9',
    })
    expect(exit).toBe(1)
    expect(out).toMatch(/^line 3: Amount "x".*\nread 1\nunchanged 0\nrejected 1\n$/)
    expect(err).toContain('What would change is not known; this is how the file is read.')
  })
})

describe('import --replace', () => {
  const ten = Array.from({ length: 10 }, (_, i) => `r${i},10`)

  test('[F83] withdraws what the file lacks, and nothing of refused rows', async () => {
    await importRows('replaced', ten)
    const wins = await total('wins')
    const rows = [...ten.slice(0, 8), 'r8,x']
    const check = await importRows('replaced', rows, { replace: true, check: true })
    expect(check.out).toContain('new 0\nchanged 0\nunchanged 8\nwithdrawn 1\nrejected 1\nWon revenue: ')
    expect(await total('wins')).toBe(wins)
    const { exit, out } = await importRows('replaced', rows, { replace: true })
    expect(exit).toBe(1)
    expect(out).toContain('accepted 0\nunchanged 8\nwithdrawn 1\nrejected 1\n')
    expect(await total('wins')).toBe((wins ?? 0) - 1)
  })

  test('[F83] asks before more than a fifth goes, whatever the file adds', async () => {
    const wins = await total('wins')
    const rows = [...ten.slice(0, 3), ...Array.from({ length: 40 }, (_, i) => `new${i},1`)]
    const refused = await importRows('replaced', rows, { replace: true })
    expect(refused).toMatchObject({
      exit: 1,
      out: 'accepted 40\nunchanged 3\nwithdrawn 0\nrejected 0\n',
      err: expect.stringContaining(
        '6 of 9 facts of the source are not in the file: more than a fifth.\nNone was withdrawn. With --yes they are.\n',
      ),
    })
    expect(await total('wins')).toBe((wins ?? 0) + 40)
    const questions: string[] = []
    const agreed = await importRows('replaced', ten.slice(0, 3), { replace: true }, async (question) => {
      questions.push(question)
      return true
    })
    expect(agreed).toMatchObject({ exit: 0, out: 'accepted 0\nunchanged 3\nwithdrawn 46\nrejected 0\n' })
    expect(questions).toEqual(['Withdraw them?'])
  })

  test('[F83] withdraws nothing where a refused row has no id', async () => {
    const { exit, out, err } = await importRows('replaced', ['r0,10', ',5'], { replace: true, yes: true })
    expect(exit).toBe(1)
    expect(out).toContain('accepted 0\nunchanged 1\nrejected 1\n')
    expect(err).toContain('Nothing is withdrawn: rows were refused whose ids are not known')
    await withdraw({ source: 'replaced', yes: true })
  })
})

describe('undo', () => {
  test('[F85] what was new goes, what was there is as it was, and what changed since stays', async () => {
    await importRows('undone', ['1,100,ana,New', '2,100'])
    const revenue = await total('revenue')
    const { id, out } = await importRows('undone', ['1,500,ana,Offer', '2,500', '3,500', '4,500'])
    expect(out).toBe('accepted 4\nunchanged 0\nrejected 0\n')
    await importRows('undone', ['2,1'])
    const check = await undo(id, { check: true })
    expect(check).toMatchObject({
      exit: 1,
      err: '1 fact has changed since and stays as it is: 2\nThis was a check: nothing was changed.\n',
    })
    expect(check.out).toMatch(/^restored 1\nwithdrawn 2\nWon revenue: /)
    expect(await undo(id)).toEqual({
      exit: 1,
      out: 'restored 1\nwithdrawn 2\n',
      err: '1 fact has changed since and stays as it is: 2\n',
    })
    expect(await total('revenue')).toBe((revenue ?? 0) - 9900)
    const again = await undo(id)
    expect(again).toMatchObject({ exit: 2, err: expect.stringContaining('was undone already, at 20') })
  })

  test('[F85] the same file can be imported again afterwards, of the same versions too', async () => {
    await importRows('again', ['1,100'])
    const { id } = await importRows('again', ['1,200', '2,200'])
    expect((await undo(id)).out).toBe('restored 1\nwithdrawn 1\n')
    expect((await importRows('again', ['1,200', '2,200'])).out).toContain('accepted 2\n')
    await withdraw({ source: 'again', yes: true })
  })

  test('[F85] a row of a version is undone to the version before, and its source may send it again', async () => {
    const post = async (path: string, body: unknown) => {
      const answer = await fetch(`${feed.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return answer.json()
    }
    const deal = (id: string, version: number, stage: string) => ({
      source: 'versioned',
      id,
      version,
      type: 'deal',
      status: 'open',
      stage,
      credits: [{ rep: 'ana' }],
    })
    await post('/api/v1/facts', { facts: [deal('1', 1, 'New')] })
    const begun = { source: 'versioned', type: 'deal', name: 'v.csv' }
    const { id } = await post('/api/v1/imports', begun)
    const facts = [deal('1', 2, 'Offer'), deal('2', 2, 'Offer')]
    expect(await post(`/api/v1/facts?import=${id}`, { facts })).toMatchObject({ accepted: 2 })
    await post(`/api/v1/imports/${id}/end`, {})
    expect(await post(`/api/v1/facts?import=${id}`, { facts })).toMatchObject({ code: 'unknown-import' })
    expect((await undo(id)).out).toBe('restored 1\nwithdrawn 1\n')
    expect(await post('/api/v1/facts', { facts: [deal('1', 1, 'New')] })).toMatchObject({ unchanged: 1 })
    expect(await post('/api/v1/facts', { facts })).toMatchObject({ accepted: 2 })
    await withdraw({ source: 'versioned', yes: true })
  })

  test('lists imports, and knows no others', async () => {
    const { out } = await undo(undefined)
    expect(out.split('\n')[0]).toMatch(
      /^[0-9a-f]{8} {2}20.* {2}versioned {2}withdrawal {2}\(accepted 0, withdrawn 2\)$/,
    )
    expect(await undo('00000000')).toEqual({
      exit: 2,
      out: '',
      err: 'The feed refuses: There was no import 00000000.\n',
    })
  })
})

describe('withdraw', () => {
  test('[F84] asks where more than a fifth of a source goes, and undo brings it back', async () => {
    await importRows('crm', ['1,100', '2,100'])
    const wins = await total('wins')
    expect(await withdraw({})).toEqual({
      exit: 2,
      out: '',
      err: '2 of 2 facts of "crm" would be withdrawn: more than a fifth.\nNone was withdrawn. With --yes they are.\n',
    })
    const check = await withdraw({ check: true })
    expect(check.out).toMatch(/^withdrawn 2\nWon revenue: /)
    expect(check.err).toBe('This was a check: nothing was withdrawn.\n')
    expect(await total('wins')).toBe(wins)
    const done = await withdraw({}, async () => true)
    expect(done).toMatchObject({ exit: 0, out: 'withdrawn 2\n' })
    expect(await total('wins')).toBe((wins ?? 0) - 2)
    const id = /floorboard undo (\S+) brings/.exec(done.err)?.[1]
    expect(await undo(id)).toEqual({ exit: 0, out: 'restored 2\nwithdrawn 0\n', err: '' })
    expect(await total('wins')).toBe(wins)
  })

  test('[F84] with --since takes only what came since', async () => {
    const from = new Date(Date.now() + 60_000).toISOString()
    expect(await withdraw({ since: from, yes: true })).toMatchObject({ exit: 0, out: 'withdrawn 0\n' })
    expect(await withdraw({ since: '2026-01-01', yes: true })).toMatchObject({ out: 'withdrawn 2\n' })
    expect(await withdraw({ source: 'nobody' })).toMatchObject({
      exit: 2,
      err: 'No facts stand of the source "nobody".\n',
    })
  })
})
