// Where a file is dropped or chosen; it goes to the feed piece by piece, and its own page opens once it is there.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FileSpreadsheet } from 'lucide-react'
import { useRef, useState } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import { importFilesQuery } from '../../api/import-files.ts'
import { FileChanged, putImportFile, type Sent } from '../../api/put-import-file.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Progress } from '../../kit/progress.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { useSizeWords } from './import-words.ts'

const kinds = ['.csv', '.tsv', '.txt', '.xlsx', 'text/csv']

interface Sending {
  readonly file: File
  /** Null: nothing is known of it yet. */
  readonly sent: Sent | null
}

export function DropCard() {
  const say = useSay()
  const sizeOf = useSizeWords()
  const client = useQueryClient()
  const go = useNavigate()
  const { busy, fault, submit } = useSubmit()
  const [sending, setSending] = useState<Sending | null>(null)
  /** What broke off: it can go on while the page still has it. */
  const [broken, setBroken] = useState<Sending | null>(null)
  const [isChanged, setIsChanged] = useState(false)
  const cancel = useRef<AbortController | null>(null)

  const put = (file: File | undefined) => {
    if (file === undefined || busy) return
    const stop = new AbortController()
    cancel.current = stop
    let last: Sending = { file, sent: null }
    setSending(last)
    setBroken(null)
    setIsChanged(false)
    void submit(async () => {
      try {
        const { id } = await putImportFile(file, {
          onSent: (sent) => {
            last = { file, sent }
            setSending(last)
          },
          signal: stop.signal,
        })
        await client.invalidateQueries({ queryKey: importFilesQuery.queryKey })
        await go({ to: '/import/$file', params: { file: id } })
      } catch (error) {
        // Whoever gives up knows why.
        if (stop.signal.aborted) return
        if (error instanceof FileChanged) return setIsChanged(true)
        if (last.sent !== null) setBroken(last)
        throw error
      } finally {
        setSending(null)
        void client.invalidateQueries({ queryKey: importFilesQuery.queryKey })
      }
    })
  }

  return (
    <>
      {isChanged && (
        <Notice tone="bad">
          <FormattedMessage
            id="console.imports.changed"
            defaultMessage="The file was changed or moved while it was read. Drop it once more."
          />
        </Notice>
      )}
      {fault !== null && (
        <Notice
          tone="bad"
          title={fault}
          actions={
            broken !== null && (
              <Button size="small" onPress={() => put(broken.file)}>
                <FormattedMessage id="console.imports.go-on" defaultMessage="Go on" />
              </Button>
            )
          }
        >
          {broken?.sent && (
            <FormattedMessage
              id="console.imports.broken"
              defaultMessage="{received} of {bytes} of {name} are there. It goes on from there, also when you drop it again later."
              values={{
                received: sizeOf({ bytes: broken.sent.received }),
                bytes: sizeOf(broken.sent),
                name: <bdi>{broken.file.name}</bdi>,
              }}
            />
          )}
        </Notice>
      )}
      <DropZone
        className="drop-zone"
        isDisabled={busy}
        onDrop={({ items }) => {
          const [first] = items.flatMap((item) => (item.kind === 'file' ? [item] : []))
          void first?.getFile().then(put)
        }}
      >
        <FileSpreadsheet aria-hidden="true" />
        <Text slot="label" className="drop-title">
          {sending === null ? (
            <FormattedMessage id="console.imports.drop" defaultMessage="Drop a CSV or Excel file here" />
          ) : (
            <bdi>{sending.file.name}</bdi>
          )}
        </Text>
        {sending === null ? (
          <>
            <p className="soft">
              <FormattedMessage
                id="console.imports.drop.note"
                defaultMessage="As Salesforce, HubSpot, Pipedrive, Close, Zoho or a spreadsheet saves it. Nothing counts before you have seen how it is understood."
              />
            </p>
            <FileTrigger acceptedFileTypes={kinds} onSelect={(files) => put(files?.[0])}>
              <Button look="primary">
                <FormattedMessage id="console.imports.choose" defaultMessage="Choose a file" />
              </Button>
            </FileTrigger>
          </>
        ) : (
          <div className="import-progress">
            <Progress
              value={sending.sent?.received ?? 0}
              max={sending.file.size}
              label={say({ id: 'console.imports.sending', defaultMessage: 'On its way to the feed' })}
            />
            <p className="soft small" role="status">
              {sending.sent?.isWaiting ? (
                <FormattedMessage
                  id="console.imports.sending.waiting"
                  defaultMessage="The feed cannot be reached. It goes on by itself."
                />
              ) : (
                <FormattedMessage
                  id="console.imports.sending.of"
                  defaultMessage="{received} of {bytes}"
                  values={{
                    received: sizeOf({ bytes: sending.sent?.received ?? 0 }),
                    bytes: sizeOf({ bytes: sending.file.size }),
                  }}
                />
              )}
            </p>
            <div>
              <Button size="small" onPress={() => cancel.current?.abort()}>
                <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
              </Button>
            </div>
          </div>
        )}
      </DropZone>
    </>
  )
}
