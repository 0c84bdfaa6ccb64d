import { expect, test } from 'vitest'
import { Spiff } from '../../../wire/spiffs.ts'
import { calls, floorOf } from '../../test-support/test-floor.ts'
import { parseDay } from '../../time/calendar-date.ts'
import { newSpiffForm, spiffFormOf, spiffOf, spiffStates } from './spiff-form.ts'

const spiff = Spiff.parse({
  ...{ id: 'hands', name: 'Hands', for: 'help', how: ['tip'], amount: 7.5, budget: 300, people: ['ana'] },
  ...{ from: '2026-11-02', until: '2026-11-30', paidBy: 'Sales', state: 'running' },
  caps: { perDay: 15, perWeek: 30, perPerson: 100, pairPerWeek: 3 },
  pauses: [{ from: '2026-11-05', until: '2026-11-06' }],
})
const day = parseDay('2026-11-20')

test('[K38] a form is the spiff, and what it cannot show stays', () => {
  expect(spiffOf(spiffFormOf(spiff), 'hands', spiff).data).toEqual(spiff)
  const metric = Spiff.parse({
    ...{ ...spiff, how: undefined, people: undefined, paidBy: undefined, for: 'metric', metric: 'calls' },
    ...{ each: 5, team: 'east', role: 'sdr', caps: undefined },
  })
  expect(spiffOf(spiffFormOf(metric), 'hands', metric).data).toEqual(metric)
})

test('[K38] a new one is whole from the beginning, with a limit for a person and a pair', () => {
  const form = newSpiffForm(floorOf({ metrics: [calls] }), day, 'Helping hands', '')
  expect(spiffOf(form, 'hands', null).data).toMatchObject({
    ...{ from: '2026-11-20', until: '2026-11-30', state: 'draft', amount: 10 },
    caps: { perWeek: 30, pairPerWeek: 2 },
  })
  expect(newSpiffForm(floorOf({}), parseDay('2026-11-25'), 'Hands', '').until).toBe('2026-12-31')
  for (const kind of ['shared-win', 'handover', 'metric'] as const)
    expect(spiffOf({ ...form, for: kind }, 'hands', null).success).toBe(true)
})

test('[K29] paused from today on, gone on with, ended: each is a spiff again, and a pause of no whole day is none', () => {
  const paused = Spiff.parse({ ...spiff, ...spiffStates.pause(spiff, day) })
  expect(paused.pauses.at(-1)).toEqual({ from: '2026-11-20' })
  expect(Spiff.parse({ ...paused, ...spiffStates.goOn(paused, day) }).pauses).toEqual(spiff.pauses)
  expect(Spiff.parse({ ...paused, ...spiffStates.goOn(paused, day + 3) }).pauses.at(-1)).toEqual({
    from: '2026-11-20',
    until: '2026-11-22',
  })
  expect(Spiff.parse({ ...paused, ...spiffStates.end(paused, day + 3) })).toMatchObject({
    ...{ state: 'ended', until: '2026-11-23' },
    pauses: [{}, { from: '2026-11-20', until: '2026-11-23' }],
  })
  for (const late of [-60, 60])
    expect(Spiff.safeParse({ ...paused, ...spiffStates.end(paused, day + late) }).success).toBe(true)
})
