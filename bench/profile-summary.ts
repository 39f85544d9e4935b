/** The parts of V8's `Profiler.Profile` that a summary needs. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      readonly lineNumber: number
    }
  }[]
  readonly samples?: readonly number[] | undefined
  /** Microseconds since the sample before. */
  readonly timeDeltas?: readonly number[] | undefined
}

export interface Cost {
  readonly name: string
  readonly ms: number
  /** Of all time that wasn't idle. */
  readonly share: number
}

export interface ProfileSummary {
  readonly busyMs: number
  readonly idleMs: number
  readonly functions: readonly Cost[]
  readonly areas: readonly Cost[]
}

/** Self time by function and by area of the code, most first. */
export function summarize(profile: CpuProfile, top = 15): ProfileSummary {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]))
  const functions = new Map<string, number>()
  const areas = new Map<string, number>()
  let idle = 0
  let busy = 0
  for (const [at, id] of (profile.samples ?? []).entries()) {
    const ms = (profile.timeDeltas?.[at] ?? 0) / 1000
    const frame = nodes.get(id)
    if (frame === undefined) continue
    if (frame.functionName === '(idle)') {
      idle += ms
      continue
    }
    busy += ms
    const area = areaOf(frame)
    const where = frame.url === '' ? '' : ` ${shortened(frame.url)}:${frame.lineNumber + 1}`
    const name = `${frame.functionName || '(anonymous)'}${where}`
    functions.set(name, (functions.get(name) ?? 0) + ms)
    areas.set(area, (areas.get(area) ?? 0) + ms)
  }
  const ranked = (costs: ReadonlyMap<string, number>): Cost[] =>
    [...costs]
      .map(([name, ms]) => ({ name, ms, share: busy === 0 ? 0 : ms / busy }))
      .sort((a, b) => b.ms - a.ms)
      .slice(0, top)
  return { busyMs: busy, idleMs: idle, functions: ranked(functions), areas: ranked(areas) }
}

function areaOf(frame: { readonly functionName: string; readonly url: string }): string {
  const { functionName, url } = frame
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (url.startsWith('wasm')) return 'wasm'
  const module = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (module !== undefined && !module.startsWith('@trackmark/')) return module
  const ours = /\/(packages\/[^/]+|bench)\//.exec(url)?.[1]
  if (ours !== undefined) return ours
  if (/undici/.test(url)) return 'node: fetch (undici)'
  if (url.startsWith('node:')) return 'node'
  return 'native code'
}

function shortened(url: string): string {
  if (url.startsWith('wasm')) return 'wasm'
  const ours = /\/((?:packages|bench|node_modules)\/.*)$/.exec(url)?.[1]
  return ours ?? url
}

export function renderProfile(summary: ProfileSummary): string {
  const line = ({ name, ms, share }: Cost) =>
    `    ${(share * 100).toFixed(1).padStart(5)} %  ${ms.toFixed(0).padStart(6)} ms  ${name}`
  return [
    `  busy ${summary.busyMs.toFixed(0)} ms, idle ${summary.idleMs.toFixed(0)} ms; self time by area:`,
    ...summary.areas.map(line),
    '  by function:',
    ...summary.functions.map(line),
  ].join('\n')
}
