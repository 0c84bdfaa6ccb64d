import { entriesOf, idOf, isFields, withEntries, withFields } from '../../../shared/domain/edits/raw-floor.ts'
import type { PeopleOfUsers } from '../../../shared/domain/people/people-of-users.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { rewriteYaml } from './rewrite/rewrite-yaml.ts'
import type { YamlSource } from './rewrite/yaml-source.ts'

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The floor file's text with these people; its other lines stay as they are. Throws `CannotRewrite`. */
export const withPeople = (
  source: YamlSource,
  { added, aliased }: Pick<PeopleOfUsers, 'added' | 'aliased'>,
): string => {
  const data = isFields(source.data) ? source.data : {}
  const further = new Map(aliased.map(({ id, aliases }) => [id, aliases]))
  const people = entriesOf(data, 'people').map((entry) => {
    const aliases = further.get(idOf(entry) ?? '')
    if (aliases === undefined || !isFields(entry)) return entry
    return withFields(entry, { aliases: [...listOf(entry['aliases']), ...aliases] })
  })
  return rewriteYaml(source, withEntries(data, 'people', [...people, ...added]), Object.keys(FloorFile.shape))
}
