// Takes out of a text for strangers what opens something, and who people are.

const rules: readonly (readonly [RegExp, string])[] = [
  // Tokens of the feed, and what stands for them.
  [/\bfb_[a-z]+_[\w-]+/g, 'fb_…'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 …'],
  // Links that open something carry it behind the address; those of chat tools in their path.
  [/(https?:\/\/[^\s"'/?#]+(?:\/(?:console|congratulate)\/)?)[^\s"']*/g, '$1…'],
  [/[\w.+-]+@([\w-]+\.[\w.-]+)/g, '…@$1'],
  // What is long and random is taken for a key.
  [/\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}\b/g, '…'],
]

export const withoutSecrets = (text: string): string =>
  rules.reduce((sofar, [pattern, instead]) => sofar.replace(pattern, instead), text)
