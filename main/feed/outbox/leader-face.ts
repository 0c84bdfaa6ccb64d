// Faces of who writes and of whom it is about, from the floor file.
import { initialsOf, shortNameOf } from '../../../shared/domain/boards/board-names.ts'
import { hueAt } from '../../../shared/domain/boards/face.ts'
import type { Leader } from '../../../shared/wire/celebrations/alert.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { Face } from '../../../shared/wire/view-parts.ts'

const faceOf = (name: string, hue: number, photo: string | undefined): Face => ({
  name,
  short: shortNameOf(name),
  initials: initialsOf(name),
  hue,
  photo: photo ?? null,
})

/** By their place among all leaders, so that colours stay with them. */
export const leaderFace = ({ alerts }: FloorFile, { name, email, photo }: Leader): Face => {
  const emails = alerts.flatMap(({ leaders }) => leaders).map((leader) => leader.email)
  return faceOf(name, hueAt(Math.max(0, emails.indexOf(email))), photo)
}

/** Null where the floor has nobody of that id. */
export const personFace = ({ people }: FloorFile, id: string | undefined): Face | null => {
  const index = people.findIndex((person) => person.id === id)
  const person = people[index]
  return person === undefined ? null : faceOf(person.name, hueAt(index), person.photo)
}
