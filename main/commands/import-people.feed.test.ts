import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listening } from '../../test/commands/listening.ts'
import { startTestFeed, type TestFeed } from '../../test/feed/start-test-feed.ts'
import { systemClock } from '../feed/clock.ts'
import { newFloorText } from '../feed/new-floor.ts'
import { runApply } from './apply.ts'
import { runExport } from './export.ts'
import { type PeopleOptions, runImportPeople } from './import-people.ts'
import { runRevert } from './revert.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-people-'))
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
})
afterAll(async () => {
  await feed.close()
  rmSync(folder, { recursive: true })
})

const floorText = `floor: { name: Test, timeZone: UTC, currency: USD }
# Who sells.
people:
  - { id: ana, name: Ana Ruiz } # since 2019
teams:
  - { id: north, name: North America }
roles: [{ id: ae, name: Account Executive }]
`
const users = `User ID,First Name,Last Name,Email,Department,Role,Active
005A,Ana,Ruiz,ana@x.test,North America,Account Executive,true
005B,Bo,Ek,bo@x.test,North America,Account Executive,true
005C,Cy,Ek,,EMEA,Intern,true
005D,Di,Ek,di@x.test,North America,,false
005B,Bo,Ek,bo@x.test,North America,Account Executive,true
,,,,,,
005E,,,e@x.test,,,true
`

const importPeople = async (csv: string, more: Partial<PeopleOptions> = {}) => {
  const { written, terminal } = listening()
  const options = { feed: feed.url, ...more }
  return { exit: await runImportPeople(inFolder('users.csv', csv), options, terminal), ...written }
}
const standing = async (): Promise<string> => {
  const { written, terminal } = listening()
  await runExport({ feed: feed.url }, terminal)
  return written.out
}
const apply = async (text: string) => {
  const { written, terminal } = listening()
  return { exit: await runApply(inFolder('floor.yaml', text), { feed: feed.url }, terminal), ...written }
}

describe('import people', () => {
  test('[F89] adds who is new, gives known people their further names, and leaves the file’s other lines', async () => {
    await apply(floorText)
    const said = {
      out: 'new bo-ek: Bo Ek, ae, north, bo@x.test, 005B\nnew cy-ek: Cy Ek, 005C\nalso ana: ana@x.test, 005A\n',
      err: `Read first from "First Name", last from "Last Name", id from "User ID", email from "Email", team from "Department", role from "Role", active from "Active" (--column overrules).
line 8: has no name
The floor has no team "EMEA": 1 user added without one.
The floor has no role "Intern": 1 user added without one.
1 user who has left was passed over.
1 user was known already.
`,
    }
    const check = await importPeople(users, { check: true })
    expect(check).toEqual({
      exit: 1,
      out: said.out,
      err: `${said.err}This was a check: nothing was changed.\n`,
    })
    expect(await standing()).toBe(floorText)

    const done = await importPeople(users)
    expect(done).toMatchObject({ exit: 1, out: said.out })
    expect(done.err).toMatch(/The floor is at version \d+ now\.\n$/)
    expect(await standing()).toBe(
      floorText.replace(
        '  - { id: ana, name: Ana Ruiz } # since 2019\n',
        `  - { id: ana, name: Ana Ruiz, aliases: [ ana@x.test, 005A ] } # since 2019
  - { id: bo-ek, name: Bo Ek, role: ae, team: north, aliases: [ bo@x.test, 005B ] }
  - { id: cy-ek, name: Cy Ek, aliases: [ 005C ] }
`,
      ),
    )
    expect(await importPeople(users)).toMatchObject({
      out: '',
      err: expect.stringContaining('Nobody is new'),
    })
  })

  test('[F89] writes them into a file, by the columns that it is told', async () => {
    const path = inFolder('own.yaml', 'floor: { name: Test, timeZone: UTC, currency: USD }\n')
    const { exit, err } = await importPeople('Wer;Kürzel\nZoë Ößler;zo\n', {
      floor: path,
      column: { name: 'Wer', id: 'Kürzel' },
    })
    expect([exit, err]).toEqual([
      0,
      `Read name from "Wer", id from "Kürzel" (--column overrules).\n${path} is written; apply it to a feed.\n`,
    ])
    expect(readFileSync(path, 'utf8')).toContain('id: zoe-ossler')
    expect(await importPeople('Wer\nZoë\n', { floor: path })).toEqual({
      exit: 2,
      out: '',
      err: expect.stringContaining(
        'has no column of names; say which it is with --column name="…"; its columns are: Wer',
      ),
    })
  })
})

describe('apply and revert', () => {
  const renamed = floorText.replace('name: Test', 'name: Renamed')
  const revert = async (version?: number, check = false) => {
    const { written, terminal } = listening()
    return { exit: await runRevert(version, { feed: feed.url, check }, terminal), ...written }
  }

  test('[F78] apply --check says what the file would change where a feed answers', async () => {
    await apply(floorText)
    const { written, terminal } = listening()
    const path = inFolder('floor.yaml', renamed)
    expect(await runApply(path, { feed: feed.url, check: true }, terminal)).toBe(0)
    expect(written).toEqual({
      out: 'floor changed\n  name: Test → Renamed\n',
      err: `${path} is a good floor file: 1 person.\nsettings changed (name): nothing was done yet.\n`,
    })
    expect(await standing()).toBe(floorText)
  })

  test('[F86] the floor goes back to the version before, or to any', async () => {
    const first = Number(/\d+/.exec((await apply(floorText)).out)?.[0])
    await apply(renamed)
    const before = await standing()
    expect(await revert(undefined, true)).toEqual({
      exit: 0,
      out: expect.stringMatching(/^version \d+\nfloor changed\n {2}name: Renamed → Test\n$/),
      err: 'This was a check: nothing was changed.\n',
    })
    expect(await standing()).toBe(before)
    const back = await revert()
    expect(back).toMatchObject({ exit: 0, out: expect.stringMatching(/^version \d+\n$/) })
    expect(back.err).toMatch(/^It says what version \d+ says: settings changed \(name\)\.\n$/)
    expect(await standing()).toBe(floorText)
    await apply(renamed)
    expect((await revert(first)).exit).toBe(0)
    expect(await standing()).toBe(floorText)
    expect(await revert(1_000_000)).toEqual({
      exit: 2,
      out: '',
      err: 'The feed refuses: The floor has no version 1000000.\n',
    })
  })
})
