import {
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  Select,
  Switch,
} from '@fluentui/react-components'
import type { AlertCounts } from '@trackmark/admin-api'
import { FilterButtons } from '../../components/FilterButtons.tsx'
import { type Level, LevelIcon } from '../../components/LevelIcon.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { withPart } from '../../components/with-part.ts'
import { alerts as text } from '../../strings/alerts.ts'
import type { AlertSearch } from './view-model.ts'

interface AlertFiltersProps {
  readonly search: AlertSearch
  readonly counts: AlertCounts | undefined
  readonly onSearch: (search: AlertSearch) => void
  readonly children?: React.ReactNode
}

const LEVELS: readonly Level[] = ['error', 'warning', 'information']

export function AlertFilters({ search, counts, onSearch, children }: AlertFiltersProps) {
  const change = (part: { [K in keyof AlertSearch]?: AlertSearch[K] | undefined }) =>
    onSearch(withPart(search, part))
  const tags = [
    search.code === undefined ? null : (['code', text.onlyCode(search.code)] as const),
    search.mailbox === undefined ? null : (['mailbox', text.onlyMailbox] as const),
    search.profile === undefined ? null : (['profile', text.onlyProfile] as const),
  ].filter((tag) => tag !== null)
  return (
    <>
      <Toolbar>
        <FilterButtons
          label={text.level}
          value={search.level ?? 'all'}
          onChoose={(level) => change({ level: level === 'all' ? undefined : level })}
          choices={[
            { value: 'all', text: text.allLevels },
            ...LEVELS.map((level) => ({
              value: level,
              text:
                counts === undefined
                  ? text.levels[level]
                  : text.withCount(text.levels[level], counts[level]),
              icon: (
                <span aria-hidden="true">
                  <LevelIcon level={level} />
                </span>
              ),
            })),
          ]}
        />
      </Toolbar>
      <Toolbar>
        <SearchField
          label={text.search}
          value={search.search ?? ''}
          onSearch={(words) => change({ search: words === '' ? undefined : words })}
        />
        <Select
          aria-label={text.state}
          value={search.state ?? 'open'}
          onChange={(_, { value }) =>
            change({ state: value === 'closed' || value === 'all' ? value : undefined })
          }
        >
          <option value="open">{text.states.open}</option>
          <option value="closed">{text.states.closed}</option>
          <option value="all">{text.states.all}</option>
        </Select>
        <Switch
          label={text.group}
          checked={search.single !== true}
          onChange={(_, { checked }) => change({ single: checked ? undefined : true })}
        />
        {tags.map(([part, name]) => (
          <InteractionTag key={part} size="small">
            <InteractionTagPrimary hasSecondaryAction>{name}</InteractionTagPrimary>
            <InteractionTagSecondary
              aria-label={text.clear(name)}
              onClick={() => change({ [part]: undefined })}
            />
          </InteractionTag>
        ))}
        {children}
      </Toolbar>
    </>
  )
}
