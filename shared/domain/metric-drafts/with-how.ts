// What a sentence does, and what is kept of it when it does something else.
import { withFrom } from './choices.ts'
import { newForm } from './metric-form.ts'
import type { FactsSentence, Sentence } from './sentence.ts'

export const hows = ['count', 'sum', 'mean', 'days', 'ratio', 'points'] as const
export type How = (typeof hows)[number]

export const howOf = (sentence: Sentence): How =>
  sentence.shape === 'facts' ? sentence.measure.how : sentence.shape

const usualFacts: FactsSentence =
  newForm.sentence.shape === 'facts'
    ? newForm.sentence
    : { shape: 'facts', from: 'deal', measure: { how: 'count' }, where: [], date: 'closedAt' }

/** Another kind of sentence, with what it can keep of the one before. */
export const withHow = (sentence: Sentence, how: How): Sentence => {
  if (how === howOf(sentence)) return sentence
  if (how === 'ratio') return { shape: 'ratio', above: '', below: '' }
  if (how === 'points') return { shape: 'points', parts: [{ metric: '', weight: 1 }] }
  const facts = sentence.shape === 'facts' ? sentence : usualFacts
  if (how === 'count') return { ...facts, measure: { how } }
  if (how === 'days')
    return { ...withFrom(facts, 'deal'), measure: { how, from: 'createdAt', to: 'closedAt' } }
  const field = 'field' in facts.measure ? facts.measure.field : facts.from === 'deal' ? 'amount' : ''
  return { ...facts, measure: { how, field } }
}
