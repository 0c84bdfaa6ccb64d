// The square of a picture that becomes somebody's photo: how close, and where. Sliders, so that the keyboard can do it too.
import { useEffect, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { PhotoCut } from '../../../../shared/wire/media.ts'
import { putPhoto } from '../../api/media.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Slider } from '../../kit/slider.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import './photo-dialog.css'

interface PhotoDialogProps {
  readonly file: File
  /** An id, of which the photo's name is made. */
  readonly person: string
  readonly onDone: (address: string) => void
  readonly onClose: () => void
}

/** `null` while it is read; `broken` where the browser cannot show it either. */
const useSize = (address: string) => {
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | 'broken' | null>(
    null,
  )
  useEffect(() => {
    if (address === '') return
    const image = new Image()
    image.onload = () => setSize({ width: image.naturalWidth, height: image.naturalHeight })
    image.onerror = () => setSize('broken')
    image.src = address
  }, [address])
  return size
}

const useAddress = (file: File): string => {
  const [address, setAddress] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}

export function PhotoDialog({ file, person, onDone, onClose }: PhotoDialogProps) {
  const { busy, fault, submit } = useSubmit()
  const [cut, setCut] = useState<PhotoCut>({ x: 0.5, y: 0.3, size: 1 })
  const address = useAddress(file)
  const size = useSize(address)
  const make = () =>
    submit(async () => {
      const { address: made } = await putPhoto(person, cut, file)
      onDone(made)
    })
  const known = size !== null && size !== 'broken'
  // In units of the window: the side of the square is 100 %.
  const shorter = known ? Math.min(size.width, size.height) * cut.size : 1
  const [width, height] = known ? [size.width / shorter, size.height / shorter] : [1, 1]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="narrow"
      title={<FormattedMessage id="console.photo.title" defaultMessage="Which part is the photo?" />}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isPending={busy} isDisabled={!known} onPress={() => void make()}>
            <FormattedMessage id="console.photo.use" defaultMessage="Use it" />
          </Button>
        </>
      }
    >
      {size === 'broken' ? (
        <Notice tone="bad">
          <FormattedMessage
            id="console.photo.broken"
            defaultMessage="The picture is damaged: nobody can show it."
          />
        </Notice>
      ) : (
        <div className="photo-cut">
          {known && (
            <img
              src={address}
              alt=""
              style={{
                width: `${width * 100}%`,
                height: `${height * 100}%`,
                left: `${-(width - 1) * cut.x * 100}%`,
                top: `${-(height - 1) * cut.y * 100}%`,
              }}
            />
          )}
        </div>
      )}
      <Slider
        isWide
        isLive
        label={<FormattedMessage id="console.photo.close" defaultMessage="How close" />}
        value={1 - cut.size}
        max={0.9}
        step={0.02}
        onChange={(next) => setCut({ ...cut, size: 1 - next })}
      />
      <Slider
        isWide
        isLive
        label={<FormattedMessage id="console.photo.across" defaultMessage="From left to right" />}
        value={cut.x}
        step={0.02}
        onChange={(x) => setCut({ ...cut, x })}
      />
      <Slider
        isWide
        isLive
        label={<FormattedMessage id="console.photo.down" defaultMessage="From top to bottom" />}
        value={cut.y}
        step={0.02}
        onChange={(y) => setCut({ ...cut, y })}
      />
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
    </Dialog>
  )
}
