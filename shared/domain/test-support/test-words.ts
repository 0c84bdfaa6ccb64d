// Words of leaders for tests of the domain.
import type { TopWord, TopWords } from '../standing/top-words.ts'

export const topWord = (text: string, at: string, more: Partial<TopWord> = {}): TopWord => ({
  id: text,
  text,
  from: { name: 'Dana Whitfield', short: 'Dana W.', initials: 'DW', hue: 4, photo: null },
  title: 'VP Sales',
  at: Date.parse(at),
  people: ['ana'],
  names: ['Ana Lopez'],
  occasion: 'Big deal',
  deal: null,
  ...more,
})

export const topWordsOf = (...words: readonly TopWord[]): TopWords => ({
  since: (at) => words.filter((word) => word.at >= at).sort((a, b) => b.at - a.at),
})
