// The judge of a day: what holds is let pass, what leaks is not.
import { expect, test } from 'vitest'
import { dayLimits, judgeLife, type Life, type Sample, slopeOf } from './judge-day.ts'

/** A wall that is measured every two minutes for four hours; `of` says what it holds beyond what it needs. */
const lifeWith = (of: (sample: Sample, nth: number) => Partial<Sample>): Life => ({
  samples: Array.from({ length: 120 }, (_, nth) => {
    const sample = {
      hour: nth / 30,
      // It comes and goes by a quarter of a megabyte.
      heapMb: 9 + 0.25 * Math.sin(nth * 2.1),
      nodes: 900 + (nth % 3),
      listeners: 120,
      pageHandles: 40,
      shellHandles: 90 + (nth % 2),
      feedHandles: 30,
    }
    return { ...sample, ...of(sample, nth) }
  }),
  scenes: { seen: 299, scripted: 300 },
  takeovers: { seen: 48, scripted: 48 },
})
const whole = lifeWith(() => ({}))
const judged = (life: Life) => judgeLife(life, dayLimits)

test('a line is found in what scatters around it', () => {
  const rising = lifeWith(({ hour, heapMb }) => ({ heapMb: heapMb + 0.7 * hour })).samples
  expect(slopeOf(rising, ({ heapMb }) => heapMb)).toBeCloseTo(0.7, 1)
  expect(slopeOf(rising.slice(0, 1), ({ heapMb }) => heapMb)).toBe(0)
})

test('a wall that holds what it needs, and no more, holds', () => {
  expect(judged(whole)).toEqual([])
})

test('a page that compiles its code at first leaks nothing', () => {
  expect(judged(lifeWith(({ hour, heapMb }) => (hour < 0.5 ? { heapMb: heapMb - 3 } : {})))).toEqual([])
})

test.each([
  [
    'heap',
    (({ hour, heapMb }) => ({ heapMb: heapMb + 0.6 * hour })) as Parameters<typeof lifeWith>[0],
    /heap grows/,
  ],
  ['nodes', ({ hour, nodes }: Sample) => ({ nodes: nodes + 12 * hour }), /nodes grow/],
  [
    'listeners',
    ({ hour, listeners }: Sample) => ({ listeners: listeners + Math.round(3 * hour) }),
    /listeners grow/,
  ],
  [
    'files of the shell',
    ({ hour, shellHandles }: Sample) => ({ shellHandles: shellHandles + Math.round(1.5 * hour) }),
    /the shell has/,
  ],
  [
    'files of the page',
    ({ hour, pageHandles }: Sample) => ({ pageHandles: pageHandles + Math.round(1.5 * hour) }),
    /the page has/,
  ],
])('a planted leak of %s turns it red', (_what, of, words) => {
  expect(judged(lifeWith(of))).toEqual([expect.stringMatching(words)])
})

test('a wall that did not do what the script says proves nothing', () => {
  expect(judged({ ...whole, scenes: { seen: 250, scripted: 300 } })).toEqual([expect.stringMatching(/^void/)])
  expect(judged({ ...whole, scenes: { seen: 350, scripted: 300 } })).toEqual([expect.stringMatching(/^void/)])
  expect(judged({ ...whole, takeovers: { seen: 47, scripted: 48 } })).toEqual([
    expect.stringMatching(/^void/),
  ])
  expect(judged({ ...whole, samples: whole.samples.slice(0, 17) })).toEqual([expect.stringMatching(/^void/)])
})
