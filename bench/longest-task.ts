// The longest task of a page's main thread while something happens on it, by the processor time that it takes, so that what
// else the machine does is not in it; and how much of that is script of ours.
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'

/** Of the browser's trace: µs; `tdur` is processor time of the thread. */
const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.number().optional(),
      args: z.object({ name: z.unknown() }).partial().optional(),
    }),
  ),
})

const scripts = new Set([
  'FunctionCall',
  'EvaluateScript',
  'FireAnimationFrame',
  'TimerFire',
  'RunMicrotasks',
])

/** Of any page's main thread, ms of processor time. */
export interface LongestTask {
  readonly task: number
  /** The longest piece of script in one. */
  readonly script: number
}

const longestIn = (trace: Buffer): LongestTask => {
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString('utf8')))
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const longest = (isOne: (name: string) => boolean): number =>
    traceEvents
      .filter(({ name, pid, tid }) => isOne(name) && mains.has(`${pid} ${tid}`))
      .reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0)
  return { task: longest((name) => name === 'RunTask'), script: longest((name) => scripts.has(name)) }
}

export const longestTaskDuring = async (
  browser: Browser,
  page: Page,
  happens: () => Promise<void>,
): Promise<LongestTask> => {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
  })
  await happens()
  return longestIn(await browser.stopTracing())
}
