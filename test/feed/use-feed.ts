// A real feed for each test of a group, or one for all of them: to start one takes a tenth of a second.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { startTestFeed, type TestFeed } from './start-test-feed.ts'

type Use = (feed: TestFeed) => void

export const feedForEach = (use: Use): void => {
  let feed: TestFeed
  beforeEach(async () => {
    feed = await startTestFeed()
    use(feed)
  })
  afterEach(() => feed.close())
}

/** For a group whose tests do not change what another of them looks at. */
export const feedForAll = (use: Use): void => {
  let feed: TestFeed
  beforeAll(async () => {
    feed = await startTestFeed()
    use(feed)
  })
  afterAll(() => feed.close())
}
