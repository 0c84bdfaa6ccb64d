/**
 * @typedef {object} BenchRow
 * @property {string} name
 * @property {string} goal in words: "≥ 0.5"
 * @property {number | null} ratio
 * @property {boolean} ok
 * @property {string} detail
 *
 * @typedef {object} BenchResult
 * @property {string} name
 * @property {readonly BenchRow[]} rows
 */

/** @param {readonly BenchResult[]} results @returns {string} a Markdown table, columns aligned for a terminal */
export function writeTable(results) {
  const head = ['benchmark', 'ratio', 'goal', '', 'detail']
  const body = results.flatMap(({ name, rows }) =>
    rows.map((row) => [
      `${name}: ${row.name}`,
      row.ratio === null ? '' : formatRatio(row.ratio),
      row.goal,
      row.ok ? 'met' : 'MISSED',
      row.detail,
    ]),
  )
  const cells = [head, ...body].map((row) => row.map((text) => String(text).replaceAll('|', '\\|')))
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row) => `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |\n`
  const rule = widths.map((width) => '-'.repeat(width))
  return [cells[0], rule, ...cells.slice(1)].map(line).join('')
}

/** Three figures that mean something, whatever the size. @param {number} ratio */
const formatRatio = (ratio) => (ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3))
