// Which metrics of the catalogue are meant by what is typed.

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Those that have every word somewhere: in a name, the question, the sentence, or what uses them. In their order. */
export const foundMetrics = <M extends { readonly id: string }>(
  metrics: readonly M[],
  asked: string,
  textOf: (metric: M) => string,
): readonly M[] => {
  const words = folded(asked).split(/\s+/).filter(Boolean)
  if (words.length === 0) return metrics
  return metrics.filter((metric) => {
    const text = folded(textOf(metric))
    return words.every((word) => text.includes(word))
  })
}
