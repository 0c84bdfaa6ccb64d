// People out of a spreadsheet: pasted, their columns recognised, and each line that is wrong named, before anything is saved.
import { useDeferredValue, useMemo, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import {
  type Columns,
  pastedFields,
  recogniseColumns,
} from '../../../../shared/domain/people/paste/columns.ts'
import { type PastedPeople, readPastedPeople } from '../../../../shared/domain/people/paste/pasted-people.ts'
import { useEffects } from '../../api/effects.ts'
import { type ShownFloor, useEdit } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import { EffectsNote, maySave } from './effects-note.tsx'
import { useFieldNames, usePasteWords } from './paste-words.ts'
import { mostPastedText, readPaste } from './read-paste.ts'
import './paste-dialog.css'

/** Nobody looks through more of them. */
const mostShown = 100

const slugOf = (name: string): string => newId(name, [], 'person')

function ColumnPickers({
  columns,
  header,
  onChange,
}: {
  readonly columns: Columns
  readonly header: readonly string[]
  readonly onChange: (columns: Columns) => void
}) {
  const say = useSay()
  const names = useFieldNames()
  return (
    <div className="paste-columns">
      {columns.map((field, at) => (
        <Picker
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          key={at}
          label={
            header[at] || say({ id: 'console.paste.column', defaultMessage: 'Column {nth}' }, { nth: at + 1 })
          }
          value={field ?? 'none'}
          choices={[
            { id: 'none' as const, name: say({ id: 'console.paste.left-out', defaultMessage: 'Left out' }) },
            ...pastedFields.map((id) => ({ id, name: names[id] })),
          ]}
          onChange={(next) =>
            onChange(
              columns.map((each, index) => {
                if (index === at) return next === 'none' ? null : next
                // Two columns are not both the name.
                return each === next && next !== 'alias' ? null : each
              }),
            )
          }
        />
      ))}
    </div>
  )
}

interface RoleWordsProps {
  readonly words: readonly string[]
  readonly roles: ShownFloor['file']['roles']
  readonly means: Readonly<Record<string, string | null>>
  readonly onChange: (means: Readonly<Record<string, string | null>>) => void
}

/** No slug is called that. */
const noRole = '·'

/** More than these nobody calls their roles. */
const mostRoles = 12

function RoleWords({ words, roles, means, onChange }: RoleWordsProps) {
  const say = useSay()
  if (words.length === 0) return null
  return (
    <div className="paste-columns">
      {words.slice(0, mostRoles).map((word) => (
        <Picker
          key={word}
          label={
            word === ''
              ? say({ id: 'console.paste.role.others', defaultMessage: 'Role of those without one' })
              : say({ id: 'console.paste.role', defaultMessage: 'Role of a “{word}”' }, { word })
          }
          placeholder={say({ id: 'console.paste.role.choose', defaultMessage: 'Choose one' })}
          value={Object.hasOwn(means, word) ? (means[word] ?? noRole) : null}
          choices={[
            ...roles.map(({ id, name }) => ({ id, name })),
            { id: noRole, name: say({ id: 'console.paste.role.none', defaultMessage: 'None' }) },
          ]}
          onChange={(next) => onChange({ ...means, [word]: next === noRole ? null : next })}
        />
      ))}
    </div>
  )
}

function Found({ read }: { readonly read: PastedPeople }) {
  const say = useSay()
  const words = usePasteWords()
  const wrong = read.lines.filter(({ person }) => person === null)
  const added = read.lines.filter(({ person }) => person !== null)
  return (
    <>
      <p className="strong" role="status">
        <FormattedMessage
          id="console.paste.found"
          defaultMessage="{added, plural, =0 {Nobody} one {# person} other {# people}} will be added{wrong, plural, =0 {} one {, and # line is left out} other {, and # lines are left out}}."
          values={{ added: added.length, wrong: wrong.length }}
        />
      </p>
      {wrong.length > 0 && (
        <section
          className="paste-wrong"
          aria-label={say({ id: 'console.paste.wrong', defaultMessage: 'Lines that are left out' })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
        >
          <ul className="lines">
            {wrong.slice(0, mostShown).map(({ line, name, problems }) => (
              <li key={line} className="paste-line small">
                <span className="soft figures">
                  <FormattedMessage id="console.paste.line" defaultMessage="Line {line}" values={{ line }} />
                </span>
                <bdi className="strong">{name}</bdi>
                <span>{problems.map(words).join(' ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {wrong.length > mostShown && (
        <p className="soft small">
          <FormattedMessage
            id="console.paste.wrong.more"
            defaultMessage="… and {count} more lines."
            values={{ count: wrong.length - mostShown }}
          />
        </p>
      )}
    </>
  )
}

export function PasteDialog({
  floor: { version, file },
  onClose,
}: {
  readonly floor: ShownFloor
  readonly onClose: () => void
}) {
  const say = useSay()
  const edit = useEdit()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<{ readonly text: string; readonly columns: Columns } | null>(null)
  const [header, setHeader] = useState<{ readonly text: string; readonly is: boolean } | null>(null)
  const [makeTeams, setMakeTeams] = useState(false)
  const [roleWords, setRoleWords] = useState<Readonly<Record<string, string | null>>>({})
  const pasted = useDeferredValue(text)
  const paste = useMemo(() => readPaste(pasted), [pasted])
  const said = header?.text === pasted ? header.is : undefined
  const recognised = useMemo(
    () =>
      recogniseColumns(
        paste.rows,
        {
          teams: file.teams.flatMap(({ id, name }) => [id, name]),
          roles: file.roles.flatMap(({ id, name }) => [id, name]),
        },
        said,
      ),
    [paste, file, said],
  )
  const columns = chosen?.text === pasted ? chosen.columns : recognised.columns
  const { hasHeader } = recognised
  const [only] = file.roles.length === 1 ? file.roles : []
  const { read, means } = useMemo(() => {
    if (pasted.trim() === '') return { read: null, means: roleWords }
    const options = { columns, hasHeader, makeTeams, slugOf }
    const plain = readPastedPeople(paste.rows, file, { ...options, roleWords })
    if (only === undefined) return { read: plain, means: roleWords }
    const proposed = {
      ...Object.fromEntries(plain.unknownRoles.map((word) => [word, only.id])),
      ...roleWords,
    }
    return {
      read: readPastedPeople(paste.rows, file, { ...options, roleWords: proposed }),
      means: proposed,
    }
  }, [pasted, paste, file, columns, hasHeader, makeTeams, roleWords, only])
  const edits = read?.edits ?? []
  const added = read?.lines.filter(({ person }) => person !== null).length ?? 0
  const effects = useEffects(version, added === 0 ? [] : edits)
  const save = () => {
    void edit(
      edits,
      say(
        {
          id: 'console.paste.added',
          defaultMessage: '{added, plural, one {# person is} other {# people are}} on the floor.',
        },
        { added },
      ),
    )
    onClose()
  }
  const take = async (files: FileList | null): Promise<void> => {
    const [first] = files ?? []
    if (first) setText(await first.slice(0, mostPastedText * 2).text())
  }
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={<FormattedMessage id="console.paste.title" defaultMessage="Paste from a spreadsheet" />}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isDisabled={added === 0 || !maySave(effects)} onPress={save}>
            <FormattedMessage
              id="console.paste.save"
              defaultMessage="Add {added, plural, one {# person} other {# people}}"
              values={{ added }}
            />
          </Button>
        </>
      }
      note={
        <FileTrigger
          acceptedFileTypes={['text/csv', '.csv', '.tsv', '.txt']}
          onSelect={(files) => void take(files)}
        >
          <Button size="small">
            <FormattedMessage id="console.paste.file" defaultMessage="Take a CSV file" />
          </Button>
        </FileTrigger>
      }
    >
      <TextField
        multiline
        label={say({ id: 'console.paste.text', defaultMessage: 'Names, and what else you have of them' })}
        hint={say({
          id: 'console.paste.hint',
          defaultMessage:
            'A line a person. With a first line that names the columns it knows most of them: name, e-mail, team, role, start.',
        })}
        value={text}
        onChange={setText}
      />
      {read && (
        <>
          <ColumnPickers
            columns={columns}
            header={hasHeader ? (paste.rows[0] ?? []) : []}
            onChange={(next) => setChosen({ text: pasted, columns: next })}
          />
          <Switch
            value={hasHeader}
            onChange={(is) => {
              setHeader({ text: pasted, is })
              setChosen(null)
            }}
          >
            <FormattedMessage id="console.paste.header" defaultMessage="The first line names the columns" />
          </Switch>
          <RoleWords words={read.unknownRoles} roles={file.roles} means={means} onChange={setRoleWords} />
          {read.unknownTeams.length > 0 && (
            <Switch value={makeTeams} onChange={setMakeTeams}>
              <FormattedMessage
                id="console.paste.make-teams"
                defaultMessage="Make {count, plural, one {the team that is missing} other {the # teams that are missing}}: {teams}"
                values={{
                  count: read.unknownTeams.length,
                  teams: `${read.unknownTeams.slice(0, 5).join(', ')}${read.unknownTeams.length > 5 ? ' …' : ''}`,
                }}
              />
            </Switch>
          )}
          {(paste.isCut || read.unread > 0) && (
            <Notice tone="warn">
              <FormattedMessage
                id="console.paste.cut"
                defaultMessage="Only the first 5,000 lines are read. Add these, then paste the rest."
              />
            </Notice>
          )}
          <Found read={read} />
        </>
      )}
      <EffectsNote of={effects} />
    </Dialog>
  )
}
