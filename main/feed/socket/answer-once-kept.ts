/**
 * A TV that gets no answer says the same again. `durable` left out or null: what it said is kept already; where it rejects, whoever
 * keeps it has said why.
 */
export const answerOnceKept = (
  durable: (() => Promise<void>) | null | undefined,
  answer: () => void,
): void => {
  if (durable == null) answer()
  else durable().then(answer, () => undefined)
}
