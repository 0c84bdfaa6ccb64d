import { describe, expect, test } from 'vitest'
import { Fact } from '../../wire/fact.ts'
import { decideFact } from './deal-history.ts'
import type { StoredFact } from './stored-fact.ts'

const dealStages = ['lead', 'demo', 'offer']
const deal = (more: object) => ({
  source: 'crm',
  id: '1',
  type: 'deal',
  status: 'open',
  credits: [{ rep: 'ana' }],
  ...more,
})

/** Sends one version a day from 1 November on; null withdraws. */
const send = (...versions: readonly (object | null)[]): StoredFact | null => {
  let stored: StoredFact | null = null
  versions.forEach((version, index) => {
    const receivedAt = Date.parse('2026-11-01T00:00:00Z') + index * 86_400_000
    stored = decideFact(stored, { fact: version && Fact.parse(version), receivedAt }, dealStages)
  })
  return stored
}

const historyOf = (...versions: readonly (object | null)[]): string[] =>
  (send(...versions.map((version) => version && deal(version)))?.history ?? []).map(
    ({ kind, at }) => `${kind.slice(5)} ${at.slice(0, 10)}`,
  )

describe('a deal’s history', () => {
  test('[F13] begins when it was created, or when it came', () => {
    expect(historyOf({ createdAt: '2026-10-01' })).toEqual(['created 2026-10-01'])
    expect(historyOf({})).toEqual(['created 2026-11-01'])
  })

  test('[F13] creation is there once and follows its date', () => {
    expect(
      historyOf({}, { createdAt: '2026-10-01' }, { createdAt: '2026-09-01' }, { createdAt: null, name: 'x' }),
    ).toEqual(['created 2026-09-01'])
  })

  test('[F14] tells of a deal that comes already won', () => {
    expect(historyOf({ createdAt: '2026-10-01', status: 'won', closedAt: '2026-10-20' })).toEqual([
      'created 2026-10-01',
      'won 2026-10-20',
    ])
  })

  test('[F14] follows a deal won, reopened, lost and won again', () => {
    expect(
      historyOf(
        { status: 'open' },
        { status: 'won', closedAt: '2026-10-20' },
        { status: 'open' },
        { status: 'lost' },
        { status: 'won', closedAt: '2026-12-01' },
      ),
    ).toEqual([
      'created 2026-11-01',
      'won 2026-10-20',
      'reopened 2026-11-03',
      'lost 2026-11-04',
      'won 2026-12-01',
    ])
  })

  test('[F14] a corrected close date moves the last win only', () => {
    expect(
      historyOf(
        { status: 'won', closedAt: '2026-10-01' },
        { status: 'open' },
        { status: 'won' },
        { status: 'won', closedAt: '2026-10-15' },
        { status: 'won', closedAt: null, name: 'x' },
      ),
    ).toEqual(['created 2026-11-01', 'won 2026-10-01', 'reopened 2026-11-02', 'won 2026-10-15'])
  })

  const won = { stage: 'offer', status: 'won', closedAt: '2026-10-20', expectedCloseOn: '2026-10-31' }
  const older = { stage: 'demo', status: 'open', expectedCloseOn: '2026-09-30' }

  test('[F23] a win that is sent again adds nothing, whatever older state came in between', () => {
    const once = historyOf({ ...older, stage: 'lead' }, won)
    expect(once).toEqual([
      'created 2026-11-01',
      'advanced 2026-11-02',
      'slipped 2026-11-02',
      'won 2026-10-20',
    ])
    expect(historyOf({ ...older, stage: 'lead' }, won, won, { ...won, name: 'x' })).toEqual(once)
    expect(historyOf({ ...older, stage: 'lead' }, won, older, won)).toEqual(once)
    expect(
      historyOf({ ...older, stage: 'lead' }, won, { ...older, stage: 'lead' }, older, won, older, won),
    ).toEqual(once)
  })

  test('[F23] what stood in its stage when the deal was closed stands there again', () => {
    const repeated = { ...won, stageEnteredAt: '2026-10-19' }
    expect(historyOf({ stage: 'lead' }, won, older, won, repeated)).toContain('advanced 2026-10-19')
  })

  test('[F23] closed on another date, or without one, it is closed anew', () => {
    expect(historyOf(won, older, { ...won, closedAt: '2026-10-21' })).toContain('won 2026-10-21')
    expect(historyOf(won, older, { ...won, closedAt: '2026-10-21' })).toContain('won 2026-10-20')
    const undated = historyOf({ status: 'won' }, { status: 'open' }, { status: 'won' })
    expect(undated.filter((each) => each.startsWith('won'))).toHaveLength(2)
    expect(historyOf(won, older, { ...won, status: 'lost' })).toContain('lost 2026-10-20')
  })

  test('[F15] advances to later stages only, by the date of the stage', () => {
    expect(
      historyOf(
        { stage: 'lead' },
        { stage: 'offer', stageEnteredAt: '2026-10-05' },
        { stage: 'demo' },
        { stage: 'elsewhere' },
        { stage: 'offer' },
        { stage: 'lead' },
        { stage: 'demo' },
      ),
    ).toEqual(['created 2026-11-01', 'advanced 2026-10-05', 'advanced 2026-11-07'])
  })

  test('[F15] an advance follows the date of its stage as long as the deal stands there', () => {
    expect(
      historyOf(
        { stage: 'lead' },
        { stage: 'demo' },
        { stage: 'demo', stageEnteredAt: '2026-10-05' },
        { stage: 'demo', stageEnteredAt: '2026-10-04' },
        { stage: 'demo', name: 'x' },
        { stage: 'lead', stageEnteredAt: '2026-10-08' },
        { stage: 'lead', stageEnteredAt: '2026-10-09' },
      ),
    ).toEqual(['created 2026-11-01', 'advanced 2026-10-04'])
    expect(
      historyOf(
        { stage: 'lead' },
        { stage: 'demo', stageEnteredAt: '2026-10-05' },
        { stage: 'demo', status: 'lost', stageEnteredAt: '2026-10-20' },
        { stage: 'demo', stageEnteredAt: '2026-11-04' },
        { stage: 'demo', stageEnteredAt: '2026-11-05' },
      )[1],
    ).toBe('advanced 2026-10-05')
  })

  test('[F28] a stage with other spaces in it is the floor’s own', () => {
    expect(historyOf({ stage: 'lead\u00a0' }, { stage: ' demo' }, { stage: 'demo' })).toEqual([
      'created 2026-11-01',
      'advanced 2026-11-02',
    ])
    expect(send(deal({ stage: 'lead\u00a0' }), deal({ stage: 'demo' }))?.history[1]?.left?.stage).toBe('lead')
  })

  test('[F15] a deal that is lost by its move does not advance', () => {
    expect(historyOf({ stage: 'lead' }, { stage: 'offer', status: 'lost' })).toEqual([
      'created 2026-11-01',
      'lost 2026-11-02',
    ])
  })

  test('[F15] slips when its expected close moves later, not earlier and not into the unknown', () => {
    expect(
      historyOf(
        { expectedCloseOn: '2026-11-30' },
        { expectedCloseOn: '2026-12-31' },
        { expectedCloseOn: '2026-12-01' },
        { expectedCloseOn: null },
        { expectedCloseOn: '2027-01-31' },
      ),
    ).toEqual(['created 2026-11-01', 'slipped 2026-11-02'])
  })

  test('[F16] goes with its deal', () => {
    expect(send(deal({}), null)).toBeNull()
    expect(historyOf({ status: 'won' }, null, { status: 'open' })).toEqual(['created 2026-11-03'])
  })

  test('[F16] does not survive as an activity', () => {
    const call = {
      source: 'crm',
      id: '1',
      type: 'activity',
      kind: 'call',
      at: '2026-11-02',
      credits: [{ rep: 'ana' }],
    }
    expect(send(deal({ status: 'won' }), call)?.history).toEqual([])
    expect(send(deal({ status: 'won' }), call, deal({}))?.history).toHaveLength(1)
  })
})

describe('a write', () => {
  test('[F17] that says nothing new leaves the very same fact', () => {
    const fact = Fact.parse(deal({ fields: { b: 1, a: 2 } }))
    const again = Fact.parse(deal({ fields: { a: 2, b: 1 } }))
    const stored = decideFact(null, { fact, receivedAt: 1 }, dealStages)
    expect(decideFact(stored, { fact: again, receivedAt: 2 }, dealStages)).toBe(stored)
  })
})
