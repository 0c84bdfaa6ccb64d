// Whose facts somebody is told of, of a number that several people make.
import type { Principal } from '../access/principal.ts'
import { isWithin, rowsOf } from '../access/private-views.ts'
import type { ApiParts } from './api-parts.ts'

/** A manager of named teams is told of the facts of their people; of the others they read sums. Null: nobody of the floor. */
export const createFactsSight =
  (floor: Pick<ApiParts['floor'], 'numbers'>) =>
  (principal: Principal): ((person: string | null) => boolean) => {
    const rows = rowsOf(principal)
    if (rows.of === 'all') return () => true
    if (rows.of === 'person') return (person) => person !== null && person === rows.person
    const { model } = floor.numbers()
    const own = new Set(
      model.file.people.flatMap(({ id, team }) => {
        const of = typeof team === 'string' ? team : team?.at(-1)?.team
        return of !== undefined && isWithin(of, rows.teams, model.file.teams) ? [id] : []
      }),
    )
    return (person) => person !== null && own.has(person)
  }
