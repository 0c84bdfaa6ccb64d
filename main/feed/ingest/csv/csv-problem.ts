/** A CSV file cannot be read at all. The message continues the file's name: "is empty". */
export class CsvProblem extends Error {
  override readonly name = 'CsvProblem'
}
