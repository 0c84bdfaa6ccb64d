// Zod compiles code from text as schemas are created, which the page's security policy forbids. Imported before any
// schema, this turns it off.
import { z } from 'zod'

z.config({ jitless: true })
