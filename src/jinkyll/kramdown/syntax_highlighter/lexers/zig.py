"""Zig."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Zig"]

_KEYWORDS = """
align allowzero and anyerror anyframe asm async await bool break c_int c_long c_longdouble
c_longlong c_short c_uint c_ulong c_ulonglong c_ushort c_void callconv catch comptime
comptime_float const continue defer else enum errdefer error export extern fn for if inline
linksection noalias noinline noreturn nosuspend or orelse packed pub resume return struct suspend
switch test threadlocal try type undefined union unreachable usingnamespace usize var void
volatile while
"""
_BUILTINS = """
@Frame @OpaqueType @TagType @This @Type @TypeOf @Vector @addWithOverflow @alignCast @alignOf @as
@asyncCall @atomicLoad @atomicRmw @atomicStore @bitCast @bitOffsetOf @bitReverse @bitSizeOf
@boolToInt @breakpoint @byteOffsetOf @byteSwap @bytesToSlice @cDefine @cImport @cInclude @cUndef
@call @canImplicitCast @ceil @clz @cmpxchgStrong @cmpxchgWeak @compileError @compileLog @cos @ctz
@divExact @divFloor @divTrunc @embedFile @enumToInt @errSetCast @errorName @errorReturnTrace
@errorToInt @exp @exp2 @export @fabs @fence @field @fieldParentPtr @floatCast @floatToInt @floor
@frame @frameAddress @frameSize @hasDecl @hasField @import @intCast @intToEnum @intToError
@intToFloat @intToPtr @log @log10 @log2 @memcpy @memset @mod @mulWithOverflow @newStackCall @panic
@popCount @ptrCast @ptrToInt @rem @returnAddress @round @setAlignStack @setCold
@setEvalBranchQuota @setFloatMode @setGlobalLinkage @setGlobalSection @setRuntimeSafety @shlExact
@shlWithOverflow @shrExact @shuffle @sin @sizeOf @sliceToBytes @splat @sqrt @subWithOverflow
@tagName @trunc @truncate @typeInfo @typeName @unionInit comptime_int
"""
_WORDS = words("", k=_KEYWORDS, nb=_BUILTINS)
_ESCAPES = r"""\\(?:[nrt'"\\0]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"""


def _name(run: Run, match: re.Match[str]) -> None:
    kind = _WORDS.get(match["name"])
    if kind is None:
        kind = "n" if not match["dot"] else "nf" if match["call"] else "py"
    run.token("p", match["dot"])
    run.token("", match["one"])
    run.token(kind, match["name"])
    run.token("", match["two"])
    run.token("p", match["call"])


class Zig(Lexer):
    """Zig."""

    states: ClassVar[States] = {
        "root": [
            (r"\n", "", "bol"),
            "whitespace",
            (r"(?:[iu][0-9]+|f(?:16|32|64|128)|isize|usize)\b", "kt"),
            (r"(?:true|false|null)\b", "kc"),
            (rf"'(?:{_ESCAPES}|[^\\])'", "sc"),
            (r'"', "s", "string"),
            (r'r(?P<hashes>#*)"(?s:.*?)"(?P=hashes)', "s"),
            (
                r"[0-9]+(?:[.][0-9_]+(?:e[-+]?[0-9_]+)?|(?:[.][0-9_]+)?e[-+]?[0-9_]+)",
                "mf",
            ),
            (r"0b[10_]+|0x[0-9a-fA-F_]+|[0-9_]+", "mi"),
            (r"'[a-zA-Z_]\w*", "nv"),
            (
                r"(?P<dot>[.]?)(?P<one>\s*)(?P<name>@?[a-zA-Z_]\w*)(?P<two>\s*)(?P<call>[(]?)",
                _name,
            ),
            (r"[()\[\]{}|,:;]", "p"),
            (r"[*/!@~&+%^<>=?-]|\.{1,3}", "o"),
        ],
        "bol": ["whitespace", (r"#\s[^\n]*", "cs"), (r"", "", POP)],
        "whitespace": [(r"\s+", ""), (r"//[^\n]*", "c")],
        "string": [(r'"', "s", POP), (_ESCAPES, "se"), (r'[^"\\]+', "s")],
    }
