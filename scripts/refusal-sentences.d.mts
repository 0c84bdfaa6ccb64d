interface Asked {
  readonly folders: readonly string[]
  /** What stands before a sentence. */
  readonly codes: ReadonlySet<string>
  /** Classes whose first text is the sentence. */
  readonly errors: ReadonlySet<string>
  /** Parts of paths that are left out. */
  readonly skips: readonly string[]
}
/** Each with the file that says it first. */
export function refusalSentences(asked: Asked): ReadonlyMap<string, string>
