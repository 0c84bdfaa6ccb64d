// Adds a screen to the floor file: the text stays as people wrote it, with one entry more.
import { isSeq, parseDocument } from 'yaml'
import type { AddScreen } from '../screens/pairing/pair-screens.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'

const withScreen = (text: string, entry: object): string => {
  const document = parseDocument(text)
  const screens = document.get('screens')
  if (isSeq(screens)) screens.add(document.createNode(entry))
  else document.set('screens', document.createNode([entry]))
  return document.toString({ lineWidth: 0 })
}

export const addScreenTo =
  ({ floor, readFloorFile }: Pick<ApiParts, 'floor' | 'readFloorFile'>): AddScreen =>
  async (entry, version, by) => {
    const text = withScreen(floor.current().text, entry)
    const reading = await readFloorFile(text)
    if (!reading.ok)
      throw new ApiError(
        'bad-floor',
        `The screen cannot be added: ${reading.errors.map(({ message }) => message).join('; ')}.`,
        { errors: [...reading.errors] },
      )
    return await floor.replace(text, version, by)
  }
