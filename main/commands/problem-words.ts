import type { FeedProblem } from '../feed-client/feed-problem.ts'

/** What went wrong with the feed, and which option may mend it. */
export const problemWords = ({ message, code }: FeedProblem): string => {
  if (code === 'away') return `${message} Is it running? --feed says where it is.`
  return code === 'unauthorized' || code === 'forbidden' ? `${message} --token passes it.` : message
}
