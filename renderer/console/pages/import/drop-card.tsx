// Where a file is dropped or chosen; it goes to the feed piece by piece, and its own page opens once it is there.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FileSpreadsheet } from 'lucide-react'
import { useRef, useState } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import { importFilesQuery, putImportFile } from '../../api/import-files.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'

const kinds = ['.csv', '.tsv', '.txt', '.xlsx', 'text/csv']

export function DropCard() {
  const say = useSay()
  const client = useQueryClient()
  const go = useNavigate()
  const { busy, fault, submit } = useSubmit()
  const [sending, setSending] = useState<{ readonly name: string; readonly share: number } | null>(null)
  const cancel = useRef<AbortController | null>(null)

  const put = (file: File | undefined) => {
    if (file === undefined || busy) return
    const stop = new AbortController()
    cancel.current = stop
    setSending({ name: file.name, share: 0 })
    void submit(async () => {
      try {
        const { id } = await putImportFile(
          file,
          (share) => setSending({ name: file.name, share }),
          stop.signal,
        )
        await client.invalidateQueries({ queryKey: importFilesQuery.queryKey })
        await go({ to: '/import/$file', params: { file: id } })
      } catch (error) {
        // Whoever gives up knows why.
        if (!stop.signal.aborted) throw error
      } finally {
        setSending(null)
      }
    })
  }

  return (
    <>
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
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
            <bdi>{sending.name}</bdi>
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
            <progress
              value={sending.share}
              max={1}
              aria-label={say({ id: 'console.imports.sending', defaultMessage: 'On its way to the feed' })}
            />
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
