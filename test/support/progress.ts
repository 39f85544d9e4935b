import { DefaultReporter, type TestModule, type TestSpecification } from 'vitest/node'

const SLOWEST = 8

/**
 * Vitest's own report, and how far the run is: each file that has ended is one line with its place
 * among all and the time since the start. The slowest files are named at the end.
 */
export default class ProgressReporter extends DefaultReporter {
  #all = 0
  #startedAt = 0
  readonly #ended: { readonly path: string; readonly ms: number }[] = []

  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#all = specifications.length
    this.#startedAt = performance.now()
    this.#ended.length = 0
    super.onTestRunStart(specifications)
  }

  protected override printTestModule(module: TestModule): void {
    const { duration, collectDuration, setupDuration } = module.diagnostic()
    const ms = duration + collectDuration + setupDuration
    this.#ended.push({ path: module.relativeModuleId, ms })
    const place = String(this.#ended.length).padStart(String(this.#all).length)
    const tests = [...module.children.allTests()]
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const said = [`${tests.length} tests`]
    if (count('failed') > 0 || module.state() === 'failed') said.push(`${count('failed')} FAILED`)
    if (count('skipped') > 0) said.push(`${count('skipped')} skipped`)
    const sinceStart = minutes(performance.now() - this.#startedAt)
    this.log(
      `${place}/${this.#all} ${sinceStart} ${module.relativeModuleId}: ${said.join(', ')} in ${minutes(ms)}`,
    )
  }

  override onTestRunEnd(...args: Parameters<DefaultReporter['onTestRunEnd']>): void {
    super.onTestRunEnd(...args)
    if (this.#ended.length <= SLOWEST) return
    const slowest = this.#ended.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST)
    this.log('The files that took longest:')
    for (const { path, ms } of slowest) this.log(`  ${minutes(ms)} ${path}`)
  }
}

/** "0:07", "12:34" */
function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
