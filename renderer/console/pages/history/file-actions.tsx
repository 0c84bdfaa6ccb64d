// The floor file as a whole: looked at, taken along, and brought back after a look at what that would change.
import { useQuery } from '@tanstack/react-query'
import { Download, FileText, Upload } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { useMay } from '../../api/queries.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useSay } from '../../words/words.tsx'
import { ImportDialog } from './import-dialog.tsx'

const FloorText = z.object({ text: z.string() })

const save = (text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = 'floor.yaml'
  anchor.click()
  URL.revokeObjectURL(url)
}

function FileDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ['floor', 'text'],
    queryFn: ({ signal }) => request(FloorText, '/floor', { signal }),
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={<FormattedMessage id="console.file.title" defaultMessage="The floor file" />}
      actions={
        data && (
          <Button look="primary" icon={<Download aria-hidden="true" />} onPress={() => save(data.text)}>
            <FormattedMessage id="console.file.export" defaultMessage="Export" />
          </Button>
        )
      }
    >
      {data ? (
        <textarea
          className="file-text"
          readOnly
          rows={24}
          value={data.text}
          aria-label={say({ id: 'console.file.title', defaultMessage: 'The floor file' })}
        />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}

export function FileActions() {
  const may = useMay()
  const [looking, setLooking] = useState(false)
  const [text, setText] = useState<string | null>(null)
  return (
    <>
      <Button icon={<FileText aria-hidden="true" />} onPress={() => setLooking(true)}>
        <FormattedMessage id="console.file.look" defaultMessage="View the file" />
      </Button>
      {may.administer && (
        <FileTrigger
          acceptedFileTypes={['.yaml', '.yml', '.json']}
          onSelect={(files) => {
            void files?.[0]?.text().then(setText)
          }}
        >
          <Button icon={<Upload aria-hidden="true" />}>
            <FormattedMessage id="console.file.import" defaultMessage="Import…" />
          </Button>
        </FileTrigger>
      )}
      {looking && <FileDialog onClose={() => setLooking(false)} />}
      {text !== null && <ImportDialog text={text} onClose={() => setText(null)} />}
    </>
  )
}
