import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { thanksAnswer } from './answer.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })

test('[K46] the wall says how many people helped, and nothing while nobody has', () => {
  expect(thanksAnswer({ helping: 0 }, format)).toBeNull()
  expect(thanksAnswer({ helping: 1 }, format)).toMatchObject({
    word: '1',
    rest: 'person helped a colleague.',
  })
  expect(thanksAnswer({ helping: 12 }, format)).toMatchObject({
    word: '12',
    rest: 'people helped a colleague.',
  })
})
