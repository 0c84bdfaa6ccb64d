// What a Prometheus expression asks for, read by the grammar of Prometheus' own editor.
import { parser } from '@prometheus-io/lezer-promql'

export interface AskedMetric {
  readonly name: string
  /** Labels by which it is picked, with what they have to be where that is said word for word. */
  readonly matchers: readonly { readonly label: string; readonly is: string | null }[]
}

export interface Expression {
  readonly metrics: readonly AskedMetric[]
  /** By which it is summed. */
  readonly grouped: readonly string[]
}

/** Throws where it is none. Grafana's variables stand for an interval or for words in a matcher. */
export const readPromql = (text: string): Expression => {
  const plain = text.replaceAll('$__rate_interval', '5m')
  const metrics: { name: string; matchers: { label: string; is: string | null }[] }[] = []
  const grouped: string[] = []
  const at = ({ from, to }: { from: number; to: number }): string => plain.slice(from, to)
  parser.parse(plain).iterate({
    enter: (node) => {
      if (node.type.isError) throw new Error(`no expression at ${node.from}: ${text}`)
      if (node.name === 'VectorSelector') metrics.push({ name: '', matchers: [] })
      const current = metrics.at(-1)
      if (node.name === 'Identifier' && node.node.parent?.name === 'VectorSelector' && current)
        current.name = at(node)
      if (node.name === 'UnquotedLabelMatcher' && current) {
        const [, label = '', operator, value = ''] = /^(\w+)\s*(=~|!~|!=|=)\s*"(.*)"$/.exec(at(node)) ?? []
        current.matchers.push({ label, is: operator === '=' ? value : null })
      }
      if (node.name === 'LabelName' && node.node.parent?.name === 'GroupingLabels') grouped.push(at(node))
    },
  })
  return { metrics, grouped }
}
