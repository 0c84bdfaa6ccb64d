// A year of the demo's history, told whole: what only shows over months.
import { describe, expect, test } from 'vitest'
import type { Deal } from '../../shared/wire/fact.ts'
import { storyFaults, storyOf } from './story.ts'

const hourMs = 3_600_000
const openedAt = Date.parse('2026-11-20T17:00:00Z')
const story = storyOf(2, openedAt, openedAt)

describe('the simulated floor', () => {
  test('leaves a leaver’s deals alone on the weekend before others take them over', () => {
    const openedAt = Date.parse('2026-06-27T12:00:00Z')
    for (const seed of [2, 3])
      expect(storyFaults(storyOf(seed, openedAt, openedAt + 12 * hourMs, 60), seed)).toEqual([])
  })

  test('gives a newcomer in New York no work on the evening before their first day, when London has it already', () => {
    const openedAt = Date.parse('2026-09-13T23:50:00Z')
    for (const seed of [0, 1, 2])
      expect(storyFaults(storyOf(seed, openedAt, openedAt + 5 * hourMs, 20), seed)).toEqual([])
  })

  test('brings a year of 60,000 to 130,000 possible facts, up to the opening', () => {
    expect(story.length).toBeGreaterThan(60_000)
    expect(story.length).toBeLessThan(130_000)
    expect(story[0]?.at).toBeLessThan(Date.parse('2025-11-22T00:00:00Z'))
    expect(story.at(-1)?.at).toBeGreaterThan(openedAt - hourMs)
    expect(storyFaults(story, 2)).toEqual([])
  })

  test('loses, takes back, reopens, puts off, resizes and hands over deals', () => {
    const versions = new Map<string, Deal>()
    const seen = { lost: 0, takenBack: 0, reopened: 0, slipped: 0, shrunk: 0, grown: 0, handedOver: 0 }
    for (const { fact } of story) {
      if (fact.type !== 'deal') continue
      const before = versions.get(fact.id)
      versions.set(fact.id, fact)
      if (!before) continue
      if (fact.status === 'lost' && before.status === 'open') seen.lost++
      if (fact.status === 'lost' && before.status === 'won') seen.takenBack++
      if (fact.status === 'open' && before.status !== 'open') seen.reopened++
      if ((fact.expectedCloseOn ?? '') > (before.expectedCloseOn ?? '') && before.status === 'open')
        seen.slipped++
      if ((fact.amount?.minor ?? 0) < (before.amount?.minor ?? 0)) seen.shrunk++
      if ((fact.amount?.minor ?? 0) > (before.amount?.minor ?? 0)) seen.grown++
      if (fact.credits[0]?.rep !== before.credits[0]?.rep) seen.handedOver++
    }
    expect(Object.entries(seen).filter(([, times]) => times < 3)).toEqual([])
  })
})
