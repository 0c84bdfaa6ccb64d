// The plan of a file while it is made: what the feed says of it, again after each change.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { isSame } from '../../../../shared/domain/edits/history/same.ts'
import type {
  ImportFile,
  KeptMapping,
  TriedImportFile,
  WrittenFileMapping,
} from '../../../../shared/wire/import-files.ts'
import { tryImportFile } from '../../api/import-files.ts'
import { beginPlan, emptyPlan, type FilePlan, mappingOfPlan, planOf, rulesOf, sourceOf } from './file-plan.ts'

export interface MadePlan {
  readonly plan: FilePlan
  /** The kept mapping that it began with; null: none. */
  readonly kept: string | null
  readonly tried: TriedImportFile | undefined
  readonly isLooking: boolean
  /** A sentence; null where the feed answered. */
  readonly fault: string | null
  /** As it is asked for; null while something is missing. */
  readonly written: WrittenFileMapping | null
  /** Whether the file was last read by this very plan. */
  readonly isAsked: boolean
  change(change: Partial<FilePlan>): void
}

export const useFilePlan = (
  file: ImportFile,
  mappings: readonly KeptMapping[],
  currency: string,
): MadePlan => {
  const [plan, setPlan] = useState<FilePlan>(
    () => (file.asked && planOf(file.asked, currency)) ?? emptyPlan(sourceOf(file)),
  )
  const [kept, setKept] = useState<string | null>(null)
  const mapping = mappingOfPlan(plan)
  const source = plan.source.trim()
  const wanted = JSON.stringify({
    rules: rulesOf(plan),
    ...(mapping && source !== '' && { mapping, source }),
  })
  const asked = useDeferredValue(wanted)
  const { data, isFetching, isPlaceholderData, error } = useQuery({
    queryKey: ['import-try', file.id, asked],
    queryFn: ({ signal }) => tryImportFile(file.id, JSON.parse(asked), signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 0,
    retry: false,
  })
  const isLooking = asked !== wanted || isFetching || isPlaceholderData
  if (plan.form === null && data !== undefined && data.columns.length > 0 && !isLooking) {
    const begun = beginPlan(plan, data, mappings, currency)
    setPlan(begun.plan)
    setKept(begun.kept)
  }
  const written =
    mapping === undefined || source === '' ? null : { source, rules: rulesOf(plan), mapping: { ...mapping } }
  return {
    plan,
    kept,
    tried: data,
    isLooking,
    fault: error?.message ?? null,
    written,
    isAsked: written !== null && file.asked !== null && isSame(written, file.asked),
    change: (change) => setPlan((before) => ({ ...before, ...change })),
  }
}
