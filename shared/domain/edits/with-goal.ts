// A goal set, changed or taken away by whose it is, for what, and from when on.
import type { FloorEdit } from '../../wire/floor-edits.ts'
import { parseWindow } from '../../wire/window.ts'
import { entriesOf, isFields, type RawFields, withEntries } from './raw-floor.ts'

type GoalEdit = Extract<FloorEdit, { do: 'goal' }>

const subjects = ['rep', 'role', 'team', 'org'] as const

/** A goal for "last quarter" is one for every quarter. */
const windowKey = (text: unknown): string => {
  const window = typeof text === 'string' ? parseWindow(text) : null
  return window?.kind === 'period' ? window.grain : JSON.stringify(window ?? text)
}

const isOfSubject = (goal: RawFields, edit: GoalEdit): boolean =>
  subjects.every((subject) => goal[subject] === edit[subject])

const isSame = (goal: unknown, edit: GoalEdit, window: string): boolean =>
  isFields(goal) &&
  goal['metric'] === edit.metric &&
  (goal['from'] ?? null) === edit.from &&
  isOfSubject(goal, edit) &&
  windowKey(goal['window']) === window

/** A new one comes after the others of the same subject and metric, else last: goals of one person stay together. */
export const withGoal = (raw: RawFields, edit: GoalEdit): RawFields => {
  const goals = entriesOf(raw, 'goals')
  const window = windowKey(edit.window)
  const at = goals.findIndex((goal) => isSame(goal, edit, window))
  const standing = goals[at]
  if (isFields(standing))
    return withEntries(
      raw,
      'goals',
      edit.value === null ? goals.toSpliced(at, 1) : goals.with(at, { ...standing, value: edit.value }),
    )
  if (edit.value === null) return raw
  const { metric, rep, role, team, org, from, value } = edit
  const goal = {
    metric,
    window: edit.window,
    ...(rep !== undefined && { rep }),
    ...(role !== undefined && { role }),
    ...(team !== undefined && { team }),
    ...(org !== undefined && { org }),
    ...(from !== null && { from }),
    value,
  }
  const beside = goals.findLastIndex(
    (each) => isFields(each) && each['metric'] === metric && isOfSubject(each, edit),
  )
  return withEntries(raw, 'goals', goals.toSpliced(beside === -1 ? goals.length : beside + 1, 0, goal))
}
