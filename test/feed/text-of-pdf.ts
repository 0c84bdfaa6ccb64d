// What stands in a PDF, as somebody who searches it would find it: all pages, in the order in which it was written.
import { extractText, getDocumentProxy } from 'unpdf'

export const textOfPdf = async (pdf: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
  return text
}
