// What the page Exceptions has to show on the demo floor: a handful of each, on deals and on people, in words.
import { expect, test } from 'vitest'
import { demoFloorText, demoSeed } from '../../main/feed/demo/demo-floor.ts'
import { createTimeline } from '../../main/feed/demo/world/timeline.ts'
import { createEngine } from '../../shared/domain/counting/engine.ts'
import { createFloorModel } from '../../shared/domain/counting/floor-model.ts'
import { findExceptions } from '../../shared/domain/exceptions/find-exceptions.ts'
import { createOpenDeals } from '../../shared/domain/exceptions/open-deals.ts'
import { decideFact } from '../../shared/domain/facts/deal-history.ts'
import type { StoredFact } from '../../shared/domain/facts/stored-fact.ts'
import { createNumbers } from '../../shared/domain/standing/numbers.ts'
import { createExceptionWords } from '../../shared/domain/words/exception-words.ts'
import { createFormat } from '../../shared/domain/words/format.ts'
import { floorFileOf } from '../floors/open-test-floor.ts'

/** A Friday afternoon in New York; four months before it are enough for every rule to have its history. */
const openedAt = Date.parse('2026-11-27T18:00:00Z')
const historyDays = 125

test('[E1][E4][E7] the demo floor has a handful of deals that lie, weeks that began slowly, and an SDR who is busy and not productive', () => {
  const file = floorFileOf(demoFloorText)
  const engine = createEngine(createFloorModel(file))
  const deals = createOpenDeals()
  const stored = new Map<string, StoredFact>()
  for (const { fact } of createTimeline({ file, seed: demoSeed, openedAt, historyDays }).factsUntil(
    openedAt,
  )) {
    const before = stored.get(fact.id) ?? null
    const after = decideFact(before, { fact, receivedAt: openedAt }, file.floor.stages)
    engine.apply(before, after, openedAt)
    if (after) stored.set(fact.id, after)
    deals.put(fact.source, fact.id, after)
  }
  const looked = findExceptions(createNumbers(engine), deals, openedAt)
  const counts = Object.fromEntries(looked.map(({ rule, found }) => [rule.id, found?.length ?? -1]))
  for (const rule of ['close-date-passed', 'untouched-for-two-weeks', 'stuck-in-its-stage', 'by-wednesday'])
    expect([rule, (counts[rule] ?? 0) >= 1 && (counts[rule] ?? 0) <= 12, counts]).toEqual([
      rule,
      true,
      counts,
    ])
  expect(counts).toMatchObject({ 'busy-not-productive': 1 })
  const words = createExceptionWords(createFormat(file.floor), file.floor.locale)
  for (const { found } of looked)
    for (const { why, owner } of found ?? []) {
      expect(words.why(why)).not.toMatch(/NaN|undefined|null|Infinity/)
      // Each of them can be written to.
      const aliases = file.people.find(({ id }) => id === owner)?.aliases ?? []
      expect([owner, aliases.some((alias) => alias.endsWith('.example'))]).toEqual([owner, true])
    }
})
