// The dashboard and the alerts of deploy/: each expression is one, and asks for metrics and labels that nodes have.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createFeedMetrics } from '../main/feed/api/feed-metrics.ts'
import { createNodeMetrics } from '../main/nodes/node-metrics.ts'
import type { NodeState } from '../main/nodes/node-state.ts'
import { readPromql } from './promql.ts'

const deploy = fileURLToPath(new URL('../deploy', import.meta.url))
const read = (file: string): string => readFileSync(`${deploy}/${file}`, 'utf8')

/** What Prometheus itself says of each value. */
const ofPrometheus = new Set(['instance', 'job'])

/** The labels of each metric, and what each has been, as a node with a floor tells them. */
const toldBy = async (): Promise<ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>> => {
  const floor = createFeedMetrics('floor')
  floor.noteCommit({ rows: 1, seconds: 0.001 })
  floor.noteDurable(0.001)
  const state: NodeState = {
    url: 'http://10.0.0.7:4400',
    version: '1.2.3',
    stage: 'serving',
    databaseTrouble: null,
    beatAgeMs: 100,
    clockAheadMs: 0,
    floors: [{ name: 'acme.example', trouble: null, metrics: floor }],
  }
  const told = new Map<string, Map<string, Set<string>>>([['up', new Map()]])
  for (const line of (await createNodeMetrics(() => state).text()).split('\n')) {
    const [, name, labels = ''] = /^([a-z_0-9]+)(?:\{(.*)\})? /.exec(line) ?? []
    if (name === undefined) continue
    const known = told.get(name) ?? new Map<string, Set<string>>()
    told.set(name, known)
    for (const [, label = '', value = ''] of labels.matchAll(/(\w+)="([^"]*)"/g))
      known.set(label, (known.get(label) ?? new Set()).add(value))
  }
  return told
}
const told = await toldBy()

/** Faults of an expression, in words. */
const faultsOf = (expression: string): readonly string[] => {
  const { metrics, grouped } = readPromql(expression)
  const faults: string[] = metrics.length === 0 ? ['it asks for nothing'] : []
  const labels = new Set<string>(ofPrometheus)
  for (const { name, matchers } of metrics) {
    const known = told.get(name)
    if (known === undefined) faults.push(`there is no ${name}`)
    for (const label of known?.keys() ?? []) labels.add(label)
    for (const { label, is } of matchers) {
      if (ofPrometheus.has(label)) continue
      const values = known?.get(label)
      if (values === undefined) faults.push(`${name} has no ${label}`)
      else if (is !== null && !values.has(is)) faults.push(`no ${label} of ${name} is ${is}`)
    }
  }
  for (const label of grouped) if (!labels.has(label)) faults.push(`nothing has a ${label}`)
  return faults
}

interface Panel {
  readonly id: number
  readonly title: string
  readonly type: string
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[]
}
interface Variable {
  readonly name: string
  readonly type: string
  readonly definition?: string
}
const dashboard: {
  readonly uid: string
  readonly title: string
  readonly schemaVersion: number
  readonly panels: readonly Panel[]
  readonly templating: { readonly list: readonly Variable[] }
} = JSON.parse(read('grafana/floorboard.json'))
const charts = dashboard.panels.filter(({ type }) => type !== 'row')
const charted = charts.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const))

interface Alert {
  readonly alert: string
  readonly expr: string
  readonly labels: { readonly severity: string }
  readonly annotations: { readonly summary: string; readonly description: string }
}
const {
  groups,
}: { readonly groups: readonly { readonly name: string; readonly rules: readonly Alert[] }[] } = parse(
  read('prometheus/alerts.yaml'),
)
const alerts = groups.flatMap(({ rules }) => rules)

test.each(charted)('[Q99] the chart "%s" asks for what nodes tell: %s', (_, expression) => {
  expect(faultsOf(expression)).toEqual([])
})

test.each(alerts.map(({ alert, expr }) => [alert, expr] as const))(
  '[Q99] the alert %s asks for what nodes tell',
  (_, expr) => {
    expect(faultsOf(expr)).toEqual([])
  },
)

test('what is none is found', () => {
  expect(faultsOf('sum(floorboard_beats)')).toEqual(['there is no floorboard_beats'])
  expect(faultsOf('floorboard_node_status{status="well"}')).toEqual([
    'no status of floorboard_node_status is well',
  ])
  expect(faultsOf('sum by (team) (floorboard_node_floors{floor="x"})')).toEqual([
    'floorboard_node_floors has no floor',
    'nothing has a team',
  ])
  expect(() => faultsOf('sum(rate(floorboard_facts_total[5m])')).toThrow('no expression')
})

test('[Q99] each metric of a node and of a floor is looked at by a chart or an alert', () => {
  const asked = [...charted.map(([, expression]) => expression), ...alerts.map(({ expr }) => expr)]
    .flatMap((expression) => readPromql(expression).metrics)
    .map(({ name }) => name.replace(/_(bucket|sum|count)$/, ''))
  const own = [...told.keys()].filter((name) => name.startsWith('floorboard_'))
  const unasked = own.filter((name) => !asked.includes(name.replace(/_(bucket|sum|count)$/, '')))
  // What it says stands in its labels.
  expect(unasked).toEqual(['floorboard_node_info'])
})

test('[Q99] the dashboard is one that Grafana takes, its variables are those that its charts use, and no two charts lie on each other', () => {
  expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(36)
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length)
  const variables = dashboard.templating.list.map(({ name }) => name)
  expect(variables).toEqual(['datasource', 'node', 'floor'])
  const used = charted.flatMap(([, expression]) =>
    [...expression.matchAll(/\$(\w+)/g)].flatMap(([, name = '']) => (name.startsWith('__') ? [] : [name])),
  )
  expect(new Set(used)).toEqual(new Set(['node', 'floor']))
  for (const { definition } of dashboard.templating.list) {
    const [, metric = '', label = ''] = /^label_values\((.*), (\w+)\)$/.exec(definition ?? '') ?? []
    if (definition === undefined) continue
    expect(faultsOf(metric)).toEqual([])
    expect(ofPrometheus.has(label) || told.get(readPromql(metric).metrics[0]?.name ?? '')?.has(label)).toBe(
      true,
    )
  }
  const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) => {
    expect(x + w).toBeLessThanOrEqual(24)
    return Array.from({ length: w * h }, (_, nth) => `${x + (nth % w)} ${y + Math.floor(nth / w)}`)
  })
  expect(new Set(cells).size).toBe(cells.length)
})

test('[Q99] an alert says what it is and what to do, in labels that its metric has', () => {
  expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length)
  for (const { alert, expr, labels, annotations } of alerts) {
    expect(['warning', 'critical'], alert).toContain(labels.severity)
    expect(annotations.description, alert).toMatch(/\.$/)
    const known = new Set<string>(ofPrometheus)
    for (const { name } of readPromql(expr).metrics)
      for (const label of told.get(name)?.keys() ?? []) known.add(label)
    for (const [, label] of `${annotations.summary} ${annotations.description}`.matchAll(/\$labels\.(\w+)/g))
      expect(known, alert).toContain(label)
  }
})

test('[Q99] Prometheus scrapes the nodes of compose where they tell it, with the token that they know', () => {
  const { scrape_configs: jobs, rule_files: files } = parse(read('prometheus/prometheus.yaml'))
  const compose = parse(read('compose.yaml'), { merge: true })
  expect(files).toEqual(['alerts.yaml'])
  expect(jobs).toHaveLength(1)
  expect(jobs[0].job_name).toBe('floorboard')
  expect(jobs[0].metrics_path).toBe('/node/metrics')
  const nodes = Object.keys(compose.services).filter(
    (name) => compose.services[name].command?.[0] === 'serve',
  )
  expect(jobs[0].static_configs[0].targets).toEqual(nodes.map((name) => `${name}:4400`))
  const token = jobs[0].authorization.credentials_file
  expect(compose.services['feed-1'].environment.FLOORBOARD_METRICS_TOKEN_FILE).toBe(token)
})
