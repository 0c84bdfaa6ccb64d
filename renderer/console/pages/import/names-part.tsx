// Names that nobody on the floor has: each is probably somebody's, who then gets it as one more name.
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { TriedImportFile } from '../../../../shared/wire/import-files.ts'
import { SearchPicker } from '../../kit/search-picker.tsx'
import { useSay } from '../../words/words.tsx'

/** By the name in the file: the id of whose it is, empty for nobody's. */
export type ChosenNames = Readonly<Record<string, string>>

export const chosenFor = ({ name, person }: TriedImportFile['names'][number], chosen: ChosenNames): string =>
  chosen[name] ?? person ?? ''

interface NamesPartProps {
  readonly names: TriedImportFile['names']
  readonly people: FloorFile['people']
  readonly chosen: ChosenNames
  readonly onChange: (chosen: ChosenNames) => void
}

export function NamesPart({ names, people, chosen, onChange }: NamesPartProps) {
  const say = useSay()
  if (names.length === 0) return null
  const nobody = {
    id: 'nobody of the floor',
    name: say({ id: 'console.imports.names.nobody', defaultMessage: 'Nobody here' }),
  }
  const choices = [nobody, ...people.map(({ id, name }) => ({ id, name }))]
  return (
    <section className="import-part">
      <h3>
        <FormattedMessage
          id="console.imports.names"
          defaultMessage="{count, plural, one {One name is} other {# names are}} written otherwise than here"
          values={{ count: names.length }}
        />
      </h3>
      <p className="soft">
        <FormattedMessage
          id="console.imports.names.note"
          defaultMessage="Say whose they are: that person gets the name as one more of theirs when you import. What nobody here did counts for the whole floor alone."
        />
      </p>
      <ul className="import-names">
        {names.map((each) => {
          const value = chosenFor(each, chosen)
          return (
            <li key={each.name} className="import-name">
              <bdi>{each.name}</bdi>
              <SearchPicker
                label={
                  <span className="unseen">
                    <FormattedMessage
                      id="console.imports.names.whose"
                      defaultMessage="Whose is {name}?"
                      values={{ name: each.name }}
                    />
                  </span>
                }
                choices={choices}
                value={value === '' ? nobody.id : value}
                onChange={(next) => onChange({ ...chosen, [each.name]: next === nobody.id ? '' : next })}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
