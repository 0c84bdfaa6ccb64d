// Which feed this TV shows, and how whoever stands before a new one chooses it.
import type {
  ChoiceAnswer,
  FeedChoice,
  FeedTrouble,
  FoundFeed,
  NewFloor,
} from '../../../shared/wire/kiosk.ts'
import { findFeeds } from '../../discovery/find-feeds.ts'
import type { FeedAccess, FeedSource } from '../feed-source.ts'
import type { Journal } from '../journal.ts'
import { feedCandidates } from './feed-candidates.ts'
import { probeFeed } from './probe-feed.ts'
import type { SetUp, SetUpFile } from './set-up-file.ts'

export interface TvSetUp {
  /** Null until somebody has chosen. */
  origin(): string | null
  fingerprint(): string | undefined
  address(): Promise<FeedAccess | null>
  found(): readonly FoundFeed[]
  choose(choice: FeedChoice): Promise<ChoiceAnswer>
  newFloor(): NewFloor | null
  /** What is wrong with a feed of the kiosk's own. */
  trouble(): Promise<FeedTrouble | null>
  /** Whether somebody with a remote control or a keyboard has something to do here. */
  takesKeys(): boolean
  close(): Promise<void>
}

export interface TvSetUpParts {
  readonly file: SetUpFile
  readonly open: (setUp: SetUp | null) => Promise<FeedSource | null>
  readonly networkAddress: string | undefined
  readonly journal: Journal
  /** A feed was chosen: the page has to be loaded for it. */
  readonly onChosen: () => void
}

export async function openSetUp(parts: TvSetUpParts): Promise<TvSetUp> {
  const { file, open, networkAddress, journal, onChosen } = parts
  let source = await open(await file.load())
  let choosing = false
  const search =
    source === null
      ? findFeeds(networkAddress, (error) =>
          journal.warn('feeds cannot be looked for', { error: error.message }),
        )
      : null

  const begin = async (setUp: SetUp): Promise<ChoiceAnswer> => {
    source = await open(setUp)
    await file.save(setUp)
    search?.close()
    journal.info('set up', setUp.kind === 'address' ? { feed: setUp.url } : { feed: setUp.kind })
    onChosen()
    return 'taken'
  }

  const choose = async (choice: FeedChoice): Promise<ChoiceAnswer> => {
    if (choice.kind === 'this-computer') return begin(choice)
    const origins = feedCandidates(choice.text)
    if (origins.length === 0) return 'no-address'
    const probes = await Promise.all(origins.map(probeFeed))
    for (const [index, probe] of probes.entries()) {
      const url = origins[index]
      if (probe.kind === 'feed' && url !== undefined)
        return begin({ kind: 'address', url, fingerprint: probe.fingerprint })
    }
    return probes.some(({ kind }) => kind === 'something-else') ? 'no-feed' : 'no-answer'
  }

  return {
    origin: () => source?.origin() ?? null,
    fingerprint: () => source?.fingerprint(),
    address: async () => (await source?.address()) ?? null,
    found: () => (source === null ? (search?.found() ?? []) : []),
    async choose(choice) {
      // One at a time: a second press while the first is being asked about changes nothing.
      if (source !== null || choosing) return 'taken'
      choosing = true
      return choose(choice).finally(() => {
        choosing = false
      })
    },
    newFloor: () => source?.newFloor() ?? null,
    trouble: async () => (await source?.trouble()) ?? null,
    takesKeys: () => source === null || source.newFloor() !== null,
    async close() {
      if (source === null) search?.close()
      await source?.close()
    },
  }
}
