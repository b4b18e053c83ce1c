"""Groovy and Gradle."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Gradle", "Groovy"]

_GROOVY = {
    "k": """
    assert break case catch continue default do else finally for if goto instanceof new return
    switch this throw try while in as
    """,
    "kd": """
    abstract const enum extends final implements native private protected public static strictfp
    super synchronized throws transient volatile
    """,
    "kt": "def boolean byte char double float int long short void",
    "kc": "true false null",
}
_GRADLE = {
    **_GROOVY,
    "k": _GROOVY["k"]
    + """
    allprojects artifacts buildscript configuration dependencies repositories sourceSets subprojects
    publishing
    """,
    "kt": _GROOVY["kt"]
    + """
    Project Task Gradle Settings Script JavaToolChain SourceSet SourceSetOutput
    IncrementalTaskInputs Configuration ResolutionStrategy ArtifactResolutionQuery
    ComponentSelection ComponentSelectionRules ConventionProperty ExtensionAware
    ExtraPropertiesExtension PublishingExtension IvyPublication IvyArtifact IvyArtifactSet
    IvyModuleDescriptorSpec MavenPublication MavenArtifact MavenArtifactSet MavenPom
    PluginDependenciesSpec PluginDependencySpec ResourceHandler TextResourceFactory
    """,
}


def _method(run: Run, match: re.Match[str]) -> None:
    before = run.lexer.begin()
    before.stack = run.stack  # a class or import before the name goes on after it
    run.delegate(before, match["before"])
    run.token("nf", match["name"])
    run.token("", match["gap"])
    run.token("o", "(")


def _within_line(start: str, end: str) -> str:
    """A string that ends in its line, unless the end of the line is guarded by a backslash."""
    quote = end[-1]
    return rf"{start}(?:[^{quote}\\\n]|\\(?s:.))*+{end}|{start}(?:[^\n]|\\\n)*{end}"


_WORD = r"[a-zA-Z_$][a-zA-Z0-9_]*"
_RULES: list[Rule] = [
    (
        r"^(?=[\w.\[\]\s]*+\()(?P<before>\s*(?:\w[\w.\[\]]*\s+)+?)(?P<name>\w+)(?P<gap>\s*)\(",
        _method,
    ),
    (r"[^\S\n]+", ""),
    (r"//.*?$", "c1"),
    (r"(?s:/[*].*?[*]/)", "cm"),
    (r"@\w[\w.]*", "nd"),
    (r"(?:class|interface|trait)\b", "kd", "class"),
    (r"(?:package|import)\b", "kn", "import"),
    (r'(?s:""".*?""")', "s2"),
    (r"(?s:'''.*?''')", "s1"),
    (_within_line('"', '"'), "s2"),
    (_within_line("'", "'"), "s1"),
    (r"\$/(?s:(?:\$.|.)*?)/\$", "s"),
    (_within_line("/", "/"), "s"),
    (r"'\\.'|'[^\\]'|'\\u[0-9a-f]{4}'", "sc"),
    (r"(\.)([a-zA-Z_][a-zA-Z0-9_]*)", ("o", "na")),
    (r"[a-zA-Z_][a-zA-Z0-9_]*:", "nl"),
    (_WORD, words("n", **_GROOVY)),
    (r"[~^*!%&\[\](){}<>|+=:;,./?-]", "o"),
    (r"\d+\.\d+(?:[eE]\d+)?[fd]?", "mf"),
    (r"0x[0-9a-f]+", "mh"),
    (r"[0-9]+L?", "mi"),
    (r"\n", ""),
]


class Groovy(Lexer):
    """Groovy."""

    states: ClassVar[States] = {
        "root": _RULES,
        "class": [(r"\s+", ""), (r"\w+", "nc", POP)],
        "import": [(r"\s+", ""), (r"[\w.]+[*]?", "nn", POP)],
    }


class Gradle(Groovy):
    """Gradle's build scripts."""

    states: ClassVar[States] = {
        **Groovy.states,
        "root": [(_WORD, words("n", **_GRADLE)) if rule[0] == _WORD else rule for rule in _RULES],
    }
