// A file from somebody's hand, put where it is needed: it is looked at first, kept by the feed, and chosen at once.
import { useQueryClient } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import type { MediaKind } from '../../../../shared/wire/media.ts'
import { mediaQuery, putMedia, removeMedia } from '../../api/media.ts'
import { useMay } from '../../api/queries.ts'
import { ApiFailure } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { useRefuseMedia } from './refuse-media.ts'
import './put-media.css'

const types: Readonly<Record<MediaKind, readonly string[]>> = {
  picture: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'],
  video: ['video/mp4', 'video/webm'],
  sound: ['audio/*'],
}

interface PutMediaProps {
  /** What is taken here. */
  readonly kinds: readonly MediaKind[]
  /** On the button. */
  readonly words: string
  /** The address under which the feed keeps it. */
  readonly onPut: (address: string) => void
}

export function PutMedia({ kinds, words, onPut }: PutMediaProps) {
  const say = useSay()
  const may = useMay()
  const client = useQueryClient()
  const refuse = useRefuseMedia()
  const { busy, fault, submit } = useSubmit()
  const put = (chosen: FileList | null) => {
    const [file] = chosen ?? []
    if (file === undefined) return
    void submit(async () => {
      await refuse(file)
      const { name, kind, address } = await putMedia(file)
      if (!kinds.includes(kind)) {
        await removeMedia(name)
        throw new ApiFailure(400, {
          code: 'bad-body',
          message: say(
            {
              id: 'console.media.not-here',
              defaultMessage:
                '“{name}” is a {kind, select, picture {picture} video {film} other {sound}}, and cannot be used here.',
            },
            { name: file.name, kind },
          ),
        })
      }
      await client.invalidateQueries({ queryKey: mediaQuery.queryKey })
      onPut(address)
    })
  }
  if (!may.edit) return null
  return (
    <div className="put-media">
      <FileTrigger acceptedFileTypes={kinds.flatMap((kind) => types[kind])} onSelect={put}>
        <Button size="small" isPending={busy} icon={<Upload aria-hidden="true" />}>
          {busy ? <FormattedMessage id="console.media.putting" defaultMessage="It is on its way…" /> : words}
        </Button>
      </FileTrigger>
      {fault !== null && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
