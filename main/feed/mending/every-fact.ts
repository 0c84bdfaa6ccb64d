import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'

export interface EveryFactParts {
  readonly floor: Pick<LiveFloor, 'numbers'>
  readonly log: Pick<Log, 'factsOf'>
  readonly turns: Turns
}

/** All facts that stand, source by source, by their ids; a few at a time, so that others are answered meanwhile. */
export const everyFact = async function* ({ floor, log, turns }: EveryFactParts): AsyncGenerator<StoredFact> {
  for (const [source] of floor.numbers().engine.sources.entries())
    for await (const page of log.factsOf(source))
      for (const stored of page) {
        yield stored
        if (turns.due()) await turns.next()
      }
}
