// Errors of the file system in words for the person who named the file.

const words: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'lies below something that is not a folder',
  EISDIR: 'is a folder',
  EACCES: 'is closed to this account',
  EPERM: 'is closed to this account',
  EROFS: 'is on a disk that is read-only',
  ENOSPC: 'is on a disk that is full',
}

/** Why the file cannot be used, to be put after its name: "is a folder". */
export const fileWords = (error: Error): string => {
  const code = 'code' in error ? String(error.code) : ''
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? `cannot be used: ${error.message}`
}
