// Rows and files of a folder as parts of it in the database.
import { filePieces } from '../file-pieces.ts'
import type { KeyedRow } from '../kept-folder.ts'
import { type BytesHead, headBytes, headPart, keyText, type RowsHead, rowName } from '../kept-parts.ts'
import { rowText } from '../row-text.ts'
import type { Part } from './beside-statements.ts'

export const rowPart = (file: string, generation: number, { table, key, row }: KeyedRow): Part => ({
  file,
  part: rowName(generation, table, keyText(key)),
  body: row && Buffer.from(rowText(row)),
})

/** The rows of its generation are the file from now on. */
export const rowsHeadPart = (file: string, head: RowsHead): Part => ({
  file,
  part: headPart,
  body: headBytes(head),
  onlyGeneration: head.generation,
})

/** See `filePieces`. `onHead`: once all of it is written, null where there is no such file any more. */
export async function* fileParts(
  file: string,
  path: string,
  { known, from }: { readonly known: BytesHead | null; readonly from: number },
  onHead: (head: BytesHead | null) => void,
): AsyncGenerator<readonly Part[]> {
  for await (const { parts, head } of filePieces(path, known, from)) {
    yield parts.map((part) => ({ file, ...part }))
    if (head !== null || parts.some(({ body }) => body === null)) onHead(head)
  }
}
