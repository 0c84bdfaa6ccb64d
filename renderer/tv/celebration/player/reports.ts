// What was really shown, until the feed has acknowledged it; kept over a reload.
import { z } from 'zod'
import { CelebratedMessage } from '../../../../shared/wire/celebrations/view.ts'

interface ReportsOptions {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null
  /** Resolves to whether the feed has kept it. */
  readonly send: (message: CelebratedMessage) => Promise<boolean>
  readonly wait: (ms: number, work: () => void) => void
}

const Kept = z.array(CelebratedMessage)
const key = 'floorboard:celebrated-reports'
const mostKept = 50
const retryMs = 30_000

const read = (text: string | null): readonly CelebratedMessage[] => {
  try {
    return text === null ? [] : (Kept.safeParse(JSON.parse(text)).data ?? [])
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

export const createReports = ({
  storage,
  send,
  wait,
}: ReportsOptions): { add(message: CelebratedMessage): void } => {
  let kept = read(storage?.getItem(key) ?? null)
  let isSending = false
  const save = (next: readonly CelebratedMessage[]): void => {
    kept = next.slice(-mostKept)
    try {
      storage?.setItem(key, JSON.stringify(kept))
    } catch (error) {
      console.warn('floorboard: what was celebrated could not be kept', error)
    }
  }
  const sendAll = async (): Promise<void> => {
    if (isSending) return
    isSending = true
    for (let [next] = kept; next !== undefined; [next] = kept) {
      const sent = next
      if (!(await send(sent))) {
        wait(retryMs, () => void sendAll())
        break
      }
      save(kept.filter((each) => each !== sent))
    }
    isSending = false
  }
  // What was left from before a reload.
  if (kept.length > 0) wait(retryMs, () => void sendAll())
  return {
    add: (message) => {
      save([...kept, message])
      void sendAll()
    },
  }
}
