"""Which language is it: Rouge's guessing by mode line, shebang and the look of the first lines."""

from __future__ import annotations

import re

from jinkyll.kramdown.syntax_highlighter.languages import TAGS

__all__ = ["guess"]

_MODELINES = (
    re.compile(
        r"-\*-\s*(?:(?!mode)[\w-]+\s*:\s*[\w+-]+\s*;?\s*)*(?:mode\s*:)?\s*([\w+-]+)\s*"
        r"(?:;\s*(?!mode)[\w-]+\s*:\s*[\w+-]+\s*)*;?\s*-\*-",
        re.ASCII | re.IGNORECASE,
    ),
    re.compile(r"(?:vim|vi|ex):\s*(?:ft|filetype|syntax)=(\w+)", re.ASCII | re.IGNORECASE),
    re.compile(
        r"(?:vim|vi|Vim|ex):\s*set?.*\s(?:ft|filetype|syntax)=(\w+)\s?.*:", re.ASCII | re.IGNORECASE
    ),
)
_SHEBANG = re.compile(r"\s*#!(.*)$", re.ASCII | re.MULTILINE)
_INTERPRETERS = tuple(
    (re.compile(rf"\b(?:{name})(?:\s|$)", re.ASCII), tag)
    for name, tag in (
        ("(?:ba|z|k)?sh", "shell"),
        (r"pythonw?(?:[23](?:\.\d+)?)?", "python"),
        ("ruby", "ruby"),
        ("node|jsc", "javascript"),
        ("perl", "perl"),
        ("php", "php"),
        ("lua", "lua"),
        ("awk", "awk"),
        ("sed", "sed"),
        ("tclsh|wish|jimsh", "tcl"),
        ("Rscript", "r"),
        ("groovy", "groovy"),
        ("runhaskell", "haskell"),
        ("coffee", "coffeescript"),
        ("rustc", "rust"),
        ("julia", "julia"),
        ("io", "io"),
        ("factor", "factor"),
        ("haxe", "haxe"),
        ("hhvm", "hack"),
        ("lasso9", "lasso"),
        ("moon", "moonscript"),
        ("praat", "praat"),
        ("puppet(?:-apply)?", "puppet"),
        ("cucumber", "gherkin"),
        ("swipl", "prolog"),
        ("tulip", "tulip"),
        ("crystal", "crystal"),
        ("lsc", "livescript"),
    )
)
_DOCTYPE = re.compile(r"\s*(?:<\?.*?\?>\s*)?<!DOCTYPE\s+(.+?)>", re.ASCII | re.DOTALL)
_LOOKS = (
    (re.compile(r"\A\s*%YAML"), "yaml"),
    (
        re.compile(r"\AIndex: |\Adiff[^\n]*?\ba/[^\n]*\bb/|---.*?\n[+][+][+]|[+][+][+].*?\n---"),
        "diff",
    ),
    (re.compile(r"^<\?php", re.MULTILINE), "php"),
    (
        re.compile(r"\A\s*\\(?:documentclass|input|documentstyle|relax|Provides(?:Package|Class))"),
        "tex",
    ),
    (re.compile(r"^%!", re.MULTILINE), "postscript"),
    (re.compile(r"\A#lang\s*.*?(?:racket|scribble)"), "racket"),
    (re.compile(r"\Apragma solidity"), "solidity"),
    (re.compile(r"<\s*html\b"), "html"),
    (re.compile(r"<\?hh|async function [a-zA-Z]|\): Awaitable<"), "hack"),
    (re.compile(r"<\s*Biml\b"), "biml"),
    (re.compile(r"\A.*?<\?(?:lasso(?:script)?|=)"), "lasso"),
    (re.compile(r"^\s*(?:model|package)\s+", re.MULTILINE), "mosel"),
)


def guess(code: str) -> str:
    """The tag of the language `code` seems to be in, ``plaintext`` if nothing tells.

    Where Rouge finds several languages and gives up with an error, the first is taken.
    """
    lines = code.split("\n")
    ends = "\n".join(lines[:5] + lines[-5:])
    for modeline in _MODELINES:
        match = modeline.search(ends)
        if match and match[1] in TAGS:
            return TAGS[match[1]]
    shebang = _SHEBANG.match(code)
    if shebang:
        for interpreter, tag in _INTERPRETERS:
            if interpreter.search(shebang[1]):
                return tag
    doctype = _DOCTYPE.match(code)
    if doctype:
        return "html" if re.search(r"\bhtml\b", doctype[1], re.IGNORECASE) else "xml"
    if code.startswith("<?xml"):
        return "xml"
    for look, tag in _LOOKS:
        if look.search(code):
            return tag
    return "plaintext"
