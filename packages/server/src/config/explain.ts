import { CONFIG_KEYS, type ConfigKey } from './keys.ts'
import type { ConfigSource, LoadedConfig } from './load.ts'
import { mask } from './mask.ts'

export interface ExplainedKey {
  readonly name: string
  /** Secrets are masked; null when it isn't set. */
  readonly value: string | number | boolean | null
  readonly source: ConfigSource
  readonly env: string
  readonly flag: string | null
  readonly description: string
  /** What happens when it isn't set; null when it is. */
  readonly note: string | null
}

/** The effective configuration and its sources, for `trackmark config`. */
export function explainConfig(loaded: LoadedConfig): readonly ExplainedKey[] {
  return CONFIG_KEYS.map((key: ConfigKey) => {
    const value = loaded.config[key.name as keyof LoadedConfig['config']]
    return {
      name: key.name,
      value: typeof value === 'string' ? mask(key, value) : value,
      source: loaded.sources[key.name as keyof LoadedConfig['sources']],
      env: key.env,
      flag: key.flag,
      description: key.description,
      note: value === null ? (key.defaultText ?? null) : null,
    }
  })
}
