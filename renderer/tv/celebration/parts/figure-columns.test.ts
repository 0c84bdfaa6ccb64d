import { expect, test } from 'vitest'
import { createFormat } from '../../../../shared/domain/words/format.ts'
import { takeApart } from './figure-columns.ts'

const written = (figure: string) => {
  const { before, columns, after } = takeApart(figure)
  return [
    before,
    columns.map((column) => (column.kind === 'still' ? column.text : column.digits[column.value])).join(''),
    after,
  ]
}

test.each([
  ['$182,000', ['$', '182,000', '']],
  ['182.000 €', ['', '182.000', ' €']],
  ['10×', ['', '10', '×']],
  ['–', ['–', '', '']],
])('%s is taken apart and is the same when put together', (figure, parts) => {
  expect(written(figure)).toEqual(parts)
})

test.each(['ar-EG', 'hi-IN', 'fa-IR', 'he-IL', 'ja-JP'])('no letter is lost in %s', (locale) => {
  const figure = createFormat({ locale, currency: 'KWD' }).full(1_234_567_000, 'money')
  expect(written(figure).join('')).toBe(figure)
})

test('each digit rolls through all ten of its own writing', () => {
  const [column] = takeApart('٤').columns
  expect(column).toEqual({ kind: 'digit', digits: [...'٠١٢٣٤٥٦٧٨٩'], value: 4, nth: 0 })
})
