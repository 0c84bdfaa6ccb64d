// What stands in a PDF, as somebody who searches it would find it: all pages, in the order in which it was written.
import { extractText, getDocumentProxy } from 'unpdf'

/** A piece of text, and how far its left and right end are from the left edge of its page, in points. */
export interface PlacedText {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** The pieces of the first page, in the order in which they were written, and how wide it is. */
export const placedTextOfPdf = async (
  pdf: Uint8Array,
): Promise<{ readonly pageWidth: number; readonly pieces: readonly PlacedText[] }> => {
  const page = await (await getDocumentProxy(pdf)).getPage(1)
  const { items } = await page.getTextContent()
  return {
    pageWidth: page.getViewport({ scale: 1 }).width,
    pieces: items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, left: item.transform[4], right: item.transform[4] + item.width }]
        : [],
    ),
  }
}

export const textOfPdf = async (pdf: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
  return text
}
