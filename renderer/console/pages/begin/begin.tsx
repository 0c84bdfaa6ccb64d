// A floor of one's own in five questions. What is answered here can be changed later, everything of it.
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { isDemoFloor, isOwnFloor } from '../../../../shared/domain/floor-file/own-floor.ts'
import { smallestTeams } from '../../../../shared/playbook/groups.ts'
import { playbookRoles, segments } from '../../../../shared/playbook/shape.ts'
import { FloorSettings, Weekday } from '../../../../shared/wire/floor.ts'
import { beginFloor } from '../../api/first-floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { Empty } from '../../kit/empty.tsx'
import { TextField } from '../../kit/field.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { Picker } from '../../kit/picker.tsx'
import { SearchPicker } from '../../kit/search-picker.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import './begin.css'
import { ownPlace, usePlaceChoices } from './place-choices.ts'
import { useSellWords } from './sell-words.ts'

const Answers = z.object({
  name: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  currency: z.string(),
  month: z.string(),
  weekStartsOn: Weekday,
  roles: z.array(z.enum(playbookRoles)),
  segments: z.array(z.enum(segments)),
  /** By the team of the playbook: names with commas between. */
  teams: z.record(z.string(), z.string()),
})
type Answers = z.infer<typeof Answers>

const weekStarts = ['monday', 'sunday', 'saturday'] as const

const firstAnswers = (): Answers => ({
  name: '',
  ...ownPlace(),
  currency: 'USD',
  month: '1',
  weekStartsOn: 'monday',
  roles: [...playbookRoles],
  segments: ['mid-market'],
  teams: {},
})

/** In the order of all there are. */
const among = <K extends string>(all: readonly K[], chosen: readonly string[]): K[] =>
  all.filter((each) => chosen.includes(each))

const namesIn = (text: string): readonly string[] =>
  text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

interface QuestionProps {
  readonly nth: number
  readonly asks: ReactNode
  readonly note?: ReactNode
  readonly children: ReactNode
}

function Question({ nth, asks, note, children }: QuestionProps) {
  return (
    <Card
      title={
        <>
          <span className="begin-nth" aria-hidden="true">
            {nth}
          </span>
          {asks}
        </>
      }
    >
      {note && <p className="soft">{note}</p>}
      <div className="begin-fields">{children}</div>
    </Card>
  )
}

function Questions({ version, isDemo }: { readonly version: number; readonly isDemo: boolean }) {
  const say = useSay()
  const client = useQueryClient()
  const router = useRouter()
  const choices = usePlaceChoices()
  const words = useSellWords()
  const { value, set, forget } = useDraft('begin', Answers, firstAnswers())
  const { busy, fault, submit } = useSubmit()
  const sold = { roles: value.roles, segments: value.segments }
  const parents = value.segments.length === 0 ? [] : value.roles.flatMap((role) => smallestTeams(sold, role))
  const isWhole =
    FloorSettings.shape.name.safeParse(value.name).success &&
    value.roles.length > 0 &&
    value.segments.length > 0
  const make = () =>
    submit(async () => {
      const { month, teams, ...rest } = value
      await beginFloor({
        version,
        ...rest,
        name: value.name.trim(),
        fiscalYearStartsIn: Number(month),
        teams: parents.flatMap(({ id }) => namesIn(teams[id] ?? '').map((name) => ({ name, parent: id }))),
      })
      forget()
      await client.invalidateQueries()
      toast({
        said: say(
          {
            id: 'console.begin.done',
            defaultMessage: '{name} stands. Its boards fill with your people and numbers.',
          },
          { name: value.name.trim() },
        ),
        tone: 'done',
      })
      await router.navigate({ to: '/' })
    })
  return (
    <>
      {isDemo && (
        <Notice tone="info">
          <FormattedMessage
            id="console.begin.demo"
            defaultMessage="This floor is a demo: its people and numbers are invented, and go once you make your own. Your account and your TVs stay."
          />
        </Notice>
      )}
      <Question
        nth={1}
        asks={
          <FormattedMessage id="console.begin.where" defaultMessage="What is it called, and where is it?" />
        }
      >
        <TextField
          label={say({ id: 'console.begin.name', defaultMessage: 'Name of your floor' })}
          placeholder={say({ id: 'console.begin.name.example', defaultMessage: 'Northwind sales' })}
          autoComplete="organization"
          autoFocus
          maxLength={120}
          value={value.name}
          onChange={(name) => set({ name })}
        />
        <SearchPicker
          label={<FormattedMessage id="console.begin.zone" defaultMessage="Time zone" />}
          choices={choices.zones}
          value={value.timeZone}
          onChange={(timeZone) => set({ timeZone })}
        />
        <SearchPicker
          label={<FormattedMessage id="console.begin.language" defaultMessage="Language of the wall" />}
          choices={choices.languages}
          value={value.locale}
          onChange={(locale) => set({ locale })}
        />
      </Question>
      <Question
        nth={2}
        asks={
          <FormattedMessage
            id="console.begin.money"
            defaultMessage="Which money, and when does your year begin?"
          />
        }
      >
        <SearchPicker
          label={<FormattedMessage id="console.begin.currency" defaultMessage="Currency" />}
          choices={choices.currencies}
          value={value.currency}
          onChange={(currency) => set({ currency })}
        />
        <Picker
          label={<FormattedMessage id="console.begin.year" defaultMessage="First month of the fiscal year" />}
          choices={choices.months}
          value={value.month}
          onChange={(month) => set({ month })}
        />
        <Picker
          label={<FormattedMessage id="console.begin.week" defaultMessage="A week begins on" />}
          choices={weekStarts.map((id) => ({ id, name: words.weekdays[id] }))}
          value={value.weekStartsOn}
          onChange={(weekStartsOn) => set({ weekStartsOn })}
        />
      </Question>
      <Question
        nth={3}
        asks={<FormattedMessage id="console.begin.who" defaultMessage="Who sells?" />}
        note={
          <FormattedMessage
            id="console.begin.who.note"
            defaultMessage="Each gets boards, goals and celebrations for their own work."
          />
        }
      >
        <CheckList
          label={<span className="unseen">{words.roles}</span>}
          items={playbookRoles.map((id) => ({ id, ...words.role[id] }))}
          value={value.roles}
          onChange={(roles) => set({ roles: among(playbookRoles, roles) })}
        />
      </Question>
      <Question
        nth={4}
        asks={<FormattedMessage id="console.begin.whom" defaultMessage="To whom?" />}
        note={
          <FormattedMessage
            id="console.begin.whom.note"
            defaultMessage="People with the same kind of customers are compared with one another, and have the same goals to begin with."
          />
        }
      >
        <CheckList
          label={<span className="unseen">{words.segments}</span>}
          items={segments.map((id) => ({ id, ...words.segment[id] }))}
          value={value.segments}
          onChange={(chosen) => set({ segments: among(segments, chosen) })}
        />
      </Question>
      <Question
        nth={5}
        asks={<FormattedMessage id="console.begin.teams" defaultMessage="Which teams?" />}
        note={
          <FormattedMessage
            id="console.begin.teams.note"
            defaultMessage="Their names, with commas between. Leave it empty where there is one team only."
          />
        }
      >
        {parents.map(({ id, name }) => (
          <TextField
            key={id}
            label={name}
            placeholder={say({ id: 'console.begin.teams.example', defaultMessage: 'East, West' })}
            autoComplete="off"
            value={value.teams[id] ?? ''}
            onChange={(names) => set({ teams: { ...value.teams, [id]: names } })}
          />
        ))}
      </Question>
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <div className="begin-end">
        <Button
          look="primary"
          size="large"
          isPending={busy}
          isDisabled={!isWhole}
          onPress={() => void make()}
        >
          <FormattedMessage id="console.begin.make" defaultMessage="Make my floor" />
        </Button>
        <ButtonLink href="/" look="quiet">
          <FormattedMessage id="console.begin.later" defaultMessage="Later" />
        </ButtonLink>
      </div>
      <p className="soft">
        <FormattedMessage
          id="console.begin.change"
          defaultMessage="All of it can be changed later, and taken back under History."
        />
      </p>
    </>
  )
}

export function Begin() {
  const say = useSay()
  const may = useMay()
  const floor = useFloor()
  if (floor === undefined) return <Loading />
  const isTaken = isOwnFloor(floor.file) || !may.administer
  return (
    <Page
      title={say({ id: 'console.begin.title', defaultMessage: 'Your own floor' })}
      over={<FormattedMessage id="console.begin.title" defaultMessage="Your own floor" />}
      headline={
        isTaken ? (
          <FormattedMessage id="console.begin.taken" defaultMessage="This floor stands already" />
        ) : (
          <FormattedMessage id="console.begin.headline" defaultMessage="Your floor in five questions" />
        )
      }
    >
      {isTaken ? (
        <Empty
          title={
            <FormattedMessage
              id="console.begin.taken.note"
              defaultMessage="Change its people, boards and playlists on their own pages."
            />
          }
        />
      ) : (
        <Questions version={floor.version} isDemo={isDemoFloor(floor.file)} />
      )}
    </Page>
  )
}
