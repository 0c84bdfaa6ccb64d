/** Something wrong with a CSV file as a whole: nothing of it can be read. The message goes on from the file's name. */
export class CsvProblem extends Error {
  override readonly name = 'CsvProblem'
}
