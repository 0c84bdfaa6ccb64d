// Where a fact stands in its source, for people who want to see it there.
import type { Fact } from '../../wire/fact.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { foldedName } from '../people/name-key.ts'

/** An address; null where the floor file has none for this source. */
export const factLink = (
  links: FloorFile['floor']['links'],
  { source, id }: Pick<Fact, 'source' | 'id'>,
): string | null => {
  const link = links.find((each) => foldedName(each.source) === foldedName(source))
  return link === undefined ? null : link.address.replace('{id}', () => encodeURIComponent(id))
}
