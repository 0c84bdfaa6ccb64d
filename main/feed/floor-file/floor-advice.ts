// What is probably not meant in a floor file that is good: nothing is refused for it.
import { isPair, isScalar, isSeq, visit } from 'yaml'
import { byHandAdvice } from '../../../shared/domain/floor-file/by-hand-faults.ts'
import { localeAdvice } from '../../../shared/domain/floor-file/locale-advice.ts'
import { stageAdvice } from '../../../shared/domain/floor-file/stage-advice.ts'
import { takenFromAdvice } from '../../../shared/domain/floor-file/taken-from-faults.ts'
import { type LineNeverOn, linesNeverOn } from '../../../shared/domain/screens/lines-never-on.ts'
import { createZone } from '../../../shared/domain/time/zone.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { Fault } from './issue-sentences.ts'
import type { LineError } from './located-yaml.ts'
import type { FloorReading } from './read-floor-file.ts'
import type { YamlSource } from './rewrite/yaml-source.ts'

const whyNeverOn: Readonly<Record<LineNeverOn['why'], string>> = {
  'no-day': 'can never be on: no day fits it',
  over: 'will not be on any more: its last day is over',
  behind: 'can never be on: other lines of the schedule always come before it',
}

const scheduleAdvice = (file: FloorFile, now: number): readonly Fault[] =>
  linesNeverOn(file, now, createZone).map(({ ref, why }) => {
    const entry = file[ref.list].findIndex(({ id }) => id === ref.id)
    return { path: [ref.list, entry, 'schedule', ref.index ?? 0], message: whyNeverOn[why] }
  })

const groupSign = (locale: string): string | undefined =>
  new Intl.NumberFormat(locale).formatToParts(1_234_567).find(({ type }) => type === 'group')?.value

const grouped = /^-?[1-9]\d{0,2}\.\d{3}$/

/** In a German file 260.000 looks like two hundred and sixty thousand; in YAML it is two hundred and sixty. */
const numberAdvice = (file: FloorFile, { document }: YamlSource): readonly Fault[] => {
  if (groupSign(file.floor.locale) !== '.') return []
  const faults: Fault[] = []
  visit(document, {
    Scalar: (_, scalar, ancestors) => {
      const { value, source } = scalar
      if (typeof value !== 'number' || source === undefined || !grouped.test(source)) return
      const chain: readonly unknown[] = [...ancestors, scalar]
      const path = chain.flatMap((node, depth): (string | number)[] => {
        if (isSeq(node)) return [node.items.indexOf(chain[depth + 1])]
        return isPair(node) && isScalar(node.key) ? [String(node.key.value)] : []
      })
      faults.push({ path, message: `is ${value}; ${source.replace('.', '')} is written without a point` })
    },
  })
  return faults
}

const settingsAdvice = ({ floor }: FloorFile): readonly Fault[] => {
  const message = localeAdvice(floor.locale)
  return message === null ? [] : [{ path: ['floor', 'locale'], message }]
}

/** `now`: epoch ms. In the order of the lines. */
export const floorAdvice = (
  { file, source, locate }: Extract<FloorReading, { ok: true }>,
  now: number,
): readonly LineError[] =>
  [
    ...settingsAdvice(file),
    ...takenFromAdvice(file),
    ...byHandAdvice(file),
    ...stageAdvice(file),
    ...scheduleAdvice(file, now),
    ...numberAdvice(file, source),
  ]
    .map(locate)
    .sort((a, b) => a.line - b.line)
