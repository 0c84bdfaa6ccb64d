// A floor of one's own is begun.
import { FirstFloorAnswer, type FirstFloorRequest } from '../../../shared/wire/first-floor.ts'
import { request } from './request.ts'

export const beginFloor = (json: FirstFloorRequest) => request(FirstFloorAnswer, '/floor/begin', { json })
