import { describe, expect, test } from 'vitest'
import type { FunnelView } from '../../../wire/boards/funnel-board.ts'
import { Board, FloorFile } from '../../../wire/floor.ts'
import { calls, createTestFloor, floorOf, person, team } from '../../test-support/test-floor.ts'
import { createBoardView } from '../board-view.ts'
import { floorReferenceFaults } from '../floor-references.ts'

const stages = ['Discovery', 'Proposal']
const funnel = { id: 'f', title: 'F', kind: 'funnel' }
const floor = (more: { floor?: object } & Record<string, unknown> = {}) =>
  createTestFloor(
    floorOf({
      floor: { stages, ...more.floor },
      roles: [{ id: 'ae', name: 'AE' }],
      teams: [team('east'), team('west')],
      people: [
        person('ana', { team: 'east', role: 'ae' }),
        person('bo', { team: 'east' }),
        person('cy', { team: 'west', role: 'ae' }),
      ],
      metrics: [calls],
      boards: [funnel],
    }),
  )

let nextId = 0
/** The versions of a deal that came to Discovery and left it again. */
const deal = (rep: string, since: string, until: string, wentOn: boolean, more: object = {}) => {
  const base = { source: 'crm', id: `d${nextId++}`, type: 'deal', credits: [{ rep }], ...more }
  return [
    { ...base, status: 'open', stage: 'Discovery', stageEnteredAt: since },
    wentOn
      ? { ...base, status: 'open', stage: 'Proposal', stageEnteredAt: until }
      : { ...base, status: 'lost', stage: 'Closed lost', closedAt: until },
  ]
}
const deals = (count: number, ...of: Parameters<typeof deal>) =>
  Array.from({ length: count }, () => deal(...of)).flat()

/** The 50th day of the fourth quarter. */
const noon = '2026-11-19T12:00:00Z'
const viewAt = (under: ReturnType<typeof floor>, board: object = {}, at = noon): FunnelView => {
  const view = createBoardView(under.numbers, Board.parse({ ...funnel, ...board })).compute(Date.parse(at))
  if (view.kind !== 'funnel') throw new Error(view.kind)
  return view
}

describe('a funnel', () => {
  test('[B131][B133] says of the deals that left a stage how many went on, and how long they had been there', () => {
    const under = floor()
    under.write(
      ...deal('ana', '2026-09-20', '2026-10-10', true),
      ...deal('cy', '2026-10-01', '2026-10-11', false),
      ...deal('bo', '2026-10-01', '2026-09-30', true),
    )
    const view = viewAt(under)
    expect(view.rows['stage-0']).toMatchObject({
      name: 'Discovery',
      left: 2,
      wentOn: 1,
      conversion: 0.5,
      days: 15,
    })
    expect(view.rows['stage-1']).toMatchObject({ name: 'Proposal', left: 0, conversion: null, days: null })
    expect(view.window.label).toBe('Q4 2026')
  })

  test('[B133] takes no part of a stay that would end before it began', () => {
    const under = floor()
    under.write(
      ...deal('ana', '2026-10-01', '2026-10-11', true),
      ...deal('ana', '2026-11-15', '2026-11-12', false),
    )
    expect(viewAt(under).rows['stage-0']).toMatchObject({ left: 2, wentOn: 1, days: 10 })
    const alone = floor()
    alone.write(...deal('ana', '2026-11-15', '2026-11-12', false))
    expect(viewAt(alone).rows['stage-0']).toMatchObject({ left: 1, days: null })
  })

  test('[B2] is that of a team, a role, or a role within a team', () => {
    const under = floor()
    under.write(
      ...deals(3, 'ana', '2026-10-01', '2026-10-11', true),
      ...deals(2, 'bo', '2026-10-01', '2026-10-11', true),
      ...deals(4, 'cy', '2026-10-01', '2026-10-11', true),
    )
    const leftIn = (scope: object) => viewAt(under, { scope }).rows['stage-0']?.left
    expect(leftIn({})).toBe(9)
    expect(leftIn({ team: 'east' })).toBe(5)
    expect(leftIn({ role: 'ae' })).toBe(7)
    expect(leftIn({ team: 'east', role: 'ae' })).toBe(3)
  })

  test('[F8] with full credit counts a deal once, whoever shares it', () => {
    const under = floor({ floor: { credit: 'full' } })
    const shared = { credits: [{ rep: 'ana' }, { rep: 'cy', role: 'assist' }] }
    under.write(...deal('', '2026-10-01', '2026-10-11', true, shared))
    expect(viewAt(under).rows['stage-0']?.left).toBe(1)
    expect(viewAt(under, { scope: { role: 'ae' } }).rows['stage-0']?.left).toBe(1)
    expect(viewAt(under, { scope: { team: 'west' } }).rows['stage-0']?.left).toBe(1)
  })

  test('[B134] stands against the window before, up to the same day of it', () => {
    const under = floor()
    under.write(
      ...deals(2, 'ana', '2026-07-01', '2026-08-19', true),
      ...deals(5, 'ana', '2026-07-01', '2026-08-20', true),
    )
    const quarter = viewAt(under)
    expect(quarter.before).toBe('Q3 2026 by this day')
    expect(viewAt(under, { window: 'last quarter' }).before).toBe('Q2 2026')
    expect(quarter.rows['stage-0']?.before).toEqual({ left: 2, wentOn: 2, conversion: 1, days: 49 })
    expect(viewAt(under, { window: 'last quarter' }).rows['stage-0']).toMatchObject({
      left: 7,
      before: { left: 0 },
    })
    const days = viewAt(under, { window: 'last 28 days' }, '2026-09-16T12:00:00Z')
    expect(days.before).toBe('the 28 days before')
    expect(days.rows['stage-0']).toMatchObject({ left: 5, before: { left: 2 } })
  })

  test('[B135] marks where it leaks', () => {
    const under = floor()
    under.write(
      ...deals(10, 'ana', '2026-07-01', '2026-07-11', true),
      ...deals(6, 'ana', '2026-10-01', '2026-10-11', true),
      ...deals(6, 'ana', '2026-10-01', '2026-10-11', false),
    )
    expect(viewAt(under).leak).toBe('stage-0')
    expect(viewAt(under, { scope: { team: 'west' } }).leak).toBeNull()
  })

  test('[B132] a deal that is withdrawn was never there', () => {
    const under = floor()
    const versions = deal('ana', '2026-10-01', '2026-10-11', true)
    under.write(...versions)
    expect(viewAt(under)).toMatchObject({ changedAt: Date.parse('2026-11-20T12:00:00Z') })
    under.withdraw(`d${nextId - 1}`)
    expect(viewAt(under).rows['stage-0']).toMatchObject({ left: 0, days: null })
  })

  test('is changed by what leaves a stage only', () => {
    const { numbers, engine, write } = floor()
    const { bases } = createBoardView(numbers, Board.parse(funnel))
    const [came] = deal('ana', '2026-10-01', '2026-10-11', true)
    write(came ?? {})
    expect(engine.takeTouched().some((base) => bases.includes(base))).toBe(false)
    write(...deal('ana', '2026-10-01', '2026-10-11', true))
    expect(engine.takeTouched().some((base) => bases.includes(base))).toBe(true)
  })
})

describe('in a floor file a funnel', () => {
  const faultsOf = (board: object, settings: object = { stages }): string[] => {
    const file = FloorFile.parse({
      floor: { name: 'Test', timeZone: 'UTC', currency: 'USD', ...settings },
      boards: [{ ...funnel, ...board }],
    })
    return floorReferenceFaults(file).map(({ path, message }) => `${path.join('.')}: ${message}`)
  }

  test('[B136] needs stages, and a window with one before it', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ window: 'last 28 days' })).toEqual([])
    expect(faultsOf({ window: 'overdue' })).toEqual([
      'boards.0.window: has no window before it; a funnel takes a period such as "quarter", or "last 28 days"',
    ])
    expect(faultsOf({}, {})).toEqual(['boards.0.kind: is a funnel of stages; list them under floor.stages'])
  })
})
