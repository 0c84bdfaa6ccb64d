import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readLookups } from './lookups.ts'
import { readMapping } from './read-mapping.ts'
import { createRowToFact } from './row-to-fact.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-lookups-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mapping = (() => {
  const reading = readMapping(`source: crm
type: deal
id: Id
fields:
  status:
    column: Stage
    lookup: { file: stages.csv, key: Id, value: Label }
    values: { won: Won, open: [Talks, New] }
  fields:
    Team: { column: Owner, lookup: { file: users.csv, key: User Id, value: Team } }
credits: [{ rep: { column: Owner, lookup: { file: users.csv, key: User Id, value: Name } } }]
`)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.mapping
})()

const stages = 'Id;Label\n11;Won\n12;Talks\n13;Elsewhere\n'
const users = 'User Id,Name,Team\n0055g00000AbCdE001,Ana Lima,North\n7,Bo Berg,\n'

const factOf = async (row: readonly string[], files: { stages?: string; users?: string } = {}) => {
  writeFileSync(join(folder, 'stages.csv'), files.stages ?? stages)
  writeFileSync(join(folder, 'users.csv'), files.users ?? users)
  const lookups = await readLookups(mapping, folder)
  const made = createRowToFact(mapping, ['Id', 'Stage', 'Owner'], { lookups, days: new Map() })(row)
  return made.kind === 'fact' ? { ...made.fact, fields: { ...made.fact.fields } } : made
}

describe('what ids mean', () => {
  test('is looked up in second files: a status, a name, a team', async () => {
    expect(await factOf(['1', '11', '0055g00000AbCdE001'])).toMatchObject({
      status: 'won',
      credits: [{ rep: 'Ana Lima' }],
      fields: { Team: 'North' },
    })
  })

  test('of Salesforce’s users is found by 15 letters too', async () => {
    expect(await factOf(['1', '12', '0055g00000AbCdE'])).toMatchObject({
      status: 'open',
      credits: [{ rep: 'Ana Lima' }],
    })
  })

  test('is an empty cell where the other file’s is', async () => {
    expect(await factOf(['1', '12', '7'])).toMatchObject({ credits: [{ rep: 'Bo Berg' }], fields: {} })
  })

  test('has to be there, but for people, who stay unassigned by their id', async () => {
    expect(await factOf(['1', '99', '7'])).toMatchObject({
      reason: 'Stage "99" is not in the column Id of stages.csv',
    })
    expect(await factOf(['1', '13', '7'])).toMatchObject({
      reason: expect.stringContaining('"Elsewhere" is not one of'),
    })
    expect(await factOf(['1', '11', '8'])).toMatchObject({
      reason: 'Owner "8" is not in the column User Id of users.csv',
    })
  })

  test('cannot be two things', async () => {
    const twice = `${stages}11,x\n11;Talks\n`
    await expect(factOf(['1', '11', '7'], { stages: twice })).rejects.toThrow(
      'cannot be read without stages.csv, which cannot be read in line 5',
    )
    await expect(factOf(['1', '11', '7'], { stages: `${stages}11;Talks\n` })).rejects.toThrow(
      'cannot be read without stages.csv, which has "11" twice, as "Won" and "Talks" (line 5)',
    )
    await expect(factOf(['1', '11', '7'], { users: 'User,Name,Team\n' })).rejects.toThrow(
      'cannot be read without users.csv, which has no column "User Id"',
    )
  })
})
