import { expect, test } from 'vitest'
import { createPlanScale, endsAlone } from './plan-scale.ts'

const at = (attainment: number | null) => ({
  cells: [{ value: 1, goal: 1, attainment, pace: null, state: null }],
})

test('[B203] one line for all lies where its place does not move with the leader, and long bars end at the track', () => {
  expect(createPlanScale([at(0.2), at(1)]).lineAt).toBe(0.8)
  expect(createPlanScale([at(0.2), at(1.25)]).lineAt).toBe(0.8)
  expect(createPlanScale([at(1.26)]).lineAt).toBeCloseTo(2 / 3)
  const scale = createPlanScale([at(9), at(1), at(null)])
  expect(scale.lineAt).toBe(0.5)
  expect([at(9), at(1), at(null), at(-1)].map(scale.fraction)).toEqual([1, 0.5, 0, 0])
  expect(createPlanScale([]).lineAt).toBe(0.8)
  expect(createPlanScale([at(0.6)], endsAlone).lineAt).toBe(1)
})
