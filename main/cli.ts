import { createProgram } from './program.ts'
import { readVariableFiles } from './variable-files.ts'

const read = readVariableFiles(process.env)
// Before there is a program: its options look at variables as they are made.
if ('values' in read) Object.assign(process.env, read.values)
const program = createProgram()
if ('refusal' in read) program.error(read.refusal)
void program.parseAsync()
