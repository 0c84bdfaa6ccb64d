// A table is set up: where it lies, which column is what, what its rows become, and off it goes. The same for one that is there.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { TableSource } from '../../../../../shared/wire/table.ts'
import { useEdit } from '../../../api/floor-edits.tsx'
import { newId } from '../../../api/new-id.ts'
import { saveTablePassword, tablesQuery, tryTable } from '../../../api/tables.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { TextField } from '../../../kit/field.tsx'
import { More } from '../../../kit/more.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { useSubmit } from '../../../shell/use-submit.ts'
import { useSay } from '../../../words/words.tsx'
import { formOf, isComplete, type MappingForm, mappingOf } from '../../inbound/form-mapping.ts'
import { MappingFields } from '../../inbound/mapping-fields.tsx'
import { guessForm, wordsFor } from './guess-form.ts'
import { type TableKind, useKindWords } from './kind-words.ts'
import { PlaceFields } from './place-fields.tsx'
import { emptyPlace, formOfPlace, placeOf, readPlace } from './place-form.ts'
import { TableTried } from './table-tried.tsx'
import '../../inbound/inbound.css'
import './tables.css'

interface TableDialogProps {
  readonly kind: TableKind
  /** One that is there already; null: a new one. */
  readonly kept: TableSource | null
  readonly hasPassword: boolean
  /** Ids and sources that others have. */
  readonly taken: readonly string[]
  /** In which folders of tables lie. */
  readonly base: string
  /** Of the floor. */
  readonly currency: string
  readonly onClose: () => void
}

/** What is looked at: the place as it was typed when somebody asked, and how often somebody did. */
interface Looked {
  readonly from: unknown
  readonly password: string
  readonly turn: number
}

export function TableDialog(props: TableDialogProps) {
  const { kind, kept, hasPassword, taken, base, currency, onClose } = props
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const kindWords = useKindWords()[kind]
  const { busy, fault, submit } = useSubmit()
  const [name, setName] = useState(kept?.name ?? kindWords.name)
  const [place, setPlace] = useState(kept ? formOfPlace(kept.from) : emptyPlace(kind))
  const [password, setPassword] = useState('')
  const [looked, setLooked] = useState<Looked | null>(null)
  const keptForm = kept && formOf(kept.mapping, currency)
  const [form, setForm] = useState<MappingForm | null>(keptForm)
  /** The mapping says more than the form can: it is left as it stands in the file. */
  const isInFile = kept !== null && keptForm === null
  const id = kept?.id ?? newId(name, taken, 'table')

  const mapping = isInFile ? kept.mapping : form !== null && isComplete(form) ? mappingOf(form) : undefined
  const asked = useDeferredValue(JSON.stringify({ mapping, from: looked?.from, turn: looked?.turn }))
  const {
    data: tried,
    isFetching,
    error,
  } = useQuery({
    // Without the password.
    queryKey: ['table-try', id, asked],
    queryFn: ({ signal }) => {
      const { mapping: means, from } = JSON.parse(asked)
      return tryTable(
        {
          table: {
            id,
            from,
            ...(kept?.source !== undefined && { source: kept.source }),
            ...(means && { mapping: means }),
          },
          ...(looked !== null && looked.password !== '' && { password: looked.password }),
        },
        signal,
      )
    },
    enabled: looked !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 0,
    retry: false,
  })
  const columns = tried?.columns ?? []
  if (form === null && !isInFile && columns.length > 0) setForm(guessForm(columns, currency))

  const change = (next: MappingForm) => {
    const stages =
      next.status === form?.status ? undefined : columns.find((each) => each.name === next.status)
    setForm(stages === undefined ? next : { ...next, ...wordsFor(stages) })
  }

  const isPlace =
    readPlace(place) !== null &&
    (kind === 'address' || kind === 'folder' || hasPassword || password.trim() !== '')
  const isLooked =
    looked !== null &&
    JSON.stringify(looked.from) === JSON.stringify(placeOf(place)) &&
    looked.password === password
  const look = () => setLooked({ from: placeOf(place), password, turn: (looked?.turn ?? 0) + 1 })
  const isReady =
    isLooked &&
    mapping !== undefined &&
    tried !== undefined &&
    tried.trouble === null &&
    !isFetching &&
    tried.counts.facts > 0

  const start = () =>
    submit(async () => {
      if (password !== '') await saveTablePassword(id, password)
      const fields = {
        name,
        from: placeOf(place),
        ...(!isInFile && form !== null && { mapping: mappingOf(form) }),
      }
      const outcome =
        kept === null
          ? await edit(
              [{ do: 'add', list: 'tables', entry: { id, ...fields }, before: null }],
              say(
                {
                  id: 'console.tables.started',
                  defaultMessage: '{name} is connected. What is in it already comes in silently.',
                },
                { name },
              ),
            )
          : await edit(
              [{ do: 'set', list: 'tables', id, fields }],
              say({ id: 'console.sources.saved', defaultMessage: '{name} is saved.' }, { name }),
            )
      if (!outcome.ok) return
      await client.invalidateQueries({ queryKey: tablesQuery.queryKey })
      onClose()
    })

  const fields = (
    <div className="form">
      <PlaceFields
        form={place}
        onChange={setPlace}
        base={base}
        password={password}
        onPassword={setPassword}
        isKept={hasPassword}
      />
    </div>
  )
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={
        kept ? (
          <bdi>{kept.name}</bdi>
        ) : (
          <FormattedMessage
            id="console.sources.connect.title"
            defaultMessage="Connect {vendor}"
            values={{ vendor: kindWords.name }}
          />
        )
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          {isReady ? (
            <Button look="primary" isPending={busy} onPress={() => void start()}>
              {kept ? (
                <FormattedMessage id="console.sources.save" defaultMessage="Save" />
              ) : (
                <FormattedMessage id="console.sources.start" defaultMessage="Start" />
              )}
            </Button>
          ) : (
            <Button look="primary" isPending={isFetching} isDisabled={!isPlace} onPress={look}>
              {looked === null ? (
                <FormattedMessage id="console.tables.look" defaultMessage="Look at it" />
              ) : (
                <FormattedMessage id="console.tables.look.again" defaultMessage="Look again" />
              )}
            </Button>
          )}
        </>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <section className="source-part">
        {columns.length === 0 ? (
          <>
            <h3>
              <FormattedMessage id="console.tables.where" defaultMessage="Where it is" />
            </h3>
            {fields}
          </>
        ) : (
          <More level={3} words={<FormattedMessage id="console.tables.where" defaultMessage="Where it is" />}>
            {fields}
          </More>
        )}
        {(tried?.trouble ?? null) !== null && <Notice tone="bad">{tried?.trouble}</Notice>}
        {error !== null && <Notice tone="bad">{error.message}</Notice>}
        {tried?.advice.map((sentence) => (
          <Notice key={sentence} tone="warn">
            {sentence}
          </Notice>
        ))}
      </section>
      {columns.length > 0 && (
        <section className="source-part">
          <h3>
            <FormattedMessage
              id="console.tables.columns"
              defaultMessage="Which of its {count, plural, one {# column} other {# columns}} is what"
              values={{ count: columns.length }}
            />
          </h3>
          {isInFile || form === null ? (
            <Notice tone="info">
              <FormattedMessage
                id="console.tables.in-file"
                defaultMessage="Its mapping says more than a form can, and is written in the floor file. Below stands what it makes of the table."
              />
            </Notice>
          ) : (
            <div className="table-columns">
              <MappingFields
                form={form}
                onChange={change}
                paths={columns.map((column) => ({ path: column.name, shown: column.values[0] ?? '' }))}
              />
            </div>
          )}
          {mapping === undefined && !isInFile && (
            <p className="soft">
              <FormattedMessage
                id="console.tables.incomplete"
                defaultMessage="Choose its id, whose it is, and what else must be there: then its rows stand here as they will be understood."
              />
            </p>
          )}
        </section>
      )}
      {tried !== undefined && mapping !== undefined && <TableTried tried={tried} type={mapping.type} />}
      {isReady && (
        <section className="source-part table-name">
          <h3>
            <FormattedMessage id="console.tables.name" defaultMessage="What it is called" />
          </h3>
          <TextField
            label={say({ id: 'console.tables.name.label', defaultMessage: 'Name' })}
            value={name}
            onChange={setName}
            required
          />
          <p className="soft">
            <FormattedMessage
              id="console.tables.silent"
              defaultMessage="From now on a new row counts by itself, a changed one changes, and a row that is gone is gone from the boards."
            />
          </p>
        </section>
      )}
    </Dialog>
  )
}
