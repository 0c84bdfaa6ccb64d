// Pasted text cut into cells: tabs of a spreadsheet, else the commas or semicolons of a CSV file. Bounded before it is cut.
import Papa from 'papaparse'
import { mostPastedLines } from '../../../../shared/domain/people/paste/pasted-people.ts'

/** Characters. A list of 5,000 people has about half a million. */
export const mostPastedText = 2_000_000

export interface Paste {
  readonly rows: readonly (readonly string[])[]
  readonly isCut: boolean
}

export const readPaste = (text: string): Paste => {
  const { data } = Papa.parse<string[]>(text.slice(0, mostPastedText), {
    delimiter: text.slice(0, 10_000).includes('\t') ? '\t' : '',
    delimitersToGuess: [',', ';', '|'],
    // One to be the head, one to tell that there are more.
    preview: mostPastedLines + 2,
  })
  return { rows: data, isCut: text.length > mostPastedText || data.length > mostPastedLines + 1 }
}
