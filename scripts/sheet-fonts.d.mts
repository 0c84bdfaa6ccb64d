interface SheetFamily {
  readonly name: string
  readonly weights: readonly number[]
}
export const sheetFamilies: readonly SheetFamily[]
/** Writes the fonts of printed sheets into a folder, which is emptied first. */
export function makeSheetFonts(folder: string, families?: readonly SheetFamily[]): Promise<void>
