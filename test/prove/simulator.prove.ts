// The simulator for FLOORBOARD_SIMULATED_STEPS (1,000,000): thousands of worlds, each with misfortunes of its own.
import { expect, test } from 'vitest'
import { sayFigures } from '../figures.ts'
import { simulate, tellFailure } from '../simulator/simulate.ts'

const seed = Number(process.env['FLOORBOARD_SEED'] ?? 1)
const steps = Number(process.env['FLOORBOARD_SIMULATED_STEPS'] ?? 1_000_000)

test(`${steps} steps of worlds from seed ${seed} on hold`, async () => {
  const startedAt = performance.now()
  const { failure, ...taken } = await simulate({ seed, steps })
  const perSecond = Math.round(taken.steps / ((performance.now() - startedAt) / 1000))
  sayFigures(
    `${taken.steps} steps in ${taken.worlds} worlds, ${perSecond} a second; held against a recomputation ${taken.checks} times`,
  )
  if (failure) expect.fail(tellFailure(failure))
})
