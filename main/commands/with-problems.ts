import { FeedProblem } from '../feed-client/feed-problem.ts'
import { type ExitCode, exitCodes, type Terminal } from './options.ts'
import { problemWords } from './problem-words.ts'

/** What `run` says, or in words why the feed did not do it. */
export const withProblems = async (terminal: Terminal, run: () => Promise<ExitCode>): Promise<ExitCode> => {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof FeedProblem)) throw error
    terminal.err(`${problemWords(error)}\n`)
    return exitCodes.nothingDone
  }
}
