import type { ContestForm } from '../../../../shared/domain/contests/making/contest-form.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'

/** What every part of the form is given. */
export interface FormPart {
  readonly form: ContestForm
  readonly file: FloorFile
  readonly set: (change: Partial<ContestForm>) => void
}
