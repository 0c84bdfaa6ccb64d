// Reads a file's bytes or text, piece by piece.
import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import { fileWords } from '../../../file-words.ts'
import { CsvProblem } from './csv-problem.ts'

const pieceBytes = 256 * 1024

/** Throws a `CsvProblem` when the file cannot be read. */
export async function* readChunks(path: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: pieceBytes })
  try {
    for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk
  } catch (error) {
    if (stream.errored === null) throw error
    throw new CsvProblem(fileWords(stream.errored))
  }
}

/** The file's text without its byte order mark. `onBytes` gets the length of each chunk. */
export async function* readText(
  path: string,
  encoding: string,
  onBytes: (count: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  for await (const chunk of readChunks(path)) {
    const text = decoder.write(chunk)
    if (text) yield text
    onBytes(chunk.length)
  }
  const rest = decoder.end()
  if (rest) yield rest
}
