// A floor of one's own, in the place of an empty one or of the demo.
import type { z } from 'zod'
import { demoSource, isDemoFloor, isOwnFloor } from '../../../shared/domain/floor-file/own-floor.ts'
import { playbookFloorText } from '../../../shared/playbook/floor-text.ts'
import { smallestTeams, teamIdOf } from '../../../shared/playbook/groups.ts'
import { playbookRoles, type Shape, segments } from '../../../shared/playbook/shape.ts'
import { byHandSource } from '../../../shared/wire/by-hand.ts'
import type { FirstFloorAnswer, FirstFloorRequest } from '../../../shared/wire/first-floor.ts'
import type { ScreenStatus } from '../../../shared/wire/screens.ts'
import { thanksSource } from '../../../shared/wire/thanks.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { ImportDesk } from '../imports/import-desk.ts'
import { freeId, slugOf } from '../ingest/csv/slug.ts'
import { type By, StaleFloor } from '../store/log.ts'

/** The message is a sentence. */
export class BeginRefused extends Error {
  override readonly name = 'BeginRefused'
  readonly code: 'in-use' | 'bad-body'

  constructor(code: BeginRefused['code'], message: string) {
    super(message)
    this.code = code
  }
}

export interface BeginParts {
  readonly floor: Pick<LiveFloor, 'current' | 'replace'>
  readonly imports: Pick<ImportDesk, 'withdraw'>
  readonly screens: { statuses(): readonly ScreenStatus[] }
  /** Ends whatever invents the demo's facts. */
  readonly leaveDemo: () => Promise<void>
}

type Asked = z.output<typeof FirstFloorRequest>
type Sold = Pick<Shape, 'roles' | 'segments'>

/** Throws `BeginRefused` for a team below one that the playbook does not make. */
const teamsIn = (sold: Sold, asked: Asked['teams']): NonNullable<Shape['teams']> => {
  const parents = new Set(sold.roles.flatMap((role) => smallestTeams(sold, role)).map(({ id }) => id))
  const taken = new Set([...parents, ...sold.roles.map(teamIdOf)])
  return asked.map(({ name, parent }) => {
    if (!parents.has(parent))
      throw new BeginRefused('bad-body', `teams: there is no team "${parent}" to be below.`)
    const id = freeId(slugOf(name) || 'team', taken)
    taken.add(id)
    return { id, name, parent }
  })
}

export type BeginFloor = (asked: Asked, by: By) => Promise<z.infer<typeof FirstFloorAnswer>>

/** Rejects with `BeginRefused` or `StaleFloor`; the floor is as it was then. */
export const createBeginFloor =
  ({ floor, imports, screens, leaveDemo }: BeginParts): BeginFloor =>
  async ({ version, ...answers }, by) => {
    const { version: stands, file } = floor.current()
    if (isOwnFloor(file))
      throw new BeginRefused('in-use', 'This floor is your own already: change it, or undo a change.')
    if (version !== stands) throw new StaleFloor(`version ${stands} stands now`)
    const sold = {
      roles: playbookRoles.filter((role) => answers.roles.includes(role)),
      segments: segments.filter((segment) => answers.segments.includes(segment)),
    }
    const paired = new Set(screens.statuses().flatMap(({ id, paired }) => (paired === null ? [] : [id])))
    const text = playbookFloorText({
      ...answers,
      ...sold,
      teams: teamsIn(sold, answers.teams),
      hanging: file.screens.filter(({ id }) => paired.has(id)),
    })
    let withdrawn = 0
    if (isDemoFloor(file)) {
      await leaveDemo()
      // Before the floor: whatever ends it here leaves a demo that begins anew.
      // What was entered by hand on the demo, and who was thanked there, is of its people.
      for (const source of [demoSource, byHandSource, thanksSource]) {
        const gone = await imports.withdraw({ source, check: false, confirmed: true }, by)
        withdrawn += gone.withdrawal.facts
      }
    }
    const { version: begun } = await floor.replace(text, stands, by, true)
    return { version: begun, withdrawn }
  }
