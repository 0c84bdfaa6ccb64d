// Names that nobody on the floor has: each is probably somebody's, who then gets it as one more name.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { countNamed, namedPerson } from '../../../../shared/domain/people/named-people.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { TriedImportFile } from '../../../../shared/wire/import-files.ts'
import { Button } from '../../kit/button.tsx'
import { SearchPicker } from '../../kit/search-picker.tsx'
import { useSay } from '../../words/words.tsx'
import { AddPeopleDialog } from './add-people-dialog.tsx'

/** By the name in the file: the id of whose it is, empty for nobody's. */
export type ChosenNames = Readonly<Record<string, string>>

export const chosenFor = ({ name, person }: TriedImportFile['names'][number], chosen: ChosenNames): string =>
  chosen[name] ?? person ?? ''

interface NamesPartProps {
  readonly names: TriedImportFile['names']
  readonly file: Pick<FloorFile, 'people' | 'roles' | 'teams' | 'boards'>
  readonly chosen: ChosenNames
  readonly onChange: (chosen: ChosenNames) => void
  /** Somebody was added to the floor; resolves once it is known who is still nobody here. */
  readonly onAdded: () => Promise<void>
}

export function NamesPart({ names, file, chosen, onChange, onAdded }: NamesPartProps) {
  const say = useSay()
  const [isAdding, setIsAdding] = useState(false)
  if (names.length === 0) return null
  const nobodys = names.filter((each) => chosenFor(each, chosen) === '')
  const nobody = {
    id: 'nobody of the floor',
    name: say({ id: 'console.imports.names.nobody', defaultMessage: 'Nobody here' }),
  }
  const choices = [nobody, ...file.people.map(({ id, name }) => ({ id, name }))]
  return (
    <section className="import-part">
      <h3>
        <FormattedMessage
          id="console.imports.names"
          defaultMessage="{count, plural, one {One name} other {# names}} that nobody here has"
          values={{ count: names.length }}
        />
      </h3>
      <p className="soft">
        <FormattedMessage
          id="console.imports.names.note"
          defaultMessage="Say whose they are: that person gets the name as one more of theirs when you import. Or add whoever is missing. What nobody here did counts for the whole floor alone."
        />
      </p>
      {nobodys.length > 0 && (
        <div className="import-actions">
          <Button onPress={() => setIsAdding(true)}>
            <FormattedMessage
              id="console.imports.people"
              defaultMessage="{count, plural, one {Add this person} other {Add these # people}} to the floor"
              values={{ count: countNamed(nobodys.map(({ name, also }) => namedPerson(name, also))) }}
            />
          </Button>
        </div>
      )}
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
      {isAdding && (
        <AddPeopleDialog names={nobodys} file={file} onAdded={onAdded} onClose={() => setIsAdding(false)} />
      )}
    </section>
  )
}
