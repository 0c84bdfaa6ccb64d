// What a contest of 500 people costs: a fact that counts in it against one on a floor without it, and standings that are looked
// at after each fact against standings that are worked out anew.

import { createStandings } from '../shared/domain/contests/standings.ts'
import { occasionsUntil } from '../shared/domain/counting/contest-occasions.ts'
import { createEngine } from '../shared/domain/counting/engine.ts'
import { createFloorModel } from '../shared/domain/counting/floor-model.ts'
import { decideFact } from '../shared/domain/facts/deal-history.ts'
import { Fact } from '../shared/wire/fact.ts'
import { FloorFile } from '../shared/wire/floor.ts'
import { atLeast, atMost, type BenchResult, interleaved, rateOf } from './result.ts'

export const name = 'Contests: 500 people'

const rounds = 5
const people = 500
const from = Date.UTC(2026, 10, 2)
const now = Date.UTC(2026, 10, 20, 15)
const dayMs = 86_400_000
const callsADay = 30
const factsAtOnce = 2000

const contest = {
  ...{ id: 'game', name: 'Game', counts: 'calls', from: '2026-11-02', until: '2026-11-30' },
  ...{ win: { by: 'most' }, state: 'announced' },
}

const openFloor = (contests: readonly object[]) => {
  const model = createFloorModel(
    FloorFile.parse({
      floor: { name: 'Large', timeZone: 'America/New_York', currency: 'USD' },
      teams: Array.from({ length: 50 }, (_, nth) => ({ id: `team-${nth}`, name: `Team ${nth}` })),
      people: Array.from({ length: people }, (_, nth) => ({
        ...{ id: `rep-${nth}`, name: `Rep ${nth}`, team: `team-${nth % 50}` },
      })),
      metrics: [
        {
          ...{ id: 'calls', name: 'Calls', objective: 'What the benchmark asks', question: 'activity' },
          ...{ unit: 'count', indicator: 'input', of: { from: 'activity', date: 'at' } },
        },
      ],
      contests,
    }),
  )
  const engine = createEngine(model)
  let nth = 0
  const take = (rep: number, at: number): void => {
    nth += 1
    const fact = Fact.parse({
      ...{ source: 'dialer', id: `${nth}`, type: 'activity', kind: 'call', at: new Date(at).toISOString() },
      credits: [{ rep: `rep-${rep}` }],
    })
    const stored = decideFact(null, { fact, receivedAt: at }, [])
    if (stored) engine.apply(null, stored, now)
  }
  for (let at = from; at < now; at += dayMs)
    for (let rep = 0; rep < people; rep += 1)
      for (let call = 0; call < callsADay; call += 1) take(rep, at + call * 60_000)
  return { engine, model, take, facts: () => nth }
}

export const run = async (): Promise<readonly BenchResult[]> => {
  const bare = openFloor([])
  const held = openFloor([contest])
  const [game] = held.model.file.contests
  const [occasion] = game ? occasionsUntil(game, held.model, now, 1) : []
  if (game === undefined || occasion === undefined) throw new Error('the floor has a contest')
  const sha256 = (): string => ''
  const asked = { ms: now, seed: null, isEnd: false, sha256 }
  const kept = createStandings(held.engine, game, occasion)
  if (kept === null) throw new Error('the floor has what it counts')
  const countAll = (floor: typeof held): number =>
    rateOf(factsAtOnce, () => {
      for (let nth = 0; nth < factsAtOnce; nth += 1) floor.take(nth % people, now + nth)
    })
  const looks = 20
  const rates = interleaved(rounds, {
    without: () => countAll(bare),
    with: () => countAll(held),
    kept: () =>
      rateOf(looks, () => {
        for (let nth = 0; nth < looks; nth += 1) {
          held.take(nth, now + nth)
          kept(asked)
        }
      }),
    anew: () =>
      rateOf(looks, () => {
        for (let nth = 0; nth < looks; nth += 1) {
          held.take(nth, now + nth)
          createStandings(held.engine, game, occasion)?.(asked)
        }
      }),
  })
  const { without = 0, with: withOne = 0, kept: keptRate = 0, anew = 0 } = rates
  return [
    atMost(
      'a fact with a contest of 500 people ÷ without one',
      2,
      without / withOne,
      `${Math.round(1e6 / withOne)} µs a fact, ${Math.round(1e6 / without)} µs without; ${held.facts()} facts`,
    ),
    atLeast(
      'standings after a fact: worked out anew ÷ kept',
      2,
      keptRate / anew,
      `${(1000 / keptRate).toFixed(1)} ms, ${(1000 / anew).toFixed(1)} ms anew`,
    ),
  ]
}
