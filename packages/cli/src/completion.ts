import type { Command } from 'commander'
import { EXIT, Failure } from './failure.ts'
import { printExactly } from './output.ts'
import { examples } from './program.ts'

/** Words by command path ("mailboxes items") for its first, second … argument. */
export type ArgumentWords = Readonly<Record<string, readonly (readonly string[])[]>>

interface Place {
  /** Empty for the tool without a command. */
  readonly path: string
  readonly commands: readonly { readonly name: string; readonly description: string }[]
  readonly flags: readonly string[]
  readonly words: readonly (readonly string[])[]
}

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const

/** `npx` runs both tools, so each script completes both: the one loaded last replaces the other. */
const TOOLS = ['trackmark', 'orgdborgsettings'] as const

export function addCompletion(program: Command, words: ArgumentWords = {}): void {
  const tool = program.name()
  const npx = `npx --no ${tool} completion`
  examples(
    program
      .command('completion <shell>')
      .description(
        `prints a script that completes commands, flags and names, also after "npx --no": ${SHELLS.join(', ')}`,
      ),
    `source <(${npx} bash)    # in ~/.bashrc for all shells`,
    `source <(${npx} zsh)     # in ~/.zshrc, after compinit`,
    `${npx} fish | source     # in ~/.config/fish/config.fish`,
    `${npx} powershell | Out-String | Invoke-Expression    # in $PROFILE`,
  ).action((shell: string) => printExactly(completionScript(program, shell, words)))
}

/** @throws Failure for any other shell */
export function completionScript(program: Command, shell: string, words: ArgumentWords): string {
  const places = placesOf(program, '', { completion: [SHELLS], ...words })
  if (shell === 'bash') return bash(program.name(), places)
  if (shell === 'zsh') {
    return `autoload -U +X bashcompinit && bashcompinit\n${bash(program.name(), places)}`
  }
  if (shell === 'fish') return fish(program.name(), places)
  if (shell === 'powershell' || shell === 'pwsh') return powershell(program.name(), places)
  throw new Failure(EXIT.usage, `There is completion for ${SHELLS.join(', ')}; got "${shell}".`)
}

function placesOf(command: Command, path: string, words: ArgumentWords): readonly Place[] {
  const commands = command.commands.map((one) => ({
    name: one.name(),
    description: one.description(),
  }))
  const flags = ['--help', ...command.options.map((option) => option.long ?? option.short ?? '')]
  const below = command.commands.flatMap((one) =>
    placesOf(one, path === '' ? one.name() : `${path} ${one.name()}`, words),
  )
  return [{ path, commands, flags, words: words[path] ?? [] }, ...below]
}

/** Our own names have only letters, digits and dashes. The quotes are for the shell's syntax. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

function bash(tool: string, places: readonly Place[]): string {
  const fn = `_${tool}`
  const known = places.filter(({ path }) => path !== '').map(({ path }) => quoted(path))
  const cases = places.flatMap(({ path, commands, flags, words }) => [
    `    ${quoted(`${path}:flags`)}) words=${quoted(flags.join(' '))} ;;`,
    ...(commands.length === 0
      ? []
      : [`    ${quoted(`${path}:0`)}) words=${quoted(commands.map((c) => c.name).join(' '))} ;;`]),
    ...words.map(
      (list, at) => `    ${quoted(`${path}:${at}`)}) words=${quoted(list.join(' '))} ;;`,
    ),
  ])
  return `${fn}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" path='' given=0 words='' i word next
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    next="\${path:+$path }$word"
    case "$next" in
      ${known.join(' | ')}) path="$next"; given=0 ;;
      *) case "$word" in -*) ;; *) given=$((given + 1)) ;; esac ;;
    esac
  done
  local place="$path:$given"
  case "$cur" in -*) place="$path:flags" ;; esac
  case "$place" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F ${fn} ${tool}
_trackmark_npx() {
  local i=1
  while [ "$i" -lt "$COMP_CWORD" ]; do
    case "\${COMP_WORDS[i]}" in -*) i=$((i + 1)) ;; *) break ;; esac
  done
  if [ "$i" -eq "$COMP_CWORD" ]; then
    COMPREPLY=($(compgen -W '${TOOLS.join(' ')}' -- "\${COMP_WORDS[i]}"))
    return
  fi
  local tool="\${COMP_WORDS[i]}"
  case "$tool" in ${TOOLS.join(' | ')}) ;; *) return ;; esac
  COMP_WORDS=("\${COMP_WORDS[@]:i}")
  COMP_CWORD=$((COMP_CWORD - i))
  if type "_$tool" > /dev/null 2>&1; then "_$tool"; fi
}
complete -o default -F _trackmark_npx npx`
}

function fish(tool: string, places: readonly Place[]): string {
  const top = places.find(({ path }) => path === '')!.commands.map(({ name }) => name)
  const seen = (names: readonly string[]) =>
    names.map((name) => `__fish_seen_subcommand_from ${name}`).join('; and ')
  const afterNpx = `${seen([tool])}; and not __fish_seen_subcommand_from ${top.join(' ')}`
  const lines = places.flatMap((place) => {
    const names = place.path === '' ? [] : place.path.split(' ')
    return [
      ...fishLines(tool, names.length === 0 ? '__fish_use_subcommand' : seen(names), place),
      ...fishLines('npx', names.length === 0 ? afterNpx : seen([tool, ...names]), place),
    ]
  })
  return [...lines, `complete -c npx -n '__fish_use_subcommand' -a ${quoted(tool)}`].join('\n')
}

function fishLines(command: string, condition: string, place: Place): readonly string[] {
  const start = `complete -c ${command} -n ${quoted(condition)}`
  return [
    ...place.commands.map(
      ({ name, description }) => `${start} -f -a ${name} -d ${quoted(description)}`,
    ),
    ...place.words.map((list) => `${start} -f -a ${quoted(list.join(' '))}`),
    ...place.flags.map((flag) => `${start} -l ${flag.replace(/^--/, '')}`),
  ]
}

/**
 * One completer for both tools and `npx`, since PowerShell keeps only one for each command. The
 * words of each tool are in a table that remains after the script has ended.
 */
function powershell(tool: string, places: readonly Place[]): string {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
  const list = (values: readonly string[]): string => `@(${values.map(text).join(', ')})`
  const rows = places.flatMap(({ path, commands, flags, words }) => [
    `  ${text(`${path}:flags`)} = ${list(flags)}`,
    ...(commands.length === 0
      ? []
      : [`  ${text(`${path}:0`)} = ${list(commands.map(({ name }) => name))}`]),
    ...words.map((values, at) => `  ${text(`${path}:${at}`)} = ${list(values)}`),
  ])
  return `if ($null -eq $global:TrackmarkCompletion) { $global:TrackmarkCompletion = @{} }
$global:TrackmarkCompletion[${text(tool)}] = @{
${rows.join('\n')}
}
Register-ArgumentCompleter -Native -CommandName ${list([...TOOLS, 'npx'])} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $given = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  if ($given.Count -gt 0 -and $given[0] -match '^npx([.]cmd|[.]ps1)?$') {
    $given = @($given | Select-Object -Skip 1)
    while ($given.Count -gt 0 -and $given[0] -like '-*') { $given = @($given | Select-Object -Skip 1) }
  }
  $words = @()
  if ($given.Count -eq 0) { $words = @($global:TrackmarkCompletion.Keys) }
  else {
    $places = $global:TrackmarkCompletion[[System.IO.Path]::GetFileNameWithoutExtension($given[0])]
    if ($null -eq $places) { return }
    $path = ''
    $count = 0
    foreach ($word in ($given | Select-Object -Skip 1)) {
      $next = "$path $word".Trim()
      if ($places.ContainsKey("\${next}:flags")) { $path = $next; $count = 0 }
      elseif ($word -notlike '-*') { $count++ }
    }
    if ($wordToComplete -like '-*') { $words = $places["\${path}:flags"] }
    else { $words = $places["\${path}:$count"] }
  }
  $words | Where-Object { $_ -and $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}`
}
