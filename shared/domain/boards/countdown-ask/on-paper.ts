import type { ViewOf } from '../../../wire/boards.ts'
import { type OnPaper, type PaperWords, standings } from '../paper.ts'

export const countdownAskOnPaper = (view: ViewOf<'countdown-ask'>, words: PaperWords): OnPaper => {
  const { say } = words
  const left =
    view.ask &&
    say(
      {
        id: 'sheet.ask',
        defaultMessage: '{left} to go: {each} for each of {people, plural, one {# person} other {# people}}.',
      },
      {
        left: words.value(view.ask.left, view.metric),
        each: words.value(view.ask.each, view.metric),
        people: view.ask.people,
      },
    )
  return {
    lines: left === null ? [] : [left],
    table: standings(view, [{ ...view, name: view.scope }], words),
  }
}
