import { LogUnavailable } from '../store/log.ts'

/** A TV that gets no answer says the same again. `durable` left out or null: what it said is kept already. */
export const answerOnceKept = (
  durable: (() => Promise<void>) | null | undefined,
  answer: () => void,
): void => {
  if (durable == null) {
    answer()
    return
  }
  durable().then(answer, (error: unknown) => {
    if (!(error instanceof LogUnavailable)) throw error
  })
}
