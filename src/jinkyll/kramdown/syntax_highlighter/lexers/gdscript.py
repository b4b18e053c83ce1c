"""GDScript, the language of the Godot engine."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["GdScript"]

_KEYWORDS = """
and in not or as breakpoint class class_name extends is func setget signal tool const enum export
onready static var break continue if elif else for pass return match while remote master puppet
remotesync mastersync puppetsync
"""
_BUILTINS = """
Color8 ColorN abs acos asin assert atan atan2 bytes2var ceil char clamp convert cos cosh db2linear
decimals dectime deg2rad dict2inst ease exp floor fmod fposmod funcref hash inst2dict
instance_from_id is_inf is_nan lerp linear2db load log max min nearest_po2 pow preload print
print_stack printerr printraw prints printt rad2deg rand_range rand_seed randf randi randomize
range round seed sign sin sinh sqrt stepify str str2var tan tanh type_exist typeof var2bytes
var2str weakref yield
"""
_TYPES = """
bool int float String Vector2 Rect2 Transform2D Vector3 AABB Plane Quat Basis Transform Color RID
Object NodePath Dictionary Array PoolByteArray PoolIntArray PoolRealArray PoolStringArray
PoolVector2Array PoolVector3Array PoolColorArray null
"""
_FORMAT = r"%(?:\(\w+\))?[-#0 +]*(?:[0-9]+|[*])?(?:\.(?:[0-9]+|[*]))?[hlL]?[E-GXc-giorsux%]"


class GdScript(Lexer):
    """GDScript."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"#.*", "c1"),
            (r"[\[\]{}:(),;]", "p"),
            (r"\\\n", ""),
            (r"(?:in|and|or|not)\b", "ow"),
            (r"&&|\|\||[-!~+/*%=<>&^.|$]=?", "o"),
            (r"(func)((?:\s|\\)+)", ("k", ""), "funcname"),
            (r"(class)((?:\s|\\)+)", ("k", ""), "classname"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (r"(?:do|switch|case)\b", "kr"),
            (rf"{any_of(_BUILTINS)}\b", "nb"),
            (r"(?:self|false|true|PI|TAU|NAN|INF)\b", "bp"),
            (rf"{any_of(_TYPES)}\b", "kt"),
            (r'"""', "s2", "tdqs"),
            (r"'''", "s2", "tsqs"),
            (r'"', "s2", "dqs"),
            (r"'", "s2", "sqs"),
            (r"[a-zA-Z_]\w*", "n"),
            (r"(?:\d+\.\d*|\d*\.\d+)(?:[eE][+-]?[0-9]+)?j?|\d+[eE][+-]?[0-9]+j?", "mf"),
            (r"0[xX][a-fA-F0-9]+", "mh"),
            (r"\d+j?", "mi"),
        ],
        "funcname": [(r"[a-zA-Z_]\w*", "nf", POP)],
        "classname": [(r"[a-zA-Z_]\w*", "nc", POP)],
        "string_escape": [
            (
                (
                    r"""\\(?:[\\abfnrtv"']|\n|N\{.*?\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}"""
                    r"|x[a-fA-F0-9]{2}|[0-7]{1,3})"
                ),
                "se",
            )
        ],
        "strings_single": [(_FORMAT, "si"), (r"[^\\'%\n]+", "s1"), (r'["\\]', "s1"), (r"%", "s1")],
        "strings_double": [(_FORMAT, "si"), (r'[^\\"%\n]+', "s2"), (r"['\\]", "s2"), (r"%", "s2")],
        "dqs": ["string_escape", (r'"', "s2", POP), "strings_double"],
        "sqs": ["string_escape", (r"'", "s1", POP), "strings_single"],
        "tdqs": ["string_escape", (r'"""', "s2", POP), "strings_double", (r"\n", "s2")],
        "tsqs": ["string_escape", (r"'''", "s1", POP), "strings_single", (r"\n", "s1")],
    }
