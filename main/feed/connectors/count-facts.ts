import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'

/** How many facts of a source stand. */
export const countFactsOf = async (
  source: string,
  { log, turns }: { readonly log: Pick<Log, 'factsOf'>; readonly turns: Turns },
): Promise<number> => {
  let counted = 0
  for await (const page of log.factsOf(source)) {
    counted += page.length
    if (turns.due()) await turns.next()
  }
  return counted
}
