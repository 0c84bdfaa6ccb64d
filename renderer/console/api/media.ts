// The floor's own pictures, videos and sounds.
import { queryOptions } from '@tanstack/react-query'
import { MediaAnswer, MediaFile, type PhotoCut } from '../../../shared/wire/media.ts'
import { Done, request } from './request.ts'

export const mediaQuery = queryOptions({
  queryKey: ['media'],
  queryFn: ({ signal }) => request(MediaAnswer, '/media', { signal }),
})

export const putMedia = (file: File): Promise<MediaFile> =>
  request(MediaFile, `/media?name=${encodeURIComponent(file.name)}`, { file })

export const removeMedia = (name: string): Promise<unknown> =>
  request(Done, `/media/${name.split('/').map(encodeURIComponent).join('/')}`, { method: 'DELETE' })

/** A photo for somebody: a square of a picture, made by the feed. */
export const putPhoto = (person: string, { x, y, size }: PhotoCut, file: File): Promise<MediaFile> =>
  request(MediaFile, `/media/photos?name=${encodeURIComponent(person)}&x=${x}&y=${y}&size=${size}`, { file })
