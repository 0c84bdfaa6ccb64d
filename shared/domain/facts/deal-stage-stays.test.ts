import { describe, expect, test } from 'vitest'
import { Fact } from '../../wire/fact.ts'
import { decideFact } from './deal-history.ts'
import { dealStageStays } from './deal-stage-stays.ts'
import type { StoredFact } from './stored-fact.ts'

const dealStages = ['lead', 'demo', 'offer']

/** Sends one version a day from 1 November on. */
const staysAfter = (...versions: readonly object[]) => staysIn(dealStages, versions)

const staysIn = (dealStages: readonly string[], versions: readonly object[]) => {
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
    stored = decideFact(stored, { fact, receivedAt }, dealStages)
  })
  const { history } = stored ?? { history: [] }
  return dealStageStays(history).map(({ stage, since, until, wentOn }) =>
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

  test('[B133][F13] that began with the creation follows its date', () => {
    expect(
      staysAfter(
        { stage: 'lead', createdAt: '2026-11-10' },
        { stage: 'demo', createdAt: '2026-11-10', stageEnteredAt: '2026-11-14' },
        { stage: 'demo', createdAt: '2026-11-02', stageEnteredAt: '2026-11-14' },
      ),
    ).toEqual(['lead 2026-11-02 2026-11-14 went on'])
  })

  test('[B131][B133][F15] ends, and the next begins, when the deal came to that, also where the source says so later', () => {
    const won = { stage: 'won', status: 'won', closedAt: '2026-11-20' }
    const lead = { stage: 'lead', stageEnteredAt: '2026-10-01' }
    expect(staysAfter(lead, { stage: 'demo' }, { stage: 'demo', stageEnteredAt: '2026-10-05' }, won)).toEqual(
      ['lead 2026-10-01 2026-10-05 went on', 'demo 2026-10-05 2026-11-20 went on'],
    )
  })

  test('[B133] keeps what the source said of its beginning when it ended', () => {
    const born = { stage: 'lead', createdAt: '2026-10-01', stageEnteredAt: '2026-10-03' }
    expect(
      staysAfter(born, { stage: 'demo', createdAt: '2026-09-01', stageEnteredAt: '2026-10-05' }),
    ).toEqual(['lead 2026-10-03 2026-10-05 went on'])
  })

  test('[B133] begins nowhere known, where the source says nothing, once the deal went back or was reopened', () => {
    const lost = { stage: 'demo', status: 'lost', closedAt: '2026-11-20' }
    const [lead, demo, offer] = dealStages.map((stage) => ({ stage }))
    expect(staysAfter({ ...lead }, { ...offer }, { ...demo }, lost).at(-1)).toBe('demo ? 2026-11-20 lost')
    const again = { ...lost, closedAt: '2026-11-21' }
    expect(staysAfter({ ...lead }, { ...demo }, lost, { ...demo }, again).at(-1)).toBe(
      'demo ? 2026-11-21 lost',
    )
  })

  test('[F23] is what it was, where the same closing is sent again', () => {
    const lost = { stage: 'demo', status: 'lost', closedAt: '2026-11-20' }
    expect(staysAfter({ stage: 'lead' }, { stage: 'demo' }, lost, { stage: 'demo' }, lost)).toEqual(
      staysAfter({ stage: 'lead' }, { stage: 'demo' }, lost),
    )
  })

  test('of a deal that comes closed is not known', () => {
    expect(staysAfter({ stage: 'Closed won', status: 'won', closedAt: '2026-10-20' })).toEqual([])
  })
})

describe('where closed deals have a stage of the floor’s', () => {
  const staysWithWon = (...versions: readonly object[]) => staysIn([...dealStages, 'won'], versions)
  const offer = { stage: 'offer', stageEnteredAt: '2026-10-05' }
  const won = { stage: 'won', status: 'won', closedAt: '2026-11-06' }

  test('[B131] a deal is won from the stage in which it was open', () => {
    expect(staysWithWon(offer, won)).toEqual(['offer 2026-10-05 2026-11-06 went on'])
    const lead = { stage: 'lead', stageEnteredAt: '2026-10-01' }
    expect(staysWithWon(lead, { stage: 'demo' }, won)).toEqual([
      'lead 2026-10-01 2026-11-02 went on',
      'demo 2026-11-02 2026-11-06 went on',
    ])
  })

  test('[B131][B132] also when it had been lost from there before', () => {
    const lost = { ...offer, status: 'lost', closedAt: '2026-10-20' }
    expect(staysWithWon(offer, lost, won)).toEqual(['offer 2026-10-05 2026-11-06 went on'])
    expect(staysWithWon(offer, { ...lost, stage: 'Closed lost' }, won)).toEqual([
      'offer 2026-10-05 2026-11-06 went on',
    ])
  })

  test('[B132] reopened, it has not gone on', () => {
    expect(staysWithWon(offer, won, offer)).toEqual([])
  })

  test('[B131] it leaves when it was won, also where the source corrects that day', () => {
    expect(staysWithWon(offer, won, { ...won, closedAt: '2026-10-20' })).toEqual([
      'offer 2026-10-05 2026-10-20 went on',
    ])
  })
})
