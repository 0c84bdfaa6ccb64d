import { describe, expect, test } from 'vitest'
import { Fact } from '../wire/fact.ts'
import { decideFact } from './deal-history.ts'
import { staysOf } from './stage-stays.ts'
import type { StoredFact } from './stored-fact.ts'

const stages = ['lead', 'demo', 'offer']

/** Sends one version a day from 1 November on. */
const staysAfter = (...versions: readonly object[]) => {
  let stored: StoredFact | null = null
  versions.forEach((version, index) => {
    const fact = Fact.parse({
      source: 'crm',
      id: '1',
      type: 'deal',
      status: 'open',
      credits: [{ rep: 'ana' }],
      ...version,
    })
    const receivedAt = Date.parse('2026-11-01T00:00:00Z') + index * 86_400_000
    stored = decideFact(stored, { fact, receivedAt }, stages)
  })
  const { history } = stored ?? { history: [] }
  return staysOf(history).map(({ stage, since, until, wentOn }) =>
    [stage, since?.slice(0, 10) ?? '?', until.slice(0, 10), wentOn ? 'went on' : 'lost'].join(' '),
  )
}

describe('a stay in a stage', () => {
  test('[B131] ends when the deal moves to a later one or closes; stages it passed over were never entered', () => {
    expect(
      staysAfter(
        { stage: 'lead', stageEnteredAt: '2026-10-01' },
        { stage: 'offer', stageEnteredAt: '2026-10-05' },
        { stage: 'Closed lost', status: 'lost', stageEnteredAt: '2026-10-20', closedAt: '2026-10-20' },
      ),
    ).toEqual(['lead 2026-10-01 2026-10-05 went on', 'offer 2026-10-05 2026-10-20 lost'])
  })

  test('[B131] a source may keep the stage of a deal that it closes', () => {
    const offer = { stage: 'offer', stageEnteredAt: '2026-10-05' }
    expect(staysAfter(offer, { ...offer, status: 'won', closedAt: '2026-10-20' })).toEqual([
      'offer 2026-10-05 2026-10-20 went on',
    ])
    expect(staysAfter({ ...offer, status: 'lost', closedAt: '2026-10-20' })).toEqual([
      'offer 2026-10-05 2026-10-20 lost',
    ])
  })

  test('[B132] is taken back when the deal is open again, and turns with a deal that is won after all', () => {
    const lead = { stage: 'lead', stageEnteredAt: '2026-10-01' }
    const lost = { stage: 'Closed lost', status: 'lost', closedAt: '2026-10-20' }
    expect(staysAfter(lead, lost)).toEqual(['lead 2026-10-01 2026-10-20 lost'])
    expect(staysAfter(lead, lost, lead)).toEqual([])
    expect(staysAfter(lead, lost, { stage: 'Closed won', status: 'won', closedAt: '2026-10-25' })).toEqual([
      'lead 2026-10-01 2026-10-25 went on',
    ])
  })

  test('[B132] of a deal that went back counts once, as it left the stage last', () => {
    expect(
      staysAfter(
        { stage: 'lead', stageEnteredAt: '2026-10-01' },
        { stage: 'demo', stageEnteredAt: '2026-10-05' },
        { stage: 'lead', stageEnteredAt: '2026-10-07' },
        { stage: 'demo', stageEnteredAt: '2026-10-09' },
      ),
    ).toEqual(['lead 2026-10-07 2026-10-09 went on'])
  })

  test('[B131] ends when its deal closed, also where the source corrects that day', () => {
    const lead = { stage: 'lead', stageEnteredAt: '2026-10-01' }
    const lost = { stage: 'lead', status: 'lost', closedAt: '2026-10-20' }
    expect(staysAfter(lead, lost, { ...lost, closedAt: '2026-10-19' })).toEqual([
      'lead 2026-10-01 2026-10-19 lost',
    ])
  })

  test('[B133] begins, where the source says nothing, with the advance or the creation; else nobody knows', () => {
    const won = { stage: 'won', status: 'won', closedAt: '2026-11-20' }
    expect(staysAfter({ stage: 'lead', createdAt: '2026-10-01' }, { stage: 'demo' }, won)).toEqual([
      'lead 2026-10-01 2026-11-02 went on',
      'demo 2026-11-02 2026-11-20 went on',
    ])
    expect(staysAfter({ stage: 'demo', createdAt: '2026-10-01' }, won)).toEqual(['demo ? 2026-11-20 went on'])
  })

  test('of a deal that comes closed is not known', () => {
    expect(staysAfter({ stage: 'Closed won', status: 'won', closedAt: '2026-10-20' })).toEqual([])
  })
})
