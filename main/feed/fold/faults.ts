// The faults of the facts that stand, in words.
import type { Engine } from '../../../shared/domain/counting/engine.ts'
import type { FaultyFact } from '../../../shared/domain/counting/faults/fault-book.ts'
import { createFaultWords } from '../../../shared/domain/counting/faults/fault-words.ts'
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { FaultsAnswer } from '../../../shared/wire/faults.ts'

/** More than anybody reads; the next ones come to light as these are mended. */
const mostListed = 200

/** A floor's words are made once: they look up names. */
const wordsOfFloors = new WeakMap<FloorModel, ReturnType<typeof createFaultWords>>()

export const faultWordsOf = (model: FloorModel): ReturnType<typeof createFaultWords> => {
  const words = wordsOfFloors.get(model) ?? createFaultWords(model)
  wordsOfFloors.set(model, words)
  return words
}

const factOf = (fact: FaultyFact | null): FaultsAnswer['faults'][number]['first'] =>
  fact && { source: fact.source, id: fact.id, receivedAt: new Date(fact.receivedAt).toISOString() }

export const answerFaults = (engine: Engine): FaultsAnswer => {
  const words = faultWordsOf(engine.model)
  const all = engine.faults()
  const faults = all.slice(0, mostListed).map(({ fault, count, first, latest }) => ({
    code: fault.code,
    ...words(fault),
    count,
    first: factOf(first),
    latest: factOf(latest),
  }))
  return { faults, unlisted: all.length - faults.length }
}
