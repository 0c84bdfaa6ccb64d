import { expect, test } from 'vitest'
import { nodeFor } from './shares.ts'

const floors = Array.from({ length: 1000 }, (_, floor) => floor + 1)

test('[Q102] nodes have about as many floors each, and one that goes moves its own alone', () => {
  const before = new Map(floors.map((floor) => [floor, nodeFor(floor, [3, 8, 11])]))
  for (const node of [3, 8, 11])
    expect([...before.values()].filter((each) => each === node).length).toBeGreaterThan(280)
  for (const [floor, node] of before) if (node !== 8) expect(nodeFor(floor, [3, 11])).toBe(node)
  expect(nodeFor(7, [11, 3, 8])).toBe(nodeFor(7, [3, 8, 11]))
})
