// What each kind of board answers, in the sentence by which it is chosen, and why one cannot be made yet.

import type { BoardGroup, BoardLack } from '../../../../shared/domain/boards/making/board-form.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'
import { useSay } from '../../words/words.tsx'

export const useKindAnswers = (): ((kind: BoardKind) => string) => {
  const say = useSay()
  const words: Readonly<Record<BoardKind, string>> = {
    leaderboard: say({
      id: 'console.answers.leaderboard',
      defaultMessage: 'Where does everybody stand, and what did they do for it?',
    }),
    'team-progress': say({
      id: 'console.answers.team-progress',
      defaultMessage: 'How do the teams come along?',
    }),
    'over-the-line': say({
      id: 'console.answers.over-the-line',
      defaultMessage: 'Who has reached their goal?',
    }),
    accountability: say({ id: 'console.answers.accountability', defaultMessage: 'Is the work being done?' }),
    announcement: say({
      id: 'console.answers.announcement',
      defaultMessage: 'What should everybody know?',
    }),
    calm: say({ id: 'console.answers.calm', defaultMessage: 'What does a wall show at night?' }),
    wins: say({
      id: 'console.answers.wins',
      defaultMessage: 'What did we just win, and who made it happen?',
    }),
    'head-to-head': say({ id: 'console.answers.head-to-head', defaultMessage: 'Who pulls harder?' }),
    results: say({ id: 'console.answers.results', defaultMessage: 'Is the team seeing results?' }),
    'team-goal': say({
      id: 'console.answers.team-goal',
      defaultMessage: 'How far are we together, and what is left for each?',
    }),
    'countdown-ask': say({
      id: 'console.answers.countdown-ask',
      defaultMessage: 'What does a day ask of us?',
    }),
    'trend-race': say({ id: 'console.answers.trend-race', defaultMessage: 'How did the lead come about?' }),
    'birds-eye': say({
      id: 'console.answers.birds-eye',
      defaultMessage: 'Is the whole floor seeing results, and where from?',
    }),
    improved: say({
      id: 'console.answers.improved',
      defaultMessage: 'Who beats their own past, and who keeps at it?',
    }),
    spotlight: say({
      id: 'console.answers.spotlight',
      defaultMessage: 'Whose turn is it, and what are they proud of?',
    }),
    'from-the-top': say({
      id: 'console.answers.from-the-top',
      defaultMessage: 'What did our leaders say, and about whom?',
    }),
    thanks: say({ id: 'console.answers.thanks', defaultMessage: 'Who helped whom, and with what?' }),
    hygiene: say({ id: 'console.answers.hygiene', defaultMessage: 'Is the pipeline being worked?' }),
    exceptions: say({
      id: 'console.answers.exceptions',
      defaultMessage: 'What is off, and who has written about it? Never on a wall.',
    }),
    formula: say({
      id: 'console.answers.formula',
      defaultMessage: 'What does my own plan ask of me today, and how far am I?',
    }),
    contest: say({
      id: 'console.answers.contest',
      defaultMessage: 'Who is in front, and how long does it go on?',
    }),
    'hall-of-fame': say({
      id: 'console.answers.hall-of-fame',
      defaultMessage: 'Who won the last contests, and what?',
    }),
    award: say({
      id: 'console.answers.award',
      defaultMessage: 'Who is the player of the month, and why?',
    }),
    funnel: say({ id: 'console.answers.funnel', defaultMessage: 'Where do deals get lost?' }),
  }
  return (kind) => words[kind]
}

export const useGroupWords = (): ((group: BoardGroup) => string) => {
  const say = useSay()
  const words: Readonly<Record<BoardGroup, string>> = {
    standing: say({ id: 'console.board-group.standing', defaultMessage: 'How we stand' }),
    work: say({ id: 'console.board-group.work', defaultMessage: 'Whether the work is done' }),
    people: say({ id: 'console.board-group.people', defaultMessage: 'Who deserves applause' }),
    word: say({ id: 'console.board-group.word', defaultMessage: 'A word to everybody' }),
  }
  return (group) => words[group]
}

export const useLackWords = (): ((lack: BoardLack) => string) => {
  const say = useSay()
  const words: Readonly<Record<BoardLack, string>> = {
    metrics: say({
      id: 'console.board-lack.metrics',
      defaultMessage: 'No metric of this floor fits it yet.',
    }),
    pipeline: say({
      id: 'console.board-lack.pipeline',
      defaultMessage: 'It needs a metric of open deals by their expected day.',
    }),
    formula: say({
      id: 'console.board-lack.formula',
      defaultMessage: 'No role has a formula yet, so that nobody has a plan.',
    }),
    stages: say({ id: 'console.board-lack.stages', defaultMessage: 'It needs the stages of your deals.' }),
    teams: say({ id: 'console.board-lack.teams', defaultMessage: 'It needs teams to set side by side.' }),
    contests: say({
      id: 'console.board-lack.contests',
      defaultMessage: 'The floor has no contest yet.',
    }),
    awards: say({
      id: 'console.board-lack.awards',
      defaultMessage: 'The floor has no award yet.',
    }),
    thanks: say({
      id: 'console.board-lack.thanks',
      defaultMessage: 'It needs thanks between colleagues: an admin turns them on under Sources.',
    }),
    rules: say({
      id: 'console.board-lack.rules',
      defaultMessage: 'The floor has no rule yet of what is off.',
    }),
  }
  return (lack) => words[lack]
}
