// The heap of a page's worker, which is none of the page's own.
import type { Page } from '@playwright/test'
import { z } from 'zod'

export interface WorkerHeap {
  /** After everything unreachable is gone, MB. Fails where the page has not exactly one worker. */
  mb(): Promise<number>
}

const Answer = z.object({ id: z.number(), result: z.unknown() })
const Usage = z.object({ usedSize: z.number() })

/** Watches from now on: the page may not have started it yet, or have it already. */
export const watchWorkerHeap = async (page: Page): Promise<WorkerHeap> => {
  const browserSays = await page.context().newCDPSession(page)
  const workers: string[] = []
  const waiting = new Map<number, (result: unknown) => void>()
  let asked = 0
  browserSays.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId)
  })
  browserSays.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = Answer.safeParse(JSON.parse(message))
    if (answer.success) waiting.get(answer.data.id)?.(answer.data.result)
  })
  await browserSays.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  const ask = (sessionId: string, method: string): Promise<unknown> => {
    asked += 1
    const id = asked
    const answered = new Promise((resolve) => waiting.set(id, resolve))
    const message = JSON.stringify({ id, method })
    return browserSays.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answered)
  }
  return {
    mb: async () => {
      const [worker, another] = workers
      if (worker === undefined || another !== undefined) throw new Error(`${workers.length} workers`)
      await ask(worker, 'HeapProfiler.enable')
      for (let sweep = 0; sweep < 3; sweep += 1) await ask(worker, 'HeapProfiler.collectGarbage')
      return Usage.parse(await ask(worker, 'Runtime.getHeapUsage')).usedSize / 1e6
    },
  }
}
