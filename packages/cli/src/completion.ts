import type { Command } from 'commander'
import { EXIT, Failure } from './failure.ts'
import { print } from './output.ts'
import { examples } from './program.ts'

/** Words by command path ("mailboxes items") for its first, second … argument. */
export type ArgumentWords = Readonly<Record<string, readonly (readonly string[])[]>>

interface Place {
  /** Empty for the tool itself. */
  readonly path: string
  readonly commands: readonly { readonly name: string; readonly description: string }[]
  readonly flags: readonly string[]
  readonly words: readonly (readonly string[])[]
}

const SHELLS = ['bash', 'zsh', 'fish'] as const

export function addCompletion(program: Command, words: ArgumentWords = {}): void {
  const tool = program.name()
  examples(
    program
      .command('completion <shell>')
      .description('prints a script that completes commands, flags and names: bash, zsh or fish'),
    `source <(${tool} completion bash)          # for this shell; put it into ~/.bashrc for all`,
    `source <(${tool} completion zsh)           # after compinit, in ~/.zshrc`,
    `${tool} completion fish > ~/.config/fish/completions/${tool}.fish`,
  ).action((shell: string) => print(completionScript(program, shell, words)))
}

/** @throws Failure for another shell */
export function completionScript(program: Command, shell: string, words: ArgumentWords): string {
  const places = placesOf(program, '', { completion: [SHELLS], ...words })
  if (shell === 'bash') return bash(program.name(), places)
  if (shell === 'zsh') {
    return `autoload -U +X bashcompinit && bashcompinit\n${bash(program.name(), places)}`
  }
  if (shell === 'fish') return fish(program.name(), places)
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

/** Names of ours hold letters, digits and dashes only; quoting is for the shell's own sake. */
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
complete -o default -F ${fn} ${tool}`
}

function fish(tool: string, places: readonly Place[]): string {
  const lines = places.flatMap((place) => {
    const seen =
      place.path === ''
        ? '__fish_use_subcommand'
        : place.path
            .split(' ')
            .map((name) => `__fish_seen_subcommand_from ${name}`)
            .join('; and ')
    const start = `complete -c ${tool} -n ${quoted(seen)}`
    return [
      ...place.commands.map(
        ({ name, description }) => `${start} -f -a ${name} -d ${quoted(description)}`,
      ),
      ...place.words.map((list) => `${start} -f -a ${quoted(list.join(' '))}`),
      ...place.flags.map((flag) => `${start} -l ${flag.replace(/^--/, '')}`),
    ]
  })
  return lines.join('\n')
}
