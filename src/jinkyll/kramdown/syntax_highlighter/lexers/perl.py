"""Perl."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Rule, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["Perl"]

_KEYWORDS = """
case continue do else elsif for foreach if last my next our redo reset then unless until while use
print new BEGIN CHECK INIT END return
"""
_BUILTINS = """
abs accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close
closedir connect continue cos crypt dbmclose dbmopen defined delete die dump each endgrent
endhostent endnetent endprotoent endpwent endservent eof eval exec exists exit exp fcntl fileno
flock fork format formline getc getgrent getgrgid getgrnam gethostbyaddr gethostbyname gethostent
getlogin getnetbyaddr getnetbyname getnetent getpeername getpgrp getppid getpriority getprotobyname
getprotobynumber getprotoent getpwent getpwnam getpwuid getservbyname getservbyport getservent
getsockname getsockopt glob gmtime goto grep hex import index int ioctl join keys kill last lc
lcfirst length link listen local localtime log lstat map mkdir msgctl msgget msgrcv msgsnd my next
no oct open opendir ord our pack package pipe pop pos printf prototype push quotemeta rand read
readdir readline readlink readpipe recv redo ref rename require reverse rewinddir rindex rmdir
scalar seek seekdir select semctl semget semop send setgrent sethostent setnetent setpgrp
setpriority setprotoent setpwent setservent setsockopt shift shmctl shmget shmread shmwrite shutdown
sin sleep socket socketpair sort splice split sprintf sqrt srand stat study substr symlink syscall
sysopen sysread sysseek system syswrite tell telldir tie tied time times tr truncate uc ucfirst
umask undef unlink unpack unshift untie utime values vec wait waitpid wantarray warn write
"""
_MARK = r"[^\w\s]"
_LETTER = r"\w"
_FLAGS = "[egimosx]*"
_ALL_FLAGS = "[msixpodualngcr]*"


def _guarded(opening: str, closing: str) -> str:
    """What is between delimiters in which a backslash guards itself and the closing one."""
    escaped = rf"\{closing}"
    inner = rf"(?:[^{escaped}\\]|\\[\\{escaped}]?)*+{escaped}"
    return rf"\{opening}(?:{inner}|(?s:.*){escaped})"


def _repeated(name: str, delimiter: str) -> str:
    """What is between delimiters of the reader's choice, the first of which becomes a group."""
    return rf"(?P<{name}>{delimiter})(?s:(?:\\\\|\\(?P={name})|.)*?)(?P={name})"


def _rest(name: str) -> str:
    return rf"(?s:(?:\\\\|\\(?P={name})|.)*?)(?P={name})"


def _bracketed(opening: str, closing: str) -> list[Rule]:
    return [
        (rf"\\[{opening}{closing}\\]", "sx"),
        (r"\\", "sx"),
        (opening, "sx", AGAIN),
        (closing, "sx", POP),
        (rf"[^{opening}{closing}\\]+", "sx"),
    ]


class Perl(Lexer):
    """Perl."""

    states: ClassVar[States] = {
        "root": [
            (r"#.*", "c1"),
            (r"^=[a-zA-Z0-9]+\s+(?s:.*?)\n=cut", "cm"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (
                r"(format)(\s+)([a-zA-Z0-9_]+)(\s*)(=)(\s*\n)",
                ("k", "", "n", "", "p", ""),
                "format",
            ),
            (r"(?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\b", "ow"),
            *(
                (rf"(?:s|tr|y){_guarded(*pair)}\s*", "sr", "balanced_regex")
                for pair in ("{}", "<>", "[]", "()")
            ),
            (rf"(?:s|tr|y)\s*{_repeated('d1', _MARK)}{_rest('d1')}{_ALL_FLAGS}", "sr"),
            (rf"(?:s|tr|y)\s+{_repeated('d2', _LETTER)}{_rest('d2')}{_ALL_FLAGS}", "sr"),
            (r"m?/(?:(?:[^/\\\n]|\\[\\/]?)*+/|.*/)[msixpodualngc]*", "sr"),
            (r"m(?=[/!\\{<\[(@%$])", "sr", "balanced_regex"),
            (rf"m\s*{_repeated('d3', _MARK)}[msixpodualngc]*", "sr"),
            (rf"m\s+{_repeated('d4', _LETTER)}[msixpodualngc]*", "sr"),
            (r"\s+", ""),
            (r"(?=[a-zA-Z_]\w*(?:\s*#.*\n)*\s*=>)", "", "fat_comma"),
            (rf"{any_of(_BUILTINS)}\b", "nb"),
            (r"(?:__(?:DIE|WARN)__|DATA|STD(?:IN|OUT|ERR))\b", "bp"),
            (
                (
                    r"<<(?P<quote>['\"]?)(?P<end>[a-zA-Z_][a-zA-Z0-9_]*)(?P=quote);?\n"
                    r"(?s:.*?)\n(?P=end)\n"
                ),
                "s",
            ),
            (r"__(?:END|DATA)__\b", "cp", "end_part"),
            (r"\$\^[ADEFHILMOPSTWX]", "vg"),
            (r"\$[\\\"'\[\]&`+*.,;=%~?@$!<>(^|/_-](?!\w)", "vg"),
            (r"[$@%&*][$@%&*#_]*(?=[a-zA-Z{\[;])", "nv", "varname"),
            (r"[-+/*%=<>&^|!\\~]=?", "o"),
            (r"0_?[0-7]+(?:_[0-7]+)*", "mo"),
            (r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", "mh"),
            (r"0b[01]+(?:_[01]+)*", "mb"),
            (r"(?:\d[\d_]*)?\.\d+(?:_\d*)*(?:[eE][+-]?\d+)?", "mf"),
            (r"\d+(?:_\d*)*[eE][+-]?\d+(?:_\d*)*", "mf"),
            (r"\d+(?:_\d+)*", "mi"),
            (r"'", "p", "sq"),
            (r'"', "p", "dq"),
            (r"`", "p", "bq"),
            (r"<(?:[^\s>]+)>", "sr"),
            (r"(?:q|qq|qw|qr|qx)\{", "sx", "cb_string"),
            (r"(?:q|qq|qw|qr|qx)\(", "sx", "rb_string"),
            (r"(?:q|qq|qw|qr|qx)\[", "sx", "sb_string"),
            (r"(?:q|qq|qw|qr|qx)<", "sx", "lt_string"),
            (r"(?:q|qq|qw|qr|qx)(?P<d5>\W)(?s:.*?)(?P=d5)", "sx"),
            (r"package\s+", "k", "modulename"),
            (r"sub\s+", "k", "funcname"),
            (r"\[\]|\*\*|::|<<|>>|>=|<=|<=>|={3}|!=|=~|!~|&&?|\|\||\.{1,3}", "o"),
            (r"[()\[\]:;,<>/?{}]", "p"),
            (r"(?=\w)", "", "name"),
        ],
        "balanced_regex": [
            *(
                (f"{_guarded(*pair)}{_FLAGS}", "sr", POP)
                for pair in ("//", "!!", "\\\\", "{}", "<>", "[]", "()", "@@", "%%", "$$")
            )
        ],
        "format": [(r"\.\n", "si", POP), (r".*?\n", "si")],
        "fat_comma": [(r"#.*", "c1"), (r"\w+", "s"), (r"\s+", ""), (r"=>", "o", POP)],
        "name_common": [(r"\w+::", "nn"), (r"[\w:]+", "nv", POP)],
        "varname": [
            (r"\s+", ""),
            (r"[{\[]", "p", POP),
            (r"[),]", "p", POP),
            (r";", "p", POP),
            "name_common",
        ],
        "name": [
            "name_common",
            (r"[A-Z_]+(?=[^a-zA-Z0-9_])", "no", POP),
            (r"(?=\W)", "", POP),
        ],
        "modulename": [(r"[a-zA-Z_]\w*", "nn", POP)],
        "funcname": [
            (r"[a-zA-Z_]\w*[!?]?", "nf"),
            (r"\s+", ""),
            (r"(\([$@%]*\))(\s*)", ("p", "")),
            (r".*?\{", "p", POP),
            (r";", "p", POP),
        ],
        "sq": [(r"\\[\\']", "se"), (r"[^\\']+", "s1"), (r"'", "p", POP), (r"\\", "s1")],
        "dq": [
            "string_intp",
            (r"\\[\\tnrabefluLUE\"$@]", "se"),
            (r"\\0\d{2}", "se"),
            (r"\\o\{\d+\}", "se"),
            (r"\\x[0-9a-fA-F]{2}", "se"),
            (r"\\x\{[0-9a-fA-F]+\}", "se"),
            (r"\\c.", "se"),
            (r"\\N\{[^}]+\}", "se"),
            (r'[^\\"$@]+|[^\\"]', "s2"),
            (r'"', "p", POP),
            (r"\\", "se"),
        ],
        "bq": [
            "string_intp",
            (r"\\[\\tnr`]", "se"),
            (r"[^\\`$@]+|[^\\`]", "sb"),
            (r"`", "p", POP),
        ],
        "cb_string": _bracketed(r"\{", r"\}"),
        "rb_string": _bracketed(r"\(", r"\)"),
        "sb_string": _bracketed(r"\[", r"\]"),
        "lt_string": _bracketed("<", ">"),
        "in_interp": [(r"\}", "si", POP), (r"\s+", ""), (r"[a-zA-Z_]\w*", "si")],
        "string_intp": [(r"[$@][{]", "si", "in_interp"), (r"[$@][a-zA-Z_]\w*", "si")],
        "end_part": [(r"(?s:.+)", "cp", POP)],
    }
