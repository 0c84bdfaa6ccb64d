import { describe, expect, test } from 'vitest'
import { Name } from './text.ts'

const reasonAgainst = (text: string): string | undefined => Name.safeParse(text).error?.issues[0]?.message

describe('a name', () => {
  test('is of any script, with joined emoji and all', () => {
    for (const name of ['Ana', '北京', 'فريق الشمال', '👩‍💻', '\u2067A\u2069', 'नेपाल', "O'Neil & Söhne"])
      expect(Name.parse(name)).toBe(name)
    expect(Name.parse(' Ana \n')).toBe('Ana')
  })

  test('is one line, without control or unreadable characters', () => {
    for (const name of ['a\nb', 'a\r\nb', 'a\u2028b', 'a\u0000b', 'a\u001b[31mb', 'a\u0085b', 'a\uFFFDb'])
      expect([name, reasonAgainst(name)]).toEqual([
        name,
        'must be one line, without control or unreadable characters',
      ])
  })

  test('has a character that can be seen', () => {
    for (const name of ['\u200b', '\u200b \u2060', '\u2067\u2069', '\u3164', '\u00ad', '\u2800'])
      expect([name, reasonAgainst(name)]).toEqual([name, 'must have a character that can be seen'])
    expect(Name.safeParse(' ').error?.issues).toHaveLength(1)
  })
})
