import { describe, expect, test } from 'vitest'
import { Fact, type FactVersion } from '../../wire/fact.ts'
import { decideFact } from './deal-history.ts'
import { compareVersions } from './fact-version.ts'
import { afterWithdrawal, isLate, type Withdrawn } from './late-write.ts'
import type { StoredFact } from './stored-fact.ts'

/** What a source says: a deal's name and version, or null and the version of a withdrawal. */
type Said = readonly [name: string | null, version?: FactVersion]

/** What stands in the end: the deal's name, and who of all that came was late. */
const standing = (...said: readonly Said[]): { name: string | null; late: readonly number[] } => {
  let stored: StoredFact | null = null
  let withdrawn: Withdrawn | null = null
  const late: number[] = []
  said.forEach(([name, version], index) => {
    const fact =
      name === null
        ? null
        : Fact.parse({
            source: 'crm',
            id: '1',
            type: 'deal',
            name,
            status: 'open',
            version,
            credits: [{ rep: 'ana' }],
          })
    const write = { fact, version, receivedAt: index }
    const before: StoredFact | null = stored
    stored = decideFact(before, write, [], withdrawn)
    if (isLate(before, withdrawn, write)) late.push(index)
    else if (fact === null) withdrawn = afterWithdrawal(before, withdrawn, version)
  })
  const fact = (stored as StoredFact | null)?.fact
  return { name: fact?.type === 'deal' ? (fact.name ?? null) : null, late }
}

describe('versions', () => {
  test.each<[FactVersion, FactVersion]>([
    [1, 2],
    [-1, 0],
    [1.5, 1.75],
    ['2026-11-20', '2026-11-21'],
    ['2026-11-20T15:02:10Z', '2026-11-20T15:02:11Z'],
    ['2026-11-20T17:02:10+02:00', '2026-11-20T15:02:10.001Z'],
    ['2026-11-20T15:02:10.000+0000', '2026-11-20T15:02:10.000000001Z'],
    ['2026-11-20T15:02:10.1234567Z', '2026-11-20T15:02:10.1234568Z'],
    ['2026-11-20T15:02:10.12Z', '2026-11-20T15:02:10.1200001Z'],
  ])('[F20] %s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0)
    expect(compareVersions(newer, older)).toBeGreaterThan(0)
    expect(compareVersions(older, older)).toBe(0)
  })

  test.each<[FactVersion, FactVersion]>([
    [20_261_120, '2026-11-20'],
    ['2026-11-20', '2026-11-20T15:02:10Z'],
    [1, '2026-11-20T15:02:10Z'],
  ])('[F20] %s and %s cannot be compared', (a, b) => {
    expect(compareVersions(a, b)).toBeNull()
  })
})

describe('a fact', () => {
  test('[F20] of an older version that comes late changes nothing', () => {
    expect(standing(['new', 2], ['old', 1])).toEqual({ name: 'new', late: [1] })
    expect(standing(['old', 1], ['new', 2], ['old', 1], ['new', 2])).toEqual({ name: 'new', late: [2] })
  })

  test('[F20] that says the same in a newer version keeps out what lies between', () => {
    expect(standing(['same', 1], ['same', 3], ['other', 2])).toEqual({ name: 'same', late: [2] })
  })

  test('[F20] of the same version, or without one, stands as the last to come', () => {
    expect(standing(['one', 1], ['two', 1])).toEqual({ name: 'two', late: [] })
    expect(standing(['one'], ['two'])).toEqual({ name: 'two', late: [] })
  })

  test('[F21] without a version, or with one of another kind, takes the place of what stands and keeps its version known', () => {
    expect(standing(['v5', 5], ['import'], ['v3', 3])).toEqual({ name: 'import', late: [2] })
    expect(standing(['v5', 5], ['import'], ['v6', 6])).toEqual({ name: 'v6', late: [] })
    expect(standing(['v5', 5], ['dated', '2026-11-20'], ['v3', 3], ['earlier', '2026-11-19'])).toEqual({
      name: 'dated',
      late: [2, 3],
    })
    expect(standing(['v5', 5], ['import'], ['again'], ['v4', 4]).late).toEqual([3])
  })
})

describe('a withdrawal', () => {
  test('[F22] is not undone by a late older fact; the same version may be sent again', () => {
    expect(standing(['v5', 5], [null], ['v3', 3])).toEqual({ name: null, late: [2] })
    expect(standing(['v5', 5], [null], ['v5', 5])).toEqual({ name: 'v5', late: [] })
    expect(standing(['v5', 5], ['import'], [null], ['v4', 4])).toEqual({ name: null, late: [3] })
  })

  test('[F22] that names its version keeps the same one out too, whichever comes first', () => {
    expect(standing(['v5', 5], [null, 5], ['v5', 5])).toEqual({ name: null, late: [2] })
    expect(standing([null, 5], ['v5', 5], ['v6', 6])).toEqual({ name: 'v6', late: [1] })
    expect(standing(['v5', 5], [null, 6], [null, 6], ['v7', 7], [null, 6])).toEqual({ name: 'v7', late: [4] })
  })

  test('[F22] of an older version than what stands is late itself', () => {
    expect(standing(['v5', 5], [null, 4])).toEqual({ name: 'v5', late: [1] })
  })

  test('[F22] says nothing of facts without a version', () => {
    expect(standing(['v5', 5], [null, 9], ['import'])).toEqual({ name: 'import', late: [] })
    expect(afterWithdrawal(null, null, undefined)).toBeNull()
  })
})
