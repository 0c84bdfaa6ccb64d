// The list of whom to coach on a large floor: how it grows with the people, and what it spares to work out what the role has
// in common once. The longest of it is what keeps every other request waiting.
import { listCoaching } from '../shared/domain/boards/coaching-answer.ts'
import { createEngine } from '../shared/domain/counting/engine.ts'
import { createFloorModel } from '../shared/domain/counting/floor-model.ts'
import { findExceptions } from '../shared/domain/exceptions/find-exceptions.ts'
import { decideFact } from '../shared/domain/facts/deal-history.ts'
import { drawPlan, isPlan } from '../shared/domain/formula/draw-plan.ts'
import { compileFormula } from '../shared/domain/formula/formula-steps.ts'
import { rememberConversions } from '../shared/domain/formula/known-rates.ts'
import { createNumbers } from '../shared/domain/standing/numbers.ts'
import { Fact } from '../shared/wire/fact.ts'
import { FloorFile } from '../shared/wire/floor.ts'
import type { Plan } from '../shared/wire/plan.ts'
import { atLeast, atMost, type BenchResult, interleaved, median, rateOf } from './result.ts'

export const name = 'Coaching: a large floor'

const rounds = 5
const [few, many] = [50, 500]
const kinds = ['dial', 'conversation', 'meeting'] as const
/** Of each rep: twenty dials a working day become three conversations and a meeting. */
const aDay = ['dial', 'dial', 'dial', 'dial', 'conversation', 'meeting'] as const
const from = Date.UTC(2026, 6, 1)
const now = Date.UTC(2026, 10, 20, 15)
const dayMs = 86_400_000

const floorOf = (people: number): FloorFile =>
  FloorFile.parse({
    floor: { name: 'Large', timeZone: 'America/New_York', currency: 'USD' },
    roles: [{ id: 'sdr', name: 'SDR' }],
    teams: Array.from({ length: people / 10 }, (_, nth) => ({ id: `team-${nth}`, name: `Team ${nth}` })),
    people: Array.from({ length: people }, (_, nth) => ({
      ...{ id: `rep-${nth}`, name: `Rep ${nth}`, role: 'sdr', team: `team-${nth % (people / 10)}` },
    })),
    metrics: kinds.map((kind) => ({
      ...{ id: kind, name: kind, objective: 'What the benchmark asks', question: 'activity', unit: 'count' },
      indicator: kind === 'meeting' ? 'output' : 'input',
      of: { from: 'activity', where: [{ field: 'kind', is: kind }], date: 'at', measure: 'count' },
    })),
    goals: [{ metric: 'meeting', window: 'quarter', role: 'sdr', value: 60 }],
    formulas: [{ id: 'sdr', role: 'sdr', steps: [...kinds] }],
    exceptions: [
      { id: 'busy', name: 'Busy', busy: { input: 'dial', outcome: 'meeting' } },
      { id: 'less', name: 'Less than before', momentum: { metric: 'dial' } },
      { id: 'behind', name: 'Behind', rep: { metric: 'meeting', window: 'quarter', wellBehind: 2 } },
      { id: 'few', name: 'Few', rep: { metric: 'dial', window: 'last week', below: 5 } },
    ],
  })

const openFloor = (people: number) => {
  const model = createFloorModel(floorOf(people))
  const engine = createEngine(model)
  let nth = 0
  for (let at = from; at < now; at += dayMs)
    for (let rep = 0; rep < people; rep += 1)
      for (const kind of aDay) {
        nth += 1
        const fact = Fact.parse({
          ...{ source: 'dialer', id: `${nth}`, type: 'activity', kind, at: new Date(at).toISOString() },
          credits: [{ rep: `rep-${rep}` }],
        })
        const stored = decideFact(null, { fact, receivedAt: at }, model.file.floor.stages)
        if (stored) engine.apply(null, stored, now)
      }
  const bare = createNumbers(engine)
  const [formula] = model.file.formulas
  const compiled = formula ? compileFormula(model, formula) : null
  if (compiled === null) throw new Error('the floor has a formula')
  const conversionsOf = rememberConversions(bare)
  const plans = new Map(
    model.roster.people.flatMap((member): [string, Plan][] => {
      const plan = drawPlan(bare, compiled, { member, ms: now, version: 1, reason: null, conversionsOf })
      return isPlan(plan) ? [[member.id, plan]] : []
    }),
  )
  if (plans.size !== people) throw new Error('everybody has a plan')
  const numbers = createNumbers(engine, undefined, undefined, {
    of: (id) => [plans.get(id)].filter((plan) => plan !== undefined),
    on: (id) => plans.get(id) ?? null,
  })
  return { numbers, ids: [...plans.keys()], facts: nth }
}

export const run = async (): Promise<readonly BenchResult[]> => {
  const small = openFloor(few)
  const large = openFloor(many)
  const took: number[] = []
  const listed = ({ numbers, ids }: typeof large, of: readonly string[] = ids): number =>
    rateOf(of.length, () => {
      if (listCoaching(numbers, of, now).length !== of.length) throw new Error('everybody is listed')
    })
  /** So many are enough to know what all of them would take. */
  const alone = large.ids.filter((_, nth) => nth % 50 === 0)
  const rates = interleaved(rounds, {
    // As many people on either side: one short list says more of the machine than of itself.
    small: () => median(Array.from({ length: many / few }, () => listed(small))),
    large: () => {
      const rate = listed(large)
      took.push((many / rate) * 1000)
      return rate
    },
    looks: () => rateOf(many, () => void findExceptions(large.numbers, null, now)),
    'looks at few': () =>
      rateOf(many, () => {
        for (let nth = 0; nth < many / few; nth += 1) findExceptions(small.numbers, null, now)
      }),
    alone: () => {
      const each = alone.map((id) => 1000 / listed(large, [id]))
      return 1000 / median(each)
    },
  })
  const { small: smallRate = 0, large: largeRate = 0, alone: aloneRate = 0 } = rates
  const ms = Math.round(median(took))
  const { looks = 0, 'looks at few': looksAtFew = 0 } = rates
  return [
    atMost(
      `list of ${many} people ÷ ${many / few} times ${few} people`,
      // What the larger floor counts lies farther apart in memory.
      3,
      smallRate / largeRate,
      `${ms} ms for ${many} people, ${large.facts} facts; ${Math.round((few / smallRate) * 1000)} ms for ${few}`,
    ),
    atMost(
      `what is off with ${many} people ÷ ${many / few} times ${few} people`,
      3,
      looksAtFew / looks,
      `${Math.round((many / looks) * 1000)} ms for four rules`,
    ),
    atLeast(
      'listed together ÷ each alone',
      5,
      largeRate / aloneRate,
      `${Math.round(largeRate)} against ${Math.round(aloneRate)} people/s`,
    ),
  ]
}
