interface Asked {
  readonly folders: readonly string[]
  /** What stands before a sentence. */
  readonly codes: ReadonlySet<string>
  /** Classes whose first text is the sentence. */
  readonly errors: ReadonlySet<string>
  /** Parts of paths that are left out. */
  readonly skips: readonly string[]
  /** Fields of objects that are a sentence. */
  readonly fields?: ReadonlySet<string>
}
/** Each with the file that says it first. */
export function refusalSentences(asked: Asked): ReadonlyMap<string, string>
/** `files`: files and folders of which every text is said to somebody. Each with the file that says it first. */
export function saidSentences(asked: {
  readonly files: readonly string[]
  readonly skips: readonly string[]
}): ReadonlyMap<string, string>
