import { expect, test } from 'vitest'
import { Trial } from '../../../../shared/wire/trial.ts'
import { newTrial, trialFieldsOf, trialOf } from './trial-fields.ts'

test('[L30] the form of a trial gives back every trial as it was', () => {
  for (const more of [{}, { later: 14, team: 'east', role: 'sdr' }]) {
    const trial = Trial.parse({
      ...{ id: 'it', name: 'It', metrics: ['dials', 'talks'], outcome: 'meetings' },
      ...{ from: '2026-10-01', until: '2026-11-30' },
      ...more,
    })
    expect(trialOf(trialFieldsOf(trial), 'it').data).toEqual(trial)
  }
})

test('[L30] a new one is of the two months before, and is not to be saved before all three metrics are chosen', () => {
  const fields = { ...newTrial('2026-11-29'), name: 'Dials or talks?' }
  expect([fields.from, fields.until]).toEqual(['2026-09-30', '2026-11-29'])
  const whole = { ...fields, first: 'dials', second: 'talks', outcome: 'meetings' }
  expect(trialOf(whole, 'it').success).toBe(true)
  for (const lacking of [{ first: null }, { outcome: null }, { name: ' ' }, { from: '' }])
    expect(trialOf({ ...whole, ...lacking }, 'it').success).toBe(false)
  expect(trialOf({ ...whole, until: '2026-09-01' }, 'it').success).toBe(false)
})
