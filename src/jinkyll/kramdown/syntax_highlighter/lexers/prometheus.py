"""Prometheus' metrics and queries."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words

__all__ = ["Prometheus"]

_FUNCTIONS = """
abs absent ceil changes clamp_max clamp_min count_scalar day_of_month day_of_week days_in_month
delta deriv drop_common_labels exp floor histogram_quantile holt_winters hour idelta increase
irate label_replace ln log2 log10 month predict_linear rate resets round scalar sort sort_desc
sqrt time vector year avg_over_time min_over_time max_over_time sum_over_time count_over_time
quantile_over_time stddev_over_time stdvar_over_time
"""


class Prometheus(Lexer):
    """Prometheus."""

    states: ClassVar[States] = {
        "root": [
            "strings",
            "whitespace",
            (r"-?\d+\.\d+", "mf"),
            (r"-?\d+[smhdwy]?", "mi"),
            (r"[+\-*/%^=<>]|!=|and|or|unless", "o"),
            (
                r"(?:sum|min|max|avg|stddev|stdvar|count|count_values|bottomk|topk)\b",
                "nf",
            ),
            (r"(ignoring|on)(\()", ("kp", "p"), "label_list"),
            (r"(group_left|group_right)(\()", ("kt", "p")),
            (r"(?:bool|offset)\b", "k"),
            (r"(?:without|by)\b", "k", "label_list"),
            (r"[\w:]+", words("n", nb=_FUNCTIONS)),
            (r"[a-zA-Z0-9_-]+", "n"),
            (r"[()\]:.,\[]", "p"),
            (r"\{", "p", "filters"),
        ],
        "strings": [(r'"', "s2", "double_string"), (r"'", "s1", "single_string"), (r"`.*`", "sb")],
        "double_string": [(r'\\[\\abfnrtv"]', "se"), (r'[^\\"]+', "s2"), (r'"', "s2", POP)],
        "single_string": [(r"\\[\\abfnrtv']", "se"), (r"[^\\']+", "s1"), (r"'", "s1", POP)],
        "filters": [
            (r"[ \t\r]+", ""),
            (r",", "p"),
            (r"[a-zA-Z0-9_:-]+", "na"),
            (r"!(?:=|~)|=~?", "o"),
            "strings",
            (r"\}", "p", POP),
        ],
        "label_list": [
            (r"\(", "p"),
            (r"[a-zA-Z0-9_:-]+", "na"),
            (r",", "p"),
            "whitespace",
            (r"\)", "p", POP),
        ],
        "whitespace": [(r"[ \t\r]+", ""), (r"\n\s*", ""), (r"#.*?$", "c")],
    }
