import { PageHeader } from '../components/PageHeader.tsx'
import { RouterLink } from '../components/RouterLink.tsx'
import { EmptyState } from '../components/states.tsx'
import { shell } from '../strings/shell.ts'

export const NotFound = () => (
  <>
    <PageHeader title={shell.notFound.title} />
    <EmptyState
      title={shell.notFound.text}
      action={<RouterLink to="/">{shell.notFound.action}</RouterLink>}
    />
  </>
)
