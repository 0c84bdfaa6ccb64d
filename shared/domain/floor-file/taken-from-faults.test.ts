import { expect, test } from 'vitest'
import { FloorFile } from '../../wire/floor.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import { takenFromAdvice, takenFromFaults } from './taken-from-faults.ts'

const parts = {
  people: [{ id: 'ana', name: 'Ana' }],
  teams: [{ id: 'east', name: 'East' }],
  sources: [{ id: 'aircall', name: 'Aircall', vendor: 'aircall' }],
}
const floorWith = (takenFrom: readonly object[]) =>
  FloorFile.parse({ floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD', takenFrom }, ...parts })
const calls = { kinds: ['call'], source: 'aircall' }

test('[N88] a rule is about a person or a team of this floor, and no two are of the same people, kind and day', () => {
  const faults = takenFromFaults(
    floorWith([
      calls,
      { ...calls, rep: 'anna' },
      { ...calls, team: 'east' },
      { kinds: ['meeting', 'call'], source: 'hubspot' },
      { ...calls, source: 'hubspot', since: '2026-11-01' },
    ]),
  )
  expect(faults.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'floor.takenFrom.1.rep: "anna" is no person of this floor; did you mean "ana"?',
    'floor.takenFrom.3.kinds.1: "call" is taken from a source by takenFrom[0] already, of the same people since the same day',
  ])
  const both = { ...calls, rep: 'ana', team: 'east' }
  expect(
    FloorFile.safeParse({ floor: { name: 'F', timeZone: 'UTC', currency: 'USD', takenFrom: [both] } })
      .success,
  ).toBe(false)
})

test('[N88] a source that is nearly one of the floor’s is advised against, and one of a program is not', () => {
  const said = takenFromAdvice(
    floorWith([
      { ...calls, source: 'aircal' },
      { kinds: ['meeting'], source: 'diary' },
    ]),
  )
  expect(said.map(({ message }) => message)).toEqual([
    '"aircal" is none of the floor’s sources; did you mean "aircall"?',
  ])
})

test('[N88] who is named in a rule is not removed, unless everywhere: then the rule goes too', () => {
  const raw = {
    floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD', takenFrom: [calls, { ...calls, rep: 'ana' }] },
    ...parts,
  }
  const removed = (everywhere: boolean) =>
    applyEdits(raw, [{ do: 'remove', list: 'people', id: 'ana', everywhere }])
  expect(removed(false)).toMatchObject({ ok: false, refusal: { code: 'in-use' } })
  expect(removed(true)).toMatchObject({ raw: { people: [], floor: { takenFrom: [calls] } } })
})
