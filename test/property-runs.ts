// How many random cases a property is held against. In the tests it is as many as take about a second; `npm run prove`
// multiplies all of them by FLOORBOARD_DEPTH.
const depth = Number(process.env['FLOORBOARD_DEPTH'] ?? 1)

export const propertyRuns = (usual: number): number => Math.ceil(usual * depth)
