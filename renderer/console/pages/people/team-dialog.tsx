// A team: its name, the one above it, whose clocks its office goes by, and its face on boards.
import { useMemo, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { initialsOf } from '../../../../shared/domain/boards/board-names.ts'
import { hueAt } from '../../../../shared/domain/boards/face.ts'
import { teamChain } from '../../../../shared/domain/people/team-chain.ts'
import { FaceColour } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import { Name } from '../../../../shared/wire/text.ts'
import { useEffects } from '../../api/effects.ts'
import { type ShownFloor, useEdit } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Face } from '../../kit/face.tsx'
import { TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { EffectsNote, maySave } from './effects-note.tsx'
import { timeZones } from './time-zones.ts'

interface TeamDialogProps {
  readonly floor: ShownFloor
  /** Null: a new one. */
  readonly id: string | null
  readonly onClose: () => void
}

const useColourNames = (): Readonly<Record<FaceColour, string>> => {
  const say = useSay()
  return {
    blue: say({ id: 'console.colour.blue', defaultMessage: 'Blue' }),
    orange: say({ id: 'console.colour.orange', defaultMessage: 'Orange' }),
    mint: say({ id: 'console.colour.mint', defaultMessage: 'Mint' }),
    violet: say({ id: 'console.colour.violet', defaultMessage: 'Violet' }),
    yellow: say({ id: 'console.colour.yellow', defaultMessage: 'Yellow' }),
    green: say({ id: 'console.colour.green', defaultMessage: 'Green' }),
    pink: say({ id: 'console.colour.pink', defaultMessage: 'Pink' }),
    sky: say({ id: 'console.colour.sky', defaultMessage: 'Sky' }),
  }
}

export function TeamDialog({ floor: { version, file }, id, onClose }: TeamDialogProps) {
  const say = useSay()
  const edit = useEdit()
  /** Where it belongs decides how facts count. */
  const mayPlace = useMay().administer
  const colours = useColourNames()
  const index = id === null ? file.teams.length : file.teams.findIndex((team) => team.id === id)
  const team = file.teams[index]
  /** What others change of it meanwhile stays as they left it. */
  const [base] = useState<Readonly<Record<string, unknown>>>(team ?? {})
  const [name, setName] = useState(team?.name ?? '')
  const [parent, setParent] = useState(team?.parent ?? '')
  const [zone, setZone] = useState(team?.timeZone ?? '')
  const [colour, setColour] = useState<FaceColour | ''>(team?.colour ?? '')
  const [mark, setMark] = useState(team?.mark ?? '')
  const edits = useMemo((): readonly FloorEdit[] => {
    if (!Name.safeParse(name).success) return []
    const fields = {
      name: name.trim(),
      parent: parent === '' ? null : parent,
      timeZone: zone === '' ? null : zone,
      colour: colour === '' ? null : colour,
      mark: mark.trim() === '' ? null : mark.trim(),
    }
    if (!team) {
      const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
      const taken = [...file.teams, ...file.people].map((each) => each.id)
      const entry = { id: newId(name, [...taken, 'org', 'unassigned', 'others'], 'team'), ...set }
      return [{ do: 'add', list: 'teams', entry, before: null }]
    }
    const changed = Object.entries(fields).filter(([key, value]) => value !== (base[key] ?? null))
    return changed.length === 0
      ? []
      : [{ do: 'set', list: 'teams', id: team.id, fields: Object.fromEntries(changed) }]
  }, [name, parent, zone, colour, mark, team, base, file])
  const effects = useEffects(version, edits)
  /** A team is not put below itself. */
  const above = file.teams.filter(
    (each) => !team || !teamChain(each.id, file.teams).some((below) => below.id === team.id),
  )
  const save = () => {
    void edit(edits, say({ id: 'console.team.saved', defaultMessage: '“{name}” is saved.' }, { name }))
    onClose()
  }
  const remove = () => {
    if (!team) return
    void edit(
      [{ do: 'remove', list: 'teams', id: team.id, everywhere: false }],
      say({ id: 'console.team.removed', defaultMessage: '“{name}” is gone.' }, { name: team.name }),
    )
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        team ? <bdi>{team.name}</bdi> : <FormattedMessage id="console.team.new" defaultMessage="A new team" />
      }
      note={
        team &&
        mayPlace && (
          <Button size="small" look="danger" onPress={remove}>
            <FormattedMessage id="console.team.remove" defaultMessage="Remove" />
          </Button>
        )
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isDisabled={edits.length === 0 || !maySave(effects)} onPress={save}>
            <FormattedMessage id="console.rule.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <div className="team-face">
        <Face
          size="large"
          of={{
            name,
            short: name,
            initials: mark.trim() === '' ? initialsOf(name === '' ? '?' : name) : mark.trim(),
            hue: colour === '' ? hueAt(index) : FaceColour.options.indexOf(colour),
            photo: null,
          }}
        />
        <TextField
          label={say({ id: 'console.roster.name', defaultMessage: 'Name' })}
          value={name}
          required
          maxLength={120}
          onChange={setName}
        />
      </div>
      <div className="form-row">
        <Picker
          label={say({ id: 'console.team.colour', defaultMessage: 'Colour' })}
          value={colour}
          choices={[
            {
              id: '',
              name: say({ id: 'console.team.colour.own', defaultMessage: 'By its place in the list' }),
            },
            ...FaceColour.options.map((each) => ({ id: each, name: colours[each] })),
          ]}
          onChange={setColour}
        />
        <TextField
          label={say({ id: 'console.team.mark', defaultMessage: 'Mark, up to three signs' })}
          value={mark}
          maxLength={12}
          onChange={setMark}
        />
      </div>
      {mayPlace && (
        <div className="form-row">
          <Picker
            label={say({ id: 'console.team.parent', defaultMessage: 'Part of' })}
            value={parent}
            choices={[
              { id: '', name: say({ id: 'console.team.parent.none', defaultMessage: 'No other team' }) },
              ...above,
            ]}
            onChange={setParent}
          />
          <Picker
            label={say({ id: 'console.team.zone', defaultMessage: 'Clocks of' })}
            value={zone}
            choices={[
              {
                id: '',
                name: say({ id: 'console.team.zone.floor', defaultMessage: 'The team above, or the floor' }),
              },
              ...timeZones(zone).map((each) => ({ id: each, name: each })),
            ]}
            onChange={setZone}
          />
        </div>
      )}
      <EffectsNote of={effects} />
    </Dialog>
  )
}
