"""Shell scripts, and shell sessions with prompts and output."""

from __future__ import annotations

import re
from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.languages import TAGS
from jinkyll.kramdown.syntax_highlighter.lookup import find, find_option
from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States, Token
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["Console", "Shell"]

_KEYWORDS = """
if fi else while do done for then return function select continue until esac elif in
"""
_BUILTINS = """
alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval
exec exit export false fc fg getopts hash help history jobs let local logout mapfile popd pushd
pwd read readonly set shift shopt source suspend test time times trap true type typeset ulimit
umask unalias unset wait

cat tac nl od base32 base64 fmt pr fold head tail split csplit wc sum cksum b2sum md5sum sha1sum
sha224sum sha256sum sha384sum sha512sum sort shuf uniq comm ptx tsort cut paste join tr expand
unexpand ls dir vdir dircolors cp dd install mv rm shred link ln mkdir mkfifo mknod readlink rmdir
unlink chown chgrp chmod touch df du stat sync truncate echo printf yes expr tee basename dirname
pathchk mktemp realpath stty printenv tty id logname whoami groups users who date arch nproc uname
hostname hostid uptime chcon runcon chroot env nice nohup stdbuf timeout kill sleep factor numfmt
seq tar grep sudo awk sed gzip gunzip
"""


class _Script(Run):
    """A run that knows which word ends the here-document it is in."""

    __slots__ = ("heredoc",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.heredoc = ""


def _heredoc(run: _Script, match: re.Match[str]) -> None:
    run.token("o", match["arrows"])
    run.token("", match["gap"])
    run.token("sh", match["quote"] + match["slash"])
    run.token("no", match["end"])
    run.token("sh", match["quote"])
    run.heredoc = match["end"]
    run.push("heredoc")


def _heredoc_line(run: _Script, match: re.Match[str]) -> None:
    if match["word"] == run.heredoc:
        run.token("no", match[0])
        run.pop(2)
    else:
        run.token("sh", match[0])


class Shell(Lexer):
    """Shell scripts: sh, bash, zsh, ksh."""

    def begin(self, text: str = "") -> Run:
        """A run that remembers the end of a here-document."""
        return _Script(self, text)

    states: ClassVar[States] = {
        "root": ["basic", "data"],
        "basic": [
            (r"#.*$", "c"),
            (rf"{any_of(_KEYWORDS)}\s*\b", "k"),
            (r"case\b", "k", "case"),
            (rf"{any_of(_BUILTINS)}\s*\b(?![.-])", "nb"),
            (r"[.](?=\s)", "nb"),
            (r"(\w+)(=)", ("nv", "o")),
            (r"[\[\]{}()!=>]", "o"),
            (r"&&|\|\|", "o"),
            (r"<<<", "o"),
            (
                (
                    r"""(?P<arrows><<-?)(?P<gap>\s*)(?P<quote>['"]?)(?P<slash>\\?)"""
                    r"(?P<end>\w+)(?P=quote)"
                ),
                _heredoc,
            ),
        ],
        "heredoc": [
            (r"\n", "sh", "heredoc_nl"),
            (r"[^$\n\\]+", "sh"),
            "interp",
            (r"[$]", "sh"),
        ],
        "heredoc_nl": [(r"\s*(?P<word>\w+)\s*\n", _heredoc_line), (r"", "", POP)],
        "double_quotes": [
            (r'(?:\$#?)?"', "s2", POP),
            "interp",
            (r'[^"`\\$]+', "s2"),
        ],
        "ansi_string": [(r"\\.", "se"), (r"[^\\']+", "s1"), "single_quotes"],
        "single_quotes": [(r"'", "s1", POP), (r"[^']+", "s1")],
        "data": [
            (r"\s+", ""),
            (r"\\.", "se"),
            (r'\$?"', "s2", "double_quotes"),
            (r"\$'", "s1", "ansi_string"),
            (r"'", "s1", "single_quotes"),
            (r"\*", "k"),
            (r";", "p"),
            (r"--?[\w-]+", "nt"),
            (r"[^=*\s{}()$\"'`;\\<]+", ""),
            (r"\d+(?= |\n?\Z)", "m"),
            (r"<", ""),
            "interp",
        ],
        "curly": [
            (r"\}", "k", POP),
            (r":-", "k"),
            (r"[a-zA-Z0-9_]+", "nv"),
            (r"[^}:\"`'$]+", "p"),
            "root",
        ],
        "paren_interp": [(r"\)", "si", POP), (r"\(", "o", "paren_inner"), "root"],
        "paren_inner": [(r"\(", "o", AGAIN), (r"\)", "o", POP), "root"],
        "math": [
            (r"\)\)", "k", POP),
            (r"[-+*/%^|&!]|\*\*|\|\|", "o"),
            (r"\d+(?:#\w+)?", "m"),
            "root",
        ],
        "case": [
            (r"esac\b", "k", POP),
            (r"\|", "p"),
            (r"\)", "p", "case_stanza"),
            "root",
        ],
        "case_stanza": [(r";;", "p", POP), "root"],
        "backticks": [(r"`", "sb", POP), "root"],
        "interp": [
            (r"\\$", "se"),
            (r"\\.", "se"),
            (r"\$\(\(", "k", "math"),
            (r"\$\(", "si", "paren_interp"),
            (r"\$\{#?", "k", "curly"),
            (r"`", "sb", "backticks"),
            (r"\$#?(?:\w+|.)", "nv"),
            (r"\$[*@]", "nv"),
        ],
    }


_SNIP = re.compile(r"\s*(?:<[.]+>|[.]+)\s*\Z", re.ASCII)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SPACES = re.compile(r"\s*", re.ASCII)


class Console(Lexer):
    """Shell sessions.

    Options, each a comma-separated list: `prompt` and `error`; `comments`; `lang` and `output` name
    languages for the commands and for what they print.
    """

    language: ClassVar[str] = "shell"
    output: ClassVar[str | None] = None

    def run(self, run: Run) -> list[Token]:
        """Lex line by line: prompt and command, or comment, error, output."""
        prompt, error = self.patterns()
        command = find_option(self, "lang", self.language).begin()
        printed = TAGS.get(self.options.get("output", ""), self.output)
        output = find(printed).begin() if printed else None
        tokens = command.tokens = run.tokens
        for line in _LINE.findall(run.text):
            found = None
            if _SNIP.match(line):
                tokens.append(("c", line))
                kind = "snip"
            elif found := prompt.match(line):
                tokens.append(("gp", found[0]))
                rest = line[found.end() :]
                spaces = _SPACES.match(rest)
                start = spaces.end() if spaces else 0
                if start:
                    tokens.append(("w", rest[:start]))
                command.text = rest[start:]
                command.lexer.run(command)
                kind = "command"
            elif line.lstrip().startswith("#"):
                tokens.append(("c", line))
                kind = "comment"
            elif error and error.match(line):
                tokens.append(("gr", line))
                kind = "error"
            else:
                kind = "output"
                if output is None:
                    tokens.append(("go", line))
                else:
                    output.text, output.tokens = line, tokens
                    output.lexer.run(output)
            if kind != "command":
                command.reset()
            if kind != "output" and output is not None:
                output.reset()
        return tokens

    def patterns(self) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        """What a prompt looks like, and the start of an error message."""
        prompts = [end for end in self.options.get("prompt", "").split(",") if end]
        comments = self.option("comments", default=bool(prompts) and "#" not in prompts)
        ends = prompts or (["$", ">", ";"] if comments else ["$", "#", ">", ";"])
        before = r"[^<#]*?" if comments else r".*?"
        prompt = re.compile(rf"{before}(?:{'|'.join(map(re.escape, ends))})", re.DOTALL)
        errors = [start for start in self.options.get("error", "").split(",") if start]
        error = re.compile("|".join(map(re.escape, errors))) if errors else None
        return prompt, error
