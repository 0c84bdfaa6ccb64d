import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialsOf, namesOnBoard, shortNameOf } from './board-names.ts'

const shortsOf = (...names: readonly string[]) =>
  namesOnBoard(names.map((name, at) => ({ id: `p${at}`, name, team: null }))).map(({ short }) => short)

describe('[S5] short names are the shortest that tell people apart on a board', () => {
  test.each<readonly [readonly string[], readonly string[]]>([
    [['Anna Kurz'], ['Anna K.']],
    [
      ['Anna Kurz', 'Ben Kurz'],
      ['Anna K.', 'Ben K.'],
    ],
    [
      ['Anna Kurz', 'Anna Kramer', 'Anna Voss'],
      ['Anna Ku.', 'Anna Kr.', 'Anna V.'],
    ],
    [
      ['Anna Krause', 'Anna Kramer', 'Anna Krämer'],
      ['Anna Krau.', 'Anna Kram.', 'Anna Krä.'],
    ],
    [
      ['Anna Kurz', 'Anna Kurze'],
      ['Anna Kurz', 'Anna Kurze'],
    ],
    [
      ['Anna Maria Kurz', 'Anna Lena Kurz'],
      ['Anna Maria Kurz', 'Anna Lena Kurz'],
    ],
    [
      ['Anna Kurz (EMEA)', 'Ben Li [contractor]', '(EMEA)'],
      ['Anna K.', 'Ben L.', '(EMEA)'],
    ],
    [
      ['Anna Kurz (EMEA)', 'Anna Kurz (APAC)', 'Anna Kurz'],
      ['Anna Kurz (EMEA)', 'Anna Kurz (APAC)', 'Anna Kurz'],
    ],
    [
      ['Hal O\u2019Neil', "Hal O'Neal"],
      ['Hal O\u2019Neil', "Hal O'Neal"],
    ],
    [
      ['Eve d\u2019Arcy', "Eve d'Orsay"],
      ['Eve D\u2019A.', "Eve D'O."],
    ],
    [
      ['anna kurz', 'ANNA KRAMER'],
      ['anna Ku.', 'ANNA KR.'],
    ],
    [
      ['Bo', 'Bo Li', 'Bo Long'],
      ['Bo', 'Bo Li', 'Bo Lo.'],
    ],
    [
      ['Anna K.', 'Anna Voss'],
      ['Anna K.', 'Anna V.'],
    ],
    [
      ['王小明', '王小红', '田中 太郎', '김 민수'],
      ['王小明', '王小红', '田中 太郎', '김 민수'],
    ],
    [
      ['محمد الأنصاري', 'محمد الحسن'],
      ['محمد الأ.', 'محمد الح.'],
    ],
    [
      ['Zoë 🚀 Łukasiewicz', 'Zoë Łopez'],
      ['Zoë Łu.', 'Zoë Ło.'],
    ],
    [
      ['e\u0301va Na\u0308gy', 'e\u0301va Na\u0301das'],
      ['e\u0301va Na\u0308.', 'e\u0301va Na\u0301.'],
    ],
  ])('%j are %j', (names, shorts) => {
    expect(shortsOf(...names)).toEqual(shorts)
  })
})

test('[S6] two of one name have their team with it, and their id where that is the same too', () => {
  const people = [
    { id: 'a', name: 'Anna Kurz', team: 'Enterprise' },
    { id: 'b', name: 'anna  kurz', team: 'SMB' },
    { id: 'c', name: 'Ben Li', team: 'SMB' },
    { id: 'd', name: 'Ben Li', team: 'SMB' },
    { id: 'e', name: 'Anna Kramer', team: 'SMB' },
    { id: 'f', name: '王小明', team: null },
    { id: 'g', name: '王小明', team: 'SMB' },
  ]
  expect(namesOnBoard(people)).toEqual([
    { name: 'Anna Kurz · Enterprise', short: 'Anna Ku. · Enterprise' },
    { name: 'anna  kurz · SMB', short: 'anna Ku. · SMB' },
    { name: 'Ben Li · c', short: 'Ben L. · c' },
    { name: 'Ben Li · d', short: 'Ben L. · d' },
    { name: 'Anna Kramer', short: 'Anna Kr.' },
    { name: '王小明 · f', short: '王小明 · f' },
    { name: '王小明 · SMB', short: '王小明 · SMB' },
  ])
})

test('[S5][S6] no two on a board are called alike, whatever their names', () => {
  const word = fc.constantFrom(
    'Anna',
    'Ana',
    'anna',
    'K',
    'Kurz',
    'Kur',
    'Kraus',
    '王',
    'محمد',
    '(EMEA)',
    'K.',
    '🚀',
    'é',
  )
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const team = fc.option(fc.constantFrom('East', 'West'))
  fc.assert(
    fc.property(fc.array(fc.record({ name, team }), { maxLength: 12 }), (some) => {
      const people = some.map((each, at) => ({ id: `id-${at}`, ...each }))
      const called = namesOnBoard(people)
      for (const texts of [called.map(({ name }) => name), called.map(({ short }) => short)])
        expect(new Set(texts.map((text) => text.toLowerCase())).size).toBe(people.length)
    }),
  )
})

test('[S5] a thousand of one first name are each looked at once', () => {
  const people = Array.from({ length: 1000 }, (_, at) => ({
    id: `p${at}`,
    name: `Anna Number${at}`,
    team: null,
  }))
  const shorts = namesOnBoard(people).map(({ short }) => short)
  expect(new Set(shorts).size).toBe(1000)
  expect(shorts[7]).toBe('Anna Number7')
  expect(namesOnBoard(people.slice(0, 1)).map(({ short }) => short)).toEqual(['Anna N.'])
})

test('a face has the first letters of the name and none of a bracket', () => {
  expect(['Anna Kurz (EMEA)', 'Bo', 'Priya Raman', '(EMEA)', '王小明'].map(initialsOf)).toEqual([
    'AK',
    'B',
    'PR',
    'E',
    '王',
  ])
  expect(shortNameOf('Anna Kurz （東京）')).toBe('Anna K.')
})
