// The photo of somebody in their form: taken from a file, or taken away.
import { ImagePlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import { initialsOf } from '../../../../shared/domain/boards/board-names.ts'
import { hueAt } from '../../../../shared/domain/boards/face.ts'
import { Button } from '../../kit/button.tsx'
import { Face } from '../../kit/face.tsx'
import { PhotoDialog } from './photo-dialog.tsx'
import { useRefusePhoto } from './use-refuse-photo.ts'

interface PersonPhotoProps {
  readonly id: string
  readonly name: string
  readonly index: number
  readonly photo: string
  readonly onChange: (address: string) => void
}

const types = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

export function PersonPhoto({ id, name, index, photo, onChange }: PersonPhotoProps) {
  const refuse = useRefusePhoto()
  const [file, setFile] = useState<File | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const take = async (chosen: FileList | null): Promise<void> => {
    const [first] = chosen ?? []
    if (!first) return
    const refused = await refuse(first)
    setFault(refused)
    if (refused === null) setFile(first)
  }
  const face = {
    name,
    short: name,
    initials: initialsOf(name === '' ? '?' : name),
    hue: hueAt(index),
    photo: photo === '' ? null : photo,
  }
  return (
    <div className="person-photo">
      <Face of={face} size="large" />
      <div className="person-photo-actions">
        <FileTrigger acceptedFileTypes={types} onSelect={(chosen) => void take(chosen)}>
          <Button size="small" icon={<ImagePlus aria-hidden="true" />}>
            <FormattedMessage id="console.photo.choose" defaultMessage="Choose a photo" />
          </Button>
        </FileTrigger>
        {photo !== '' && (
          <Button size="small" look="quiet" icon={<Trash2 aria-hidden="true" />} onPress={() => onChange('')}>
            <FormattedMessage id="console.photo.none" defaultMessage="No photo" />
          </Button>
        )}
        {fault !== null && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
      </div>
      {file && (
        <PhotoDialog
          file={file}
          person={id}
          onClose={() => setFile(null)}
          onDone={(address) => {
            onChange(address)
            setFile(null)
          }}
        />
      )}
    </div>
  )
}
