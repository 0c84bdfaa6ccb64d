// Whatever happens: each cause is celebrated at most once, none is of the past, and none is untrue when it starts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCelebratingFloor } from '../../../test/floors/open-celebrating-floor.ts'
import { testClock } from '../../../test/floors/open-test-floor.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import { Decided, topics } from './record-bodies.ts'

const minuteMs = 60_000
const dayMs = 1440 * minuteMs

const rulesText = (bar: number, goal: boolean): string =>
  [
    'celebrations:',
    `  - { id: big, name: Big deal, on: { over: ${bar} }, seconds: 6, priority: 4 }`,
    '  - { id: first, name: First, on: { first: ever }, seconds: 6, screens: [wall] }',
    `  - { id: goal, name: Goal, on: { metric: revenue, window: quarter, crosses: goal }, seconds: 6, off: ${!goal} }`,
    '  - { id: leader, name: Number one, on: { metric: calls, window: day, crosses: first-place }, seconds: 6, priority: 1 }',
    '',
  ].join('\n')

/** Goals of the small floor: 1000 a quarter for each account executive. */
const goalOfRep = 1000
const bars = [500, 700]
const textOf = (bar: number, goal: boolean) => `${smallFloorText}${rulesText(bar, goal)}`

const reps = fc.constantFrom('priya', 'marcus', 'elena')
const deals = fc.constantFrom('d1', 'd2', 'd3', 'd4')
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('deal' as const),
      id: deals,
      rep: reps,
      dollars: fc.constantFrom(300, 600, 800, 1200),
      status: fc.constantFrom('won', 'won', 'won', 'open'),
      ago: fc.constantFrom(0, 10 * minuteMs, 3 * dayMs),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('call' as const), rep: reps }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), id: deals }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      bar: fc.constantFrom(...bars),
      goal: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(1000, 8000, 8000, 40 * minuteMs, dayMs, -60 * minuteMs),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), quietly: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('disk' as const), takes: fc.boolean() }) },
)

interface Deal {
  readonly rep: string
  readonly dollars: number
  readonly status: string
  readonly closedAt: string
}

const run = async (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
  const clock = testClock('2026-11-18T15:00:00Z')
  const test = await openCelebratingFloor(clock, textOf(500, true))
  const standing = new Map<string, Deal>()
  /** What was wrong when it was told. */
  const wrong: string[] = []
  const over = new Set<string>()
  let heard = 0
  let calls = 0

  const sumOf = (rep: string): number =>
    [...standing.values()]
      .filter((deal) => deal.rep === rep && deal.status === 'won')
      .reduce((sum, { dollars }) => sum + dollars, 0)
  const isTrue = (id: string): boolean => {
    const [rule, , deal = ''] = id.split(':')
    if (rule === 'goal') return sumOf(id.split(':')[1] ?? '') >= goalOfRep
    if (rule !== 'big' && rule !== 'first') return true
    const found = standing.get(deal)
    if (found?.status !== 'won') return false
    const earlier = [...standing.values()].some(
      ({ rep, status, closedAt }) => rep === found.rep && status === 'won' && closedAt < found.closedAt,
    )
    return rule === 'first' ? !earlier : found.dollars >= Math.min(...bars)
  }
  /** Looks at what screens were told since the last look, at the instant at which they were told. */
  const look = async (): Promise<void> => {
    for (const message of test.told.slice(heard)) {
      if ('retract' in message) continue
      const { id } = message.celebrate
      if (over.has(id)) wrong.push(`${id} was shown again after its end`)
      if (!isTrue(id)) wrong.push(`${id} was untrue when it was told`)
    }
    heard = test.told.length
    for (const { cause } of await test.log.recordsOf(topics.ended, 1000)) over.add(cause)
  }
  const settle = async (): Promise<void> => {
    await test.desk.settled()
    await look()
  }

  for (const each of steps) {
    if (each.do === 'deal') {
      const closedAt = new Date(clock.now() - each.ago).toISOString()
      const isWon = each.status === 'won'
      standing.set(each.id, { rep: each.rep, dollars: each.dollars, status: each.status, closedAt })
      await test.put({
        source: 'crm',
        id: each.id,
        type: 'deal',
        status: each.status,
        createdAt: '2026-10-01T09:00:00Z',
        closedAt: isWon ? closedAt : null,
        amount: { minor: each.dollars * 100, currency: 'USD' },
        credits: [{ rep: each.rep }],
      })
    } else if (each.do === 'call') {
      calls += 1
      const at = new Date(clock.now()).toISOString()
      const credits = [{ rep: each.rep }]
      await test.put({ source: 'dialer', id: `c${calls}`, type: 'activity', kind: 'call', at, credits })
    } else if (each.do === 'withdraw') {
      standing.delete(each.id)
      await test.withdraw('crm', each.id)
    } else if (each.do === 'edit') await test.edit(textOf(each.bar, each.goal))
    else if (each.do === 'wait') clock.forward(each.ms)
    else if (each.do === 'restart') await test.restart(each.quietly)
    else test.takeRecords(each.takes)
    // What is told comes of what stands at this moment.
    await settle()
    test.desk.tick()
    await settle()
  }

  const decided = await test.log.recordsOf(topics.decided, 1000)
  const names = decided.map(({ cause }) => cause)
  if (new Set(names).size !== names.length) wrong.push('a cause was decided twice')
  for (const { cause, body, at } of decided) {
    const { about, at: judgedAt } = Decided.parse(body)
    if (about.kind === 'card') continue
    // A clock that was turned back an hour may have decided late what was judged in time.
    if (Math.abs(at - judgedAt) > dayMs + 2 * 60 * minuteMs)
      wrong.push(`${cause} was decided long after it was judged`)
  }
  wrong.push(...test.errors)
  await test.close()
  return {
    wrong,
    told: new Set(test.told.flatMap((each) => ('celebrate' in each ? [each.celebrate.id] : []))),
  }
}

test('[C2][C3][C5] each cause at most once, none of the past, none untrue when it starts', async () => {
  let celebrated = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const { wrong, told } = await run(steps)
      expect(wrong).toEqual([])
      celebrated += told.size
    }),
    { numRuns: propertyRuns(20) },
  )
  // A property of nothing proves nothing.
  expect(celebrated).toBeGreaterThan(0)
})

test('[C5] facts of the past are celebrated by nothing, whatever else happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const { wrong, told } = await run(
        steps
          .filter((each) => each.do !== 'call')
          .map((each) => (each.do === 'deal' ? { ...each, status: 'won', ago: 3 * dayMs } : each)),
      )
      expect(wrong).toEqual([])
      expect([...told]).toEqual([])
    }),
    { numRuns: propertyRuns(10) },
  )
})
