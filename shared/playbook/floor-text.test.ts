import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFloorFile } from '../../main/feed/floor-file/read-floor-file.ts'
import { propertyRuns } from '../../test/property-runs.ts'
import type { Board, FloorFile } from '../wire/floor.ts'
import { currencyCodes } from '../wire/iso-4217.ts'
import { Name } from '../wire/text.ts'
import { playbookFloorText } from './floor-text.ts'
import { folders } from './folders.ts'
import { metricChapters } from './metrics.ts'
import { screensByNight } from './playlists.ts'
import { playbookRoles, type Shape, segments } from './shape.ts'

const some = <Word extends string>(words: readonly Word[]): fc.Arbitrary<readonly Word[]> =>
  fc.subarray([...words], { minLength: 1 })

const shapes = fc.record({
  name: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .map((name) => name.trim())
    .filter((name) => Name.safeParse(name).success),
  timeZone: fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata'),
  currency: fc.constantFrom(...currencyCodes),
  locale: fc.constantFrom('en-US', 'fr-FR', 'ar-EG', 'ja-JP'),
  roles: some(playbookRoles),
  segments: some(segments),
})

const shapeOf = (more: Partial<Shape> = {}): Shape => ({
  name: 'Northwind',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  locale: 'fr-FR',
  roles: playbookRoles,
  segments,
  ...more,
})

const read = new Map<string, FloorFile>()

/** The file, or what is wrong with it, which fails every test that looks into it. A shape is read once. */
const fileOf = (shape: Shape): FloorFile => {
  const key = JSON.stringify(shape)
  const known = read.get(key)
  if (known) return known
  const reading = readFloorFile(playbookFloorText(shape))
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  read.set(key, reading.file)
  return reading.file
}

test('[H40] a floor’s own teams lie below the playbook’s, have goals, and stand side by side in the place of them', () => {
  const teams = [
    { id: 'east', name: 'East', parent: 'smb' },
    { id: 'west', name: 'West', parent: 'smb' },
  ]
  const file = fileOf(shapeOf({ segments: ['smb', 'enterprise'], teams }))
  expect(file.teams.map(({ id, parent }) => `${parent ?? ''}/${id}`)).toEqual([
    '/account-executives',
    'account-executives/smb',
    'smb/east',
    'smb/west',
    'account-executives/enterprise',
    '/sales-development',
  ])
  for (const { id } of file.teams)
    expect(
      file.goals.some((goal) => 'team' in goal && goal.team === id),
      id,
    ).toBe(true)
  const progress = file.boards.find((board) => board.kind === 'team-progress')
  expect(progress).toMatchObject({ teams: ['east', 'west', 'enterprise'] })
})

const everyShape = playbookRoles
  .flatMap((role): (readonly (typeof playbookRoles)[number][])[] => [[role]])
  .concat([[...playbookRoles]])
  .flatMap((roles) =>
    Array.from({ length: 2 ** segments.length - 1 }, (_, bits) =>
      shapeOf({ roles, segments: segments.filter((_segment, at) => ((bits + 1) >> at) & 1) }),
    ),
  )

/** What stands beside the clock in full, on a screen of 16 : 9. */
const longestTitle = 31

interface Shown {
  readonly metric: string
  readonly window: string | undefined
}

/** What a board asks about by itself; what stands beside that, or beneath it, is not asked for a goal. */
const askedBy = (board: Board): readonly Shown[] => {
  if (board.kind === 'accountability' || board.kind === 'hygiene')
    return board.metrics.map((metric) => ({ metric, window: undefined }))
  if (board.kind === 'spotlight') return board.metrics.map(({ metric, window }) => ({ metric, window }))
  if (board.kind === 'calm')
    return board.metrics.map(({ metric, window }) => ({ metric, window: window ?? 'week' }))
  if (board.kind === 'head-to-head')
    return board.metrics.map(({ metric, window }) => ({ metric, window: window ?? board.window }))
  if (board.kind === 'results') return [{ metric: board.metric, window: board.period }]
  return 'metric' in board ? [{ metric: board.metric, window: board.window }] : []
}

const besides = (board: Board): readonly string[] => [
  ...('pair' in board && board.pair ? [board.pair.metric] : []),
  ...('inputs' in board ? board.inputs.map(({ metric }) => metric) : []),
]

describe('a floor file of the playbook', () => {
  test('is taken whole by the feed, whoever sells to whom in whatever currency', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const reading = readFloorFile(playbookFloorText(shape))
        expect(reading.ok ? [] : reading.errors).toEqual([])
        const { name, timeZone, currency, locale } = shape
        expect(reading.ok && reading.file.floor).toMatchObject({ name, timeZone, currency, locale })
      }),
      { numRuns: propertyRuns(5) },
    )
  })

  test.each(everyShape)('for $roles and $segments holds together', (shape) => {
    const file = fileOf(shape)
    const indicatorOf = new Map(file.metrics.map(({ id, indicator }) => [id, indicator]))
    const ownWindow = new Map(file.metrics.map(({ id, window }) => [id, window]))
    const boardOf = new Map(file.boards.map((board) => [board.id, board]))

    const withGoal = new Set(file.goals.map(({ metric, window }) => `${metric} ${window}`))
    const withoutGoal = file.boards
      .filter(({ kind }) => kind !== 'hygiene')
      .flatMap(askedBy)
      .map(({ metric, window }) => `${metric} ${window ?? ownWindow.get(metric)}`)
      .filter((asked) => !withGoal.has(asked))
    expect(withoutGoal, 'asked about on a wall without a goal').toEqual([])

    const walls = file.playlists.filter(({ id }) => id !== 'every-board' && id !== 'first-wall')
    const turned = new Set(walls.flatMap(({ items }) => items.map(({ board }) => board)))
    expect(
      file.boards.filter(({ id }) => !turned.has(id)).map(({ id }) => id),
      'on no playlist',
    ).toEqual([])

    const tooLong = file.boards.filter(({ title }) => title.length > longestTitle)
    expect(tooLong.map(({ title }) => title)).toEqual([])

    for (const folder of folders) {
      for (const role of shape.roles) {
        const playlist = file.playlists.find(({ id }) => id === `${folder.id}-${role}`)
        const boards = playlist?.items.flatMap(({ board }) => boardOf.get(board) ?? []) ?? []
        expect(boards.length, `${folder.id}-${role}`).toBeGreaterThan(0)
        const indicators = new Set(
          boards
            .flatMap((board) => [...askedBy(board).map(({ metric }) => metric), ...besides(board)])
            .map((metric) => indicatorOf.get(metric)),
        )
        expect({ folder: folder.id, indicators }).toEqual({
          folder: folder.id,
          indicators: folder.id === 'accountability' ? new Set(['input']) : new Set(['input', 'output']),
        })
      }
    }
  })

  test.each(everyShape)(
    'for $roles and $segments turns eight boards at any hour on its first screen, and keeps a playlist of all',
    (shape) => {
      const { boards, playlists, screens } = fileOf(shape)
      const itemsOf = (playlist: string) =>
        playlists.find(({ id }) => id === playlist)?.items.map(({ board }) => board) ?? []
      expect(screens[0]).toMatchObject({ id: 'first-wall', playlist: 'first-wall', schedule: [] })
      expect(new Set(itemsOf('first-wall')).size).toBe(8)
      const kindsThere = boards.filter(({ id }) => itemsOf('first-wall').includes(id)).map(({ kind }) => kind)
      expect(kindsThere).toEqual(
        expect.arrayContaining(['leaderboard', 'birds-eye', 'accountability', 'announcement']),
      )
      expect(kindsThere.includes('wins')).toBe(shape.roles.includes('ae'))
      const turn = playlists.find(({ id }) => id === 'first-wall')?.items ?? []
      expect(turn.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThan(180)
      const lit = boards.flatMap(({ id, kind }) => (kind === 'calm' ? [] : [id]))
      expect(itemsOf('every-board').toSorted()).toEqual(lit.toSorted())
      expect(screensByNight(shape).lit).toEqual(['first-wall'])
    },
  )

  test('sets two teams against each other where there are two', () => {
    const sidesOf = (shape: Shape) =>
      fileOf(shape).boards.flatMap((board) => (board.kind === 'head-to-head' ? [board.sides] : []))
    expect(sidesOf(shapeOf({ segments: ['smb', 'enterprise'] }))).toEqual([['smb', 'enterprise']])
    expect(sidesOf(shapeOf({ roles: ['sdr'], segments: ['smb', 'enterprise'] }))).toEqual([
      ['smb', 'enterprise'],
    ])
    expect(sidesOf(shapeOf())).toEqual([])
    expect(sidesOf(shapeOf({ segments: ['smb'] }))).toEqual([])
  })

  test('leaves the other role out, metrics, goals, boards and all', () => {
    const idsOf = (roles: Shape['roles']) =>
      new Set(
        metricChapters(roles, { firstDealStage: 'New', sold: [] }).flatMap(({ metrics }) =>
          metrics.map(({ id }) => id),
        ),
      )
    const [both, ae, sdr] = [idsOf(playbookRoles), idsOf(['ae']), idsOf(['sdr'])]
    const named = (roles: Shape['roles']) => {
      const { metrics, goals, boards } = fileOf(shapeOf({ roles }))
      return JSON.stringify([metrics.map(({ id, of }) => [id, of]), goals, boards])
    }
    const [forAe, forSdr] = [named(['ae']), named(['sdr'])]
    for (const id of both) {
      expect(forAe.includes(`"${id}"`), `${id} for AEs`).toBe(ae.has(id))
      expect(forSdr.includes(`"${id}"`), `${id} for SDRs`).toBe(sdr.has(id))
    }
  })

  test.each(everyShape)('for $roles and $segments celebrates what its roles do, and people', (shape) => {
    const ids = fileOf(shape).celebrations.map(({ id }) => id)
    expect(ids.includes('big-deal')).toBe(shape.roles.includes('ae'))
    expect(ids.includes('meetings-goal')).toBe(shape.roles.includes('sdr'))
    expect(ids).toContain('birthdays')
  })

  test('asks for about as much in yen as in dollars', () => {
    const quotaIn = (currency: string) =>
      fileOf(shapeOf({ currency })).goals.find(
        ({ metric, role }) => metric === 'bookings' && role === 'smb-ae',
      )?.value
    expect(quotaIn('USD')).toBe(120_000)
    expect(quotaIn('JPY')).toBe(18_000_000)
  })

  test('has every metric of its own described in docs/playbook.md', () => {
    const docs = readFileSync(fileURLToPath(new URL('../../docs/playbook.md', import.meta.url)), 'utf8')
    const missing = fileOf(shapeOf()).metrics.filter(({ id }) => !docs.includes(`| \`${id}\``))
    expect(missing.map(({ id }) => id)).toEqual([])
  })
})
