// The playbook as a floor file that people read: settings, roles, teams, metrics by question, goals, boards by folder.
import { houseBoards } from './boards/house.ts'
import { cadencesOf } from './cadences.ts'
import { celebrationChapters } from './celebrations.ts'
import { exceptionChapters } from './exceptions.ts'
import { folders, roleNames } from './folders.ts'
import { formulasOf } from './formulas.ts'
import { goalSections } from './goals.ts'
import { groupsOf, teamsOf } from './groups.ts'
import { type Chapter, metricChapters } from './metrics.ts'
import { playlistsOf, screensOf } from './playlists.ts'
import type { Shape } from './shape.ts'
import { type Spoken, spokenIn } from './spoken.ts'
import { commentText, entryText, lineText, settingsText } from './yaml-text.ts'

/** To begin with; a deal starts in the first. */
const dealStages = ['Discovery', 'Demo', 'Proposal', 'Negotiation']
const firstDealStage = 'Discovery'

const head = `# A floor file, written from the playbook: what most sales floors measure, sorted by the question it answers.
# All of it is yours to change: \`npx floorboard apply --check\` says whether it still holds together.
# What everything means: docs/floor-file.md. What each metric needs of your sources: docs/playbook.md.`

const section = (key: string, ...parts: readonly string[]): string => [`${key}:`, ...parts].join('\n')

const floorSection = ({
  name,
  timeZone,
  currency,
  locale,
  roles,
  weekStartsOn = 'monday',
  fiscalYearStartsIn = 1,
}: Shape): string =>
  section(
    'floor',
    settingsText({ name, timeZone, currency, locale, weekStartsOn, fiscalYearStartsIn }),
    settingsText({ businessHours: { from: '09:00', to: '17:00' } }),
    commentText('Add your holidays: pace counts working time only.'),
    settingsText({ holidays: [] }),
    ...(roles.includes('sdr')
      ? [
          commentText(
            'A deal counts in full for the AE who owns it and for the SDR who began it, and once for everybody together.',
          ),
          settingsText({ credit: 'full' }),
        ]
      : []),
    commentText(
      'Your own stages, first to last, as your CRM spells them: a move to a later one is an advance.',
    ),
    settingsText({ stages: dealStages }),
    commentText('Colleagues thank each other on their phones, three times a day the same one at most.'),
    settingsText({ thanks: { perDay: 3 } }),
    commentText(
      'By mail, once the feed has a mail server: reps their own week, managers that of their teams, leaders the month and the quarter.',
    ),
    settingsText({ recaps: { day: 'monday', at: '08:00', to: ['rep', 'manager', 'leader'] } }),
  )

const rolesSection = (shape: Shape, spoken: Spoken): string => {
  const { ae, sdr } = groupsOf(shape)
  return section(
    'roles',
    commentText('ramp: the share of the goal in the 1st, 2nd, … month.'),
    ...[...ae, ...sdr].map(({ role }) => lineText(spoken(role))),
  )
}

const peopleText = (shape: Shape): string => {
  const { ae, sdr } = groupsOf(shape)
  const [group] = [...ae, ...sdr]
  const example = {
    id: 'ana',
    name: 'Ana Lima',
    role: group?.role.id,
    team: teamsOf(shape).at(1)?.id ?? group?.team,
    startedOn: '2026-02-02',
    aliases: ['ana.lima@example.com'],
  }
  return [
    '# Who works here. `aliases` are the names, e-mail addresses and ids by which your sources know them.',
    'people: [] # instead of [], a line for each:',
    `# ${lineText(example)}`,
  ].join('\n')
}

/** Teams that people have named stay as they are. */
const teamsSection = (shape: Shape, spoken: Spoken): string => {
  const own = new Set(shape.teams?.map(({ id }) => id))
  return section('teams', ...teamsOf(shape).map((team) => lineText(own.has(team.id) ? team : spoken(team))))
}

const asWritten: Spoken = (entry) => entry

/** Under a line of comment for each question; a question without metrics is left out. */
export const metricsText = (chapters: readonly Chapter[], spoken: Spoken = asWritten): string =>
  chapters
    .filter(({ metrics }) => metrics.length > 0)
    .map(({ heading, metrics }) =>
      [commentText(heading), ...metrics.map((metric) => entryText(spoken(metric)))].join('\n'),
    )
    .join('\n\n')

const goalsSection = (shape: Shape): string =>
  [
    `# PLACEHOLDERS, plausible at best: put your own numbers here. Money is in whole ${shape.currency}, percentages are fractions.`,
    "# A person's own goal comes before their role's: { metric: …, window: …, rep: ana, value: … }",
    section(
      'goals',
      goalSections(shape)
        .map(({ heading, goals }) => [commentText(heading), ...goals.map(lineText)].join('\n'))
        .join('\n\n'),
    ),
  ].join('\n')

const formulasSection = (shape: Shape): string =>
  [
    '# How a quota comes from what each person does every day, by their own rates: docs/coaching.md.',
    section('formulas', ...formulasOf(shape).map((formula) => entryText(formula, 'steps'))),
  ].join('\n')

const boardsSection = (shape: Shape, spoken: Spoken): string =>
  section(
    'boards',
    [
      ...folders.flatMap((folder) =>
        shape.roles.map((role) =>
          [
            commentText(`${folder.name}, ${roleNames[role]}: ${folder.asks}`),
            ...folder.boardsOf(shape, role).map(({ board }) => entryText(spoken(board))),
          ].join('\n'),
        ),
      ),
      [
        commentText('The house: a word to everybody, thanks between colleagues, and the wall out of hours'),
        ...houseBoards(shape).map((board) => entryText(spoken(board))),
      ].join('\n'),
    ].join('\n\n'),
  )

const playlistsSection = (shape: Shape, spoken: Spoken): string =>
  section('playlists', ...playlistsOf(shape).map((playlist) => entryText(spoken(playlist), 'items')))

/** TVs that hang already keep their names. */
const screensSection = (shape: Shape, spoken: Spoken): string => {
  const hanging = new Set(shape.hanging?.map(({ id }) => id))
  return [
    '# A TV that names no screen shows the first. Of a schedule, the first line whose days and hours fit is on; else the playlist.',
    section(
      'screens',
      ...screensOf(shape).map((screen) =>
        entryText(hanging.has(screen.id) ? screen : spoken(screen), 'schedule'),
      ),
    ),
  ].join('\n')
}

const celebrationsSection = (shape: Shape, spoken: Spoken): string =>
  [
    '# What the wall lights up for. The console tries a rule on your last 90 days before you save it.',
    section(
      'celebrations',
      celebrationChapters(shape)
        .map(({ heading, rules }) =>
          [commentText(heading), ...rules.map((rule) => entryText(spoken(rule)))].join('\n'),
        )
        .join('\n\n'),
    ),
  ].join('\n')

const exceptionsSection = (shape: Shape, spoken: Spoken): string =>
  [
    '# What is off, for those who coach whoever it is about, and never on a wall: docs/exceptions.md.',
    section(
      'exceptions',
      exceptionChapters(shape)
        .map(({ heading, rules }) =>
          [commentText(heading), ...rules.map((rule) => entryText(spoken(rule)))].join('\n'),
        )
        .join('\n\n'),
    ),
  ].join('\n')

const cadencesSection = (shape: Shape, spoken: Spoken): string =>
  [
    '# The week’s meetings: the console opens them, and a wall follows: docs/coaching.md. An owner is one of `people`.',
    section('cadences', ...cadencesOf(shape).map((cadence) => entryText(spoken(cadence), 'boards'))),
  ].join('\n')

/** YAML that the feed takes as it is. Its names are in the language of its locale, its comments in English. */
export const playbookFloorText = (shape: Shape): string => {
  const spoken = spokenIn(shape.locale)
  return `${[
    head,
    floorSection(shape),
    rolesSection(shape, spoken),
    teamsSection(shape, spoken),
    peopleText(shape),
    `metrics:\n${metricsText(metricChapters(shape.roles, { firstDealStage, sold: [] }), spoken)}`,
    goalsSection(shape),
    formulasSection(shape),
    boardsSection(shape, spoken),
    playlistsSection(shape, spoken),
    screensSection(shape, spoken),
    celebrationsSection(shape, spoken),
    exceptionsSection(shape, spoken),
    cadencesSection(shape, spoken),
  ].join('\n\n')}\n`
}
