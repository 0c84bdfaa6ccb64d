// The past comes in from files: where one is dropped, those that are under way, and what was imported, which can be undone.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { ImportFile } from '../../../../shared/wire/import-files.ts'
import type { ImportListing } from '../../../../shared/wire/imports.ts'
import {
  forgetMapping,
  importFilesQuery,
  importsQuery,
  isRunning,
  keptMappingsQuery,
  removeImportFile,
} from '../../api/import-files.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { Progress } from '../../kit/progress.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { DropCard } from './drop-card.tsx'
import { useFileStateWords, useSizeWords } from './import-words.ts'
import { UndoDialog } from './undo-dialog.tsx'
import './import.css'

function FileLine({ file }: { readonly file: ImportFile }) {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const states = useFileStateWords()
  const sizeOf = useSizeWords()
  const remove = () =>
    act(async () => {
      await removeImportFile(file.id)
      await client.invalidateQueries({ queryKey: importFilesQuery.queryKey })
      return null
    })
  return (
    <li className="line">
      <div className="grow">
        <h3>
          <Link to="/import/$file" params={{ file: file.id }}>
            <bdi>{file.name}</bdi>
          </Link>
        </h3>
        <p className="soft small">
          {states[file.state]} · {sizeOf(file)} · <bdi>{file.by}</bdi>
        </p>
        {file.state === 'coming' && (
          <div className="import-progress">
            <Progress value={file.received} max={file.bytes} label={states.coming} />
          </div>
        )}
        {isRunning(file) && (
          <div className="import-progress">
            <Progress value={file.progress} max={1} label={states[file.state]} />
          </div>
        )}
      </div>
      {!isRunning(file) && (
        <Button
          look="quiet"
          icon={<Trash2 aria-hidden="true" />}
          aria-label={say(
            { id: 'console.imports.remove', defaultMessage: 'Remove the file {name}' },
            { name: file.name },
          )}
          onPress={() => void remove()}
        />
      )}
    </li>
  )
}

/** What found everything as it was need not be taken back. */
const hasChanged = ({ done }: ImportListing): boolean => done === null || done.accepted + done.withdrawn > 0

function ImportLine({ listing, onUndo }: { readonly listing: ImportListing; readonly onUndo: () => void }) {
  const say = useSay()
  const { name, source, at, done, undone } = listing
  const called = name === '' ? source : name
  return (
    <li className="line">
      <div className="grow">
        <h3>
          <bdi>{called}</bdi>
        </h3>
        <p className="soft small">
          <FormattedDate value={at} dateStyle="medium" timeStyle="short" /> ·{' '}
          {done === null ? (
            <FormattedMessage id="console.imports.not-ended" defaultMessage="came to no end" />
          ) : (
            <FormattedMessage
              id="console.imports.done"
              defaultMessage="{accepted, number} new or changed{withdrawn, plural, =0 {} other {, # taken away}}"
              values={{ accepted: done.accepted, withdrawn: done.withdrawn }}
            />
          )}
        </p>
      </div>
      {undone ? (
        <Tag>
          <FormattedMessage id="console.imports.undone" defaultMessage="Undone" />
        </Tag>
      ) : (
        <Button
          size="small"
          aria-label={say(
            { id: 'console.imports.undo.of', defaultMessage: 'Undo the import of {name}' },
            { name: called },
          )}
          onPress={onUndo}
        >
          <FormattedMessage id="console.imports.undo.short" defaultMessage="Undo" />
        </Button>
      )}
    </li>
  )
}

function KeptMappings() {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const { data } = useQuery(keptMappingsQuery)
  const { mappings = [] } = data ?? {}
  if (mappings.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.imports.kept" defaultMessage="Files that are known" />}>
      <p className="soft small">
        <FormattedMessage
          id="console.imports.kept.note"
          defaultMessage="A file with the same columns is read as the last one was."
        />
      </p>
      <ul className="lines">
        {mappings.map(({ name, columns }) => (
          <li key={name} className="line">
            <div className="grow">
              <h3>
                <bdi>{name}</bdi>
              </h3>
              <p className="soft small cut">{columns.join(', ')}</p>
            </div>
            <Button
              look="quiet"
              icon={<Trash2 aria-hidden="true" />}
              aria-label={say(
                { id: 'console.imports.kept.remove', defaultMessage: 'Forget {name}' },
                { name },
              )}
              onPress={() =>
                void act(async () => {
                  await forgetMapping(name)
                  await client.invalidateQueries({ queryKey: keptMappingsQuery.queryKey })
                  return null
                })
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function Import() {
  const say = useSay()
  const { data: found } = useQuery(importFilesQuery)
  const { data: past } = useQuery(importsQuery)
  const [undoing, setUndoing] = useState<ImportListing | null>(null)
  if (!found || !past) return <Loading />
  const { files } = found
  const imports = past.imports.filter(hasChanged)
  const running = files.filter(isRunning).length
  return (
    <Page
      over={<FormattedMessage id="console.imports.over" defaultMessage="Files of deals and calls" />}
      title={say({ id: 'console.nav.import', defaultMessage: 'Import' })}
      headline={
        running > 0 ? (
          <FormattedMessage
            id="console.imports.headline.running"
            defaultMessage="{running, plural, one {A file is} other {# files are}} being read"
            values={{ running }}
          />
        ) : (
          <FormattedMessage id="console.imports.headline" defaultMessage="Bring in what a file has" />
        )
      }
    >
      <DropCard />
      {files.length > 0 && (
        <Card title={<FormattedMessage id="console.imports.files" defaultMessage="Files here" />}>
          <ul className="lines">
            {files.map((file) => (
              <FileLine key={file.id} file={file} />
            ))}
          </ul>
        </Card>
      )}
      {imports.length > 0 && (
        <Card title={<FormattedMessage id="console.imports.past" defaultMessage="What was imported" />}>
          <ul className="lines">
            {imports.map((listing) => (
              <ImportLine key={listing.id} listing={listing} onUndo={() => setUndoing(listing)} />
            ))}
          </ul>
        </Card>
      )}
      <KeptMappings />
      {undoing !== null && (
        <UndoDialog
          id={undoing.id}
          name={undoing.name === '' ? undoing.source : undoing.name}
          onClose={() => setUndoing(null)}
        />
      )}
    </Page>
  )
}
