import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Delete20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { graph } from '../api/graph.ts'
import { rulesQuery } from '../api/queries.ts'
import { useMailbox } from '../app/mailbox.ts'
import { useRun } from '../app/use-run.tsx'
import { Failed, Loading } from '../components/states.tsx'
import { common } from '../strings/common.ts'
import { rules as strings } from '../strings/rules.ts'
import type { FolderNode } from './folders.ts'
import { RuleForm } from './RuleForm.tsx'
import { inWords } from './rule.ts'

interface RulesDialogProps {
  readonly folders: readonly FolderNode[]
  readonly onClose: () => void
}

export function RulesDialog({ folders, onClose }: RulesDialogProps) {
  const styles = useStyles()
  const { root } = useMailbox()
  const run = useRun()
  const rules = useQuery(rulesQuery(root))
  const [isAdding, setAdding] = useState(false)
  const path = `${root}/mailFolders/inbox/messageRules`
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{strings.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text className={styles.hint}>{strings.hint}</Text>
            {rules.isPending && <Loading />}
            {rules.isError && <Failed error={rules.error} onRetry={() => void rules.refetch()} />}
            {rules.data?.length === 0 && !isAdding && <Text>{strings.none}</Text>}
            <ul className={styles.list}>
              {rules.data?.map((rule) => (
                <li key={rule.id} className={styles.row}>
                  <Switch
                    checked={rule.isEnabled}
                    aria-label={strings.enabled(rule.displayName)}
                    onChange={(_, { checked }) =>
                      void run(() =>
                        graph('PATCH', `${path}/${rule.id}`, { body: { isEnabled: checked } }),
                      )
                    }
                  />
                  <div className={styles.text}>
                    <Text weight="semibold" block>
                      {rule.displayName}
                    </Text>
                    <Text size={200} className={styles.hint}>
                      {inWords(rule, folders)}
                      {rule.hasError && ` (${strings.error})`}
                    </Text>
                  </div>
                  <Button
                    appearance="subtle"
                    icon={<Delete20Regular />}
                    aria-label={strings.delete(rule.displayName)}
                    onClick={() =>
                      void run(() => graph('DELETE', `${path}/${rule.id}`), {
                        done: strings.deleted,
                      })
                    }
                  />
                </li>
              ))}
            </ul>
            {isAdding && (
              <RuleForm
                folders={folders}
                known={rules.data ?? []}
                onClose={() => setAdding(false)}
              />
            )}
          </DialogContent>
          <DialogActions>
            {!isAdding && <Button onClick={() => setAdding(true)}>{strings.add}</Button>}
            <Button appearance="primary" onClick={onClose}>
              {common.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { flexGrow: 1, minWidth: 0 },
})
