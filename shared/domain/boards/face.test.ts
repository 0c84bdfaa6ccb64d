import { expect, test } from 'vitest'
import { createFloorModel } from '../counting/floor-model.ts'
import { floorOf } from '../test-support/test-floor.ts'
import { createFaces } from './face.ts'

test('[S237] whoever does not want to be celebrated is told to a wall as somebody of whom it makes nothing', () => {
  const { roster } = createFloorModel(
    floorOf({
      teams: [{ id: 'smb', name: 'SMB' }],
      people: [
        { id: 'ana', name: 'Ana Kurz', team: 'smb' },
        { id: 'bea', name: 'Bea Lind', team: 'smb', celebrate: 'quiet' },
        { id: 'cy', name: 'Cy Moss', team: 'smb', celebrate: 'none' },
      ],
    }),
  )
  const faces = createFaces(roster)(roster.people, Date.UTC(2026, 10, 20))
  expect(roster.people.map((member, index) => faces(member, index).quiet)).toEqual([undefined, true, true])
})
