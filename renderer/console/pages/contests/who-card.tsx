// Who plays against whom: people, the floor's teams, or teams drawn for this contest.
import { Dices } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { drawSides } from '../../../../shared/domain/contests/making/draw-sides.ts'
import { contestShapes } from '../../../../shared/domain/contests/making/shapes.ts'
import { teamChain } from '../../../../shared/domain/people/team-chain.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { PeoplePicker } from '../../kit/people-picker.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import type { FormPart } from './form-part.ts'

const mostSides = 50
const mostOnSide = 500

/** Those who are here, of a team with the teams below it. */
const peopleOf = (file: FloorFile, team: string, today: string): readonly string[] =>
  file.people
    .filter(({ endedOn }) => endedOn === undefined || endedOn >= today)
    .filter((person) => {
      const own = typeof person.team === 'string' ? person.team : null
      return team === '' || (own !== null && teamChain(own, file.teams).some(({ id }) => id === team))
    })
    .map(({ id }) => id)

function Sides({ form, file, set }: FormPart) {
  const say = useSay()
  const [count, setCount] = useState(Math.max(2, form.sides.length))
  const draw = () =>
    set({
      sides: [
        ...drawSides(peopleOf(file, form.team, form.day), count, Math.random, (number) =>
          say({ id: 'console.contest.side', defaultMessage: 'Team {number}' }, { number }),
        ),
      ],
    })
  const change = (id: string, part: Partial<(typeof form.sides)[number]>) =>
    set({ sides: form.sides.map((side) => (side.id === id ? { ...side, ...part } : side)) })
  return (
    <>
      <div className="contest-line">
        <NumberField
          label={say({ id: 'console.contest.sides', defaultMessage: 'How many teams' })}
          value={count}
          min={2}
          max={mostSides}
          onChange={setCount}
        />
        <Button icon={<Dices aria-hidden="true" />} onPress={draw}>
          {form.sides.length === 0 ? (
            <FormattedMessage id="console.contest.draw" defaultMessage="Draw the teams" />
          ) : (
            <FormattedMessage id="console.contest.draw.again" defaultMessage="Draw again" />
          )}
        </Button>
      </div>
      <div className="lines">
        {form.sides.map((side) => (
          <div key={side.id} className="contest-side">
            <TextField
              label={say({ id: 'console.contest.side.name', defaultMessage: 'Its name' })}
              value={side.name}
              maxLength={120}
              onChange={(name) => change(side.id, { name })}
            />
            <PeoplePicker
              people={file.people}
              value={side.people}
              most={mostOnSide}
              label={say(
                { id: 'console.contest.side.people', defaultMessage: 'Who is on {side}' },
                { side: side.name },
              )}
              onChange={(people) => change(side.id, { people: [...people] })}
            />
          </div>
        ))}
      </div>
    </>
  )
}

export function WhoCard(part: FormPart) {
  const { form, file, set } = part
  const say = useSay()
  const { by } = contestShapes[form.shape]
  const between = {
    people: say({ id: 'console.contest.between.people', defaultMessage: 'Everybody for themselves' }),
    teams: say({ id: 'console.contest.between.teams', defaultMessage: 'Our teams' }),
    sides: say({ id: 'console.contest.between.sides', defaultMessage: 'Drawn teams' }),
  }
  const kinds = (['people', 'teams', 'sides'] as const).filter(
    (kind) => by !== 'relay' && (kind !== 'teams' || file.teams.length > 1),
  )
  return (
    <Card title={<FormattedMessage id="console.contest.who" defaultMessage="Who plays" />}>
      <div className="form">
        {kinds.length > 0 && (
          <Segments
            label={say({ id: 'console.contest.between', defaultMessage: 'Who plays against whom' })}
            value={form.between}
            choices={kinds.map((id) => ({ id, name: between[id] }))}
            onChange={(next) => set({ between: next })}
          />
        )}
        <div className="form-row">
          <Picker
            label={say({ id: 'console.contest.team', defaultMessage: 'Of' })}
            value={form.team}
            choices={[
              { id: '', name: say({ id: 'console.contest.team.all', defaultMessage: 'The whole floor' }) },
              ...file.teams.map(({ id, name }) => ({ id, name })),
            ]}
            onChange={(team) => set({ team })}
          />
          {form.between === 'people' && file.roles.length > 0 && (
            <Picker
              label={say({ id: 'console.contest.role', defaultMessage: 'In the role' })}
              value={form.role}
              choices={[
                { id: '', name: say({ id: 'console.contest.role.all', defaultMessage: 'Any' }) },
                ...file.roles.map(({ id, name }) => ({ id, name })),
              ]}
              onChange={(role) => set({ role })}
            />
          )}
        </div>
        {form.between === 'sides' && <Sides {...part} />}
        {form.between !== 'people' && by !== 'relay' && (
          <Switch value={form.perHead} onChange={(perHead) => set({ perHead })}>
            {say({
              id: 'console.contest.per-head',
              defaultMessage: 'Count what each head brings, so that small teams can win',
            })}
          </Switch>
        )}
      </div>
    </Card>
  )
}
