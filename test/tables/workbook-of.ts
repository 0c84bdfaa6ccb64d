// A workbook as Excel writes it: shared strings, styles by which a number is a date, formulas with their last value.
import { strToU8, zipSync } from 'fflate'

/** `day`: a serial number with a date's format; `moment`: with a time's. `formula`: a number, and what it was computed by. */
export type SheetCell =
  | string
  | number
  | boolean
  | null
  | { readonly day: number }
  | { readonly moment: number }
  | { readonly formula: string; readonly value: string }
  | { readonly error: string }

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
/** A, B, … Z, AA, … */
const columnOf = (index: number): string =>
  `${index >= 26 ? columnOf(Math.floor(index / 26) - 1) : ''}${String.fromCharCode(65 + (index % 26))}`

export const workbookOf = (
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  { date1904 = false }: { readonly date1904?: boolean } = {},
): Buffer => {
  const places = new Map<string, number>()
  const stringOf = (text: string): number => {
    const known = places.get(text) ?? places.size
    places.set(text, known)
    return known
  }
  const cellXml = (cell: SheetCell, at: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${stringOf(cell)}</v></c>`
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
    if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`
    if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`
    if ('moment' in cell) return `<c r="${at}" s="2"><v>${cell.moment}</v></c>`
    if ('error' in cell) return `<c r="${at}" t="e"><f>1/0</f><v>${cell.error}</v></c>`
    return `<c r="${at}"><f>${escaped(cell.formula)}</f><v>${cell.value}</v></c>`
  }
  const names = Object.keys(sheets)
  const sheetXml = (rows: readonly (readonly SheetCell[])[]): string => {
    const lines = rows.map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${columnOf(c)}${r + 1}`)).join('')}</row>`,
    )
    return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`
  }
  const parts: Record<string, string> = {}
  names.forEach((name, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheets[name] ?? [])
  })
  parts['[Content_Types].xml'] =
    `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
  parts['_rels/.rels'] =
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
  parts['xl/workbook.xml'] =
    `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`
  parts['xl/_rels/workbook.xml.rels'] = `${head}<Relationships xmlns="${packages}/relationships">${names
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join(
      '',
    )}<Relationship Id="rId90" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
  parts['xl/styles.xml'] =
    `${head}<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/><xf numFmtId="22" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
  parts['xl/sharedStrings.xml'] =
    `${head}<sst xmlns="${main}">${[...places.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  )
}
