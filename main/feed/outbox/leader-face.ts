// Faces of who writes and of whom it is about, from the floor file.
import { hueAt } from '../../../shared/domain/boards/face.ts'
import { faceOfName } from '../../../shared/domain/celebrations/face-of-name.ts'
import type { Leader } from '../../../shared/wire/celebrations/alert.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { Face } from '../../../shared/wire/view-parts.ts'

/** By their place among all leaders, so that colours stay with them. */
export const leaderFace = ({ alerts }: FloorFile, { name, email, photo }: Leader): Face => {
  const emails = alerts.flatMap(({ leaders }) => leaders).map((leader) => leader.email)
  return faceOfName(name, photo ?? null, hueAt(Math.max(0, emails.indexOf(email))))
}

/** Null where the floor has nobody of that id. */
export const personFace = ({ people }: FloorFile, id: string | undefined): Face | null => {
  const index = people.findIndex((person) => person.id === id)
  const person = people[index]
  return person === undefined ? null : faceOfName(person.name, person.photo ?? null, hueAt(index))
}
