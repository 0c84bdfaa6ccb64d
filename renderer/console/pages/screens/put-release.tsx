// Puts a release for the TVs: its archive, and the channel file that offers it.
import { useQueryClient } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import { putRelease, updatesQuery } from '../../api/updates.ts'
import { Button } from '../../kit/button.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'

export function PutRelease() {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const [isPutting, setIsPutting] = useState(false)
  const put = async (files: readonly File[]) => {
    if (files.length === 0) return
    setIsPutting(true)
    await act(async () => {
      const version = await putRelease(files)
      await client.invalidateQueries({ queryKey: updatesQuery.queryKey })
      return version === null
        ? say({
            id: 'console.versions.put.half',
            defaultMessage:
              'The archive is here. It is offered once its channel file, such as latest-linux.yml, is too.',
          })
        : say(
            {
              id: 'console.versions.put.done',
              defaultMessage: 'Version {version} is here. TVs look for it in the coming night.',
            },
            { version },
          )
    })
    setIsPutting(false)
  }
  return (
    <FileTrigger
      acceptedFileTypes={['.yml', '.gz']}
      allowsMultiple
      onSelect={(chosen) => void put(chosen === null ? [] : [...chosen])}
    >
      <Button size="small" isPending={isPutting} icon={<Upload aria-hidden="true" />}>
        {isPutting ? (
          <FormattedMessage id="console.media.putting" defaultMessage="It is on its way…" />
        ) : (
          <FormattedMessage id="console.versions.put" defaultMessage="Add a release" />
        )}
      </Button>
    </FileTrigger>
  )
}
