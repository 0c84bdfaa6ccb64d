// What browsers of before 2024 lack and the wall uses. Only they load it, as a script that runs before the wall's own.
import 'core-js/actual/array/at'
import 'core-js/actual/array/find-last'
import 'core-js/actual/array/find-last-index'
import 'core-js/actual/array/to-reversed'
import 'core-js/actual/array/to-sorted'
import 'core-js/actual/array/to-spliced'
import 'core-js/actual/array/with'
import 'core-js/actual/object/has-own'
import 'core-js/actual/string/at'
import 'core-js/actual/string/is-well-formed'
import 'core-js/actual/structured-clone'
import { measureContainers } from './measure-containers.ts'

/** The style sheet's containers, put in when it is built. */
declare const sheetContainers: { readonly all: string; readonly sized: string }

if (!CSS.supports('width', '1cqw')) measureContainers(document.body, sheetContainers)
