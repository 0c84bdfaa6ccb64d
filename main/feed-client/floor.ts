// The floor file of a feed. Asked once: whoever edits it is there to try again.
import { z } from 'zod'
import { FloorChange, HistoryAnswer, PreviewAnswer } from '../../shared/wire/floor-edits.ts'
import { askFeed, readAnswer } from './ask-feed.ts'
import type { FeedAddress } from './ask-once.ts'
import { refusalProblem } from './feed-problem.ts'
import { askingOnce } from './patience.ts'

const CurrentFloor = z.object({ version: z.int(), text: z.string() })
const ReplacedFloor = z.object({
  version: z.int(),
  /** What it says otherwise than the version before it. */
  changes: z.array(FloorChange).default([]),
})
export type ReplacedFloor = z.output<typeof ReplacedFloor>

/** As it was written, comments and all. Throws `FeedProblem`. */
export const fetchFloor = async (address: FeedAddress): Promise<z.output<typeof CurrentFloor>> => {
  const answer = await askFeed(address, { method: 'GET', path: '/api/v1/floor' }, askingOnce)
  return readAnswer(address, answer, CurrentFloor)
}

/**
 * `expected`: only in place of that version; null: whatever version is there. `isConfirmed`: also where facts become
 * unassigned by it. Throws `FeedProblem`, with the places of the file's faults.
 */
export const replaceFloor = async (
  address: FeedAddress,
  text: string,
  expected: number | null,
  isConfirmed = false,
): Promise<ReplacedFloor> => {
  const request = {
    method: 'PUT',
    path: isConfirmed ? '/api/v1/floor?confirm=unassigned' : '/api/v1/floor',
    type: 'application/yaml',
    body: text,
    ...(expected !== null && { ifMatch: `"${expected}"` }),
  } as const
  const answer = await askFeed(address, request, askingOnce)
  return readAnswer(address, answer, ReplacedFloor)
}

/** The text of a version. Throws `FeedProblem`. */
export const fetchFloorText = async (address: FeedAddress, version: number): Promise<string> => {
  const answer = await askFeed(address, { method: 'GET', path: `/api/v1/history/${version}` }, askingOnce)
  if (answer.status !== 200) throw refusalProblem(answer)
  return answer.text
}

/** Versions before one, newest first. Throws `FeedProblem`. */
export const fetchVersions = async (
  address: FeedAddress,
  before: number,
): Promise<z.output<typeof HistoryAnswer>['versions']> => {
  const path = `/api/v1/history?before=${before}`
  const answer = await askFeed(address, { method: 'GET', path }, askingOnce)
  return readAnswer(address, answer, HistoryAnswer).versions
}

/** What a floor file would change; nothing is done. Throws `FeedProblem`. */
export const previewFloor = async (
  address: FeedAddress,
  text: string,
): Promise<z.output<typeof PreviewAnswer>> => {
  const request = {
    method: 'POST',
    path: '/api/v1/floor/preview',
    type: 'application/yaml',
    body: text,
  } as const
  return readAnswer(address, await askFeed(address, request, askingOnce), PreviewAnswer)
}
