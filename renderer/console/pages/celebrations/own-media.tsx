// The floor's own pictures, films and sounds: put, looked at, listened to, and deleted where nothing needs them. Beside them
// who walks up to which sound.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import { mediaUses } from '../../../../shared/domain/media/media-uses.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { MediaFile } from '../../../../shared/wire/media.ts'
import { mediaQuery, putMedia, removeMedia } from '../../api/media.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { MediaLine } from './media-line.tsx'
import { useRefuseMedia } from './refuse-media.ts'
import { WalkUps } from './walk-ups.tsx'

const types = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'video/mp4', 'video/webm', 'audio/*']

export function OwnMedia({ file }: { readonly file: FloorFile }) {
  const say = useSay()
  const act = useAct()
  const may = useMay()
  const client = useQueryClient()
  const refuse = useRefuseMedia()
  const media = useQuery(mediaQuery).data?.media
  const [isPutting, setIsPutting] = useState(false)
  const renew = () => client.invalidateQueries({ queryKey: mediaQuery.queryKey })
  const put = async (files: readonly File[]) => {
    setIsPutting(true)
    for (const each of files)
      await act(async () => {
        await refuse(each)
        const { name } = await putMedia(each)
        await renew()
        return say({ id: 'console.media.put', defaultMessage: '“{name}” is here.' }, { name })
      })
    setIsPutting(false)
  }
  const remove = ({ name }: MediaFile) =>
    void act(async () => {
      await removeMedia(name).finally(renew)
      return say({ id: 'console.media.removed', defaultMessage: '“{name}” is deleted.' }, { name })
    })
  if (media === undefined) return <Loading />
  // Of the floor as the page has it, with edits that are still on their way.
  const uses = mediaUses(file)
  const add = (
    <FileTrigger
      acceptedFileTypes={types}
      allowsMultiple
      onSelect={(chosen) => void put(chosen === null ? [] : [...chosen])}
    >
      <Button size="small" isPending={isPutting} icon={<Upload aria-hidden="true" />}>
        {isPutting ? (
          <FormattedMessage id="console.media.putting" defaultMessage="It is on its way…" />
        ) : (
          <FormattedMessage id="console.media.add" defaultMessage="Add files" />
        )}
      </Button>
    </FileTrigger>
  )
  return (
    <>
      <Card
        title={
          <FormattedMessage id="console.media.title" defaultMessage="Your own pictures, films and sounds" />
        }
        note={add}
      >
        {media.length === 0 ? (
          <Empty title={<FormattedMessage id="console.media.none" defaultMessage="None yet" />}>
            <FormattedMessage
              id="console.media.none.note"
              defaultMessage="Pictures, GIFs and short films of up to 20 MB, and sounds of up to 5 MB: for takeovers, announcements, and the clip that somebody walks up to."
            />
          </Empty>
        ) : (
          <ul className="lines">
            {media.map((each) => (
              <MediaLine
                key={each.name}
                file={{ ...each, uses: [...(uses.get(each.name) ?? [])] }}
                onRemove={() => remove(each)}
              />
            ))}
          </ul>
        )}
      </Card>
      {may.administer && <WalkUps people={file.people} />}
    </>
  )
}
