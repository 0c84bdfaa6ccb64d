// The page's security policy forbids code made from text, which zod tries as its schemas are created; so this is
// imported before any of them.
import { z } from 'zod'

z.config({ jitless: true })
