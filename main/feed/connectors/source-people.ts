// Whom of the floor a source is asked for, and who belongs to the floor’s own company.
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { Source } from '../../../shared/wire/source.ts'
import type { ConnectorSettings } from './connector.ts'
import { vendors } from './vendors.ts'

/** Where everybody may have an address: it makes nobody a colleague. */
const publicDomains: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
])
const usualNoShow: readonly string[] = ['no show', 'no-show', 'noshow']

const addressesOf = ({ people }: Pick<FloorFile, 'people'>): readonly string[] =>
  [
    ...new Set(
      people.flatMap(({ aliases }) =>
        aliases.map((alias) => alias.toLowerCase()).filter((alias) => /^\S+@\S+$/.test(alias)),
      ),
    ),
  ].sort()

export const peopleFor = (
  settings: Pick<Source, 'domains' | 'noShow'>,
  file: Pick<FloorFile, 'people'>,
): Pick<ConnectorSettings, 'people' | 'domains' | 'noShow'> => {
  const people = addressesOf(file)
  const own = people.map((address) => address.slice(address.lastIndexOf('@') + 1))
  return {
    people,
    domains: new Set(settings.domains ?? own.filter((domain) => !publicDomains.has(domain))),
    noShow: settings.noShow ?? usualNoShow,
  }
}

/** What the facts of such a source are made by; nothing of another one. */
export const peopleText = (
  source: Pick<Source, 'vendor' | 'domains' | 'noShow'>,
  file: Pick<FloorFile, 'people'>,
): readonly string[] => {
  if (vendors[source.vendor].asksForPeople !== true) return []
  const { people, domains, noShow } = peopleFor(source, file)
  return [people.join(' '), [...domains].sort().join(' '), noShow.join(' ')]
}
