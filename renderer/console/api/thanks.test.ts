import { expect, test } from 'vitest'
import type { ThanksAnswer } from '../../../shared/wire/thanks.ts'
import { newUuid } from './new-uuid.ts'
import { type ThanksOp, withThanksWaiting } from './thanks.ts'

const [ana, bo] = [
  { id: 'ana', name: 'Ana Ruiz' },
  { id: 'bo', name: 'Bo Lind' },
]
const at = 1000
const stands = { words: 'Demo', account: null, how: null, at, helper: bo, helped: ana }
const answer: ThanksAnswer = {
  isOn: true,
  person: ana,
  colleagues: [bo],
  accounts: [],
  awaiting: [{ id: 'asked', helper: bo, words: 'Read it twice', account: 'Globex', how: 'sat-in', at }],
  own: [{ ...stands, id: 'own', isConfirmed: true, mayTakeBack: true }],
  lookedAfter: [{ ...stands, id: 'theirs', isConfirmed: true, mayTakeBack: true }],
  perDay: 3,
  now: at,
}
const head = () => ({ key: newUuid(), nth: 1 })
const shown = (...waiting: readonly ThanksOp[]) => {
  const { awaiting, own, lookedAfter } = withThanksWaiting(answer, waiting)
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  return { awaiting: ids(awaiting), own: ids(own), lookedAfter: ids(lookedAfter) }
}

test('[K40] what waits on the phone stands on top of what the feed has, and is gone from it where it is taken back', () => {
  const said = {
    way: 'helper' as const,
    colleague: 'bo',
    words: 'Mine',
    account: null,
    how: null,
    at: at + 1,
  }
  const op: ThanksOp = { ...head(), do: 'say', id: 'new', said }
  expect(withThanksWaiting(answer, [op]).own[0]).toMatchObject({
    ...{ id: 'new', helper: ana, helped: bo, isConfirmed: false, isWaiting: true },
  })
  expect(shown(op, { ...head(), do: 'take-back', id: 'new', words: 'Mine' }).own).toEqual(['own'])
  // The feed has it already, and its answer is still on the way.
  expect(shown({ ...op, id: 'own' }).own).toEqual(['own'])
  expect(shown({ ...head(), do: 'take-back', id: 'theirs', words: 'Demo' }).lookedAfter).toEqual([])
})

test('[K41] what was confirmed or declined on the phone is asked no more', () => {
  const confirm: ThanksOp = { ...head(), do: 'confirm', id: 'asked', words: 'Read it twice' }
  expect(shown(confirm)).toMatchObject({ awaiting: [], own: ['asked', 'own'] })
  expect(shown({ ...confirm, do: 'take-back' })).toMatchObject({ awaiting: [], own: ['own'] })
})
