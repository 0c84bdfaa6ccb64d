// Piecewise edits: each becomes a new text of the floor file, which then goes the way of any other.
import { isDeepStrictEqual } from 'node:util'
import { applyEdits, type EditRefusal } from '../../../shared/domain/edits/apply-edits.ts'
import { type ChangeRights, refuseChange } from '../../../shared/domain/edits/may-change.ts'
import { isFields, type RawFields } from '../../../shared/domain/edits/raw-floor.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import type { FloorEditRequest } from '../../../shared/wire/floor-edits.ts'
import type { LineError } from '../floor-file/located-yaml.ts'
import type { FloorReading } from '../floor-file/read-floor-file.ts'
import { rewriteYaml } from '../floor-file/rewrite/rewrite-yaml.ts'
import { CannotRewrite, type YamlSource } from '../floor-file/rewrite/yaml-source.ts'
import type { CurrentFloor, LiveFloor } from '../fold/live-floor.ts'
import { type By, StaleFloor } from '../store/log.ts'

/** An edit that does not fit the floor that stands. */
export class EditsRefused extends Error {
  override readonly name = 'EditsRefused'
  readonly refusal: EditRefusal

  constructor(refusal: EditRefusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** The floor that would come of an edit has faults. */
export class EditedBadly extends Error {
  override readonly name = 'EditedBadly'
  readonly errors: readonly LineError[]

  constructor(errors: readonly LineError[]) {
    super('the floor file would have faults')
    this.errors = errors
  }
}

/** The message is a sentence. */
export class ChangeForbidden extends Error {
  override readonly name = 'ChangeForbidden'
}

/** Who edits. */
export interface EditorRole {
  readonly by: By
  readonly rights: ChangeRights
  /** They know that facts will be unassigned. */
  readonly isConfirmed: boolean
}

export interface PieceEditorParts {
  readonly floor: Pick<LiveFloor, 'current' | 'replace'>
  readonly readFloorFile: (text: string) => Promise<FloorReading>
  readonly readSource: (text: string) => Promise<YamlSource>
}

export interface PieceEditor {
  /**
   * Rejects with `StaleFloor`, `EditsRefused`, `EditedBadly`, `ChangeForbidden`, and with whatever `LiveFloor.replace`
   * rejects with; nothing is changed then.
   */
  edit(request: FloorEditRequest, who: EditorRole): Promise<CurrentFloor>
  /** Makes the floor say `data`, with as little change of its text as can be. */
  write(data: RawFields, version: number, who: EditorRole): Promise<CurrentFloor>
  /** Puts a whole text in the place of that which stands. */
  putText(text: string, version: number, who: EditorRole): Promise<CurrentFloor>
  /** What the floor's text says, as plain data. */
  data(): Promise<RawFields>
}

const fieldsOf = (data: unknown): RawFields => (isFields(data) ? data : {})

const topKeys = Object.keys(FloorFile.shape)

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const byHand = (text: string, error: unknown): unknown =>
  error instanceof CannotRewrite
    ? new EditedBadly([{ line: lineOf(text, error.offset), path: '', message: error.message }])
    : error

export const createPieceEditor = ({ floor, readFloorFile, readSource }: PieceEditorParts): PieceEditor => {
  /** Of the last text that was asked for: a console edits the same floor again and again. */
  let known: YamlSource | null = null

  const currentSource = async (): Promise<YamlSource> => {
    const { text } = floor.current()
    if (known?.text !== text) known = await readSource(text)
    return known
  }

  const rewritten = (source: YamlSource, data: unknown): string => {
    try {
      return rewriteYaml(source, data, topKeys)
    } catch (error) {
      throw byHand(source.text, error)
    }
  }

  const allow = (before: unknown, after: unknown, { rights }: EditorRole): void => {
    const refused = refuseChange(fieldsOf(before), fieldsOf(after), rights)
    if (refused !== null) throw new ChangeForbidden(refused)
  }

  /** Null: whatever it says. */
  const put = async (
    text: string,
    data: unknown,
    version: number,
    who: EditorRole,
  ): Promise<CurrentFloor> => {
    const reading = await readFloorFile(text)
    if (!reading.ok) throw new EditedBadly(reading.errors)
    if (data !== null && !isDeepStrictEqual(reading.source.data, data))
      throw new EditedBadly([
        { line: 1, path: '', message: 'is written in a way that only a person can change here' },
      ])
    const edited = await floor.replace(text, version, who.by, who.isConfirmed)
    known = reading.source
    return edited
  }

  const standing = async (version: number): Promise<YamlSource> => {
    const source = await currentSource()
    const current = floor.current()
    if (current.version !== version || source.text !== current.text)
      throw new StaleFloor(`it is at version ${current.version}, not ${version}`)
    return source
  }

  const write: PieceEditor['write'] = async (data, version, who) => {
    const source = await standing(version)
    allow(source.data, data, who)
    const text = rewritten(source, data)
    return text === source.text ? floor.current() : put(text, data, version, who)
  }

  return {
    write,
    data: async () => fieldsOf((await currentSource()).data),
    edit: async ({ version, edits }, who) => {
      const { data } = await standing(version)
      const edited = applyEdits(fieldsOf(data), edits)
      if (!edited.ok) throw new EditsRefused(edited.refusal)
      return write(edited.raw, version, who)
    },
    putText: async (text, version, who) => {
      const { data } = await standing(version)
      const reading = await readFloorFile(text)
      if (reading.ok) allow(data, reading.source.data, who)
      return put(text, null, version, who)
    },
  }
}
