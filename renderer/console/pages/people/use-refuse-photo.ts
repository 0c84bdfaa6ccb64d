// Says at once, in the console's language, what the feed would refuse as a photo.
import { useCallback } from 'react'
import { mediaFormatOf, tellingBytes } from '../../../../shared/domain/media/media-format.ts'
import { largestPhoto } from '../../../../shared/wire/media.ts'
import { useSay } from '../../words/words.tsx'

const megabyte = 1024 * 1024

/** A sentence, or null where it may be a photo. */
export const useRefusePhoto = (): ((file: File) => Promise<string | null>) => {
  const say = useSay()
  return useCallback(
    async (file) => {
      const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer())
      if (/<svg[\s>]/i.test(new TextDecoder('latin1').decode(head)))
        return say({
          id: 'console.photo.svg',
          defaultMessage:
            'This is an SVG drawing. It can hold programs; save it as PNG or JPEG, and take that.',
        })
      if (mediaFormatOf(head.subarray(0, tellingBytes))?.kind !== 'picture')
        return say(
          {
            id: 'console.photo.bad',
            defaultMessage: '“{name}” is no picture that can be a photo: PNG, JPEG, WebP and GIF are.',
          },
          { name: file.name },
        )
      if (file.size > largestPhoto)
        return say(
          {
            id: 'console.photo.too-large',
            defaultMessage: '“{name}” is too large: a photo may have {most} MB.',
          },
          { name: file.name, most: largestPhoto / megabyte },
        )
      return null
    },
    [say],
  )
}
