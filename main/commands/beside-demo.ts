// A floor of one's own that is on its way to the feed of the demo, which listens on the same port by default.
import { hasDemoMark } from '../feed/demo/mark.ts'
import type { FeedAddress } from '../feed-client/ask-once.ts'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { fetchFloor } from '../feed-client/floor.ts'

/** Null where the feed shows no demo, where the file is the demo's own, and where the feed does not say. */
export const demoWords = async (address: FeedAddress, text: string): Promise<string | null> => {
  if (hasDemoMark(text)) return null
  const current = await fetchFloor(address).catch((error) => {
    // What is sent next meets the same problem, and says so.
    if (error instanceof FeedProblem) return null
    throw error
  })
  if (current === null || !hasDemoMark(current.text)) return null
  return `The feed at ${address.feed} shows the demo, and its invented people would stay in the numbers. Give your floor a feed of its own: "npx floorboard serve --data ./my-floor --port 4401", then "--feed http://127.0.0.1:4401" with this command.`
}
