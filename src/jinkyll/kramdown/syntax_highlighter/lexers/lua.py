"""Lua."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["LUA_BUILTINS", "Lua"]

_BUILTIN_LIST = """
_g _version assert collectgarbage coroutine.create coroutine.isyieldable coroutine.resume
coroutine.running coroutine.status coroutine.wrap coroutine.yield debug.debug debug.gethook
debug.getinfo debug.getlocal debug.getmetatable debug.getregistry debug.getupvalue
debug.getuservalue debug.sethook debug.setlocal debug.setmetatable debug.setupvalue
debug.setuservalue debug.traceback debug.upvalueid debug.upvaluejoin dofile error file:close
file:flush file:lines file:read file:seek file:setvbuf file:write getmetatable io.close io.flush
io.input io.lines io.open io.output io.popen io.read io.stderr io.stdin io.stdout io.tmpfile
io.type io.write ipairs load loadfile lua_cpath lua_cpath_5_3 lua_errerr lua_errfile lua_errgcmm
lua_errmem lua_errrun lua_errsyntax lua_hookcall lua_hookcount lua_hookline lua_hookret
lua_hooktailcall lua_init lua_init_5_3 lua_maskcall lua_maskcount lua_maskline lua_maskret
lua_maxinteger lua_mininteger lua_minstack lua_multret lua_noref lua_ok lua_opadd lua_opband
lua_opbnot lua_opbor lua_opbxor lua_opdiv lua_opeq lua_opidiv lua_ople lua_oplt lua_opmod
lua_opmul lua_oppow lua_opshl lua_opshr lua_opsub lua_opunm lua_path lua_path_5_3 lua_refnil
lua_registryindex lua_ridx_globals lua_ridx_mainthread lua_tboolean lua_tfunction
lua_tlightuserdata lua_tnil lua_tnone lua_tnumber lua_tstring lua_ttable lua_tthread lua_tuserdata
lua_use_apicheck lua_yield lual_buffersize luaopen_base luaopen_coroutine luaopen_debug luaopen_io
luaopen_math luaopen_os luaopen_package luaopen_string luaopen_table luaopen_utf8 math.abs
math.acos math.asin math.atan math.ceil math.cos math.deg math.exp math.floor math.fmod math.huge
math.log math.max math.maxinteger math.min math.mininteger math.modf math.pi math.rad math.random
math.randomseed math.sin math.sqrt math.tan math.tointeger math.type math.ult next os.clock
os.date os.difftime os.execute os.exit os.getenv os.remove os.rename os.setlocale os.time
os.tmpname package.config package.cpath package.loaded package.loadlib package.path
package.preload package.searchers package.searchpath pairs pcall print rawequal rawget rawlen
rawset require select setmetatable string.byte string.char string.dump string.find string.format
string.gmatch string.gsub string.len string.lower string.match string.pack string.packsize
string.rep string.reverse string.sub string.unpack string.upper table.concat table.insert
table.move table.pack table.remove table.sort table.unpack tonumber tostring type utf8.char
utf8.charpattern utf8.codepoint utf8.codes utf8.len utf8.offset xpcall
"""
LUA_BUILTINS = frozenset(_BUILTIN_LIST.split())


def _name(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    if name == "gsub":
        run.token("nb", name)
        run.push("gsub")
    elif name in LUA_BUILTINS:
        run.token("nb", name)
    else:
        owner, dot, member = name.partition(".")
        run.token("n", owner)
        run.token("p", dot)
        run.token("n", member)


class Lua(Lexer):
    """Lua."""

    states: ClassVar[States] = {
        "root": [(r"#!.*?$", "cp"), (r"", "", "base")],
        "base": [
            (r"--\[(?P<comment>=*)\[(?s:.*?)\](?P=comment)\]", "cm"),
            (r"--.*$", "c1"),
            (r"(?:\d*\.\d+|\d+\.\d*)(?:[eE][+-]?\d+)?'", "mf"),
            (r"\d+[eE][+-]?\d+", "mf"),
            (r"0[xX][0-9a-fA-F]*", "mh"),
            (r"\d+", "mi"),
            (r"\s", ""),
            (r"\[(?P<long>=*)\[(?s:.*?)\](?P=long)\]", "s"),
            (r"==|~=|<=|>=|\.\.\.|\.\.|[=+\-*/%^<>#]", "o"),
            (r"[\[\]{}().,:;]", "p"),
            (r"(?:and|or|not)\b", "ow"),
            (
                r"(?:break|do|else|elseif|end|for|if|in|repeat|return|then|until|while)\b",
                "k",
            ),
            (r"local\b", "kd"),
            (r"(?:true|false|nil)\b", "kc"),
            (r"function\b", "k", "function_name"),
            (r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?", _name),
            (r"'", "s1", "sqs"),
            (r'"', "s2", "dqs"),
        ],
        "function_name": [
            (r"\s+", ""),
            (
                r"(?:([A-Za-z_][A-Za-z0-9_]*)(\.))?([A-Za-z_][A-Za-z0-9_]*)",
                ("nc", "p", "nf"),
                POP,
            ),
            (r"\(", "p", POP),
        ],
        "gsub": [(r"\)", "p", POP), (r"[(,]", "p"), (r"\s+", ""), (r'"', "sr", "regex")],
        "regex": [
            (r'"', "sr", (POP, "regex_end")),
            (r"\[\^?", "se", "regex_group"),
            (r"\\.", "se"),
            (r"[(][?][:=<!]", "se"),
            (r"[{][\d,]+[}]", "se"),
            (r"[()?]", "se"),
            (r".", "sr"),
        ],
        "regex_end": [(r"[$]+", "sr", POP), (r"", "", POP)],
        "regex_group": [
            (r"/", "se"),
            (r"\]", "se", POP),
            (r"(\\)(.)", ("se", "sr")),
            (r".", "sr"),
        ],
        "escape": [(r"\\(?:[abfnrtv\\\"']|\d{1,3})", "se")],
        "sqs": ["escape", (r"'", "s1", POP), (r"[^']+", "s1")],
        "dqs": ["escape", (r'"', "s2", POP), (r'[^"]+', "s2")],
    }
