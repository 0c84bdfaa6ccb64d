// An award in the states that somebody has looked at.
import type { AwardEnd, AwardRow, AwardView } from '../../../shared/wire/boards/award-board.ts'
import type { Face } from '../../../shared/wire/view-parts.ts'
import { pictureTime } from '../samples/floor.ts'
import { awkwardNames, face } from '../samples/people.ts'

const day = 86_400_000

const hana = face('Hana Sato', 6)
const priya = face('Priya Raman', 0)
const joao = face('João Almeida', 1)
const marcus = face('Marcus Oyelaran', 2)
const amira = face('Amira Haddad', 5)
const tomas = face('Tomás Herrera', 3)
const grace = face('Grace Lindqvist', 4)

const named = (who: Face, words: string | null, part: Partial<AwardRow> = {}): AwardRow => ({
  ...who,
  ...{ place: 0, words, more: 0, value: null },
  ...part,
})
const end = (period: string, winners: readonly Face[], more = 0): AwardEnd => ({
  ...{ period, winners: [...winners], more },
})

const before = [end('Oct 2026', [grace]), end('Sep 2026', [hana, joao]), end('Aug 2026', [tomas])]

type Won = NonNullable<AwardView['chosen']>

const board = (id: string, part: Partial<AwardView> & { readonly of?: readonly AwardRow[] }): AwardView => {
  const { of = [], ...rest } = part
  return {
    ...{ id, kind: 'award', title: 'Player of the month', scope: 'Northwind' },
    window: { start: '2026-11-01', end: '2026-12-01', label: 'Nov 2026', progress: '' },
    ...{
      changedAt: null,
      awaits: null,
      called: 'Player of the month',
      by: 'vote',
      counts: null,
      unit: 'count',
    },
    ...{ prize: 'A day off', phase: 'nominating', nominatesFrom: pictureTime - 17 * day },
    ...{ votesFrom: pictureTime + 6 * day, closesAt: pictureTime + 12 * day },
    rows: Object.fromEntries(of.map((row, place) => [`p${place}`, { ...row, place }])),
    standing: of.length,
    chosen: null,
    past: before,
    ...rest,
    ...(rest.chosen && {
      window: { start: '2026-10-01', end: '2026-11-01', label: rest.chosen.period, progress: '' },
    }),
  }
}

const endedWith = (winners: readonly Face[], part: Partial<Won> = {}): Won => ({
  ...end('Oct 2026', winners),
  ...{ words: null, votes: null, value: null, prize: 'A day off', by: 'vote', counts: null },
  ...{ unit: 'count', voted: 14 },
  ...part,
})

const reason = 'Found the second signature two hours before the board met. I would still be waiting.'
const long =
  'Rewrote the whole proposal with me on Sunday night, line by line, until the general counsel had nothing left that she could still ask for.'

const ordinary = [
  named(hana, reason, { more: 2 }),
  named(marcus, 'Took every call that nobody else wanted, and was kind in each.'),
  named(amira, 'Her first month, and she already shows the rest of us how she prepares.', { more: 1 }),
  named(tomas, 'Drove two hours to a customer whom we had given up.'),
]
const voting: Partial<AwardView> = {
  phase: 'voting',
  votesFrom: pictureTime - day,
  closesAt: pictureTime + 2 * day,
}
const everybody = [hana, priya, joao, marcus, amira, tomas, grace]

const awkwardWords = [
  '季度启动会将于星期一上午八点半在大会议室举行，请带上一个需要帮助的商机。',
  'ساعدني في إعداد العرض قبل الاجتماع بساعة واحدة فقط',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf, und das an einem Freitag.',
  '🙏🚀',
]

const byNumber: Partial<AwardView> = {
  by: 'metric',
  counts: 'Meetings held',
  prize: 'A day off',
  votesFrom: null,
  past: before.slice(0, 1),
}

export const views: readonly AwardView[] = [
  board('award', { of: ordinary, ...voting }),
  board('award-won', { chosen: endedWith([hana], { words: reason }), past: before.slice(1) }),
  board('award-nominating', { of: ordinary.slice(0, 3) }),
  board('award-none', { past: [] }),
  board('award-one', { of: ordinary.slice(0, 1), past: [] }),
  board('award-two', { of: ordinary.slice(0, 2) }),
  board('award-six', {
    of: [...ordinary, named(grace, 'Listened to four of my calls.'), named(joao, 'Never late.')],
    prize: null,
  }),
  board('award-many', {
    of: Array.from({ length: 24 }, (_, at) =>
      named(everybody[at % everybody.length] ?? hana, ordinary[at % 4]?.words ?? reason, { more: at % 3 }),
    ),
    ...voting,
  }),
  board('award-long', {
    of: [...ordinary, ...ordinary.slice(0, 2)].map((row) => ({ ...row, words: long, more: 12 })),
    prize:
      'Dinner for two at the restaurant by the harbour that nobody ever gets a table at, with a taxi home',
  }),
  board('award-awkward', {
    of: awkwardNames
      .slice(0, 6)
      .map((name, index) => named(face(name, index), awkwardWords[index % 4] ?? '', { more: index })),
    past: before.map(({ period }, index) => end(period, [face(awkwardNames[index] ?? '', index)], index * 9)),
  }),
  board('award-quiet', { of: ordinary.map((row, at) => (at === 0 ? { ...row, quiet: true } : row)) }),
  board('award-metric', {
    of: [
      named(priya, null, { value: 31 }),
      named(hana, reason, { value: 28 }),
      named(joao, null, { value: 26 }),
    ],
    ...byNumber,
  }),
  board('award-both', {
    of: [
      named(priya, null, { value: 1_240_000_00 }),
      named(hana, reason, { value: 980_000_00 }),
      named(joao, 'Two of his deals came from customers whom he helped for nothing.', { value: 961_500_00 }),
    ],
    ...voting,
    ...{ by: 'both', counts: 'Closed-won revenue', unit: 'money' },
  }),
  board('award-won-quiet', {
    chosen: endedWith([{ ...hana, quiet: true }], { words: reason }),
    past: before.slice(1),
  }),
  board('award-won-two', { chosen: endedWith([hana, joao]), past: before.slice(1) }),
  board('award-won-five', { chosen: endedWith([hana, joao, marcus, amira, tomas]), past: before.slice(2) }),
  board('award-won-thirty', {
    chosen: endedWith([hana, joao, marcus, amira], { more: 26, prize: null }),
    past: [],
  }),
  board('award-won-votes', { chosen: endedWith([marcus], { votes: 8, words: 'Never late.' }), past: [] }),
  board('award-won-metric', {
    chosen: endedWith([priya], { by: 'metric', counts: 'Meetings held', value: 41, prize: null }),
    ...byNumber,
    past: before.slice(1),
  }),
  board('award-won-bare', { chosen: endedWith([grace], { prize: null, voted: 3 }), past: [] }),
  board('award-won-long', {
    chosen: endedWith([face(awkwardNames[0] ?? '', 0)], {
      ...{
        words: long,
        prize: 'Dinner for two at the restaurant by the harbour that nobody ever gets a table at',
      },
      ...{
        by: 'both',
        counts: 'Closed-won revenue of the enterprise segment',
        unit: 'money',
        value: 123_456_789_00,
      },
    }),
    past: [
      end('Sep 2026', [face(awkwardNames[2] ?? '', 2)]),
      end('Aug 2026', [grace]),
      end('Jul 2026', [hana, joao]),
      end('Jun 2026', [tomas]),
    ],
  }),
]
