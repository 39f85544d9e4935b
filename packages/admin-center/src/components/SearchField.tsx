import { makeStyles, SearchBox } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { common } from '../strings/common.ts'

const PAUSE_MS = 250

interface SearchFieldProps {
  readonly label?: string
  readonly value: string
  /** Called when typing has paused. */
  readonly onSearch: (text: string) => void
}

export function SearchField({ label = common.search, value, onSearch }: SearchFieldProps) {
  const styles = useStyles()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onSearch(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, value, onSearch])
  return (
    <SearchBox
      className={styles.box}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(_, data) => setText(data.value)}
    />
  )
}

const useStyles = makeStyles({
  // In a line with others it takes what room they leave, so that what it says while empty fits.
  box: { flexGrow: 1, flexBasis: '200px' },
})
