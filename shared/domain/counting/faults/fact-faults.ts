// What is wrong with a fact on this floor. It is a matter of the fact and the floor file alone, so that what was told of a
// fact can be taken back when the fact changes or goes.
import type { Fact } from '../../../wire/fact.ts'
import type { Member } from '../../people/roster.ts'
import { exponentOf } from '../../words/currency-exponent.ts'
import type { FloorModel } from '../floor-model.ts'
import type { FactCheck, NoteFault } from './check.ts'
import { createDateCheck } from './date-plausibility.ts'
import { type FactFault, faultKey } from './fact-fault.ts'
import { createKindCheck } from './kind-check.ts'
import { createAmountCheck, createMissingDateCheck, createProbabilityCheck } from './missing-checks.ts'
import { createOwnFieldCheck } from './own-field-checks.ts'
import { createStageCheck, createValueChecks } from './value-checks.ts'

/** What the fold knows of a fact anyway. */
export interface JudgedFact {
  readonly fact: Fact
  /** Epoch ms. */
  readonly receivedAt: number
  /** In the floor's minor units; null without an amount, or without a rate for it. */
  readonly amountMinor: number | null
  /** Of its credits, in their order. */
  readonly members: readonly (Member | null)[]
}

const none: readonly FactFault[] = []

/** Each fault once. Nearly every fact has none, and costs no more than a few comparisons. */
export const createFactFaults = (model: FloorModel): ((judged: JudgedFact) => readonly FactFault[]) => {
  const minorPerUnit = 10 ** exponentOf(model.file.floor.currency)
  const checkDates = createDateCheck()
  const checks: readonly FactCheck[] = [
    createKindCheck(model),
    createMissingDateCheck(model),
    createAmountCheck(model),
    createStageCheck(model),
    createProbabilityCheck(model),
    createOwnFieldCheck(model, minorPerUnit),
    ...createValueChecks(model),
  ]
  let noted: FactFault[] = []
  const note: NoteFault = (fault) => {
    const key = faultKey(fault)
    if (!noted.some((other) => faultKey(other) === key)) noted.push(fault)
  }

  return ({ fact, receivedAt, amountMinor, members }) => {
    members.forEach((member, index) => {
      const name = fact.credits[index]?.rep
      if (member === null && name !== undefined && !model.corrections.isNobody(name))
        note({ code: 'unknown-person', field: '', value: name })
    })
    checkDates(fact, receivedAt, note)
    const occurrence = { fact, event: null, amountMinor }
    for (const check of checks) check(occurrence, note)
    if (noted.length === 0) return none
    const found = noted
    noted = []
    return found
  }
}
