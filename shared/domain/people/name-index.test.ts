import { describe, expect, test } from 'vitest'
import { Person } from '../../wire/floor.ts'
import { indexNames } from './name-index.ts'
import { foldedName, isCaseSensitiveId } from './name-key.ts'

const people = (...parts: readonly object[]) => parts.map((part) => Person.parse(part))
const finder = (...parts: readonly object[]) => {
  const list = people(...parts)
  const find = indexNames(list)
  return (name: string): string | null => list[find(name) ?? -1]?.id ?? null
}

describe('names that look alike', () => {
  test.each([
    ['a no-break space', 'Ana\u00a0Ruiz'],
    ['a narrow no-break space', 'Ana\u202fRuiz'],
    ['two spaces', 'Ana  Ruiz'],
    ['an ideographic space', 'Ana\u3000Ruiz'],
    ['a tab', 'Ana\tRuiz'],
    ['spaces around it', '  Ana Ruiz\r\n'],
    ['a zero-width space', 'Ana\u200b Ruiz'],
    ['a joiner', 'A\u200dna Ru\u200ciz'],
    ['direction marks', '\u200eAna Ruiz\u200f'],
    ['an isolate', '\u2068Ana Ruiz\u2069'],
    ['a byte order mark', '\ufeffAna Ruiz'],
    ['a soft hyphen', 'Ana Ru\u00adiz'],
    ['full-width letters', 'Ａｎａ Ｒｕｉｚ'],
    ['other capitals', 'ANA ruiz'],
  ])('[F24] with %s it is the same name', (_, written) => {
    expect(finder({ id: 'ar', name: 'Ana Ruiz' })(written)).toBe('ar')
    expect(finder({ id: 'ar', name: 'A', aliases: ['Ana Ruiz'] })(written)).toBe('ar')
    expect(finder({ id: 'ar', name: 'A', aliases: [written] })('Ana Ruiz')).toBe('ar')
  })

  test.each([
    ['half-width katakana', 'ｱﾅ', 'アナ'],
    ['composed letters', 'Zoe\u0308', 'Zoë'],
    ['composed letters around a joiner', 'Zoe\u200d\u0308', 'Zoë'],
    ['a printer’s apostrophe', 'O\u2019Neill', "O'Neill"],
    ['a no-break hyphen', 'Ana\u2011Maria', 'Ana-Maria'],
    ['a ligature', 'Steﬃ', 'Steffi'],
  ])('[F24] so it is with %s', (_, written, plain) => {
    expect(foldedName(written)).toBe(plain)
    expect(finder({ id: 'x', name: plain })(written)).toBe('x')
  })

  test('[F24] accents and letters of other scripts are other names', () => {
    const find = finder({ id: 'zoe', name: 'Zoë' }, { id: 'ar', name: 'Ana Ruiz' })
    expect([find('Zoë'), find('Zöe'), find('Аna Ruiz')]).toEqual(['zoe', null, null])
  })
})

describe('capitals', () => {
  test('[F25] of ids with 15 characters always count', () => {
    const find = finder(
      { id: 'ana', name: 'Ana', aliases: ['0058d000004abcA'] },
      { id: 'bo', name: 'Bo', aliases: ['0058d000004abca'] },
      { id: 'cy', name: 'Cy', aliases: ['0058d000004xyzA'] },
    )
    expect([find('0058d000004abcA'), find('0058d000004abca'), find('0058d000004ABCA')]).toEqual([
      'ana',
      'bo',
      null,
    ])
    expect([find('0058d000004xyzA'), find('0058d000004xyza')]).toEqual(['cy', null])
  })

  test('[F25] of ids with 18 characters do not, and neither do those of words with 15 letters', () => {
    const find = finder({ id: 'ana', name: 'A', aliases: ['0058d000004abcAAAQ', 'ChristopherLong'] })
    expect([find('0058D000004ABCAAAQ'), find('christopherlong')]).toEqual(['ana', 'ana'])
    expect(isCaseSensitiveId('ChristopherLong')).toBe(false)
  })

  test('[F25] tell two aliases apart; a third spelling means neither', () => {
    const find = finder(
      { id: 'ana', name: 'Ana', aliases: ['k7X'] },
      { id: 'bo', name: 'Bo', aliases: ['k7x'] },
    )
    expect([find('k7X'), find('k7x'), find('K7X')]).toEqual(['ana', 'bo', null])
  })

  test('[F25] do not matter where one person alone can be meant', () => {
    const find = finder({ id: 'ana', name: 'Ana', aliases: ['Ana@x', 'ANA@x'] }, { id: 'bo', name: 'ana' })
    expect([find('aNA@x'), find('ANA')]).toEqual(['ana', 'ana'])
    expect(finder({ id: 'x', name: 'Ana' }, { id: 'y', name: 'ANA' })('Ana')).toBeNull()
  })
})
