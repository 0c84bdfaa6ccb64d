import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyLetter } from '../../../test/any-letter.ts'
import { Fact } from '../../wire/fact.ts'
import { ThanksWords } from '../../wire/thanks.ts'
import { pairOf, type Thanks, thanksFactOf, thanksFaultOf, thanksOf } from './thanks.ts'

const now = Date.parse('2026-11-20T20:00:00Z')
const dayMs = 86_400_000
const dayAt = (ms: number): number => Math.floor(ms / dayMs)
const of = (helper: string, helped: string, at = now) => ({ helper, helped, at })
const judged = (known: readonly ReturnType<typeof of>[], perDay = 2) => ({
  ...{ known, areHere: true, perDay, dayAt, now },
})

const someThanks: fc.Arbitrary<Thanks> = fc.record({
  id: fc.uuid(),
  helper: fc.constantFrom('ana', 'bo'),
  helped: fc.constantFrom('cy', 'dee'),
  words: fc
    .string({ minLength: 1, maxLength: 140, unit: anyLetter })
    .filter((text) => ThanksWords.safeParse(text).data === text),
  account: fc.option(fc.constantFrom('Globex', 'Müller & Söhne')),
  at: fc.integer({ min: 0, max: now }),
  how: fc.constantFrom(null, 'sat-in' as const, 'handed-over' as const, 'tip' as const),
  way: fc.constantFrom('helped' as const, 'helper' as const),
})

test('[K40] a thanks is a fact of kind help, credited to whoever helped, and reads back as it was said', () => {
  fc.assert(
    fc.property(someThanks, (thanks) => {
      const fact = Fact.parse(JSON.parse(JSON.stringify(thanksFactOf(thanks))))
      expect(fact).toMatchObject({ type: 'activity', kind: 'help', credits: [{ rep: thanks.helper }] })
      expect(thanksOf(fact)).toEqual(thanks)
    }),
  )
})

test('[K40] what another program sends as help is no thanks', () => {
  const fact = thanksFactOf({
    ...of('ana', 'bo'),
    id: 'a',
    words: 'Demo',
    account: null,
    how: null,
    way: 'helped',
  })
  expect(thanksOf(Fact.parse(fact))).not.toBeNull()
  for (const other of [
    { ...fact, source: 'crm' },
    { ...fact, kind: 'call' },
    { ...fact, fields: null },
    {
      ...fact,
      credits: [
        { rep: 'ana', share: 0.5 },
        { rep: 'bo', share: 0.5 },
      ],
    },
  ])
    expect(thanksOf(Fact.parse(other))).toBeNull()
})

test('[K42] not for oneself, not for who is not here, not in the future, not long ago', () => {
  expect(thanksFaultOf(of('ana', 'ana'), judged([]))).toBe('self')
  expect(thanksFaultOf(of('ana', 'bo'), { ...judged([]), areHere: false })).toBe('nobody')
  expect(thanksFaultOf(of('ana', 'bo', now + 6 * 60_000), judged([]))).toBe('future')
  expect(thanksFaultOf(of('ana', 'bo', now - 7 * dayMs), judged([]))).toBe('too-old')
  expect(thanksFaultOf(of('ana', 'bo', now - 7 * dayMs + 1), judged([]))).toBeNull()
})

test('[K43] so many a day for the same colleague, whoever of the two says it; thirty a day in all', () => {
  const twice = [of('ana', 'bo'), of('ana', 'bo', now - 1000)]
  expect(thanksFaultOf(of('ana', 'bo'), judged(twice))).toBe('enough')
  expect(thanksFaultOf(of('ana', 'bo', now - dayMs), judged(twice))).toBeNull()
  // The other way round it is another help.
  expect(thanksFaultOf(of('bo', 'ana'), judged(twice))).toBeNull()
  expect(thanksFaultOf(of('cy', 'bo'), judged(twice))).toBeNull()
  const many = Array.from({ length: 30 }, (_, nth) => of(`p${nth}`, 'bo'))
  expect(thanksFaultOf(of('ana', 'bo'), judged(many))).toBe('too-many')
  expect(pairOf('ana', { way: 'helped', colleague: 'bo' })).toEqual({ helper: 'bo', helped: 'ana' })
  expect(pairOf('ana', { way: 'helper', colleague: 'bo' })).toEqual({ helper: 'ana', helped: 'bo' })
})

test('[K43] however thanks come, no pair has more on a day than the floor allows', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom('ana', 'bo', 'cy'),
          fc.constantFrom('ana', 'bo', 'cy'),
          fc.integer({ min: 0, max: 3 * dayMs }),
        ),
        { maxLength: 60 },
      ),
      fc.integer({ min: 1, max: 4 }),
      (said, perDay) => {
        const known: ReturnType<typeof of>[] = []
        for (const [helper, helped, ago] of said) {
          const one = of(helper, helped, now - ago)
          if (thanksFaultOf(one, judged(known, perDay)) === null) known.push(one)
        }
        const counts = new Map<string, number>()
        for (const { helper, helped, at } of known) {
          const key = `${helper} ${helped} ${dayAt(at)}`
          counts.set(key, (counts.get(key) ?? 0) + 1)
          expect(helper).not.toBe(helped)
        }
        for (const count of counts.values()) expect(count).toBeLessThanOrEqual(perDay)
      },
    ),
  )
})
