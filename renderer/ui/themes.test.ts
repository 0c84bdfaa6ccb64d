// The promises of the themes, read from the style sheet itself.
import { readFileSync } from 'node:fs'
import { differenceCiede2000, wcagContrast } from 'culori'
import { describe, expect, test } from 'vitest'
import { grounds } from '../../shared/domain/words/brand-colour.ts'
import { Theme } from '../../shared/wire/theme.ts'

const sheet = readFileSync('renderer/ui/themes.css', 'utf8')

const tokensOf = (theme: Theme): ReadonlyMap<string, string> => {
  const block = sheet.match(new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`))?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )
}
const night = tokensOf('night')

const groundNames = [
  'night',
  'dusk',
  'glow',
  'ground',
  'card',
  'card-lit',
  'plate',
  'track',
  'gap',
  'reached-card',
]
const inkNames = ['ink', 'ink-soft', 'reached', 'behind', 'ahead', 'stale']
const fillNames = [
  'output-badge',
  'input-badge',
  'stale',
  ...Array.from({ length: 8 }, (_, hue) => `hue-${hue}`),
]

describe.each(Theme.options)('%s', (theme) => {
  const tokens = tokensOf(theme)
  const colour = (name: string) => tokens.get(name) ?? ''

  test('names every colour', () => {
    expect([...tokens.keys()].sort()).toEqual([...night.keys()].sort())
  })

  test('has ink that is read on every ground', () => {
    for (const ink of inkNames)
      for (const ground of groundNames)
        expect(wcagContrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7)
  })

  test('has ink that is read on every colour', () => {
    for (const fill of fillNames)
      expect(wcagContrast(colour('ink-on-colour'), colour(fill)), fill).toBeGreaterThanOrEqual(7)
  })

  test('has ink that is read on gold, and stars that are seen on every card', () => {
    for (const gold of ['gold', 'gold-deep'])
      expect(wcagContrast(colour('ink-on-gold'), colour(gold)), gold).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['card', 'reached-card'])
      expect(wcagContrast(colour('star'), colour(ground)), ground).toBeGreaterThanOrEqual(2.7)
  })

  test('tells what is in one’s own hands from what is ahead', () => {
    const apart = differenceCiede2000()
    for (const input of ['input', 'input-badge'])
      expect(apart(colour(input), colour('ahead')), input).toBeGreaterThan(14)
  })

  test('fills bars that stand out from their track, and goals reached from goals missed', () => {
    const apart = differenceCiede2000()
    for (const fill of ['output', 'input', 'gold', 'coral'])
      expect(apart(colour(fill), colour('track')), fill).toBeGreaterThan(25)
    for (const other of ['output', 'input', 'coral'])
      expect(apart(colour('gold'), colour(other)), other).toBeGreaterThan(25)
  })

  test('stands on the grounds that brand colours are checked against', () => {
    const own = new Set(['night', 'dusk', 'glow'].map(colour))
    expect([...own]).toEqual(grounds[theme])
  })
})
