/** What a floor may use; null: as much as it likes. */
export interface FloorLimits {
  readonly factsAMinute: number | null
  readonly tvs: number | null
  /** Of its log, and of all that lies beside it. */
  readonly bytes: number | null
}

export const noLimits: FloorLimits = { factsAMinute: null, tvs: null, bytes: null }
