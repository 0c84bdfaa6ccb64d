// A floor file on its way into a feed: asked about where facts become unassigned by it, and told of in words.
import type { LineError } from '../feed/floor-file/located-yaml.ts'
import type { FeedAddress } from '../feed-client/ask-once.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { type ReplacedFloor, replaceFloor } from '../feed-client/floor.ts'
import type { Terminal } from './options.ts'
import { problemWords } from './problem-words.ts'

export interface FloorToSend {
  /** How it is called in what is asked. */
  readonly name: string
  readonly text: string
  /** Only in place of this version; null: whatever version is there. */
  readonly onto: number | null
  /** Also where facts become unassigned by it. */
  readonly yes: boolean
}

/** `errors`: faults that the feed sees in it. `unassigned`: what nobody agreed to. */
export type FloorSent =
  | { readonly ok: true; readonly replaced: ReplacedFloor }
  | {
      readonly ok: false
      readonly errors: readonly LineError[]
      readonly unassigned?: FeedProblem['unassigned']
    }

/** What the edit does, each with all its names: several spellings may rest on one person. */
const lossesIn = (unassigned: FeedProblem['unassigned']): readonly string[] => {
  const facts = new Map<string, number>()
  for (const { because, facts: count } of unassigned) facts.set(because, (facts.get(because) ?? 0) + count)
  return [...facts].map(
    ([because, count]) => `${because}: ${count} ${count === 1 ? 'fact' : 'facts'} would be unassigned`,
  )
}

/** Whether to go on with an edit that sends facts to the unassigned. */
const askWhether = async (
  name: string,
  { unassigned }: FeedProblem,
  { err, ask }: Terminal,
): Promise<boolean> => {
  for (const loss of lossesIn(unassigned)) err(`${name} ${loss}\n`)
  if (ask) return ask('Apply it all the same?')
  err('Nothing was changed. With --yes it is applied all the same.\n')
  return false
}

export const sendFloor = async (
  address: FeedAddress,
  { name, text, onto, yes }: FloorToSend,
  terminal: Terminal,
): Promise<FloorSent> => {
  const send = (version: number | null, isConfirmed: boolean): Promise<ReplacedFloor | FeedProblem> =>
    replaceFloor(address, text, version, isConfirmed).catch((error) => {
      if (error instanceof FeedProblem) return error
      throw error
    })
  let answer = await send(onto, yes)
  if (answer instanceof FeedProblem && answer.code === 'unconfirmed-floor') {
    if (!(await askWhether(name, answer, terminal)))
      return { ok: false, errors: [], unassigned: answer.unassigned }
    // What was agreed to is the loss on that floor; another one asks again.
    answer = await send(onto ?? answer.version, true)
  }
  if (!(answer instanceof FeedProblem)) return { ok: true, replaced: answer }
  terminal.err(`${problemWords(answer)}\n`)
  // A feed of another version may see faults that this one does not.
  return { ok: false, errors: answer.places }
}
