// Says at once, in the console's language, what the feed would refuse after a long way: a file that is too large, or that is
// not what it is called.
import { useCallback } from 'react'
import { calledKind, mediaFormatOf, tellingBytes } from '../../../../shared/domain/media/media-format.ts'
import { largestMedia } from '../../../../shared/wire/media.ts'
import { ApiFailure } from '../../api/request.ts'
import { useSay } from '../../words/words.tsx'

/** Rejects with what the feed would answer. */
export const useRefuseMedia = (): ((file: File) => Promise<void>) => {
  const say = useSay()
  return useCallback(
    async (file) => {
      const { name } = file
      const head = new Uint8Array(await file.slice(0, tellingBytes).arrayBuffer())
      const format = mediaFormatOf(head)
      if (format === null)
        throw new ApiFailure(400, {
          code: 'bad-body',
          message: say(
            {
              id: 'console.media.bad',
              defaultMessage:
                '“{name}” is no picture, film or sound that a wall can show: PNG, JPEG, WebP, GIF, MP4, WebM, MP3, WAV, Ogg and M4A are.',
            },
            { name },
          ),
        })
      const called = calledKind(name)
      if (called !== null && called !== format.kind)
        throw new ApiFailure(400, {
          code: 'bad-body',
          message: say(
            {
              id: 'console.media.otherwise',
              defaultMessage:
                '“{name}” is called a {called, select, picture {picture} video {film} other {sound}}, and is a {kind, select, picture {picture} video {film} other {sound}}.',
            },
            { name, called, kind: format.kind },
          ),
        })
      if (file.size > largestMedia[format.kind])
        throw new ApiFailure(413, {
          code: 'too-large',
          message: say(
            {
              id: 'console.media.too-large',
              defaultMessage: '“{name}” is too large: sounds may have 5 MB, pictures and films 20 MB.',
            },
            { name },
          ),
        })
    },
    [say],
  )
}
