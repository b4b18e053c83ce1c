"""kramdown with the settings of a site.

Source: https://jekyllrb.com/docs/configuration/markdown/ and Jekyll's ``KramdownParser``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from jinkyll import log
from jinkyll.configuration.truth import truthy
from jinkyll.kramdown import Diagnostic, convert
from jinkyll.kramdown.worker import result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.cache import DiskCache
    from jinkyll.kramdown.worker import Result

__all__ = ["Kramdown", "settings_of"]

#: What old configurations say under ``coderay`` is over these.
_CODERAY = {
    "css": "style",
    "bold_every": 10,
    "line_numbers": "inline",
    "line_number_start": 1,
    "tab_width": 4,
    "wrap": "div",
}
_MATH_ENGINES: Final = frozenset({"mathjax", "nil"})
_HIGHLIGHTERS_OF_GEMS: Final = frozenset({"coderay", "minted"})
#: So many diagnostics are shown; more would hide everything else.
_SHOWN = 20


class Kramdown:
    """The engine, and what it noticed.

    A conversion depends on the text and the options alone, so it is kept in *cache*.
    """

    def __init__(self, configuration: Mapping[str, Any], cache: DiskCache) -> None:
        self.options = settings_of(configuration)
        _warn_of_engines(self.options)
        """kramdown's options: plain data, that worker processes and caches can take."""
        self._cache = cache
        self._namespace = cache.namespace({"kramdown": self.options})
        self._warns = self.options.get("show_warnings") not in (None, False)
        self._shown = 0

    def convert(self, text: str, *, path: str | None = None, line: int = 1) -> str:
        """The HTML of *text*, which begins at *line* of the file *path*.

        What is noticed in a text that stands in no file, an excerpt's or a filter's, is not
        told: nobody wrote it so.
        """
        key = self._cache.key(self._namespace, text)
        kept = cast("Result | None", self._cache.conversions.get(key))
        if kept is None:
            kept = result(convert(text, self.options, path=path, line=line), line)
            self._cache.conversions.put(key, kept)
        html, diagnostics = kept
        for offset, message, hint in diagnostics:
            self._tell(Diagnostic(offset + line, message, hint), path)
        return html

    def is_kept(self, text: str) -> bool:
        """Tell whether *text* has been converted already."""
        return self._cache.key(self._namespace, text) in self._cache.conversions

    def keep(self, text: str, kept: Result) -> None:
        """Remember what *text* was converted to, by another process with the same options."""
        self._cache.conversions.put(self._cache.key(self._namespace, text), kept)

    def _tell(self, diagnostic: Diagnostic, path: str | None) -> None:
        place = f"{path}:{diagnostic.line}: " if path else ""
        hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
        text = f"{place}{diagnostic.message}{hint}"
        if self._warns:
            log.warn("Kramdown warning:", text, path=path, line=diagnostic.line)
            return
        self._shown += path is not None
        if path is not None and self._shown <= _SHOWN:
            log.warn("Markdown:", text, path=path, line=diagnostic.line)
            if self._shown == _SHOWN:
                log.warn("", "and so on; `kramdown: {show_warnings: true}` shows all")


def settings_of(configuration: Mapping[str, Any]) -> dict[str, Any]:
    """The options for kramdown that *configuration* asks for, Jekyll's own ones included."""
    settings = configuration.get("kramdown") or {}
    # A key such as ":auto_ids" is text in YAML, and no option to Jekyll.
    options = {key: settings[key] for key in settings if not str(key).startswith(":")}
    highlighter = options.get("syntax_highlighter")
    if not truthy(highlighter):
        if truthy(options.get("enable_coderay")):
            log.warn(
                "Deprecation:",
                "You are using 'enable_coderay', use syntax_highlighter: coderay in your "
                "configuration file.",
            )
            highlighter = "coderay"
        else:
            highlighter = configuration.get("highlighter")
            highlighter = highlighter if truthy(highlighter) else "rouge"
        options["syntax_highlighter"] = highlighter
    highlighting = dict(options.get("syntax_highlighter_opts") or {})
    if not truthy(highlighting.get("default_lang")):
        highlighting["default_lang"] = "plaintext"
    highlighting["guess_lang"] = options.get("guess_lang")
    coderay = options.get("coderay")
    if coderay:
        log.warn(
            "Deprecation:",
            "You are using 'kramdown.coderay' in your configuration, please use "
            "'syntax_highlighter_opts' instead.",
        )
        highlighting = _without_prefix({**highlighting, **_CODERAY, **coderay})
    options["syntax_highlighter_opts"] = highlighting
    return options


def _warn_of_engines(options: Mapping[str, Any]) -> None:
    """Tell of engines that are gems of their own: their part of the pages stays plain."""
    math = options.get("math_engine")
    if math and str(math).removeprefix(":") not in _MATH_ENGINES:
        log.warn(
            "Build Warning:",
            f"kramdown's math engine '{math}' does not exist here: formulas stay as they are.",
        )
    highlighter = options.get("syntax_highlighter")
    if str(highlighter) in _HIGHLIGHTERS_OF_GEMS:
        log.warn(
            "Build Warning:",
            f"kramdown's syntax highlighter '{highlighter}' does not exist here: code stays plain.",
        )


def _without_prefix(options: Mapping[str, Any]) -> dict[str, Any]:
    """Options of ``kramdown.coderay`` under their present names."""
    result: dict[str, Any] = {}
    for key, value in options.items():
        name = str(key).removeprefix("coderay_")
        if name != key:
            log.warn("Deprecation:", f"You are using '{key}'. Normalizing to {name}.")
        result[name] = value
    return result
