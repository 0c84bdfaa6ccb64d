import { expect, test } from 'vitest'
import { copiedWords } from './copied-words.ts'

test('every hundred thousand entries are said once, however many come at a time', () => {
  const said: string[] = []
  const copied = copiedWords({ out: () => undefined, err: (text) => said.push(text), watched: false })
  for (const entries of [1000, 99_999, 100_000, 100_001, 199_000, 350_000, 351_000, 400_000]) copied(entries)
  expect(said).toEqual(
    [100_000, 350_000, 400_000].map((many) => `${many.toLocaleString('en')} entries are copied …\n`),
  )
})
