import { expect, test } from 'vitest'
import type { SourceHealth, SourceState } from '../../../shared/wire/sources.ts'
import { WebhookEvent } from '../../../shared/wire/webhooks.ts'
import type { RecordEntry } from '../store/log.ts'
import { openSourceTroubles, type TroubleChange } from './source-troubles.ts'

const health = (state: SourceState): SourceHealth => ({
  ...{
    id: 'hubspot',
    name: 'HubSpot',
    vendor: 'hubspot',
    source: 'hubspot',
    state,
    readAt: null,
    newest: null,
  },
  trouble: state === 'ok' ? null : { at: 5, kind: 'away', what: 'Nothing answers.', click: 'Wait.' },
  ...{ lackedRates: [], compared: null, aside: 0 },
  ...{
    past: null,
    facts: 0,
    calls: { today: 0, of: null },
    refused: { facts: 0, first: [] },
    question: null,
  },
  hasKey: true,
})

test('[N28] a trouble, another one, and its end are told once each, also when the feed ends in between', async () => {
  const kept: RecordEntry[] = []
  const open = () =>
    openSourceTroubles(
      { recordsOf: async () => kept.toReversed() },
      () => 'https://wall.test/console/sources',
    )
  let troubles = await open()
  const told: string[] = []
  const look = (state: SourceState, now: number, noted = true): void => {
    const changes: readonly TroubleChange[] = troubles.changes([health(state)], now)
    for (const { record, event } of changes) {
      const { type, data } = WebhookEvent.parse(event)
      told.push(`${type} ${data.id}`)
      if (noted) kept.push({ kind: 'record', seq: kept.length + 1, ...record })
    }
    if (noted) troubles.note(changes)
  }
  look('ok', 1)
  look('late', 2)
  look('late', 3)
  troubles = await open()
  look('late', 4)
  // What the log did not take is told with the next look, under the same name of its cause.
  look('needs sign-in', 5, false)
  look('needs sign-in', 6)
  look('paused', 7)
  look('ok', 8)
  troubles = await open()
  look('ok', 9)
  look('late', 10)
  expect(told).toEqual([
    'source.in-trouble hubspot:2:late',
    'source.in-trouble hubspot:2:needs sign-in',
    'source.in-trouble hubspot:2:needs sign-in',
    'source.recovered hubspot:2:over',
    'source.in-trouble hubspot:10:late',
  ])
})
