import { expect, test } from 'vitest'
import { foundMetrics } from './found-metrics.ts'

const metrics = [
  { id: 'a', text: 'Abschlüsse\nWie viele gewinnen wir?' },
  { id: 'b', text: 'Calls\nHow much do we call?' },
]
const found = (asked: string) => foundMetrics(metrics, asked, ({ text }) => text).map(({ id }) => id)

test('[H70] a metric is found by all words that are typed, in any order, without capitals and accents', () => {
  expect(found(' ')).toEqual(['a', 'b'])
  expect(found('ABSCHLUSSE')).toEqual(['a'])
  expect(found('call much')).toEqual(['b'])
  expect(found('call gewinnen')).toEqual([])
})
