//! `rashomon completions`: made from the one table of commands.
//!
//! What the generator makes is mended where a shell would not complete by it: zsh takes the command
//! for an input where inputs may stand in its place, and bash parts a word at "=".

use clap::CommandFactory;
use clap_complete::Shell;

use super::Cli;
use super::output::{self, Status};

/// Print completions for a shell
///
/// For bash: rashomon completions bash > ~/.local/share/bash-completion/completions/rashomon
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  rashomon completions bash > ~/.local/share/bash-completion/completions/rashomon
  rashomon completions fish > ~/.config/fish/completions/rashomon.fish
  rashomon completions zsh > ~/.zfunc/_rashomon       where \"fpath+=~/.zfunc\" stands before compinit";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let script = match args.shell {
        Shell::Bash => values_after_equals(&generated(args.shell)),
        Shell::Zsh => inputs_beside_commands(&generated(args.shell)),
        other => generated(other),
    };
    output::print(&script)?;
    Ok(Status::Fine)
}

fn generated(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "rashomon", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

const COMMANDS: &str = "(( $+functions[_rashomon_commands] )) ||\n";
const FIRST: &str = "\
(( $+functions[_rashomon_first] )) ||
_rashomon_first() {
    _alternative 'commands:command:_rashomon_commands' 'files:file:_files'
}

";

/// For zsh: the first word is a command or a file, where the generator has a file before the command;
/// after a file come files.
fn inputs_beside_commands(script: &str) -> String {
    const COMMAND: &str = "\":: :_rashomon_commands\" \\\n";
    const END: &str = "        esac\n    ;;\nesac\n}\n";
    let mended = || {
        let (body, rest) = script.split_once(COMMANDS)?;
        let (cases, end) = body.rsplit_once(END)?;
        let (options, cases) = cases.split_once(COMMAND)?;
        let (options, _inputs) = options.strip_suffix('\n')?.rsplit_once('\n')?;
        // The command is the first word now, not the second.
        let cases = cases.replace("$line[2]", "$line[1]");
        Some(format!(
            "{options}\n\":: :_rashomon_first\" \\\n{cases}            (*)\n_files && ret=0\n;;\n{END}{end}\
             {FIRST}{COMMANDS}{rest}"
        ))
    };
    mended().unwrap_or_else(|| script.to_string())
}

const VALUES: &str = "\
# bash makes \"--option=value\" three words: the value is completed as that of the option.
_rashomon_values() {
    if [[ \"${COMP_WORDS[COMP_CWORD]}\" == \"=\" ]]; then
        _rashomon \"$1\" \"\" \"${COMP_WORDS[COMP_CWORD-1]}\"
    elif [[ \"${COMP_WORDS[COMP_CWORD-1]}\" == \"=\" && $COMP_CWORD -gt 2 ]]; then
        _rashomon \"$1\" \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-2]}\"
    else
        _rashomon \"$@\"
    fi
}

";

/// For bash: what stands after "=" is the value of the option before it.
fn values_after_equals(script: &str) -> String {
    let Some((functions, registered)) = script.rsplit_once("\nif [[") else {
        return script.to_string();
    };
    let registered = registered.replace("complete -F _rashomon ", "complete -F _rashomon_values ");
    format!("{functions}\n{VALUES}if [[{registered}")
}
