// Where a table lies: an address, a folder, or a database and its query.
import { FormattedMessage } from 'react-intl'
import { CopyButton } from '../../../kit/copy-button.tsx'
import { NumberField, TextField } from '../../../kit/field.tsx'
import { More } from '../../../kit/more.tsx'
import { Picker } from '../../../kit/picker.tsx'
import { Segments } from '../../../kit/segments.tsx'
import { useSay } from '../../../words/words.tsx'
import type { PlaceForm } from './place-form.ts'

interface PlaceFieldsProps {
  readonly form: PlaceForm
  readonly onChange: (form: PlaceForm) => void
  /** In which folders of tables lie on the feed's computer. */
  readonly base: string
  readonly password: string
  readonly onPassword: (password: string) => void
  /** Whether one is kept already. */
  readonly isKept: boolean
}

interface PartProps {
  readonly form: PlaceForm
  readonly put: (more: Partial<PlaceForm>) => void
}

function FileDetails({ form, put }: PartProps) {
  const say = useSay()
  return (
    <More
      level={3}
      words={
        <FormattedMessage id="console.tables.file.more" defaultMessage="Sheet of a workbook, lines above" />
      }
    >
      <div className="form-row">
        <TextField
          label={say({ id: 'console.tables.sheet', defaultMessage: 'Sheet of the workbook' })}
          hint={say({ id: 'console.tables.sheet.hint', defaultMessage: 'Left empty, its first one.' })}
          value={form.sheet}
          onChange={(sheet) => put({ sheet })}
        />
        <NumberField
          label={say({ id: 'console.tables.skip-rows', defaultMessage: 'Lines above the header' })}
          value={form.skipRows}
          min={0}
          max={1000}
          onChange={(skipRows) => put({ skipRows })}
        />
      </div>
    </More>
  )
}

function AddressFields({ form, put }: PartProps) {
  const say = useSay()
  return (
    <>
      <ol className="source-steps">
        <li>
          <FormattedMessage
            id="console.tables.address.step.share"
            defaultMessage="In Google Sheets click Share, and under General access choose “Anyone with the link”, Viewer."
          />
        </li>
        <li>
          <FormattedMessage
            id="console.tables.address.step.copy"
            defaultMessage="Open the tab with the numbers, and copy the address from the browser."
          />
        </li>
      </ol>
      <TextField
        label={say({ id: 'console.tables.address.label', defaultMessage: 'Address' })}
        hint={say({
          id: 'console.tables.address.hint',
          defaultMessage: 'Whoever knows it can read the table. Any address of a CSV or Excel file will do.',
        })}
        placeholder="https://docs.google.com/spreadsheets/d/…"
        value={form.address}
        onChange={(address) => put({ address })}
        required
      />
      <FileDetails form={form} put={put} />
    </>
  )
}

function FolderFields({ form, put, base }: PartProps & { readonly base: string }) {
  const say = useSay()
  const place = `${base}/${form.folder}`
  return (
    <>
      <div className="form-row">
        <TextField
          label={say({ id: 'console.tables.folder.label', defaultMessage: 'Name of the folder' })}
          value={form.folder}
          onChange={(folder) => put({ folder })}
          required
        />
        <TextField
          label={say({ id: 'console.tables.files', defaultMessage: 'Which files' })}
          hint={say({
            id: 'console.tables.files.hint',
            defaultMessage: '* stands for anything: deals-*.csv',
          })}
          value={form.files}
          onChange={(files) => put({ files })}
          required
        />
      </div>
      <div className="source-scopes">
        <p className="small">
          <FormattedMessage
            id="console.tables.folder.where"
            defaultMessage="On the feed’s computer it is <code>{place}</code>. Files stay where they are; each is read once nobody has written to it for three seconds."
            values={{ place, code: (words) => <code>{words}</code> }}
          />
        </p>
        <CopyButton size="small" text={place} />
      </div>
      <Segments
        label={say({ id: 'console.tables.which', defaultMessage: 'What is the whole table' })}
        choices={[
          {
            id: 'newest',
            name: say({ id: 'console.tables.which.newest', defaultMessage: 'The newest file' }),
          },
          { id: 'all', name: say({ id: 'console.tables.which.all', defaultMessage: 'All files together' }) },
        ]}
        value={form.which}
        onChange={(which) => put({ which })}
      />
      <FileDetails form={form} put={put} />
    </>
  )
}

function DatabaseFields({
  form,
  put,
  password,
  onPassword,
  isKept,
}: PartProps & Pick<PlaceFieldsProps, 'password' | 'onPassword' | 'isKept'>) {
  const say = useSay()
  return (
    <>
      <div className="form-row">
        <TextField
          label={say({ id: 'console.tables.host', defaultMessage: 'Host' })}
          placeholder="db.example.com"
          value={form.host}
          onChange={(host) => put({ host })}
          required
        />
        <TextField
          label={say({ id: 'console.tables.port', defaultMessage: 'Port' })}
          placeholder={form.kind === 'postgres' ? '5432' : '3306'}
          value={form.port}
          onChange={(port) => put({ port })}
        />
        <TextField
          label={say({ id: 'console.tables.database', defaultMessage: 'Database' })}
          value={form.database}
          onChange={(database) => put({ database })}
          required
        />
      </div>
      <div className="form-row">
        <TextField
          label={say({ id: 'console.tables.user', defaultMessage: 'User' })}
          hint={say({
            id: 'console.tables.user.hint',
            defaultMessage: 'One who may only read what the query reads.',
          })}
          autoComplete="off"
          value={form.user}
          onChange={(user) => put({ user })}
          required
        />
        <TextField
          label={say({ id: 'console.tables.password', defaultMessage: 'Password' })}
          hint={
            isKept
              ? say({
                  id: 'console.tables.password.kept',
                  defaultMessage: 'One is kept; left empty, it stays.',
                })
              : say({
                  id: 'console.connections.secret.hint',
                  defaultMessage: 'It is kept encrypted, and never shown again.',
                })
          }
          type="password"
          autoComplete="off"
          value={password}
          onChange={onPassword}
          required={!isKept}
        />
        <Picker
          label={say({ id: 'console.tables.tls', defaultMessage: 'Encryption' })}
          choices={[
            {
              id: 'verify',
              name: say({ id: 'console.tables.tls.verify', defaultMessage: 'With a proved certificate' }),
            },
            {
              id: 'unverified',
              name: say({ id: 'console.tables.tls.unverified', defaultMessage: 'Whatever the certificate' }),
            },
            { id: 'off', name: say({ id: 'console.tables.tls.off', defaultMessage: 'None' }) },
          ]}
          value={form.tls}
          onChange={(tls) => put({ tls })}
        />
      </div>
      <div className="table-query">
        <TextField
          label={say({ id: 'console.tables.query', defaultMessage: 'Query' })}
          hint={say({
            id: 'console.tables.query.hint',
            defaultMessage:
              'One SELECT. With :since in it only what was changed since is read; at night all of it.',
          })}
          placeholder="SELECT id, name, owner, stage, amount, closed_at, updated_at FROM deals WHERE updated_at >= :since"
          value={form.query}
          onChange={(query) => put({ query })}
          multiline
          required
        />
      </div>
      <TextField
        label={say({
          id: 'console.tables.changed',
          defaultMessage: 'Column that says when a row was changed',
        })}
        placeholder="updated_at"
        value={form.changed}
        onChange={(changed) => put({ changed })}
      />
      {form.tls === 'verify' && (
        <More
          level={3}
          words={
            <FormattedMessage id="console.tables.ca" defaultMessage="A certificate authority of your own" />
          }
        >
          <TextField
            label={say({ id: 'console.tables.ca.label', defaultMessage: 'Its certificate, as PEM' })}
            placeholder="-----BEGIN CERTIFICATE-----"
            value={form.ca}
            onChange={(ca) => put({ ca })}
            multiline
          />
        </More>
      )}
    </>
  )
}

export function PlaceFields({ form, onChange, base, password, onPassword, isKept }: PlaceFieldsProps) {
  const put = (more: Partial<PlaceForm>) => onChange({ ...form, ...more })
  if (form.kind === 'address') return <AddressFields form={form} put={put} />
  if (form.kind === 'folder') return <FolderFields form={form} put={put} base={base} />
  return <DatabaseFields form={form} put={put} password={password} onPassword={onPassword} isKept={isKept} />
}
