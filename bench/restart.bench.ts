// From starting the process to its first answer: a feed with a million facts against an empty one.
import { join } from 'node:path'
import { applyFloor, bodyOf, newFolder, postFacts, removeFolder, startFeedProcess } from './feed-process.ts'
import { factAt } from './floor-of-fifty.ts'
import { atMost, type BenchResult, median } from './result.ts'

export const name = 'Restart with a million facts'

const facts = 1_000_000
const rounds = 5
const slice = 20_000

const fill = async (folder: string): Promise<void> => {
  const feed = await startFeedProcess(folder)
  await applyFloor(feed.url)
  for (let from = 0; from < facts; from += slice) {
    const lines = Array.from({ length: slice }, (_, i) => JSON.stringify(factAt(from + i, facts)))
    await postFacts(feed.url, bodyOf(lines))
  }
  await feed.end()
}

const timeOf = async (folder: string): Promise<number> => {
  const feed = await startFeedProcess(folder)
  await feed.end()
  return feed.readyMs
}

export const run = async (): Promise<BenchResult[]> => {
  const root = newFolder()
  const [full, empty] = [join(root, 'full'), join(root, 'empty')]
  try {
    await fill(full)
    await timeOf(empty)
    // Killed right after a million facts: the worst restart, most of them still a tail of the log.
    const worst = await timeOf(full)
    // Left alone for a moment it saves what it counted.
    const settled = await startFeedProcess(full)
    await new Promise((resolve) => setTimeout(resolve, 5000))
    await settled.end()
    const times: { full: number; empty: number }[] = []
    for (let round = 0; round < rounds; round++)
      times.push({ full: await timeOf(full), empty: await timeOf(empty) })
    const [own, bare] = [median(times.map((time) => time.full)), median(times.map((time) => time.empty))]
    return [
      atMost(
        'start with 10⁶ facts ÷ (1.3 × start empty + 1 s)',
        1,
        own / (1.3 * bare + 1000),
        `${own.toFixed(0)} ms against ${bare.toFixed(0)} ms empty; killed in the middle of an import ${worst.toFixed(0)} ms`,
      ),
    ]
  } finally {
    removeFolder(root)
  }
}
