import {
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  Select,
} from '@fluentui/react-components'
import { FilterButtons } from '../../components/FilterButtons.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { withPart } from '../../components/with-part.ts'
import { activities as text } from '../../strings/activities.ts'
import { type ActivitySearch, DAYS, type Days, TYPES } from './view-model.ts'

interface FiltersProps {
  readonly search: ActivitySearch
  readonly onSearch: (search: ActivitySearch) => void
}

export function Filters({ search, onSearch }: FiltersProps) {
  const change = (part: { [K in keyof ActivitySearch]?: ActivitySearch[K] | undefined }) =>
    onSearch(withPart(search, part))
  return (
    <>
      <Toolbar>
        <FilterButtons
          label={text.type}
          value={search.type ?? 'all'}
          onChoose={(type) => change({ type: type === 'all' ? undefined : type })}
          choices={[
            { value: 'all', text: text.allTypes },
            ...TYPES.map((value) => ({ value, text: text.typesPlural[value] })),
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
          aria-label={text.when}
          value={String(search.days ?? '')}
          onChange={(_, { value }) =>
            change({ days: value === '' ? undefined : (Number(value) as Days) })
          }
        >
          <option value="">{text.anyTime}</option>
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {text.days(days)}
            </option>
          ))}
        </Select>
        {search.mailbox !== undefined && (
          <InteractionTag size="small">
            <InteractionTagPrimary hasSecondaryAction>{text.mailboxFilter}</InteractionTagPrimary>
            <InteractionTagSecondary
              aria-label={text.clear(text.mailboxFilter)}
              onClick={() => change({ mailbox: undefined })}
            />
          </InteractionTag>
        )}
      </Toolbar>
    </>
  )
}
